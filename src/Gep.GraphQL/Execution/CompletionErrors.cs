using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>What is wrong with a value that cannot be completed. Spec §6.4.3 and §6.4.4.</summary>
internal static class CompletionErrors
{
    public static GraphQLException NullForNonNull(FieldPlan field) =>
        new($"Cannot return null for non-nullable field {field.Parent}.{field.Definition.Name}.");

    public static GraphQLException NoList(FieldPlan field) => new(
        $"Expected Iterable, but did not find one for field \"{field.Parent}.{field.Definition.Name}\".");

    public static GraphQLException NoEnumValue(EnumType type, object value) =>
        new($"Enum \"{type}\" cannot represent value: {Inspection.Of(value)}");

    /// <summary>The object type of a value of an abstract type. Spec §6.4.3, ResolveAbstractType.</summary>
    public static bool TryResolveType(
        Schema schema, FieldPlan field, CompositeType type, object value,
            out (ObjectType? Type, GraphQLException? Error) found)
    {
        if (type is ObjectType concrete)
        {
            found = (concrete, null);
            return true;
        }
        string? name = value is IReadOnlyDictionary<string, object?> map
            && map.TryGetValue("__typename", out object? given) ? given as string : null;
        var resolved = name is null ? schema.FindByClr(value.GetType()) : schema.FindType(name) as ObjectType;
        if (resolved is null)
        {
            found = (null,
                new GraphQLException(
                $"Abstract type \"{type}\" must resolve to an Object type at runtime for "
                + $"field \"{field.Parent}.{field.Definition.Name}\"."));
            return false;
        }
        if (!schema.IsSubtype(type, resolved))
        {
            found = (null, new GraphQLException(
                $"Runtime Object type \"{resolved}\" is not a possible type for \"{type}\"."));
            return false;
        }
        found = (resolved, null);
        return true;
    }
}
