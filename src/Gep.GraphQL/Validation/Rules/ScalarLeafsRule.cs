using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Composite fields have selections, leaves have none. Spec §5.3.3.</summary>
internal sealed class ScalarLeafsRule : Rule
{
    public override bool Enter(Node node)
    {
        if (node is not FieldNode field || Context.Place.Type is not { } type) return true;
        string name = field.Name.Value;
        if (type.Named.IsLeaf)
        {
            if (field.SelectionSet is { } below)
            {
                Context.Report(
                    $"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.",
                    below);
            }
        }
        else if (field.SelectionSet is null)
        {
            Context.Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields. "
                + $"Did you mean \"{name} {{ ... }}\"?", field);
        }
        return true;
    }
}
