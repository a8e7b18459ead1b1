using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation;

/// <summary>One rule that a whole schema keeps, wherever it comes from. Spec §3 "Type Validation".</summary>
internal abstract class SchemaRule
{
    /// <summary>The schema as a whole, once and first.</summary>
    public virtual void CheckSchema(SchemaContext context)
    {
    }

    /// <summary>Each directive.</summary>
    public virtual void CheckDirective(SchemaContext context, DirectiveDefinition directive)
    {
    }

    /// <summary>Each type, those of introspection included.</summary>
    public virtual void CheckType(SchemaContext context, NamedType type)
    {
    }
}
