using System.Collections.Immutable;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Accounting.Profiles;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>Reads <c>profiles/&lt;profile&gt;.yaml</c>.</summary>
internal static class ProfileReader
{
    private const string Folder = "profiles";

    /// <summary>Ids of the profiles of a workspace, in ordinal order.</summary>
    public static IReadOnlyList<string> List(string root, ProblemList problems) =>
    [
        .. WorkspaceFolder.YamlFiles(root, Folder, problems)
            .Select(path => Path.GetFileNameWithoutExtension(path)),
    ];

    /// <summary>The profile of that id, or null after its problems were added.</summary>
    public static Profile? Read(
        string root, string id, Classification classification, UnitValueTable unitValues,
        ProblemList problems)
    {
        string path = $"{Folder}/{id}.yaml";
        if (!id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            return NoSuchProfile(path, problems);
        if (YamlFile.Read(root, path, problems) is not { } entry) return null;
        string? written = entry.RequireText("id", problems);
        if (written is not null && written != id)
            entry.Find("id")!.Malformed("id", $"与文件名相同的 {id}", $"{id}, as the file is named", problems);
        var name = entry.RequireNames("name", problems);
        var source = SourceReader.Read(entry, problems);
        var prices = Prices(entry, unitValues, problems);
        var accepted = Accepted(entry, problems);
        var services = Services(entry, classification, problems);
        entry.RefuseUnknownKeys(problems);
        if (written is null || name is null || source is null) return null;
        var profile = new Profile(id, name.Value, source, [.. services], prices) { Accepted = [.. accepted] };
        problems.AddAll(ProfileCheck.Of(profile).Where(
            problem => problem.Severity == ProblemSeverity.Refusal));
        return profile;
    }

    /// <summary>An id that is no plain name leads to no file, whatever lies outside the folder.</summary>
    private static Profile? NoSuchProfile(string path, ProblemList problems)
    {
        problems.Refuse(WorkspaceProblemCode.FileMissing, path,
            new("没有该方案。", "There is no such profile."),
            new($"请使用 {Folder} 中的方案名。", $"Use the name of a file in {Folder}."));
        return null;
    }

    private static ImmutableSortedDictionary<string, string> Prices(
        YamlEntry entry, UnitValueTable unitValues, ProblemList problems)
    {
        var prices = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (price, chosen) in entry.Find("unit_values")?.Pairs ?? [])
        {
            if (chosen.Text is { } id && unitValues.All.Any(series => series.Id == id)) prices[price] = id;
            else UnknownUnitValue(chosen, problems);
        }
        return prices.ToImmutable();
    }

    private static List<AcceptedPair> Accepted(YamlEntry entry, ProblemList problems)
    {
        var accepted = new List<AcceptedPair>();
        foreach (var item in entry.Find("accepted_pairs")?.Items ?? [])
        {
            string? first = item.RequireText("first", problems), second =
                item.RequireText("second", problems);
            var reason = item.RequireNames("reason", problems);
            item.RefuseUnknownKeys(problems);
            if (first is not null && second is not null && reason is not null)
                accepted.Add(new AcceptedPair(first, second, reason.Value, item.Place));
        }
        return accepted;
    }

    private static List<ProfileService> Services(
        YamlEntry entry, Classification classification, ProblemList problems)
    {
        var services = new List<ProfileService>();
        foreach (var item in entry.Require("services", problems)?.Items ?? [])
        {
            var service = ClassificationReader.RequireService(item, "service", classification, problems);
            var role = item.RequireMember<ServiceRole>("role", problems);
            string? method = role is null or ServiceRole.Off
                ? item.OptionalText("method", problems) : item.RequireText("method", problems);
            bool isExplained = role is null or ServiceRole.Booked && item.Find("reason") is null;
            var reason = isExplained ? null : item.RequireNames("reason", problems);
            item.RefuseUnknownKeys(problems);
            if (service is null || role is null) continue;
            if (services.All(known => known.Service != service))
                services.Add(new ProfileService(service.Value, role.Value, method, reason, item.Place));
            else Repeated(item.Place, service.Value, problems);
        }
        return services;
    }

    private static void UnknownUnitValue(YamlEntry chosen, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.UnitValueUnknown, chosen.Place,
            new($"没有名为 {chosen.Text} 的单价。", $"No file defines the unit value {chosen.Text}."),
            new("请使用 parameters/unit-values 中的 id。", "Use an id of parameters/unit-values."));

    private static void Repeated(string place, ServiceCode service, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.EntryDuplicate, place,
            new($"服务 {service} 重复。", $"The service {service} stands twice."),
            new("请只保留一处。", "Keep one of them."));
}
