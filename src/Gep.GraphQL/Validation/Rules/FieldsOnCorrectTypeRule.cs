using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Fields exist on the type they are asked of. Spec §5.3.1.</summary>
internal sealed class FieldsOnCorrectTypeRule : Rule
{
    public override bool Enter(Node node)
    {
        if (node is not FieldNode field
            || Context.Place is not { ParentType: { } type, Field: null }) return true;
        string name = field.Name.Value;
        string suggestion = Context.HidesSuggestions
            ? ""
            : Suggestions.DidYouMean(TypesWith(type, name), "to use an inline fragment on");
        if (suggestion.Length == 0 && type is FieldsType fields)
            suggestion = Context.Suggest(name, fields.Fields.Select(known => known.Name));
        Context.Report($"Cannot query field \"{name}\" on type \"{type}\".{suggestion}", field);
        return true;
    }

    /// <summary>
    /// Types that the abstract one can be and that do have the field, those of most uses first.
    /// </summary>
    private List<string> TypesWith(CompositeType type, string name)
    {
        if (type is ObjectType) return [];
        var uses = new Dictionary<FieldsType, int>();
        foreach (var possible in Context.Schema!.PossibleTypes(type)
            .Where(t => t.FindField(name) is not null))
        {
            uses[possible] = 1;
            foreach (var parent in possible.Interfaces.Where(parent => parent.FindField(name) is not null))
                uses[parent] = uses.GetValueOrDefault(parent) + 1;
        }
        var order = Comparer<FieldsType>.Create((a, b) =>
        {
            if (uses[a] != uses[b]) return uses[b] - uses[a];
            if (a is InterfaceType && Context.Schema.IsSubtype(a, b)) return -1;
            if (b is InterfaceType && Context.Schema.IsSubtype(b, a)) return 1;
            return Suggestions.NaturalCompare(a.Name, b.Name);
        });
        return [.. uses.Keys.Order(order).Select(found => found.Name)];
    }
}
