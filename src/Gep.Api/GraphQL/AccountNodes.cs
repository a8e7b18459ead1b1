using System.Collections.Frozen;
using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Extents;
using Gep.Api.Accounts;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>The account of a year and profile.</summary>
[GraphQLName("Account")]
internal sealed class AccountNode : INode
{
    private readonly AccountRun run;
    private readonly GraphCatalog catalog;
    private readonly ILookup<DistrictCode, AccountLineNode> byDistrict;
    private readonly FrozenDictionary<string, AccountLineNode> byCode;
    private readonly FrozenDictionary<DistrictCode, DistrictIndicators> indicators;
    private readonly Lazy<string> hash;

    /// <summary>The account of a run.</summary>
    public AccountNode(AccountRun run, GraphCatalog catalog)
    {
        (this.run, this.catalog) = (run, catalog);
        AllLines = [.. Account.Lines.Select(line => new AccountLineNode(line, this, run, catalog))];
        byDistrict = AllLines.ToLookup(line => line.Line.District);
        byCode = AllLines.ToFrozenDictionary(line => line.Code, StringComparer.Ordinal);
        indicators = Account.Indicators.ToFrozenDictionary(each => each.District);
        hash = new Lazy<string>(() => AccountJson.ResultHash(Account));
    }

    /// <inheritdoc/>
    [ID]
    public string Id => $"Account:{Year}:{Profile}";

    /// <summary>The year.</summary>
    public int Year => Account.Year.Number;

    /// <summary>The profile: which services count, and by which equations.</summary>
    public string Profile => Account.Profile.Id;

    /// <summary>Name of the profile.</summary>
    public TextNode ProfileName => TextNode.Of(Account.Profile.Name);

    /// <summary>Hash of the result: the same input gives the same one everywhere.</summary>
    public string ResultHash => hash.Value;

    /// <summary>Id of the layers and packs it was made from.</summary>
    public string Snapshot => run.Report.Snapshot;

    /// <summary>Gross ecosystem product.</summary>
    public AmountNode Gep => AmountNode.Of(Account.Totals.Gep);

    /// <summary>GEP per official area of the city.</summary>
    public AmountNode? GepPerSquareKilometre =>
        AmountNode.Per(Account.Region.YuanPerSquareKilometre, "yuan/km²");

    /// <summary>GEP per head.</summary>
    public AmountNode? GepPerHead => AmountNode.Per(Account.Region.YuanPerHead, "yuan/person");

    /// <summary>GEP over GDP.</summary>
    public AmountNode? GepToGdp => AmountNode.Ratio(Account.Region.GepToGdp);

    /// <summary>The closing checks with their residuals.</summary>
    public IReadOnlyList<CheckNode> Checks => [.. Account.Checks.Select(OfCheck)];

    /// <summary>Every line.</summary>
    [GraphQLIgnore]
    public ImmutableArray<AccountLineNode> AllLines { get; }

    [GraphQLIgnore]
    internal GepAccount Account => run.Report.Account;

    [GraphQLIgnore]
    internal AccountRun Run => run;

    /// <summary>What is missing, assumed or wrong; names of persons are held back.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<ProblemNode> Problems() =>
        [.. run.Report.Problems.Select(ProblemNode.Of).Select(catalog.WithoutNames)];

    /// <summary>Lines: a district, service, item and ecosystem type each.</summary>
    [UsePaging(DefaultPageSize = 50)]
    public IReadOnlyList<AccountLineNode> Lines(
        AccountLineFilter? where = null, IReadOnlyList<AccountLineOrder>? order = null) =>
        AccountSearch.Find(AllLines, where, order);

    /// <summary>The line of an id such as <c>420116:water-conservation:water:FOR-EBF</c>.</summary>
    public AccountLineNode? Line(string line) => byCode.GetValueOrDefault(line);

    /// <summary>Sums by any of the keys, booked lines only unless the filter says otherwise.</summary>
    [ListSize(AssumedSize = 100)]
    public IReadOnlyList<AccountGroup> Groups(
        IReadOnlyList<AccountGroupKey> by, AccountLineFilter? where = null) =>
        AccountSearch.Group(AccountSearch.Booked(AllLines, where), by);

    /// <summary>The districts with what they yield.</summary>
    [ListSize(AssumedSize = 20)]
    public IReadOnlyList<DistrictAccount> Districts() =>
    [
        .. Account.Indicators.Select(each => (Node: catalog.FindDistrict(each.District), Indicators: each))
            .Where(each => each.Node is not null)
            .Select(each => new DistrictAccount(each.Node!, this, each.Indicators)),
    ];

    /// <summary>Areas of ecosystem types by district.</summary>
    [ListSize(AssumedSize = 200)]
    public IReadOnlyList<ExtentNode> Extents(string? district = null) => Account.Extents.Extents
        .Where(extent => district is null || extent.District.ToString() == district)
        .Select(extent => new ExtentNode(extent, catalog)).ToImmutableArray();

    /// <summary>What a district yields; null without it.</summary>
    [GraphQLIgnore]
    public DistrictAccount? Of(DistrictNode district, DistrictCode code) =>
        indicators.GetValueOrDefault(code) is { } yields ? new DistrictAccount(district, this, yields) : null;

    /// <summary>Lines of a district.</summary>
    [GraphQLIgnore]
    public IEnumerable<AccountLineNode> LinesOf(DistrictCode district) => byDistrict[district];

    /// <summary>Extents of a district.</summary>
    [GraphQLIgnore]
    public ImmutableArray<ExtentNode> ExtentsOf(DistrictCode district) =>
        [.. Account.Extents.In(district).Select(extent => new ExtentNode(extent, catalog))];

    /// <summary>A check of an account.</summary>
    [GraphQLIgnore]
    public static CheckNode OfCheck(AccountCheck check) => new(
        check.Code, TextNode.Of(check.Title), CheckNode.TextOf(check.Residual), check.Unit.ToString(),
        check.Passed);
}

/// <summary>The area of one type in one district.</summary>
[GraphQLName("Extent")]
internal sealed class ExtentNode(EcosystemExtent extent, GraphCatalog catalog)
{
    /// <summary>The district.</summary>
    public DistrictNode? District => catalog.FindDistrict(extent.District);

    /// <summary>The type.</summary>
    public EcosystemTypeNode EcosystemType => catalog.TypeOf(extent.Type);

    /// <summary>Parcels behind it.</summary>
    public int Parcels => extent.Parcels;

    /// <summary>The area.</summary>
    public QuantityNode Area(AreaUnit unit = AreaUnit.Hectare) => QuantityNode.Of(extent.Area, unit);
}

/// <summary>What one item of one service yields in one district from one ecosystem type.</summary>
[GraphQLName("AccountLine")]
internal sealed class AccountLineNode(
    AccountLine line, AccountNode account, AccountRun run, GraphCatalog catalog) : INode
{
    /// <inheritdoc/>
    [ID]
    public string Id => $"AccountLine:{Year}:{Code}";

    /// <summary>Its id in the account: <c>420116:water-conservation:water:FOR-EBF</c>.</summary>
    public string Code => line.Id;

    /// <summary>The year.</summary>
    public int Year => account.Year;

    /// <summary>The district.</summary>
    public DistrictNode? District => catalog.FindDistrict(line.District);

    /// <summary>The service.</summary>
    public EcosystemServiceNode Service => catalog.ServiceOf(line.Service);

    /// <summary>Item of the service.</summary>
    public string Item => line.Item;

    /// <summary>Name of the item.</summary>
    public TextNode ItemName => TextNode.Of(run.Report.NameOf(line.Service, line.Item));

    /// <summary>The ecosystem type; null when no single one supplies it.</summary>
    public EcosystemTypeNode? EcosystemType => line.EcosystemType is { } type ? catalog.TypeOf(type) : null;

    /// <summary>What nature supplied in the year.</summary>
    public QuantityNode PhysicalQuantity =>
        new(line.PhysicalQuantity.Amount, line.PhysicalQuantity.Unit.ToString());

    /// <summary>Money per unit.</summary>
    public UnitValueUsed UnitValue => new(
        line.UnitValue.Id, line.UnitValue.Yuan, line.UnitValue.Unit.ToString(), line.UnitValue.PriceYear,
        SourceNode.Of(line.UnitValue.Source)!, line.UnitValue.Place);

    /// <summary>Quantity times unit value, rounded once.</summary>
    public AmountNode Value => AmountNode.Of(line.Value);

    /// <summary>Whether it is part of the GEP; a memorandum otherwise.</summary>
    public bool Booked => line.Booked;

    /// <summary>What a reader should know.</summary>
    public IReadOnlyList<AccountFlag> Flags => line.Flags;

    [GraphQLIgnore]
    internal AccountLine Line => line;

    /// <summary>Area of the type there.</summary>
    public QuantityNode Extent(AreaUnit unit = AreaUnit.Hectare) => QuantityNode.Of(line.Extent, unit);

    /// <summary>How the value came about, down to parameters, prices and parcels.</summary>
    [Cost(5)]
    public ExplanationNode Explanation() => ExplanationNode.Of(ParcelTrace.Extend(line, run.Extents));
}

/// <summary>The unit value of a line.</summary>
/// <param name="Code">Its name in the workspace.</param>
/// <param name="Amount">Yuan per unit.</param>
/// <param name="Unit">Its unit: <c>yuan/m³</c>.</param>
/// <param name="PriceYear">Year of the price level.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Place">File and line.</param>
[GraphQLName("UnitValueUsed")]
internal sealed record UnitValueUsed(
    string Code, decimal Amount, string Unit, int PriceYear, SourceNode Source, string Place);
