using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Areas;
using Gep.Accounting.Problems;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Compensation;

/// <summary>
/// One hand-computed case of tests/worked-examples: a scheme of the pack or of its own, inputs, expectations.
/// </summary>
internal sealed class WorkedExample
{
    public const string Folder = "worked-examples";

    private readonly YamlEntry entry;
    private readonly ProblemList problems = new();

    public WorkedExample(string relativePath)
    {
        entry = YamlFile.Read(Repository.PathOf("tests", Folder), relativePath, problems)
            ?? throw new InvalidOperationException($"{relativePath} cannot be read.");
        Expect = entry.Find("expect")
            ?? throw new InvalidOperationException($"{relativePath} expects nothing.");
        Year = AccountingYear.Of(entry.RequireInteger("year", problems)!.Value);
    }

    /// <summary>What must come out.</summary>
    public YamlEntry Expect { get; }

    public AccountingYear Year { get; }

    /// <summary>Whether a file is a case of a scheme, not of an ecosystem service.</summary>
    public static bool IsOfScheme(string path) =>
        File.ReadLines(path).Any(line => line.StartsWith("pack:", StringComparison.Ordinal)
            || line.StartsWith("scheme:", StringComparison.Ordinal));

    /// <summary>The codes of all problems and the schedule, if one was drawn.</summary>
    public (Schedule? Schedule, ImmutableArray<string> Codes) Draw()
    {
        var pack = SchemeReader.ReadAll(Repository.PathOf("data"), problems);
        var scheme = entry.Find("pack") is { } name
            ? pack.Single(candidate => candidate.Code == SchemeCode.Of(name.Text!.ToUpperInvariant()))
            : SchemeReader.Read(entry.Find("scheme")!, problems);
        if (scheme is null || problems.HasRefusal)
            return (null, [.. problems.All.Select(problem => problem.Code)]);
        var input = entry.Find("input")!;
        var draft = DrawSchedule.For(scheme, Year, new ScheduleInputs
        {
            Parcels = [.. (input.Find("parcels")?.Items ?? []).Select(ParcelOf)],
            Claims = [.. (input.Find("claims")?.Items ?? []).Select(claim => ClaimOf(claim, scheme.Code))],
            Certificates = [.. (input.Find("certificates")?.Items ?? []).Select(CertificateOf)],
            Items = [.. (input.Find("items")?.Items ?? []).Select(item =>
                MonitoringReader.ReadRow(item, scheme.Code, Year, problems)!)],
            AreaChanges = [.. (input.Find("changes")?.Items ?? []).Select(ChangeOf)],
            Inspections = [.. (input.Find("inspections")?.Items ?? []).Select(InspectionOf)],
            Pieces = [.. (input.Find("pieces")?.Items ?? []).Select(PieceOf)],
            Schemes = [scheme, .. pack.Where(one => one.Code != scheme.Code), .. Others()],
        });
        Assert.DoesNotContain(problems.All, problem => problem.Severity == ProblemSeverity.Refusal);
        return (draft.Schedule, [.. draft.Problems.Select(problem => WorkspaceProblem.CodeOf(problem.Code))]);
    }

    private RegisterParcel ParcelOf(YamlEntry item)
    {
        decimal mu = item.RequireDecimal("mu", problems)!.Value;
        return new RegisterParcel(
            item.RequireText("id", problems)!,
            item.OptionalText("layer", problems) ?? "forests",
            DistrictOf(item), "", "", "payee",
            item.OptionalText("ownership", problems),
            item.OptionalText("grade", problems),
            item.OptionalText("reserve", problems),
            item.OptionalText("zone", problems),
            mu, (double)mu, null, item.Place);
    }

    private IEnumerable<Scheme> Others() =>
        (entry.Find("others")?.Items ?? []).Select(other => SchemeReader.Read(other, problems)!);

    private AreaChange ChangeOf(YamlEntry item) => new(
        item.RequireText("layer", problems)!, item.RequireText("parcel", problems)!,
        item.RequireDate("day", problems)!.Value, item.RequireDecimal("mu", problems)!.Value,
        item.RequireText("document", problems)!, item.Place);

    private ParcelInspection InspectionOf(YamlEntry item) => new(
        item.RequireText("layer", problems)!, item.RequireText("parcel", problems)!,
        item.RequireDecimal("accepted", problems)!.Value, item.RequireText("certificate", problems)!,
            item.Place);

    private AtomicPiece PieceOf(YamlEntry item) => new(
        [.. item.Find("members")!.Items.Select(member =>
            (member.RequireText("layer", problems)!, member.RequireText("parcel", problems)!))],
        item.RequireDecimal("mu", problems)!.Value, item.Place);

    private LossClaim ClaimOf(YamlEntry item, SchemeCode scheme) => new(
        item.RequireText("id", problems)!, scheme, Year, DistrictOf(item), "示意一乡",
        item.RequireText("village", problems)!, item.RequireText("payee", problems)!,
        item.RequireText("id", problems)!, "晚稻", 1m, item.RequireDate("day", problems)!.Value,
        item.RequireDecimal("loss", problems)!.Value, "示意核", item.RequireDate("day", problems),
            item.Place);

    private LandCertificate CertificateOf(YamlEntry item) => new(
        item.RequireText("layer", problems)!, item.RequireText("parcel", problems)!,
        item.RequireText("number", problems)!, item.RequireDecimal("mu", problems)!.Value, item.Place);

    private DistrictCode DistrictOf(YamlEntry item) =>
        DistrictCode.TryParse(item.RequireText("district", problems), out var district)
            ? district
            : throw new InvalidOperationException($"{item.Place}: no district.");
}
