using Gep.Accounting.Compensation;
using Gep.Accounting.Parameters;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>A legal arrangement that pays those who keep the ecosystems.</summary>
[GraphQLName("Scheme")]
internal sealed class SchemeNode(Scheme scheme) : INode
{
    /// <inheritdoc/>
    [ID]
    public string Id => $"Scheme:{Code}";

    /// <summary>Its code: <c>WH-PBF</c>.</summary>
    public string Code { get; } = scheme.Code.ToString();

    /// <summary>Its name.</summary>
    public TextNode Name { get; } = TextNode.Of(scheme.Name);

    /// <summary>The document it rests on.</summary>
    public DocumentNode Basis => DocumentNode.Of(scheme.Basis);

    /// <summary>Where the document was read.</summary>
    public SourceNode? Source => SourceNode.Of(scheme.Source);

    /// <summary>What is protected.</summary>
    public CompensatedElement Element => scheme.Element;

    /// <summary>Who pays whom.</summary>
    public CompensationMechanism Mechanism => scheme.Mechanism;

    /// <summary>Whether its figures were seen in the legal text.</summary>
    public SchemeStatus Status => scheme.Status;

    /// <summary>What is not established; null when all is.</summary>
    public TextNode? StatusReason => scheme.StatusReason is { } reason ? TextNode.Of(reason) : null;

    /// <summary>The kind of its rule.</summary>
    public RuleKind RuleKind => scheme.Rule.Kind;

    /// <summary>Why no schedule can be drawn from it; null when one can.</summary>
    public TextNode? Withheld => scheme.Rule.Withheld is { } reason ? TextNode.Of(reason) : null;

    /// <summary>Who is paid.</summary>
    public TextNode Beneficiaries => TextNode.Of(scheme.Beneficiaries);

    /// <summary>File it was read from.</summary>
    public string Place => scheme.Place;

    /// <summary>Its rates, in file order; empty when none is established.</summary>
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<RateNode> Rates() =>
        [.. (scheme.Rule.Rates?.Entries ?? []).Select(rate => new RateNode(rate,
            scheme.Rule.Rates!.Unit.ToString()))];
}

/// <summary>A document and the place in it that a rule or rate rests on.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number 文号; null when it has none or nobody saw it.</param>
/// <param name="Article">The article; <c>?</c> when it is not established.</param>
/// <param name="Issued">Day of issue.</param>
/// <param name="Effective">First day in force.</param>
[GraphQLName("Document")]
internal sealed record DocumentNode(
    string Title, string? Number, string Article, DateOnly? Issued, DateOnly? Effective)
{
    /// <summary>The reference of the domain.</summary>
    public static DocumentNode Of(LegalReference reference) => new(
        reference.Document, reference.Number, reference.Article, reference.Issued, reference.Effective);
}

/// <summary>What one layer pays per unit for one class in one interval.</summary>
[GraphQLName("Rate")]
internal sealed class RateNode(RateEntry rate, string unit)
{
    /// <summary>Who carries it.</summary>
    public PayerLayer Payer => rate.Payer;

    /// <summary>The rate.</summary>
    public AmountNode Amount => new(rate.Value, unit);

    /// <summary>Classes it is for: <c>grade=national</c>.</summary>
    public IReadOnlyList<string> Classes => [.. rate.Class.Select(pair => $"{pair.Key}={pair.Value}")];

    /// <summary>First day in force.</summary>
    public DateOnly From => rate.From;

    /// <summary>First day no longer in force; null when open.</summary>
    public DateOnly? To => rate.To;

    /// <summary>Last day on which it is known to hold.</summary>
    public DateOnly? CheckedUntil => rate.CheckedUntil;

    /// <summary>Whether the figure was seen in the legal text.</summary>
    public SchemeStatus Status => rate.Status;

    /// <summary>The document and article it is in.</summary>
    public DocumentNode Document => DocumentNode.Of(rate.Document);

    /// <summary>Where it was read.</summary>
    public SourceNode? Source => SourceNode.Of(rate.Source);

    /// <summary>File and line.</summary>
    public string Place => rate.Place;
}

/// <summary>A parameter of a service with its history.</summary>
[GraphQLName("Parameter")]
internal sealed class ParameterNode(ServiceParameter parameter, GraphCatalog catalog)
{
    /// <summary>Its name in the workspace.</summary>
    public string Code => parameter.History.Id;

    /// <summary>What it is.</summary>
    public TextNode Label => TextNode.Of(parameter.Label);

    /// <summary>The service that uses it.</summary>
    public EcosystemServiceNode Service => catalog.ServiceOf(parameter.Service);

    /// <summary>The ecosystem type it holds for; null for all.</summary>
    public EcosystemTypeNode? EcosystemType =>
        parameter.EcosystemType is { } type ? catalog.FindType(type) : null;

    /// <summary>Its unit.</summary>
    public string Unit => parameter.History.Unit.ToString();

    /// <summary>Its values, oldest first.</summary>
    public IReadOnlyList<DatedNode> Values => [.. parameter.History.Values.Select(DatedNode.Of)];

    /// <summary>Last day on which the latest value is known to hold; null when open.</summary>
    public DateOnly? CheckedUntil => parameter.History.CheckedUntil;

    /// <summary>File and line.</summary>
    public string Place => parameter.History.Place;
}

/// <summary>A price with its history.</summary>
[GraphQLName("UnitValue")]
internal sealed class UnitValueNode(UnitValueSeries series)
{
    /// <summary>Its name in the workspace.</summary>
    public string Code => series.Id;

    /// <summary>Its name.</summary>
    public TextNode Name => TextNode.Of(series.Name);

    /// <summary>Its unit: <c>yuan/m³</c>.</summary>
    public string Unit => series.History.Unit.ToString();

    /// <summary>Its values, oldest first.</summary>
    public IReadOnlyList<DatedNode> Values => [.. series.History.Values.Select(DatedNode.Of)];

    /// <summary>Year of the price level of each value.</summary>
    public IReadOnlyList<int> PriceYears => series.PriceYears;

    /// <summary>The index that carries it to other years; null when it stays as written.</summary>
    public string? Index => series.IndexId;

    /// <summary>File and line.</summary>
    public string Place => series.History.Place;
}

/// <summary>A value in force from a day.</summary>
/// <param name="From">First day.</param>
/// <param name="Value">The number as written.</param>
/// <param name="Low">Low end of its range.</param>
/// <param name="High">High end of its range.</param>
/// <param name="Source">Where it is written.</param>
[GraphQLName("DatedValue")]
internal sealed record DatedNode(DateOnly From, decimal Value, decimal? Low, decimal? High, SourceNode Source)
{
    /// <summary>The value of the domain.</summary>
    public static DatedNode Of(DatedValue value) =>
        new(value.From, value.Value, value.Low, value.High, SourceNode.Of(value.Source)!);
}
