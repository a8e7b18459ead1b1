using System.Globalization;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>A name or sentence in both languages.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
[GraphQLName("Text")]
internal sealed record TextNode(string Zh, string En)
{
    /// <summary>The text of the domain.</summary>
    public static TextNode Of(BilingualText text) => new(text.Chinese, text.English);
}

/// <summary>A measured number, never without its unit.</summary>
/// <param name="Amount">The number.</param>
/// <param name="Unit">Its unit.</param>
[GraphQLName("Quantity")]
internal sealed record QuantityNode(double Amount, string Unit)
{
    /// <summary>An area in a unit.</summary>
    public static QuantityNode Of(Area area, AreaUnit unit) => unit switch
    {
        AreaUnit.SquareMetre => new(area.SquareMetres, "m²"),
        AreaUnit.Hectare => new(area.Hectares, "hm²"),
        AreaUnit.Mu => new(area.Mu, "mu"),
        AreaUnit.SquareKilometre => new(area.SquareKilometres, "km²"),
    };
}

/// <summary>An exact number, sent as a decimal string, with its unit.</summary>
/// <param name="Amount">The number.</param>
/// <param name="Unit">Its unit.</param>
[GraphQLName("Amount")]
internal sealed record AmountNode(decimal Amount, string Unit)
{
    /// <summary>Decimals of an amount per area or head.</summary>
    private const int PerUnitDecimals = 2;

    private const int RatioDecimals = 6;

    /// <summary>An amount in yuan.</summary>
    public static AmountNode Of(Money money) => new(money.Yuan, "yuan");

    /// <summary>An amount per area or head, to the fen; null stays null.</summary>
    public static AmountNode? Per(decimal? amount, string unit) => amount is { } exact
        ? new(Math.Round(exact, PerUnitDecimals, MidpointRounding.AwayFromZero), unit)
        : null;

    /// <summary>A ratio to six decimals; null stays null.</summary>
    public static AmountNode? Ratio(decimal? ratio) => ratio is { } exact
        ? new(Math.Round(exact, RatioDecimals, MidpointRounding.AwayFromZero), "1")
        : null;
}

/// <summary>Units of areas.</summary>
internal enum AreaUnit
{
    /// <summary>m².</summary>
    SquareMetre,

    /// <summary>hm², 公顷.</summary>
    Hectare,

    /// <summary>mu 亩, a fifteenth of a hectare.</summary>
    Mu,

    /// <summary>km².</summary>
    SquareKilometre,
}

/// <summary>Which way a list is sorted.</summary>
internal enum SortDirection
{
    /// <summary>Least first.</summary>
    Asc,

    /// <summary>Greatest first.</summary>
    Desc,
}

/// <summary>Where a number or rule is written.</summary>
/// <param name="Key">Key of docs/sources.md.</param>
/// <param name="Place">Article, table or page; empty for the whole document.</param>
/// <param name="Confidence">How well the number is established.</param>
[GraphQLName("Source")]
internal sealed record SourceNode(string Key, string Place, Confidence Confidence)
{
    /// <summary>The source of the domain; null stays null.</summary>
    public static SourceNode? Of(SourceRef? source) =>
        source is null ? null : new(source.Key, source.Place, source.Confidence);
}

/// <summary>Something wrong, missing or assumed in data.</summary>
/// <param name="Code">Stable code; docs/problems.md explains each.</param>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="Where">File with line, feature or row.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
[GraphQLName("Problem")]
internal sealed record ProblemNode(
    string Code, ProblemSeverity Severity, string Where, TextNode Message, TextNode Remedy)
{
    /// <summary>The problem of a workspace.</summary>
    public static ProblemNode Of(WorkspaceProblem problem) => new(
        problem.Code, problem.Severity, problem.Where, TextNode.Of(problem.Text),
        TextNode.Of(problem.Remedy));

    /// <summary>The problem of an account or schedule.</summary>
    public static ProblemNode Of(AccountingProblem problem) => Of(WorkspaceProblem.From(problem));
}

/// <summary>A closing check and what it found.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">What must hold.</param>
/// <param name="Residual">By how much it does not; a decimal string.</param>
/// <param name="Unit">Unit of the residual.</param>
/// <param name="Passed">Whether it holds.</param>
[GraphQLName("Check")]
internal sealed record CheckNode(string Code, TextNode Title, string Residual, string Unit, bool Passed)
{
    /// <summary>A number as it is written in answers.</summary>
    public static string TextOf(double residual) => residual.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>A box of longitudes and latitudes [°].</summary>
/// <param name="West">Least longitude.</param>
/// <param name="South">Least latitude.</param>
/// <param name="East">Greatest longitude.</param>
/// <param name="North">Greatest latitude.</param>
internal sealed record Bounds(double West, double South, double East, double North);

/// <summary>Something with a global id.</summary>
[InterfaceType]
internal interface INode
{
    /// <summary>The global id, for <c>node(id:)</c>.</summary>
    [ID]
    string Id { get; }
}
