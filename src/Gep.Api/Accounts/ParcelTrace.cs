using System.Globalization;
using Gep.Accounting.Accounts;
using Gep.Accounting.Measures;
using Gep.Accounting.Traces;

namespace Gep.Api.Accounts;

/// <summary>
/// Adds to the explanation of an account line the parcels that its extent was added up from.
/// </summary>
internal static class ParcelTrace
{
    /// <summary>Parcels named one by one; the rest is counted and added up.</summary>
    private const int ParcelsShown = 10;

    /// <summary>The tree of a line with its parcels, largest first.</summary>
    public static TraceNode Extend(AccountLine line, LayerExtents? extents)
    {
        var trace = line.Trace;
        if (extents is null || line.EcosystemType is not { } type) return trace;
        var pieces = extents.PiecesOf(line.District, type)
            .Where(piece => piece.NetSquareMetres > 0)
            .OrderByDescending(piece => piece.NetSquareMetres)
            .ThenBy(piece => piece.Id, StringComparer.Ordinal)
            .ToArray();
        if (pieces.Length == 0) return trace;
        var shown = pieces.Take(ParcelsShown).Select(piece => TraceNode.Input(
            new($"图斑 {piece.Id}", $"parcel {piece.Id}"),
            Text(piece.NetSquareMetres),
            extents.ParcelOf(piece).Feature.Layer.Source,
            extents.ParcelOf(piece).Feature.Place)).ToList();
        if (pieces.Length > ParcelsShown)
        {
            shown.Add(TraceNode.Input(
                new($"其余 {pieces.Length - ParcelsShown} 个图斑", $"{pieces.Length - ParcelsShown} more parcels"),
                Text(pieces.Skip(ParcelsShown).Sum(piece => piece.NetSquareMetres)), null, null));
        }
        var node = new TraceNode(
            new($"构成面积的 {pieces.Length} 个图斑", $"the {pieces.Length} parcels of its extent"),
            Text(pieces.Sum(piece => piece.NetSquareMetres)),
            "A = Σ A(parcel ∩ district − ground of layers that rank before)", null, null, [.. shown]);
        return trace with { Children = trace.Children.Add(node) };
    }

    private static string Text(double squareMetres) =>
        $"{Area.FromSquareMetres(squareMetres).Hectares.ToString("F4", CultureInfo.InvariantCulture)} hm²";
}
