using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Measures;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>
/// Reads what earlier years leave to a year: <c>registers/adjustments.csv</c>, signed differences of
/// corrections, and <c>registers/carried.csv</c>, amounts too small to be paid then. Each may be absent.
/// </summary>
internal static class CarriedReader
{
    /// <summary>Where the adjustments of all schemes and years are.</summary>
    public const string AdjustmentFile = "registers/adjustments.csv";

    private const string CarriedFile = "registers/carried.csv";
    private const decimal YuanMax = 1e12m;

    private static readonly ImmutableArray<string> CarriedColumns = ["scheme", "year", "household", "yuan"];

    /// <summary>The columns of the adjustments; a further one, <c>id</c>, has the number of each.</summary>
    public static ImmutableArray<string> AdjustmentColumns { get; } =
        ["scheme", "year", "district", "payee", "parcel", "payer", "yuan", "line", "reason"];

    /// <summary>The adjustments of a year, in file order.</summary>
    public static ImmutableArray<Adjustment> Adjustments(string root, AccountingYear year,
        ProblemList problems) =>
        Rows(root, AdjustmentFile, AdjustmentColumns, problems).Select(row => ReadAdjustment(row, problems))
            .OfType<Adjustment>().Where(adjustment => adjustment.Year == year).ToImmutableArray();

    /// <summary>What households have from the year before, by scheme and household.</summary>
    public static ImmutableDictionary<(SchemeCode, string), Money> Carried(
        string root, AccountingYear year, ProblemList problems)
    {
        var carried = ImmutableDictionary.CreateBuilder<(SchemeCode, string), Money>();
        foreach (var row in Rows(root, CarriedFile, CarriedColumns, problems))
        {
            string? household = row.RequireText("household", problems);
            var yuan = FigureReader.ReadNumber(row, "yuan", YuanMax, problems);
            if (SchemeAndYear(row, problems) is not var (scheme, into) || household is null || yuan is null)
                continue;
            if (into == year) carried[(scheme, household)] = Money.FromExactYuan(yuan.Value);
        }
        return carried.ToImmutable();
    }

    private static IReadOnlyList<YamlEntry> Rows(
        string root, string path, ImmutableArray<string> columns, ProblemList problems) =>
        File.Exists(Path.Combine(root, path)) ? CsvTable.Read(root, path, columns, problems) : [];

    /// <summary>The adjustment of a row or of a mapping with the same keys; null after its problems were
    /// added.</summary>
    public static Adjustment? ReadAdjustment(YamlEntry row, ProblemList problems)
    {
        var key = SchemeAndYear(row, problems);
        var district = ClaimReader.ReadDistrict(row, problems);
        string? payee = row.RequireText("payee", problems), parcel = row.RequireText("parcel", problems);
        var payer = row.RequireMember<PayerLayer>("payer", problems);
        var yuan = ReadDifference(row, problems);
        string? line = row.RequireText("line", problems), reason = row.RequireText("reason", problems);
        return key is not var (scheme, year) || district is null || payee is null || parcel is null
            || payer is null || yuan is null || line is null || reason is null
            ? null
            : new Adjustment(
                scheme, year, district.Value, payee, parcel, payer.Value, yuan.Value, line, reason, row.Place)
            {
                Number = row.OptionalText("id", problems),
            };
    }

    private static Money? ReadDifference(YamlEntry row, ProblemList problems)
    {
        if (row.RequireDecimal("yuan", problems) is not { } yuan) return null;
        var money = Money.FromExactYuan(yuan);
        if (money.Yuan == yuan && yuan != 0 && Math.Abs(yuan) <= YuanMax) return money;
        row.Find("yuan")!.Malformed(
            "yuan", "不为零、至多两位小数的元", "yuan with at most two decimals, not zero", problems);
        return null;
    }

    private static (SchemeCode Scheme, AccountingYear Year)? SchemeAndYear(YamlEntry row,
        ProblemList problems)
    {
        string? scheme = row.RequireText("scheme", problems), year = row.RequireText("year", problems);
        if (scheme is null || year is null) return null;
        if (!SchemeCode.TryParse(scheme, out var code))
        {
            row.Find("scheme")!.Malformed("scheme", "方案编号", "the id of a scheme", problems);
            return null;
        }
        if (AccountingYear.TryParse(year, out var known)) return (code, known);
        row.Find("year")!.Malformed("year", "年份", "a year", problems);
        return null;
    }
}
