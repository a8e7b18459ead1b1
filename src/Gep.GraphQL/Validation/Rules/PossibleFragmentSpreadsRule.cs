using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>A fragment can apply where it is spread. Spec §5.5.2.3.</summary>
internal sealed class PossibleFragmentSpreadsRule : Rule
{
    public override bool Enter(Node node)
    {
        if (Context.Place.ParentType is not { } parent) return true;
        if (node is InlineFragmentNode)
        {
            if (Context.Place.Type is CompositeType type && !Context.Schema!.Overlap(type, parent))
            {
                Context.Report(
                    $"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type "
                    + $"\"{type}\".", node);
            }
        }
        else if (node is FragmentSpreadNode spread
            && Context.FindFragment(spread.Name.Value) is { } fragment
            && Context.Schema!.FindType(fragment.TypeCondition.Name.Value) is CompositeType type
            && !Context.Schema.Overlap(type, parent))
        {
            Context.Report(
                $"Fragment \"{spread.Name.Value}\" cannot be spread here as objects of type \"{parent}\" "
                + $"can never be of type \"{type}\".", spread);
        }
        return true;
    }
}
