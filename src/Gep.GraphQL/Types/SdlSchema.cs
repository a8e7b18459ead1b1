using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;
using Gep.GraphQL.Validation;

namespace Gep.GraphQL.Types;

/// <summary>A schema that is written as text and resolved by one function. Spec §3.3 and §3.2.</summary>
internal static class SdlSchema
{
    /// <summary>
    /// The schema, or a <see cref="SchemaException"/> with everything that is wrong with the text.
    /// </summary>
    public static Schema Build(string sdl, FieldResolver? resolver = null)
    {
        DocumentNode document;
        try
        {
            document = Parser.Parse(sdl);
        }
        catch (GraphQLException syntax)
        {
            throw new SchemaException([syntax.Error]);
        }
        var errors = Validator.ValidateSdl(document);
        if (errors.Count > 0) throw new SchemaException(errors);
        var types = new SdlTypes(document);
        var schema = new Schema(PartsOf(document, types));
        foreach (var field in schema.Types.OfType<ObjectType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
                .SelectMany(type => type.Fields))
        {
            if (resolver is not null) field.Resolver = resolver;
        }
        return schema;
    }

    private static SchemaParts PartsOf(DocumentNode document, SdlTypes types)
    {
        var syntax = document.Definitions.OfType<SchemaNode>().ToList();
        var roots = syntax.SelectMany(node => node.RootTypes)
            .ToDictionary(root => root.Operation, root => root.Type.Name.Value);
        bool isNamedByHabit = syntax.All(node => node.Kind == NodeKind.SchemaExtension);
        ObjectType? Root(OperationKind operation, string habit)
        {
            if (roots.TryGetValue(operation, out string? name)) return types.Find(name) as ObjectType;
            return isNamedByHabit ? types.Find(habit) as ObjectType : null;
        }
        var own = types.Directives.Select(directive => directive.Name).ToHashSet(StringComparer.Ordinal);
        return new SchemaParts
        {
            Description =
                syntax.FirstOrDefault(node => node.Kind == NodeKind.SchemaDefinition)?.Description?.Value,
            Query = Root(OperationKind.Query, "Query"),
            Mutation = Root(OperationKind.Mutation, "Mutation"),
            Subscription = Root(OperationKind.Subscription, "Subscription"),
            Types = types.Defined,
            Directives = [.. types.Directives, .. StandardDirectives.All.Where(d => !own.Contains(d.Name))],
            Syntax = syntax,
            Source = document.Source,
        };
    }
}
