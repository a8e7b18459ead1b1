using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation;

/// <summary>What schema rules share: the schema and the list of errors. Spec §3 "Type Validation".</summary>
internal sealed class SchemaContext(Schema schema)
{
    private readonly List<GraphQLError> _errors = [];

    public Schema Schema { get; } = schema;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Nodes that are null belong to parts that were made from classes.</summary>
    public void Report(string message, params IEnumerable<Node?> nodes)
    {
        Node[] known = [.. nodes.OfType<Node>()];
        _errors.Add(Schema.Source is { } source
            ? GraphQLError.At(message, source, known)
            : new GraphQLError { Message = message });
    }

    /// <summary>What stands behind "implements", whatever its kind, as often as it is written.</summary>
    public IEnumerable<NamedType> ImplementedBy(FieldsType type) => type.Syntax.Count == 0
        ? type.Interfaces
        : Written(type).SelectMany(node => node.Interfaces).Select(Find).OfType<NamedType>();

    /// <summary>What stands behind a union's "=", whatever its kind, as often as it is written.</summary>
    public IEnumerable<NamedType> MembersOf(UnionType type) => type.Syntax.Count == 0
        ? type.Members
        : Written(type).SelectMany(node => node.Members).Select(Find).OfType<NamedType>();

    /// <summary>The places where a type says that it implements another.</summary>
    public static IEnumerable<Node> ImplementsNodes(NamedType type, NamedType implemented) =>
        Written(type).SelectMany(node => node.Interfaces).Where(node => node.Name.Value == implemented.Name);

    /// <summary>A type's definition, then its extensions.</summary>
    public static IEnumerable<TypeDefinitionNode> Written(NamedType type) =>
        type.Syntax.OfType<TypeDefinitionNode>();

    public static DirectiveNode? DeprecatedNode(DefinitionNode? node) => node?.Directives
        .FirstOrDefault(directive => directive.Name.Value == StandardDirectives.Deprecated.Name);

    private NamedType? Find(NamedTypeNode node) => Schema.FindType(node.Name.Value);
}
