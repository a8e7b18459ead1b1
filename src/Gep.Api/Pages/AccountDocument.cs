using System.Globalization;
using System.Text.Json;
using Gep.Accounting.Accounts;
using Gep.Accounting.Measures;
using Gep.Api.Accounts;
using Gep.Api.Workspaces;

namespace Gep.Api.Pages;

/// <summary>
/// The account of a year by district, service and ecosystem type, with extents, checks, ranges and problems.
/// Yuan are decimal texts.
/// </summary>
internal static class AccountDocument
{
    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter json, AccountReport report, string snapshot)
    {
        var account = report.Account;
        json.WriteStartObject();
        json.WriteString("snapshot", snapshot);
        json.WriteNumber("year", account.Year.Number);
        json.WriteString("profile", account.Profile.Id);
        json.WriteString("resultHash", AccountJson.ResultHash(account));
        json.WriteNumber("lines", account.Lines.Length);
        WriteFlags(json, account);
        json.WriteStartObject("region");
        WriteIndicators(json, account.Region);
        WriteValues(json, account.Lines);
        json.WriteEndObject();
        json.WriteStartArray("districts");
        foreach (var indicators in account.Indicators)
        {
            json.WriteStartObject();
            WriteIndicators(json, indicators);
            WriteValues(json, [.. account.Lines.Where(line => line.District == indicators.District)]);
            WriteExtents(json, account, indicators);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteRanges(json, account);
        PageJson.WriteChecks(json, account.Checks);
        PageJson.WriteProblems(json, report.Problems);
        json.WriteEndObject();
    }

    private static void WriteFlags(Utf8JsonWriter json, GepAccount account)
    {
        json.WriteStartObject("flags");
        foreach (var flag in account.Lines.SelectMany(line => line.Flags).GroupBy(flag => flag)
            .OrderBy(group => group.Key))
            json.WriteNumber(WorkspaceProblem.CodeOf(flag.Key), flag.Count());
        json.WriteEndObject();
    }

    private static void WriteIndicators(Utf8JsonWriter json, DistrictIndicators indicators)
    {
        json.WriteString("code", indicators.District.ToString());
        json.WriteString("gepYuan", indicators.Gep.ToString());
        json.WriteNumber("officialSquareMetres", indicators.OfficialArea.SquareMetres);
        WriteNumber(json, "yuanPerSquareKilometre", indicators.YuanPerSquareKilometre);
        WriteNumber(json, "yuanPerHead", indicators.YuanPerHead);
        WriteNumber(json, "gepToGdp", indicators.GepToGdp);
        WriteNumber(json, "population", indicators.Population);
        WriteNumber(json, "gdpYuan", indicators.GdpYuan);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number) =>
        json.WriteString(name, number?.ToString(CultureInfo.InvariantCulture));

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyCollection<AccountLine> lines)
    {
        PageJson.WriteYuan(json, "byService", SumBy(
            lines.Where(line => line.Booked), line => line.Service.ToString()));
        PageJson.WriteYuan(json, "byEcosystemType", SumBy(
            lines.Where(line => line.Booked), line => line.EcosystemType?.Level1.ToString() ?? ""));
        PageJson.WriteYuan(json, "memorandum", SumBy(
            lines.Where(line => !line.Booked), line => line.Service.ToString()));
    }

    private static IEnumerable<KeyValuePair<string, Money>> SumBy(
        IEnumerable<AccountLine> lines, Func<AccountLine, string> keyOf) =>
        lines.GroupBy(keyOf, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(
                group.Key, group.Aggregate(Money.Zero, (sum, line) => sum + line.Value)));

    private static void WriteExtents(
        Utf8JsonWriter json, GepAccount account, DistrictIndicators indicators)
    {
        var district = account.Extents.Districts.First(each => each.District == indicators.District);
        json.WriteNumber("measuredSquareMetres", district.Measured.SquareMetres);
        json.WriteNumber("uncoveredSquareMetres", district.Uncovered.SquareMetres);
        json.WriteStartArray("extents");
        foreach (var extent in account.Extents.In(indicators.District))
        {
            json.WriteStartObject();
            json.WriteString("type", extent.Type.ToString());
            json.WriteNumber("squareMetres", extent.Area.SquareMetres);
            json.WriteNumber("parcels", extent.Parcels);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRanges(Utf8JsonWriter json, GepAccount account)
    {
        json.WriteStartArray("ranges");
        foreach (var range in ServiceRange.Of(account))
        {
            json.WriteStartObject();
            json.WriteString("service", range.Service.ToString());
            json.WriteString("lowYuan", range.Low.ToString());
            json.WriteString("centralYuan", range.Central.ToString());
            json.WriteString("highYuan", range.High.ToString());
            json.WriteString("grade", range.Grade.ToString());
            json.WriteNumber("lines", range.Lines);
            json.WriteNumber("lowConfidenceLines", range.LowConfidenceLines);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
