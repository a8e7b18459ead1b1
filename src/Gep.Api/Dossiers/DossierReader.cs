using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Dossiers;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Measures;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;

namespace Gep.Api.Dossiers;

/// <summary>
/// Reads what a dossier holds beside the log of a schedule: tables of payees, deductions, money, land use,
/// rangers, converted land, reasons and booked penalties. Each may be absent.
/// </summary>
internal sealed class DossierReader(string root, ScheduleKey key, ProblemList problems)
{
    private const decimal YuanMax = 1e12m;
    private const string Finance = "finance";

    /// <summary>Names of the tables, by the check that reads each.</summary>
    public static readonly ImmutableArray<(string Name, ImmutableArray<string> Columns)> Tables =
    [
        ("payees.csv", ["payee", "valid", "card_masked", "card_owner"]),
        ("deductions.csv", ["line", "yuan", "purpose", "document"]),
        ("funds.csv",
            ["document", "received_yuan", "received_on", "paid_yuan", "paid_on", "use_code", "issuer"]),
        ("land-use.csv", ["parcel", "land_use", "mu"]),
        ("rangers.csv", ["identity_masked", "name", "contract", "mu"]),
        ("converted.csv", ["county", "ecological_mu", "total_mu"]),
        ("reasons.csv", ["district", "town", "village", "reason"]),
        ("penalties.csv", ["voucher", "yuan"]),
    ];

    /// <summary>The dossier on a day.</summary>
    /// <param name="on">The day.</param>
    /// <param name="entries">The log, for the public notice.</param>
    /// <param name="useCodes">Codes of use that the scheme allows.</param>
    /// <param name="yearBefore">The schedule of the year before; null when there is none.</param>
    public ScheduleDossier Read(
        DateOnly on, IEnumerable<ScheduleEntry> entries, IEnumerable<string> useCodes, Schedule? yearBefore)
    {
        var notice = entries.LastOrDefault(entry => entry.Step is ScheduleStep.Notice or ScheduleStep.Return);
        return new ScheduleDossier
        {
            On = on,
            NoticedOn = notice?.Step == ScheduleStep.Notice
                ? DateOnly.FromDateTime(notice.At.DateTime)
                : null,
            Payees = Each("payees.csv", Payee),
            Deductions = Each("deductions.csv", Deduction),
            Flows = Each("funds.csv", Flow),
            Ineligible = Each("land-use.csv", LandUse),
            Rangers = Each("rangers.csv", Ranger),
            Converted = Each("converted.csv", Land),
            ExplainedVillages = [.. Each("reasons.csv", Reason)],
            BookedPenalties = Has("penalties.csv")
                ? Each("penalties.csv", Penalty).Aggregate(Money.Zero, (sum, row) => sum + row.Amount)
                : null,
            AllowedUseCodes = [.. useCodes],
            YearBefore = yearBefore,
        };
    }

    private string PathOf(string name) => $"{key.Folder}/{name}";

    private bool Has(string name) => File.Exists(Path.Combine(root, key.Folder, name));

    private ImmutableArray<T> Each<T>(string name, Func<YamlEntry, T?> read)
        where T : class
    {
        if (!Has(name)) return [];
        var columns = Tables.Single(table => table.Name == name).Columns;
        var rows = ImmutableArray.CreateBuilder<T>();
        foreach (var row in CsvTable.Read(root, PathOf(name), columns, problems))
        {
            if (read(row) is { } item) rows.Add(item);
            row.RefuseUnknownKeys(problems);
        }
        return rows.ToImmutable();
    }

    private PayeeRecord? Payee(YamlEntry row)
    {
        string? payee = row.RequireText("payee", problems);
        bool? isValid = row.OptionalFlag("valid", problems);
        string? card = row.OptionalText("card_masked", problems);
        string? owner = row.OptionalText("card_owner", problems);
        return payee is null ? null : new PayeeRecord(payee, isValid ?? true, card, owner);
    }

    private DeductionRecord? Deduction(YamlEntry row)
    {
        string? line = row.RequireText("line", problems), purpose = row.RequireText("purpose", problems);
        var yuan = FigureReader.ReadNumber(row, "yuan", YuanMax, problems);
        bool isDeclared = row.OptionalText("document", problems) is not null;
        return line is null || purpose is null || yuan is null
            ? null
            : new DeductionRecord(line, Money.FromExactYuan(yuan.Value), purpose, isDeclared);
    }

    private FundFlow? Flow(YamlEntry row)
    {
        string? document = row.RequireText("document", problems);
        var received = FigureReader.ReadNumber(row, "received_yuan", YuanMax, problems);
        var receivedOn = row.RequireDate("received_on", problems);
        var paid = FigureReader.ReadNumber(row, "paid_yuan", YuanMax, problems);
        var paidOn = row.OptionalDate("paid_on", problems);
        string? use = row.RequireText("use_code", problems), issuer = row.RequireText("issuer", problems);
        return document is null || received is null || receivedOn is null || paid is null || use is null
            || issuer is null
            ? null
            : new FundFlow(
                document, Money.FromExactYuan(received.Value), receivedOn.Value,
                Money.FromExactYuan(paid.Value), paidOn, use, issuer == Finance);
    }

    private LandUseFinding? LandUse(YamlEntry row)
    {
        string? parcel = row.RequireText("parcel", problems), use = row.RequireText("land_use", problems);
        var mu = FigureReader.ReadNumber(row, "mu", RegisterParcel.AreaMuMax, problems);
        return parcel is null || use is null || mu is null
            ? null : new LandUseFinding(parcel, use, mu.Value);
    }

    private RangerRecord? Ranger(YamlEntry row)
    {
        string? identity = row.RequireText("identity_masked", problems);
        string? name = row.RequireText("name", problems);
        string? contract = row.OptionalText("contract", problems);
        var mu = FigureReader.ReadNumber(row, "mu", RegisterParcel.AreaMuMax, problems);
        return identity is null || name is null || mu is null
            ? null : new RangerRecord(identity, name, contract, mu.Value);
    }

    private ConvertedLand? Land(YamlEntry row)
    {
        string? county = row.RequireText("county", problems);
        var ecological = FigureReader.ReadNumber(row, "ecological_mu", RegisterParcel.AreaMuMax, problems);
        var total = FigureReader.ReadNumber(row, "total_mu", RegisterParcel.AreaMuMax, problems);
        return county is null || ecological is null || total is null
            ? null : new ConvertedLand(county, ecological.Value, total.Value);
    }

    private string? Reason(YamlEntry row)
    {
        string? district = row.RequireText("district", problems), reason = row.RequireText("reason",
            problems);
        string town = row.OptionalText("town", problems) ?? "";
        string village = row.OptionalText("village", problems) ?? "";
        return district is null || reason is null ? null : $"{district} {town} {village}";
    }

    private DeductionRecord? Penalty(YamlEntry row)
    {
        string? voucher = row.RequireText("voucher", problems);
        var yuan = row.RequireDecimal("yuan", problems);
        return voucher is null || yuan is null
            ? null : new DeductionRecord(voucher, Money.FromExactYuan(yuan.Value), "", IsDeclared: true);
    }
}
