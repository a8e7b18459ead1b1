using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gep.Accounting.Accounts;
using Gep.Accounting.Parameters;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>Writes an account as JSON in one order: the same account gives the same bytes.</summary>
/// <remarks>
/// Yuan are decimal strings, physical numbers the shortest text that reads back to the same double. The
/// result hash is the SHA-256, in hex, of <c>{"lines":[…],"totals":{…}}</c> without white space.
/// </remarks>
internal static class AccountJson
{
    private const string UnattributedType = "unattributed";

    /// <summary>Chinese stays readable; the file is data, not part of a web page.</summary>
    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions Compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the whole document, ending with a line feed.</summary>
    public static void Write(Stream output, AccountReport report)
    {
        var account = report.Account;
        using (var json = new Utf8JsonWriter(output, Pretty))
        {
            json.WriteStartObject();
            json.WriteString("workspace", report.Workspace);
            json.WriteNumber("year", account.Year.Number);
            json.WriteString("profile", account.Profile.Id);
            json.WriteString("snapshot", report.Snapshot);
            json.WriteString("resultHash", ResultHash(account));
            WriteLines(json, account);
            WriteTotals(json, account);
            WriteChecks(json, account.Checks);
            WriteExtents(json, account);
            AccountQualityJson.Write(json, report);
            WriteProblems(json, report);
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    /// <summary>SHA-256 of the canonical JSON of lines and totals, lower-case hex.</summary>
    public static string ResultHash(GepAccount account)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            WriteLines(json, account);
            WriteTotals(json, account);
            json.WriteEndObject();
        }
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void WriteLines(Utf8JsonWriter json, GepAccount account)
    {
        json.WriteStartArray("lines");
        foreach (var line in account.Lines)
        {
            json.WriteStartObject();
            json.WriteString("id", line.Id);
            json.WriteString("district", line.District.ToString());
            json.WriteString("service", line.Service.ToString());
            json.WriteString("item", line.Item);
            json.WriteString("ecosystemType", line.EcosystemType?.ToString());
            json.WriteNumber("extentSquareMetres", line.Extent.SquareMetres);
            json.WriteNumber("physicalQuantity", line.PhysicalQuantity.Amount);
            json.WriteString("unit", line.PhysicalQuantity.Unit.ToString());
            WriteUnitValue(json, line.UnitValue);
            json.WriteString("valueYuan", line.Value.ToString());
            json.WriteBoolean("booked", line.Booked);
            json.WriteStartArray("flags");
            foreach (var flag in line.Flags) json.WriteStringValue(WorkspaceProblem.CodeOf(flag));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteUnitValue(Utf8JsonWriter json, UnitValue unitValue)
    {
        json.WriteString("unitValue", unitValue.Yuan.ToString(CultureInfo.InvariantCulture));
        json.WriteString("unitValueUnit", unitValue.Unit.ToString());
        json.WriteString("unitValueId", unitValue.Id);
        json.WriteNumber("priceYear", unitValue.PriceYear);
        json.WriteString("priceMode", WorkspaceProblem.CodeOf(unitValue.Mode));
        json.WriteStartObject("source");
        json.WriteString("key", unitValue.Source.Key);
        json.WriteString("place", unitValue.Source.Place);
        json.WriteString("confidence", WorkspaceProblem.CodeOf(unitValue.Source.Confidence));
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, GepAccount account)
    {
        var totals = account.Totals;
        json.WriteStartObject("totals");
        json.WriteString("gepYuan", totals.Gep.ToString());
        WriteMap(json, "byDistrict", totals.ByDistrict, key => key.ToString());
        WriteMap(json, "byService", totals.ByService, key => key.ToString());
        WriteMap(json, "byEcosystemType", totals.ByEcosystemType, key => key?.ToString() ?? UnattributedType);
        WriteMap(json, "byGroup", totals.ByGroup, WorkspaceProblem.CodeOf);
        WriteMap(json, "memorandum", totals.Memorandum, key => key.ToString());
        json.WriteEndObject();
    }

    private static void WriteMap<TKey>(
        Utf8JsonWriter json, string name, IEnumerable<TotalOf<TKey>> totals, Func<TKey, string> keyOf)
    {
        json.WriteStartObject(name);
        foreach (var total in totals) json.WriteString(keyOf(total.Key), total.Value.ToString());
        json.WriteEndObject();
    }

    /// <summary>The checks of an account or a comparison, as member <c>checks</c>.</summary>
    public static void WriteChecks(Utf8JsonWriter json, IEnumerable<AccountCheck> checks)
    {
        json.WriteStartArray("checks");
        foreach (var check in checks)
        {
            json.WriteStartObject();
            json.WriteString("code", check.Code);
            json.WriteNumber("residual", check.Residual);
            json.WriteString("unit", check.Unit.ToString());
            json.WriteBoolean("passed", check.Passed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteExtents(Utf8JsonWriter json, GepAccount account)
    {
        json.WriteStartArray("extents");
        foreach (var district in account.Extents.Districts)
        {
            json.WriteStartObject();
            json.WriteString("district", district.District.ToString());
            json.WriteNumber("measuredSquareMetres", district.Measured.SquareMetres);
            json.WriteNumber("officialSquareMetres", district.Official.SquareMetres);
            json.WriteNumber("uncoveredSquareMetres", district.Uncovered.SquareMetres);
            json.WriteStartArray("ecosystemTypes");
            foreach (var extent in account.Extents.In(district.District))
            {
                json.WriteStartObject();
                json.WriteString("ecosystemType", extent.Type.ToString());
                json.WriteNumber("squareMetres", extent.Area.SquareMetres);
                json.WriteNumber("parcels", extent.Parcels);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteProblems(Utf8JsonWriter json, AccountReport report)
    {
        json.WriteStartArray("problems");
        foreach (var problem in report.Problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            json.WriteString("severity", WorkspaceProblem.CodeOf(problem.Severity));
            json.WriteString("where", problem.Where);
            json.WriteString("zh", problem.Text.Chinese);
            json.WriteString("en", problem.Text.English);
            json.WriteString("remedyZh", problem.Remedy.Chinese);
            json.WriteString("remedyEn", problem.Remedy.English);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
