using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Fields of an input object have different names. Spec §5.6.3.</summary>
internal sealed class UniqueInputFieldNamesRule : Rule
{
    private readonly Stack<Dictionary<string, NameNode>> _known = new();

    public override bool Enter(Node node)
    {
        if (node is ObjectValueNode) _known.Push(new Dictionary<string, NameNode>(StringComparer.Ordinal));
        if (node is not ObjectFieldNode { Name: var name }) return true;
        if (!_known.Peek().TryAdd(name.Value, name))
        {
            Context.Report($"There can be only one input field named \"{name.Value}\".",
                _known.Peek()[name.Value], name);
        }
        return true;
    }

    public override void Leave(Node node)
    {
        if (node is ObjectValueNode) _known.Pop();
    }
}
