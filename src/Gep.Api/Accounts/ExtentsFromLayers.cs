using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Api.Layers;
using Gep.Api.Workspaces;
using Gep.Spatial.Overlays;

namespace Gep.Api.Accounts;

/// <summary>Cuts the parcels of a year by district and adds them up to extents.</summary>
internal static class ExtentsFromLayers
{
    private static readonly string[] NamedWaterTypes = ["WET/lake", "WET/reservoir"];

    /// <summary>The extents of a year; overlaps between layers go to the layer that ranks first.</summary>
    /// <param name="workspace">Order of precedence.</param>
    /// <param name="layers">The parcels.</param>
    /// <param name="classification">Official areas of the districts.</param>
    /// <param name="year">Parcels that are there in this year.</param>
    /// <param name="threads">Threads of the overlay; no result depends on it.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="progress">Parcels cut.</param>
    /// <param name="cancellation">Stops between parcels.</param>
    public static LayerExtents Compute(
        Workspace workspace, LoadedLayers layers, Classification classification, AccountingYear year,
        int threads, ProblemList problems, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var definitions = workspace.LayersOf(LayerRole.Ecosystem, year).ToImmutableArray();
        var parcels = definitions
            .Select(definition => layers.Parcels
                .Where(parcel => parcel.Feature.Layer.Id == definition.Id && parcel.Feature.IsThereIn(year))
                .ToImmutableArray())
            .ToImmutableArray();
        var overlay = AreaOverlay.Compute(
            layers.Districts.Select(outline =>
                new OverlayZone<DistrictCode>(outline.District, outline.Feature.Feature.Geometry)),
            [.. definitions.Select((definition, index) => new OverlayLayer<EcosystemTypeCode>(
                definition.Id,
                [.. parcels[index].Select(parcel => new OverlayParcel<EcosystemTypeCode>(
                    parcel.Feature.Feature.Id, parcel.Type, parcel.Feature.Feature.Geometry))]))],
            new OverlayOptions
            {
                Threads = threads,
                Progress = progress is null ? null : new OverlayStage(progress),
                CancellationToken = cancellation,
            });
        problems.AddAll(overlay.Problems.Select(FileIngest.View));
        ReportOverlaps(overlay, definitions, year, problems);
        return new LayerExtents(TableOf(overlay, parcels, classification, problems), overlay, parcels);
    }

    private static ExtentTable TableOf(
        AreaOverlayResult<DistrictCode, EcosystemTypeCode> overlay,
        ImmutableArray<ImmutableArray<EcosystemParcel>> parcels, Classification classification,
        ProblemList problems)
    {
        var districts = overlay.Zones.Select(zone => new DistrictExtent(
            zone.Key,
            Area.FromSquareMetres(zone.SquareMetres),
            classification.Find(zone.Key)!.OfficialArea,
            Area.FromSquareMetres(zone.UncoveredSquareMetres)));
        var extents = overlay.ClassAreas
            .Where(area => area.NetSquareMetres > 0)
            .Select(area => new EcosystemExtent(
                area.Zone, area.Class, Area.FromSquareMetres(area.NetSquareMetres), area.Pieces));
        return new ExtentTable(districts, extents, WaterBodiesOf(overlay, parcels, problems));
    }

    /// <summary>Lakes and reservoirs one by one: formulas per lake need each lake's whole area.</summary>
    private static List<WaterBody> WaterBodiesOf(
        AreaOverlayResult<DistrictCode, EcosystemTypeCode> overlay,
        ImmutableArray<ImmutableArray<EcosystemParcel>> parcels, ProblemList problems)
    {
        var bodies = new List<WaterBody>();
        foreach (var group in overlay.Pieces
            .Where(piece => NamedWaterTypes.Contains(piece.Class.ToString()) && piece.NetSquareMetres > 0)
            .GroupBy(piece => (piece.Layer, piece.Parcel)))
        {
            var parcel = parcels[group.Key.Layer][group.Key.Parcel];
            bodies.Add(new WaterBody(
                parcel.Feature.Feature.Id,
                parcel.Feature.Find(LayerAttribute.Name) ?? parcel.Feature.Feature.Id,
                parcel.Type,
                WholeAreaOf(parcel, problems),
                [.. group.Select(piece => new WaterBodyPart(
                    piece.Zone, Area.FromSquareMetres(piece.NetSquareMetres)))]));
        }
        return bodies;
    }

    private static Area WholeAreaOf(EcosystemParcel parcel, ProblemList problems)
    {
        var drawn = Area.FromSquareMetres(parcel.Feature.Feature.SquareMetres);
        if (parcel.Feature.Find(LayerAttribute.WholeAreaSquareKilometres) is not { } text) return drawn;
        bool isNumber = double.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double squareKilometres);
        if (isNumber && squareKilometres > 0) return Area.FromSquareKilometres(squareKilometres);
        problems.Refuse(WorkspaceProblemCode.ValueMalformed, parcel.Feature.Place,
            new($"全湖面积“{text}”不是正数（km²）。", $"The whole area '{text}' is no positive number of km²."),
            new("请改正或删除该属性。", "Correct the attribute or leave it out."));
        return drawn;
    }

    private static void ReportOverlaps(
        AreaOverlayResult<DistrictCode, EcosystemTypeCode> overlay,
        ImmutableArray<LayerDefinition> layers, AccountingYear year, ProblemList problems)
    {
        foreach (var overlap in overlay.Overlaps)
        {
            string winner = layers[overlap.WinnerLayer].Id, loser = layers[overlap.LoserLayer].Id;
            string hectares = Area.FromSquareMetres(overlap.SquareMetres).Hectares
                .ToString("F2", CultureInfo.InvariantCulture);
            string where = overlap.Longitude is null
                ? loser
                : string.Create(CultureInfo.InvariantCulture,
                    $"{loser} @{overlap.Longitude:F5},{overlap.Latitude:F5}");
            problems.Note(WorkspaceProblemCode.LayersOverlap, where,
                new($"{year} 年 {loser} 与 {winner} 重叠 {hectares} hm²（{overlap.Pairs} 处），归 {winner}。",
                    $"In {year}, {loser} overlaps {winner} by {hectares} hm² in {overlap.Pairs} places; "
                    + $"{winner} keeps it."),
                new("如不合意，请修改图层或 precedence。", "If that is not meant, mend the layers or their precedence."));
        }
    }

    private sealed class OverlayStage(IProgress<RunProgress> progress) : IProgress<OverlayProgress>
    {
        public void Report(OverlayProgress value) => progress.Report(new RunProgress(
            new("按行政区切分图斑", "cutting parcels by district"), value.ParcelsDone, value.Parcels));
    }
}
