using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>
/// Reads <c>parameters/services/</c>: one parameter a file, values by ecosystem type and day.
/// </summary>
internal static class ParameterReader
{
    private const string Folder = "parameters/services";
    private const string AllTypes = "*";

    /// <summary>
    /// The table; parameters that could not be read are left out after their problems were added.
    /// </summary>
    public static ParameterTable Read(string root, Classification classification, ProblemList problems)
    {
        var parameters = new List<ServiceParameter>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in WorkspaceFolder.YamlFiles(root, Folder, problems))
        {
            if (YamlFile.Read(root, path, problems) is not { } entry) continue;
            foreach (var parameter in ReadFile(entry, classification, problems))
            {
                if (seen.Add(parameter.History.Id)) parameters.Add(parameter);
                else Repeated(parameter, problems);
            }
        }
        return new ParameterTable(parameters);
    }

    private static List<ServiceParameter> ReadFile(
        YamlEntry entry, Classification classification, ProblemList problems)
    {
        string? id = entry.RequireText("id", problems);
        var service = ClassificationReader.RequireService(entry, "service", classification, problems);
        var label = entry.RequireNames("name", problems);
        string? name = entry.RequireText("parameter", problems);
        string? unitText = entry.RequireText("unit", problems);
        var checkedUntil = entry.OptionalDate("checked_until", problems);
        var values = entry.Require("values", problems)?.Items ?? [];
        entry.RefuseUnknownKeys(problems);
        var need = service is null || name is null ? null : ServiceMethods.FindNeed(service.Value, name);
        if (service is not null && name is not null && need is null)
            Unknown(entry, service.Value, name, problems);
        if (need is not null && unitText is not null && unitText != need.Unit.ToString())
            WrongUnit(entry.Find("unit")!.Place, unitText, need.Unit, problems);
        var read = Values(values, need, classification, problems);
        if (id is null || service is null || label is null || need is null) return [];
        return [.. read
            .GroupBy(value => value.Type)
            .Select(group => (group.Key, History: DatedValueReader.History(
                $"{service}/{name}/{group.Key?.ToString() ?? AllTypes}", need.Unit,
                [.. group.Select(value => (value.Place, value.Value))], checkedUntil, problems)))
            .Where(one => one.History is not null)
            .Select(one =>
                new ServiceParameter(service.Value, need.Name, label.Value, one.Key, one.History!))];
    }

    private static List<(string Place, EcosystemTypeCode? Type, DatedValue Value)> Values(
        IReadOnlyList<YamlEntry> entries, ParameterNeed? need, Classification classification,
        ProblemList problems)
    {
        var values = new List<(string, EcosystemTypeCode?, DatedValue)>();
        foreach (var entry in entries)
        {
            bool isForAll = entry.Find("ecosystem")?.Text == AllTypes;
            var type = isForAll
                ? null
                : ClassificationReader.RequireType(entry, "ecosystem", classification, problems);
            var value = DatedValueReader.Read(
                entry, need?.Least ?? decimal.MinValue, need?.Most ?? decimal.MaxValue, problems);
            entry.RefuseUnknownKeys(problems);
            if (value is not null && (isForAll || type is not null)) values.Add((entry.Place, type, value));
        }
        return values;
    }

    private static void Unknown(YamlEntry entry, ServiceCode service, string name, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.ParameterUnknown, entry.Find("parameter")!.Place,
            new($"服务 {service} 的方法不使用参数 {name}。", $"No method of {service} reads the parameter {name}."),
            new($"可用：{Known(service)}。", $"Known: {Known(service)}."));

    private static string Known(ServiceCode service) => string.Join(", ", ServiceMethods.All
        .Where(method => method.Service == service)
        .SelectMany(method => method.Parameters)
        .Select(need => need.Name));

    private static void WrongUnit(string place, string unit, Unit expected, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.UnitUnexpected, place,
            new($"单位是 {unit}，应为 {expected}。", $"The unit is {unit}, not {expected}."),
            new($"请换算为 {expected}。", $"Convert it to {expected}."));

    private static void Repeated(ServiceParameter parameter, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.EntryDuplicate, parameter.History.Place,
            new BilingualText($"{parameter.History.Id} 重复。", $"{parameter.History.Id} stands twice."),
            new("请只保留一处。", "Keep one of them."));
}
