namespace Gep.Accounting.Compensation;

/// <summary>A document and the place in it that a rule or a rate rests on.</summary>
/// <param name="Document">Title, in the language of the document.</param>
/// <param name="Number">Document number 文号; null when it has none or nobody saw it.</param>
/// <param name="Article">Article; <c>?</c> when it is not established.</param>
/// <param name="Issued">Day of issue; null when not established.</param>
/// <param name="Effective">First day in force; null when not established.</param>
public sealed record LegalReference(
    string Document, string? Number, string Article, DateOnly? Issued, DateOnly? Effective)
{
    /// <summary>How an article that nobody established is written.</summary>
    public const string UnknownArticle = "?";

    /// <summary>Whether the article is established.</summary>
    public bool HasArticle => Article != UnknownArticle;

    /// <summary>Title, number and article as printed.</summary>
    public override string ToString()
    {
        string number = Number is null ? "" : $" {Number}";
        return $"《{Document}》{number} {(HasArticle ? Article : "art. ?")}";
    }
}
