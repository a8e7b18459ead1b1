namespace Gep.Accounting.Problems;

/// <summary>Something wrong in the data or the request of an account or a schedule.</summary>
/// <param name="Code">Stable code, one entry each in docs/problems.md.</param>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="Where">The place: a file, a parameter, a scheme, a line; never empty.</param>
/// <param name="Text">What is wrong, in both languages.</param>
/// <param name="Remedy">What to do about it, in both languages.</param>
public sealed record AccountingProblem(
    AccountingProblemCode Code,
    ProblemSeverity Severity,
    string Where,
    BilingualText Text,
    BilingualText Remedy)
{
    /// <summary>The one-line English form: <c>code: text remedy where</c>.</summary>
    public override string ToString() => $"{Code}: {Text.English} {Remedy.English} [{Where}]";
}
