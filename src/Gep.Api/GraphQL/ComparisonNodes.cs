using Gep.Accounting.Accounts;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>Two years compared: what changed, and why.</summary>
[GraphQLName("Comparison")]
internal sealed class ComparisonNode(AccountComparison comparison, GraphCatalog catalog)
{
    /// <summary>The earlier year.</summary>
    public int From => comparison.Opening.Year.Number;

    /// <summary>The later year.</summary>
    public int To => comparison.Closing.Year.Number;

    /// <summary>Change of the GEP.</summary>
    public ChangeNode Total => ChangeNode.Of(comparison.Total, null, null);

    /// <summary>Price and quantity indices of the lines in both years.</summary>
    public IndicesNode? Indices => comparison.Indices is { } indices
        ? new IndicesNode(indices.LaspeyresQuantity, indices.PaaschePrice, indices.FisherQuantity,
            indices.FisherPrice)
        : null;

    /// <summary>Whether effects and indices close.</summary>
    public IReadOnlyList<CheckNode> Checks => [.. comparison.Checks.Select(AccountNode.OfCheck)];

    /// <summary>Changes by service, in order of code.</summary>
    public IReadOnlyList<ChangeNode> ByService() =>
        [.. comparison.ByService.Select(change => ChangeNode.Of(change, null,
            catalog.ServiceOf(change.Key)))];

    /// <summary>Changes by district, in order of code.</summary>
    public IReadOnlyList<ChangeNode> ByDistrict() =>
        [.. comparison.ByDistrict.Select(change => ChangeNode.Of(change,
            catalog.FindDistrict(change.Key), null))];

    /// <summary>Lines, those that changed most first.</summary>
    [UsePaging(DefaultPageSize = 20)]
    public IReadOnlyList<LineChangeNode> Lines() =>
    [
        .. comparison.Lines.Where(line => line.Either.Booked)
            .OrderByDescending(line => Math.Abs(line.Change.Yuan)).ThenBy(line => line.Id,
                StringComparer.Ordinal)
            .Select(line => new LineChangeNode(line, catalog)),
    ];
}

/// <summary>A change of value and its causes, which add up to it.</summary>
/// <param name="District">The district; null unless changes are by district.</param>
/// <param name="Service">The service; null unless changes are by service.</param>
/// <param name="Opening">Value in the earlier year.</param>
/// <param name="Closing">Value in the later year, at its prices.</param>
/// <param name="ClosingAtOpeningPrices">Value in the later year at prices of the earlier one.</param>
/// <param name="Change">Closing less opening.</param>
/// <param name="Effects">Why.</param>
[GraphQLName("Change")]
internal sealed record ChangeNode(
    DistrictNode? District, EcosystemServiceNode? Service, AmountNode Opening, AmountNode Closing,
    AmountNode ClosingAtOpeningPrices, AmountNode Change, EffectsNode Effects)
{
    /// <summary>The change of a key.</summary>
    public static ChangeNode Of<TKey>(
        ChangeOf<TKey> change, DistrictNode? district, EcosystemServiceNode? service) => new(
        district, service, AmountNode.Of(change.Opening), AmountNode.Of(change.Closing),
        AmountNode.Of(change.ConstantClosing), AmountNode.Of(change.Closing - change.Opening),
        EffectsNode.Of(change.Effects));
}

/// <summary>Why a value changed; the four add up to the change to the fen.</summary>
/// <param name="Area">Because the extent changed.</param>
/// <param name="Intensity">Because a hectare yields more or less.</param>
/// <param name="Price">Because a unit is worth more or less.</param>
/// <param name="Method">Because parameters or the profile changed.</param>
[GraphQLName("ChangeEffects")]
internal sealed record EffectsNode(AmountNode Area, AmountNode Intensity, AmountNode Price, AmountNode Method)
{
    /// <summary>The effects of the domain.</summary>
    public static EffectsNode Of(ChangeEffects effects) => new(
        AmountNode.Of(effects.Area), AmountNode.Of(effects.Intensity), AmountNode.Of(effects.Price),
        AmountNode.Of(effects.Method));
}

/// <summary>Indices of the lines in both years, later over earlier [1].</summary>
/// <param name="LaspeyresQuantity">Quantities at prices of the earlier year.</param>
/// <param name="PaaschePrice">Prices at quantities of the later year.</param>
/// <param name="FisherQuantity">Geometric mean of the two quantity indices.</param>
/// <param name="FisherPrice">Geometric mean of the two price indices.</param>
[GraphQLName("ChangeIndices")]
internal sealed record IndicesNode(
    double LaspeyresQuantity, double PaaschePrice, double FisherQuantity, double FisherPrice);

/// <summary>One line of two years.</summary>
[GraphQLName("LineChange")]
internal sealed class LineChangeNode(LineChange line, GraphCatalog catalog)
{
    /// <summary>Its id in both accounts.</summary>
    public string Code => line.Id;

    /// <summary>The district.</summary>
    public DistrictNode? District => catalog.FindDistrict(line.Either.District);

    /// <summary>The service.</summary>
    public EcosystemServiceNode Service => catalog.ServiceOf(line.Either.Service);

    /// <summary>The ecosystem type; null when no single one supplies it.</summary>
    public EcosystemTypeNode? EcosystemType =>
        line.Either.EcosystemType is { } type ? catalog.TypeOf(type) : null;

    /// <summary>Value in the earlier year; null where the line is new.</summary>
    public AmountNode? Opening => line.Opening is { } opening ? AmountNode.Of(opening.Value) : null;

    /// <summary>Value in the later year; null where the line is lost.</summary>
    public AmountNode? Closing => line.Closing is { } closing ? AmountNode.Of(closing.Value) : null;

    /// <summary>The change.</summary>
    public AmountNode Change => AmountNode.Of(line.Change);

    /// <summary>Why.</summary>
    public EffectsNode Effects => EffectsNode.Of(line.Effects);
}
