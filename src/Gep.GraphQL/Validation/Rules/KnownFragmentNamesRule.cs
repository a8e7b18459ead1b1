using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Fragments that are spread exist. Spec §5.5.2.1.</summary>
internal sealed class KnownFragmentNamesRule : Rule
{
    public override bool Enter(Node node)
    {
        if (node is FragmentSpreadNode { Name: var name } && Context.FindFragment(name.Value) is null)
            Context.Report($"Unknown fragment \"{name.Value}\".", name);
        return true;
    }
}
