using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Areas;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>
/// What offices keep beside the register of parcels, in <c>registers/</c>: certificates of land rights,
/// changes within a year, inspections, and ground that lies in several parcels. Each file may be absent.
/// </summary>
/// <param name="Certificates">Certified areas.</param>
/// <param name="Changes">Changes of areas within years.</param>
/// <param name="Inspections">Inspections.</param>
/// <param name="Pieces">Ground that lies in parcels of several schemes.</param>
internal sealed record RegisterFiles(
    ImmutableArray<LandCertificate> Certificates,
    ImmutableArray<AreaChange> Changes,
    ImmutableArray<ParcelInspection> Inspections,
    ImmutableArray<AtomicPiece> Pieces)
{
    private const string Folder = "registers";
    private const decimal WholeShare = 1m;

    /// <summary>The files of a workspace.</summary>
    public static RegisterFiles Read(string root, ProblemList problems) => new(
        Each(root, "certificates.csv", ["layer", "parcel", "number", "mu"], problems, row =>
            Text(row, "number", problems) is { } number && Mu(row, problems) is { } mu
                && Member(row, problems) is var (layer, parcel)
                ? new LandCertificate(layer, parcel, number, mu, row.Place) : null),
        Each(root, "changes.csv", ["layer", "parcel", "day", "mu", "document"], problems, row =>
            row.RequireDate("day", problems) is { } day && Mu(row, problems) is { } mu
                && Text(row, "document", problems) is { } document && Member(row, problems) is var (layer,
                    parcel)
                ? new AreaChange(layer, parcel, day, mu, document, row.Place) : null),
        Each(root, "inspections.csv", ["layer", "parcel", "accepted_share", "certificate"], problems, row =>
            FigureReader.ReadNumber(row, "accepted_share", WholeShare, problems) is { } share
                && Text(row, "certificate", problems) is { } certificate
                && Member(row, problems) is var (layer, parcel)
                ? new ParcelInspection(layer, parcel, share, certificate, row.Place) : null),
        ReadPieces(root, problems));

    private static ImmutableArray<AtomicPiece> ReadPieces(string root, ProblemList problems)
    {
        var rows = Each(root, "pieces.csv", ["piece", "layer", "parcel", "mu"], problems, row =>
            Text(row, "piece", problems) is { } piece && Mu(row, problems) is { } mu
                && Member(row, problems) is var (layer, parcel)
                ? new PieceRow(piece, (layer, parcel), mu, row.Place) : null);
        foreach (var other in rows.GroupBy(row => row.Piece, StringComparer.Ordinal)
            .SelectMany(group => group.Where(row => row.Mu != group.First().Mu)))
        {
            problems.Refuse(WorkspaceProblemCode.EntryDuplicate, other.Place,
                new($"重叠块 {other.Piece} 的面积前后不同。", $"The piece {other.Piece} has two areas."),
                new("同一块的各行应写同一面积。", "Write the same area in each row of a piece."));
        }
        return [.. rows.GroupBy(row => row.Piece, StringComparer.Ordinal).Select(group => new AtomicPiece(
            [.. group.Select(row => row.Member)], group.First().Mu, group.First().Place))];
    }

    private static ImmutableArray<T> Each<T>(
        string root, string name, ImmutableArray<string> columns, ProblemList problems,
        Func<YamlEntry, T?> read)
        where T : class
    {
        string path = $"{Folder}/{name}";
        return File.Exists(Path.Combine(root, path))
            ? [.. CsvTable.Read(root, path, columns, problems).Select(read).OfType<T>()]
            : [];
    }

    private static string? Text(YamlEntry row, string key, ProblemList problems) =>
        row.RequireText(key, problems);

    private static decimal? Mu(YamlEntry row, ProblemList problems) =>
        FigureReader.ReadNumber(row, "mu", RegisterParcel.AreaMuMax, problems);

    private static (string Layer, string Parcel)? Member(YamlEntry row, ProblemList problems)
    {
        string? layer = row.RequireText("layer", problems), parcel = row.RequireText("parcel", problems);
        return layer is null || parcel is null ? null : (layer, parcel);
    }

    private sealed record PieceRow(string Piece, (string, string) Member, decimal Mu, string Place);
}
