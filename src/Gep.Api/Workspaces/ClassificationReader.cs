using System.Collections.Immutable;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Api.Workspaces;

/// <summary>Reads <c>classifications/</c>: districts.csv, ecosystem-types.yaml, services.yaml.</summary>
internal static class ClassificationReader
{
    private const string DistrictsFile = "classifications/districts.csv";
    private const string TypesFile = "classifications/ecosystem-types.yaml";
    private const string ServicesFile = "classifications/services.yaml";

    /// <summary>Larger than any country; catches an area in m² or hm².</summary>
    private const decimal SquareKilometresMost = 20_000_000m;

    private static readonly string[] DistrictColumns =
        ["code", "name_zh", "name_en", "official_area_km2", "source", "confidence"];

    /// <summary>
    /// The classification of a workspace; what could not be read is left out after its problems were added.
    /// </summary>
    public static Classification Read(string root, ProblemList problems)
    {
        var districts = CsvTable.Read(root, DistrictsFile, DistrictColumns, problems)
            .Select(row => (Entry: row, Read: District(row, problems)))
            .ToList();
        var types = Items(root, TypesFile, "ecosystem_types", problems)
            .Select(entry => (Entry: entry, Read: EcosystemType(entry, problems)))
            .ToList();
        var services = Items(root, ServicesFile, "services", problems)
            .Select(entry => (Entry: entry, Read: Service(entry, problems)))
            .ToList();
        return new Classification(
            Distinct(districts, district => district.Code.ToString(), problems),
            OnceEach(Distinct(types, type => type.Code.ToString(), problems), problems),
            Distinct(services, service => service.Code.ToString(), problems));
    }

    /// <summary>The code of an ecosystem type under a key, which must be in the classification.</summary>
    public static EcosystemTypeCode? RequireType(
        YamlEntry entry, string key, Classification classification, ProblemList problems)
    {
        string? text = entry.RequireText(key, problems);
        if (text is null) return null;
        if (EcosystemTypeCode.TryParse(text, out var code) && classification.Find(code) is not null)
            return code;
        problems.Refuse(WorkspaceProblemCode.EcosystemTypeUnknown, entry.Find(key)!.Place,
            new($"生态系统类型 {text} 不在分类中。", $"The ecosystem type {text} is not in the classification."),
            new($"请使用 {TypesFile} 中的代码。", $"Use a code of {TypesFile}."));
        return null;
    }

    /// <summary>The code of a service under a key, which must be in the classification.</summary>
    public static ServiceCode? RequireService(
        YamlEntry entry, string key, Classification classification, ProblemList problems)
    {
        string? text = entry.RequireText(key, problems);
        if (text is null) return null;
        if (ServiceCode.TryParse(text, out var code) && classification.Find(code) is not null) return code;
        problems.Refuse(WorkspaceProblemCode.ServiceUnknown, entry.Find(key)!.Place,
            new($"服务 {text} 不在分类中。", $"The service {text} is not in the classification."),
            new($"请使用 {ServicesFile} 中的代码。", $"Use a code of {ServicesFile}."));
        return null;
    }

    private static IReadOnlyList<YamlEntry> Items(string root, string file, string key, ProblemList problems)
    {
        var entry = YamlFile.Read(root, file, problems);
        var items = entry?.Require(key, problems)?.Items ?? [];
        entry?.RefuseUnknownKeys(problems);
        return items;
    }

    private static District? District(YamlEntry row, ProblemList problems)
    {
        string? text = row.RequireText("code", problems);
        string? chinese = row.RequireText("name_zh", problems);
        string? english = row.RequireText("name_en", problems);
        decimal? area = row.RequireDecimal("official_area_km2", problems);
        var source = SourceReader.ReadRow(row, problems);
        row.RefuseUnknownKeys(problems);
        if (text is null || chinese is null || english is null || area is null || source is null) return null;
        if (!DistrictCode.TryParse(text, out var code))
        {
            row.Find("code")!.Malformed("code", "六位行政区划代码", "a division code of six digits", problems);
            return null;
        }
        if (area is <= 0 or > SquareKilometresMost)
        {
            problems.Refuse(WorkspaceProblemCode.ValueOutOfRange, row.Place,
                new($"面积 {area} km² 不合理。", $"An area of {area} km² is not plausible."),
                new("请以平方千米填写。", "Give it in square kilometres."));
            return null;
        }
        return new District(
            code, new(chinese, english), Area.FromSquareKilometres((double)area.Value), source);
    }

    private static EcosystemType? EcosystemType(YamlEntry entry, ProblemList problems)
    {
        string? text = entry.RequireText("code", problems);
        var name = entry.RequireNames("name", problems);
        var items = entry.Find("survey_codes")?.Items ?? [];
        var survey = items.Select(item => item.Text ?? "").ToImmutableArray();
        entry.RefuseUnknownKeys(problems);
        if (text is null || name is null) return null;
        if (EcosystemTypeCode.TryParse(text, out var code))
            return new EcosystemType(code, name.Value, survey);
        entry.Find("code")!.Malformed("code", "如 FOR/EBF 的代码", "a code such as FOR/EBF", problems);
        return null;
    }

    private static EcosystemService? Service(YamlEntry entry, ProblemList problems)
    {
        string? text = entry.RequireText("code", problems);
        string? indicator = entry.RequireText("indicator", problems);
        var name = entry.RequireNames("name", problems);
        var group = entry.RequireMember<ServiceGroup>("group", problems);
        var items = new List<KeyValuePair<string, BilingualText>>();
        foreach (var item in entry.Find("items")?.Items ?? [])
        {
            string? code = item.RequireText("code", problems);
            var label = item.RequireNames("name", problems);
            item.RefuseUnknownKeys(problems);
            if (code is not null && label is not null) items.Add(new(code, label.Value));
        }
        entry.RefuseUnknownKeys(problems);
        if (text is null || indicator is null || name is null || group is null) return null;
        if (ServiceCode.TryParse(text, out var service))
            return new EcosystemService(service, indicator, name.Value, group.Value, [.. items]);
        entry.Find("code")!.Malformed(
            "code", "如 water-conservation 的代码", "a code such as water-conservation", problems);
        return null;
    }

    private static List<T> Distinct<T>(
        IEnumerable<(YamlEntry Entry, T? Read)> entries, Func<T, string> codeOf, ProblemList problems)
        where T : class
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<T>();
        foreach (var (entry, read) in entries)
        {
            if (read is null) continue;
            if (seen.Add(codeOf(read))) kept.Add(read);
            else Repeated(entry.Place, codeOf(read), problems);
        }
        return kept;
    }

    /// <summary>A land-survey code maps to one ecosystem type only: rule M1.</summary>
    private static List<EcosystemType> OnceEach(List<EcosystemType> types, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<EcosystemType>();
        foreach (var type in types)
        {
            foreach (string code in type.SurveyCodes.Where(seen.Contains))
                Repeated(TypesFile, code, problems);
            kept.Add(type with { SurveyCodes = [.. type.SurveyCodes.Where(seen.Add)] });
        }
        return kept;
    }

    private static void Repeated(string place, string code, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.EntryDuplicate, place,
            new($"{code} 重复。", $"{code} stands twice."), new("请只保留一处。", "Keep one of them."));
}
