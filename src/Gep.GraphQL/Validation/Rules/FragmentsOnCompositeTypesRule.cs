using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Fragments stand on objects, interfaces and unions. Spec §5.5.1.3.</summary>
internal sealed class FragmentsOnCompositeTypesRule : Rule
{
    public override bool Enter(Node node)
    {
        if (node is InlineFragmentNode { TypeCondition: { } condition } && IsOther(condition))
        {
            Context.Report($"Fragment cannot condition on non composite type \"{condition.Name.Value}\".",
                condition);
        }
        else if (node is FragmentNode fragment && IsOther(fragment.TypeCondition))
        {
            Context.Report($"Fragment \"{fragment.Name!.Value}\" cannot condition on non composite type "
                + $"\"{fragment.TypeCondition.Name.Value}\".", fragment.TypeCondition);
        }
        return true;
    }

    private bool IsOther(NamedTypeNode condition) =>
        Context.Schema!.FindType(condition.Name.Value) is not (null or CompositeType);
}
