using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.SdlRules;

/// <summary>Each operation has one root type. Spec §3.3.1.</summary>
internal sealed class UniqueOperationTypesRule : Rule
{
    private readonly Dictionary<OperationKind, RootTypeNode> _known = [];

    public override bool Enter(Node node)
    {
        if (node is not SchemaNode schema) return node is DocumentNode;
        foreach (var root in schema.RootTypes)
        {
            if (_known.TryAdd(root.Operation, root)) continue;
            Context.Report($"There can be only one {Printer.KeywordOf(root.Operation)} type in schema.",
                _known[root.Operation], root);
        }
        return false;
    }
}
