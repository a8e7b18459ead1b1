using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>Lists of entries; what should be a list and is none is a problem, not an empty list.</summary>
internal static class EntryList
{
    /// <summary>The entries under a key; empty when it is absent, or after its problem was added.</summary>
    public static IReadOnlyList<YamlEntry> Optional(YamlEntry entry, string key, ProblemList problems) =>
        entry.Find(key) is null ? [] : Required(entry, key, problems);

    /// <summary>The entries under a key, at least one; empty after its problem was added.</summary>
    public static IReadOnlyList<YamlEntry> Required(YamlEntry entry, string key, ProblemList problems)
    {
        if (entry.Require(key, problems) is not { } found) return [];
        if (found.Items.Count == 0) found.Malformed(key, "一个列表", "a list", problems);
        return found.Items;
    }
}
