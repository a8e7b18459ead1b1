using Gep.GraphQL.Execution;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Introspection;

/// <summary>What each field of the introspection types answers. Spec §4.2.1 to §4.2.6.</summary>
internal static class IntrospectionResolvers
{
    public static FieldResolver For(string type, string field) => type switch
    {
        "__Schema" => ForSchema(field),
        "__Type" => ForType(field),
        "__Field" => ForField(field),
        "__InputValue" => ForInput(field),
        "__EnumValue" => ForEnumValue(field),
        _ => ForDirective(field),
    };

    private static FieldResolver Of<T>(Func<T, object?> read) =>
        new() { Sync = (source, _) => read((T)source!) };

    private static FieldResolver Text<T>(Func<T, string> read) => new()
    {
        Sync = (source, _) => read((T)source!),
        WriteLeaf = (source, buffer) => buffer.WriteString(read((T)source)),
    };

    private static FieldResolver Of<T>(Func<T, FieldContext, object?> read) =>
        new() { Sync = (source, field) => read((T)source!, field) };

    private static IReadOnlyList<T> Current<T>(
        IReadOnlyList<T> all, FieldContext field, Func<T, string?> deprecation)
    {
        bool isAll = field.Arguments.TryGetValue("includeDeprecated", out object? value) && value is true;
        return isAll || all.All(item => deprecation(item) is null)
            ? all
            : [.. all.Where(item => deprecation(item) is null)];
    }

    private static FieldResolver ForSchema(string field) => field switch
    {
        "description" => Of<Schema>(schema => schema.Description),
        "types" => Of<Schema>(schema => schema.Types),
        "queryType" => Of<Schema>(schema => schema.QueryType),
        "mutationType" => Of<Schema>(schema => schema.MutationType),
        "subscriptionType" => Of<Schema>(schema => schema.SubscriptionType),
        _ => Of<Schema>(schema => schema.Directives),
    };

    private static FieldResolver ForType(string field) => field switch
    {
        "kind" => Of<GraphQLType>(KindOf),
        "name" => Of<GraphQLType>(type => (type as NamedType)?.Name),
        "description" => Of<GraphQLType>(type => (type as NamedType)?.Description),
        "specifiedByURL" => Of<GraphQLType>(type => (type as ScalarType)?.SpecifiedBy),
        "fields" => Of<GraphQLType>((type, at) => type is FieldsType fields
            ? Current(fields.Fields, at, static item => item.DeprecationReason)
            : null),
        "interfaces" => Of<GraphQLType>(type => (type as FieldsType)?.Interfaces),
        "possibleTypes" => Of<GraphQLType>((type, at) => type is CompositeType and not ObjectType
            ? at.Scope.Schema.PossibleTypes((CompositeType)type)
            : null),
        "enumValues" => Of<GraphQLType>((type, at) => type is EnumType enumeration
            ? Current(enumeration.Values, at, static item => item.DeprecationReason)
            : null),
        "inputFields" => Of<GraphQLType>((type, at) => type is InputObjectType input
            ? Current(input.Fields, at, static item => item.DeprecationReason)
            : null),
        "ofType" => Of<GraphQLType>(type => type switch
        {
            ListType list => list.Item,
            NonNullType nonNull => nonNull.Inner,
            _ => null,
        }),
        _ => Of<GraphQLType>(type => (type as InputObjectType)?.IsOneOf),
    };

    private static object KindOf(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    private static FieldResolver ForField(string field) => field switch
    {
        "name" => Text<FieldDefinition>(item => item.Name),
        "description" => Of<FieldDefinition>(item => item.Description),
        "args" => Of<FieldDefinition>(
            (item, at) => Current(item.Arguments, at, static argument => argument.DeprecationReason)),
        "type" => Of<FieldDefinition>(item => item.Type),
        "isDeprecated" => Of<FieldDefinition>(item => item.DeprecationReason is not null),
        _ => Of<FieldDefinition>(item => item.DeprecationReason),
    };

    private static FieldResolver ForInput(string field) => field switch
    {
        "name" => Text<InputValue>(item => item.Name),
        "description" => Of<InputValue>(item => item.Description),
        "type" => Of<InputValue>(item => item.Type),
        "defaultValue" => Of<InputValue>(DefaultLiterals.Print),
        "isDeprecated" => Of<InputValue>(item => item.DeprecationReason is not null),
        _ => Of<InputValue>(item => item.DeprecationReason),
    };

    private static FieldResolver ForEnumValue(string field) => field switch
    {
        "name" => Text<EnumValue>(item => item.Name),
        "description" => Of<EnumValue>(item => item.Description),
        "isDeprecated" => Of<EnumValue>(item => item.DeprecationReason is not null),
        _ => Of<EnumValue>(item => item.DeprecationReason),
    };

    private static FieldResolver ForDirective(string field) => field switch
    {
        "name" => Text<DirectiveDefinition>(item => item.Name),
        "description" => Of<DirectiveDefinition>(item => item.Description),
        "isRepeatable" => Of<DirectiveDefinition>(item => item.IsRepeatable),
        "locations" => Of<DirectiveDefinition>(item => item.Locations),
        "args" => Of<DirectiveDefinition>(
            (item, at) => Current(item.Arguments, at, static argument => argument.DeprecationReason)),
        "isDeprecated" => Of<DirectiveDefinition>(static _ => false),
        _ => Of<DirectiveDefinition>(static _ => null),
    };
}
