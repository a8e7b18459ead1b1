using Gep.GraphQL.Language;
using Gep.GraphQL.Types;
using Gep.GraphQL.Validation.Rules;
using Gep.GraphQL.Validation.SdlRules;

namespace Gep.GraphQL.Validation;

/// <summary>All rules in one walk, in the order of graphql-js. Spec §5.</summary>
internal static class Validator
{
    /// <summary>Rules for documents that are executed. Spec §5.1 to §5.8.</summary>
    public static IReadOnlyList<Func<Rule>> ExecutableRules { get; } =
    [
        () => new ExecutableDefinitionsRule(),
        () => new UniqueOperationNamesRule(),
        () => new LoneAnonymousOperationRule(),
        () => new SingleFieldSubscriptionsRule(),
        () => new KnownTypeNamesRule(),
        () => new FragmentsOnCompositeTypesRule(),
        () => new VariablesAreInputTypesRule(),
        () => new ScalarLeafsRule(),
        () => new FieldsOnCorrectTypeRule(),
        () => new UniqueFragmentNamesRule(),
        () => new KnownFragmentNamesRule(),
        () => new NoUnusedFragmentsRule(),
        () => new PossibleFragmentSpreadsRule(),
        () => new NoFragmentCyclesRule(),
        () => new UniqueVariableNamesRule(),
        () => new NoUndefinedVariablesRule(),
        () => new NoUnusedVariablesRule(),
        () => new KnownDirectivesRule(),
        () => new UniqueDirectivesPerLocationRule(),
        () => new KnownArgumentNamesRule(),
        () => new UniqueArgumentNamesRule(),
        () => new ValuesOfCorrectTypeRule(),
        () => new ProvidedRequiredArgumentsRule(),
        () => new VariablesInAllowedPositionRule(),
        () => new OverlappingFieldsCanBeMergedRule(),
        () => new UniqueInputFieldNamesRule(),
        () => new MaxIntrospectionDepthRule(),
    ];

    /// <summary>Rules for type system documents. Spec §3.</summary>
    public static IReadOnlyList<Func<Rule>> TypeSystemRules { get; } =
    [
        () => new LoneSchemaDefinitionRule(),
        () => new UniqueOperationTypesRule(),
        () => new UniqueTypeNamesRule(),
        () => new UniqueEnumValueNamesRule(),
        () => new UniqueFieldDefinitionNamesRule(),
        () => new UniqueArgumentDefinitionNamesRule(),
        () => new UniqueDirectiveNamesRule(),
        () => new KnownTypeNamesRule(),
        () => new KnownDirectivesRule(),
        () => new UniqueDirectivesPerLocationRule(),
        () => new PossibleTypeExtensionsRule(),
        () => new KnownArgumentNamesRule(),
        () => new UniqueArgumentNamesRule(),
        () => new UniqueInputFieldNamesRule(),
        () => new ProvidedRequiredArgumentsRule(),
    ];

    public static IReadOnlyList<GraphQLError> Validate(
        Schema schema, DocumentNode document, bool hidesSuggestions = false,
            IReadOnlyList<Func<Rule>>? rules = null) =>
        Walk(new ValidationContext(schema, document, hidesSuggestions), rules ?? ExecutableRules);

    public static IReadOnlyList<GraphQLError> ValidateSdl(DocumentNode document) =>
        Walk(new ValidationContext(null, document, hidesSuggestions: false), TypeSystemRules);

    private static IReadOnlyList<GraphQLError> Walk(ValidationContext context,
        IReadOnlyList<Func<Rule>> rules)
    {
        var begun = new Rule[rules.Count];
        for (int i = 0; i < begun.Length; i++)
        {
            begun[i] = rules[i]();
            begun[i].Begin(context);
        }
        try
        {
            Visit(context.Document, context, begun, new Node?[begun.Length]);
        }
        catch (ValidationAbortedException aborted)
        {
            context.Abort(aborted.Message);
        }
        catch (InsufficientExecutionStackException)
        {
            context.Abort("Fragments are nested too deeply. Validation aborted.");
        }
        return context.Errors;
    }

    /// <summary>Recursion is bounded by the parser's depth.</summary>
    private static void Visit(Node node, ValidationContext context, Rule[] rules, Node?[] skipping)
    {
        context.Place.Enter(node);
        for (int i = 0; i < rules.Length; i++)
        {
            if (skipping[i] is null && !rules[i].Enter(node)) skipping[i] = node;
        }
        context.Ancestors.Add(node);
        foreach (var child in node.Children) Visit(child, context, rules, skipping);
        context.Ancestors.RemoveAt(context.Ancestors.Count - 1);
        for (int i = 0; i < rules.Length; i++)
        {
            if (skipping[i] is null) rules[i].Leave(node);
            else if (skipping[i] == node) skipping[i] = null;
        }
        context.Place.Leave(node);
    }
}
