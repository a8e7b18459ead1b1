using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>
/// Reads the claims of a workspace, <c>claims/&lt;scheme&gt;-&lt;year&gt;.csv</c>. Every problem is kept with
/// file and line; the rows without one are read. Whether ids and numbers can be is for the draw to say.
/// </summary>
internal static partial class ClaimReader
{
    /// <summary>Where they are.</summary>
    public const string Folder = "claims";

    /// <summary>The columns of a file.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "id", "district", "town", "village", "payee", "parcel", "crop", "damaged_mu", "loss_day",
        "verified_loss_yuan", "certificate", "verified_on",
    ];

    /// <summary>All claims, in order of file names and rows.</summary>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="problems">Where problems go.</param>
    public static ImmutableArray<LossClaim> ReadAll(string root, ProblemList problems)
    {
        string folder = Path.Combine(root, Folder);
        if (!Directory.Exists(folder)) return [];
        var claims = ImmutableArray.CreateBuilder<LossClaim>();
        var names = Directory.GetFiles(folder, "*.csv").Select(path => Path.GetFileName(path));
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            string place = $"{Folder}/{name}";
            if (TryReadName(name, out var scheme, out var year))
            {
                claims.AddRange(ReadFile(root, place, scheme, year, problems));
                continue;
            }
            problems.Refuse(WorkspaceProblemCode.ClaimFileMisnamed, place,
                new("文件名应为 方案编号-年份.csv。", "The name should be scheme-year.csv."),
                new("请改名，例如 wh-chenhu-2019.csv。", "Rename it, for example wh-chenhu-2019.csv."));
        }
        return claims.ToImmutable();
    }

    /// <summary>Scheme and year of a file name.</summary>
    public static bool TryReadName(string name, out SchemeCode scheme, out AccountingYear year)
    {
        var match = FileName().Match(name);
        (scheme, year) = (default, default);
        return match.Success
            && SchemeCode.TryParse(match.Groups["scheme"].Value.ToUpperInvariant(), out scheme)
            && AccountingYear.TryParse(match.Groups["year"].Value, out year);
    }

    private static IEnumerable<LossClaim> ReadFile(
        string root, string relativePath, SchemeCode scheme, AccountingYear year, ProblemList problems) =>
        CsvTable.Read(root, relativePath, Columns, problems)
            .Select(row => ReadRow(row, scheme, year, problems))
            .OfType<LossClaim>();

    /// <summary>The claim of a row or of a mapping with the same keys; null after its problems were
    /// added.</summary>
    public static LossClaim? ReadRow(
        YamlEntry row, SchemeCode scheme, AccountingYear year, ProblemList problems)
    {
        string? id = row.RequireText("id", problems);
        var district = ReadDistrict(row, problems);
        string? town = row.RequireText("town", problems), village = row.RequireText("village", problems);
        string? payee = row.RequireText("payee", problems), parcel = row.RequireText("parcel", problems);
        string? crop = row.RequireText("crop", problems);
        var damagedMu = row.RequireDecimal("damaged_mu", problems);
        var lossDay = row.RequireDate("loss_day", problems);
        var loss = row.RequireDecimal("verified_loss_yuan", problems);
        string? certificate = row.OptionalText("certificate", problems);
        var verifiedOn = row.OptionalDate("verified_on", problems);
        row.RefuseUnknownKeys(problems);
        if (id is null || district is null || town is null || village is null || payee is null
            || parcel is null || crop is null || damagedMu is null || lossDay is null || loss is null)
        {
            return null;
        }
        return new LossClaim(
            id, scheme, year, district.Value, town, village, payee, parcel, crop, damagedMu.Value,
            lossDay.Value, loss.Value, certificate, verifiedOn, row.Place);
    }

    /// <summary>The district of a row, or null after its problem was added.</summary>
    public static DistrictCode? ReadDistrict(YamlEntry row, ProblemList problems)
    {
        if (row.RequireText("district", problems) is not { } text) return null;
        if (DistrictCode.TryParse(text, out var district)) return district;
        row.Find("district")!.Malformed("district", "六位区划代码", "a six-digit division code", problems);
        return null;
    }

    [GeneratedRegex("^(?<scheme>[a-z0-9-]+)-(?<year>[0-9]{4})\\.csv$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
