using Gep.GraphQL.Language;
using Gep.GraphQL.Types;
using Gep.GraphQL.Validation.SchemaRules;

namespace Gep.GraphQL.Validation;

/// <summary>
/// All rules for a finished schema: the "Type Validation" parts of the type system. That a directive has a
/// location, and that members have different names, is seen to before. Spec §3.3 to §3.13.
/// </summary>
internal static class SchemaValidator
{
    /// <summary>Rules that graphql-js has, too.</summary>
    public static IReadOnlyList<Func<SchemaRule>> UsualRules { get; } =
    [
        () => new RootTypesAreObjectsRule(),
        () => new AllowedNamesRule(),
        () => new TypesAreNotEmptyRule(),
        () => new FieldsAreOutputTypesRule(),
        () => new InputsAreInputTypesRule(),
        () => new RequiredInputsAreNotDeprecatedRule(),
        () => new OnlyInterfacesAreImplementedRule(),
        () => new InheritedInterfacesAreImplementedRule(),
        () => new InterfaceFieldsAreProvidedRule(),
        () => new UnionMembersAreObjectsRule(),
        () => new OneOfFieldsAreOptionalRule(),
        () => new InputObjectsHaveAnEndRule(),
    ];

    /// <summary>Rules of the edition that graphql-js 16 leaves out.</summary>
    public static IReadOnlyList<Func<SchemaRule>> FurtherRules { get; } =
    [
        () => new DeprecationsAgreeRule(),
        () => new DirectivesHaveAnEndRule(),
    ];

    /// <summary>Everything that is wrong with a schema; empty where nothing is.</summary>
    public static IReadOnlyList<GraphQLError> Validate(
        Schema schema, IEnumerable<Func<SchemaRule>>? rules = null)
    {
        var context = new SchemaContext(schema);
        SchemaRule[] begun = [.. (rules ?? UsualRules.Concat(FurtherRules)).Select(make => make())];
        foreach (var rule in begun) rule.CheckSchema(context);
        foreach (var directive in schema.Directives)
        {
            foreach (var rule in begun) rule.CheckDirective(context, directive);
        }
        foreach (var type in schema.Types)
        {
            foreach (var rule in begun) rule.CheckType(context, type);
        }
        return context.Errors;
    }

    /// <summary>The schema itself, or a <see cref="SchemaException"/> with all breaches.</summary>
    public static Schema MustBeValid(Schema schema)
    {
        var errors = Validate(schema);
        return errors.Count == 0 ? schema : throw new SchemaException(errors);
    }
}
