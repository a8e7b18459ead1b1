using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>
/// Selection sets below two fields, their groups by response name, arguments and types. Spec §5.3.2.
/// </summary>
internal sealed partial class OverlappingFieldsCanBeMergedRule
{
    private List<Conflict> BetweenSets(
        bool isExclusive, CompositeType? parent1, SelectionSetNode set1, CompositeType? parent2,
            SelectionSetNode set2)
    {
        var conflicts = new List<Conflict>();
        var groups1 = GroupsOf(parent1, set1);
        var groups2 = GroupsOf(parent2, set2);
        Between(conflicts, isExclusive, groups1, groups2);
        foreach (string name in groups2.Fragments) BetweenFieldsAndFragment(conflicts, isExclusive, groups1,
            name);
        foreach (string name in groups1.Fragments) BetweenFieldsAndFragment(conflicts, isExclusive, groups2,
            name);
        foreach (string name1 in groups1.Fragments)
        {
            foreach (string name2 in groups2.Fragments) BetweenFragments(conflicts, isExclusive, name1,
                name2);
        }
        return conflicts;
    }

    private FieldGroups GroupsOf(FragmentNode fragment) =>
        GroupsOf(Context.Schema!.FindType(fragment.TypeCondition.Name.Value) as CompositeType,
            fragment.SelectionSet);

    private FieldGroups GroupsOf(CompositeType? parent, SelectionSetNode set)
    {
        if (_groups.TryGetValue((parent, set), out var known)) return known;
        var groups = new FieldGroups();
        Collect(parent, set, groups);
        return _groups[(parent, set)] = groups;
    }

    private void Collect(CompositeType? parent, SelectionSetNode set, FieldGroups groups)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!groups.ByName.TryGetValue(field.ResponseName, out var entries))
                    {
                        groups.ByName[field.ResponseName] = entries = [];
                        groups.Fields.Add((field.ResponseName, entries));
                    }
                    entries.Add(new Entry(parent, field, parent?.FindField(field.Name.Value)));
                    break;
                case FragmentSpreadNode spread when !groups.Fragments.Contains(spread.Name.Value):
                    groups.Fragments.Add(spread.Name.Value);
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.TypeCondition is null
                        ? parent
                        : Context.Schema!.FindType(inline.TypeCondition.Name.Value) as CompositeType,
                        inline.SelectionSet, groups);
                    break;
            }
        }
    }

    private bool SameArguments(FieldNode one, FieldNode other)
    {
        if (one.Arguments.Count != other.Arguments.Count) return false;
        foreach (var argument in one.Arguments)
        {
            Spend(1);
            var match =
                other.Arguments.LastOrDefault(candidate => candidate.Name.Value == argument.Name.Value);
            if (match is null || Text(argument.Value) != Text(match.Value)) return false;
        }
        return true;
    }

    /// <summary>The value with the fields of its input objects in order of name.</summary>
    private string Text(ValueNode value)
    {
        if (_values.TryGetValue(value, out string? known)) return known;
        return _values[value] = value switch
        {
            ObjectValueNode map => "{" + string.Join(',', map.Fields
                .OrderBy(field => field.Name.Value, StringComparer.Ordinal)
                .Select(field => $"{field.Name.Value}:{Text(field.Value)}")) + "}",
            ListValueNode list => "[" + string.Join(',', list.Values.Select(Text)) + "]",
            _ => Printer.Print(value),
        };
    }

    private bool TypesConflict(GraphQLType one, GraphQLType other)
    {
        if (one == other) return false;
        Spend(1);
        return (one, other) switch
        {
            (ListType a, ListType b) => TypesConflict(a.Item, b.Item),
            (ListType, _) or (_, ListType) => true,
            (NonNullType a, NonNullType b) => TypesConflict(a.Inner, b.Inner),
            (NonNullType, _) or (_, NonNullType) => true,
            _ => one.IsLeaf || other.IsLeaf,
        };
    }
}
