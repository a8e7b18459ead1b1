using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>
/// Fields with one response name are the same field. Spec §5.3.2, FieldsInSetCanMerge. Comparisons are
/// counted, so that a document made of conflicts cannot hold the server.
/// </summary>
internal sealed partial class OverlappingFieldsCanBeMergedRule : Rule
{
    private const int Budget = 500_000;
    private const int DetailMax = 1000;
    private const int NodesMax = 20;

    private readonly Dictionary<(string, string), bool> _comparedPairs = [];
    private readonly Dictionary<(CompositeType?, SelectionSetNode), FieldGroups> _groups = [];
    private readonly Dictionary<ValueNode, string> _values = [];
    private int _budget = Budget;

    private sealed record Entry(CompositeType? Parent, FieldNode Node, FieldDefinition? Definition);

    private sealed record Conflict(string Name, string Reason, List<FieldNode> First, List<FieldNode> Second);

    private sealed class FieldGroups
    {
        public List<(string Name, List<Entry> Entries)> Fields { get; } = [];

        public Dictionary<string, List<Entry>> ByName { get; } = new(StringComparer.Ordinal);

        public List<string> Fragments { get; } = [];

        public Dictionary<string, bool> ComparedFragments { get; } = new(StringComparer.Ordinal);
    }

    public override bool Enter(Node node)
    {
        if (node is not SelectionSetNode set || Context.Ancestors[^1] is InlineFragmentNode) return true;
        if (set.Selections.Count <= 1 && set.Selections[0] is not InlineFragmentNode) return true;
        foreach (var conflict in Within(Context.Place.ParentType, set))
        {
            Context.Report(
                $"Fields \"{Short(conflict.Name)}\" conflict because {conflict.Reason}. Use different "
                + "aliases on the fields to fetch both if this was intentional.",
                [.. conflict.First, .. conflict.Second]);
        }
        return true;
    }

    private static string Short(string text) => text.Length > DetailMax ? text[..DetailMax] + "..." : text;

    private void Spend(int cost)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _budget -= cost;
        if (_budget < 0) throw new ValidationAbortedException(
            "Too many field comparisons. Validation aborted.");
    }

    private List<Conflict> Within(CompositeType? parent, SelectionSetNode set)
    {
        var conflicts = new List<Conflict>();
        var groups = GroupsOf(parent, set);
        foreach (var (name, entries) in groups.Fields)
        {
            for (int i = 0; i < entries.Count; i++)
            {
                for (int j = i + 1; j < entries.Count; j++)
                {
                    if (Find(false, name, entries[i], entries[j]) is { } conflict) conflicts.Add(conflict);
                }
            }
        }
        for (int i = 0; i < groups.Fragments.Count; i++)
        {
            BetweenFieldsAndFragment(conflicts, false, groups, groups.Fragments[i]);
            for (int j = i + 1; j < groups.Fragments.Count; j++)
                BetweenFragments(conflicts, false, groups.Fragments[i], groups.Fragments[j]);
        }
        return conflicts;
    }

    private void BetweenFieldsAndFragment(
        List<Conflict> conflicts, bool isExclusive, FieldGroups groups, string fragmentName)
    {
        Spend(1);
        if (groups.Fields.Count == 0) return;
        if (groups.ComparedFragments.TryGetValue(fragmentName, out bool compared)
            && (!compared || isExclusive)) return;
        groups.ComparedFragments[fragmentName] = isExclusive;
        if (Context.FindFragment(fragmentName) is not { } fragment) return;
        var others = GroupsOf(fragment);
        if (others == groups) return;
        Between(conflicts, isExclusive, groups, others);
        foreach (string next in others.Fragments) BetweenFieldsAndFragment(conflicts, isExclusive, groups,
            next);
    }

    private void BetweenFragments(List<Conflict> conflicts, bool isExclusive, string first, string second)
    {
        Spend(2);
        if (first == second) return;
        var pair = string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
        if (_comparedPairs.TryGetValue(pair, out bool compared) && (!compared || isExclusive)) return;
        _comparedPairs[pair] = isExclusive;
        if (Context.FindFragment(first) is not { } one
            || Context.FindFragment(second) is not { } other) return;
        var groups1 = GroupsOf(one);
        var groups2 = GroupsOf(other);
        Between(conflicts, isExclusive, groups1, groups2);
        foreach (string next in groups2.Fragments) BetweenFragments(conflicts, isExclusive, first, next);
        foreach (string next in groups1.Fragments) BetweenFragments(conflicts, isExclusive, next, second);
    }

    private void Between(List<Conflict> conflicts, bool isExclusive, FieldGroups groups1, FieldGroups groups2)
    {
        foreach (var (name, entries) in groups1.Fields)
        {
            Spend(1);
            if (!groups2.ByName.TryGetValue(name, out var others)) continue;
            foreach (var one in entries)
            {
                foreach (var other in others)
                {
                    if (Find(isExclusive, name, one, other) is { } conflict) conflicts.Add(conflict);
                }
            }
        }
    }

    private Conflict? Find(bool isParentExclusive, string name, Entry one, Entry other)
    {
        Spend(2);
        bool isExclusive = isParentExclusive
            || (one.Parent != other.Parent && one.Parent is ObjectType && other.Parent is ObjectType);
        if (!isExclusive)
        {
            string name1 = one.Node.Name.Value, name2 = other.Node.Name.Value;
            string? reason = name1 != name2
                ? $"\"{Short(name1)}\" and \"{Short(name2)}\" are different fields"
                : SameArguments(one.Node, other.Node) ? null : "they have differing arguments";
            if (reason is not null) return new Conflict(name, reason, [one.Node], [other.Node]);
        }
        var type1 = one.Definition?.Type;
        var type2 = other.Definition?.Type;
        if (type1 is not null && type2 is not null && TypesConflict(type1, type2))
        {
            return new Conflict(name, $"they return conflicting types \"{type1}\" and \"{type2}\"",
                [one.Node], [other.Node]);
        }
        if (one.Node.SelectionSet is not { } set1 || other.Node.SelectionSet is not { } set2) return null;
        var below =
            BetweenSets(isExclusive, type1?.Named as CompositeType, set1, type2?.Named as CompositeType,
            set2);
        if (below.Count == 0) return null;
        var why = new StringBuilder();
        foreach (var conflict in below)
        {
            if (why.Length > 0) why.Append(" and ");
            why.Append(CultureInfo.InvariantCulture,
                $"subfields \"{Short(conflict.Name)}\" conflict because {conflict.Reason}");
            if (why.Length > DetailMax) break;
        }
        return new Conflict(name, Short(why.ToString()),
            Nodes(one.Node, below.Select(conflict => conflict.First)),
            Nodes(other.Node, below.Select(conflict => conflict.Second)));
    }

    private static List<FieldNode> Nodes(FieldNode node, IEnumerable<List<FieldNode>> below)
    {
        var nodes = new List<FieldNode> { node };
        foreach (var found in below)
        {
            nodes.AddRange(found.TakeLast(NodesMax - nodes.Count));
            if (nodes.Count == NodesMax) break;
        }
        return nodes;
    }
}
