using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>There is a query root, and every root is an object type. Spec §3.3.1.</summary>
internal sealed class RootTypesAreObjectsRule : SchemaRule
{
    public override void CheckSchema(SchemaContext context)
    {
        Check(context, OperationKind.Query, "Query", "Query root type must be Object type, it cannot be");
        Check(context, OperationKind.Mutation, "Mutation",
            "Mutation root type must be Object type if provided, it cannot be");
        Check(context, OperationKind.Subscription, "Subscription",
            "Subscription root type must be Object type if provided, it cannot be");
    }

    private static void Check(SchemaContext context, OperationKind operation, string usual, string message)
    {
        if (context.Schema.RootType(operation) is not null) return;
        var schema = context.Schema;
        var definition = schema.Syntax.FirstOrDefault(node => node.Kind == NodeKind.SchemaDefinition);
        var written = schema.Syntax.SelectMany(node => node.RootTypes)
            .FirstOrDefault(root => root.Operation == operation)?.Type;
        var wrong = written is not null ? schema.FindType(written.Name.Value)
            : definition is null ? schema.FindType(usual) : null;
        if (wrong is not null)
            context.Report($"{message} {wrong}.",
                written ?? (Node?)SchemaContext.Written(wrong).FirstOrDefault());
        else if (operation == OperationKind.Query)
            context.Report("Query root type must be provided.", definition);
    }
}
