using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one. Spec §5.2.3.1.</summary>
internal sealed class LoneAnonymousOperationRule : Rule
{
    private int _operations;

    public override bool Enter(Node node)
    {
        if (node is DocumentNode document)
        {
            _operations = document.Definitions.OfType<OperationNode>().Count();
            return true;
        }
        if (node is OperationNode { Name: null } && _operations > 1)
            Context.Report("This anonymous operation must be the only defined operation.", node);
        return false;
    }
}
