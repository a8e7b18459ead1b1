using System.Reflection;

namespace Gep.GraphQL.Types;

/// <summary>Fields from the properties and methods of a class. Spec §3.6 and §6.4.2.</summary>
internal static class ClassFields
{
    /// <summary>Fields of one class, properties before methods, as they are declared.</summary>
    /// <param name="types">Where types are looked up.</param>
    /// <param name="declaring">The class that has the members.</param>
    /// <param name="source">The class of the objects that the fields are asked of.</param>
    public static IEnumerable<FieldDefinition> Of(ClassTypes types, Type declaring, Type source)
    {
        const BindingFlags Flags = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        var interfaces = declaring.IsInterface ? declaring.GetInterfaces() : [];
        var properties = interfaces.Append(declaring).SelectMany(t => t.GetProperties(Flags))
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && !ClassTypes.IsIgnored(p)
                && !p.GetMethod!.IsStatic && p.Name != "EqualityContract" && declaring == source);
        foreach (var property in properties) yield return OfProperty(types, property, source);
        var methods = interfaces.Append(declaring).SelectMany(t => t.GetMethods(Flags))
            .Where(m => !m.IsSpecialName && !m.IsGenericMethod && m.DeclaringType != typeof(object)
                && !ClassTypes.IsIgnored(m) && m.ReturnType != typeof(void) && !IsOfRecord(m)
                && !IsFactory(m, source));
        foreach (var method in methods) yield return OfMethod(types, method, source);
    }

    /// <summary>Static methods make objects; only those of extensions and batches answer.</summary>
    private static bool IsFactory(MethodInfo method, Type source) =>
        method.IsStatic && method.DeclaringType == source && !method.IsDefined(typeof(BatchAttribute));

    private static bool IsOfRecord(MethodInfo method) =>
        method.Name is "ToString" or "GetHashCode" or "Equals" or "Deconstruct" or "PrintMembers"
            or "<Clone>$";

    private static FieldDefinition OfProperty(ClassTypes types, PropertyInfo property, Type source)
    {
        bool isId = property.IsDefined(typeof(IDAttribute), inherit: true);
        var paging = property.GetCustomAttribute<UsePagingAttribute>();
        var result =
            ClassResults.Of(property.PropertyType, types.NullabilityOf(property), paging is not null);
        var type = types.Wrap(result.Type, result.Nullability, isInput: false, isId, result.IsNullable);
        return Priced(property, new FieldDefinition(ClassTypes.FieldName(property), type)
        {
            Description = types.Describe(property),
            DeprecationReason = ClassTypes.Deprecation(property),
            Arguments = paging is null ? [] : PagingFields(),
            Resolver = ClassResolvers.OfProperty(types, property, source, type, paging),
        }, paging);
    }

    private static FieldDefinition OfMethod(ClassTypes types, MethodInfo method, Type source)
    {
        var paging = method.GetCustomAttribute<UsePagingAttribute>();
        bool isBatch = method.IsDefined(typeof(BatchAttribute));
        bool isId = method.IsDefined(typeof(IDAttribute), inherit: true)
            || method.ReturnParameter.IsDefined(typeof(IDAttribute), inherit: true);
        var result = ClassResults.Of(
            method.ReturnType, types.NullabilityOf(method.ReturnParameter), paging is not null, isBatch);
        var type = types.Wrap(result.Type, result.Nullability, isInput: false, isId, result.IsNullable);
        var parameters = new List<InputValue>();
        var resolver = ClassResolvers.OfMethod(types, method, source, parameters, paging, isBatch);
        if (paging is not null) parameters.AddRange(PagingFields());
        return Priced(method, new FieldDefinition(ClassTypes.FieldName(method), type)
        {
            Description = types.Describe(method),
            DeprecationReason = ClassTypes.Deprecation(method),
            Arguments = parameters,
            Resolver = resolver,
        }, paging);
    }

    /// <summary>The four arguments of a connection.</summary>
    public static IReadOnlyList<InputValue> PagingFields() =>
    [
        new("first", StandardScalars.Int) { Description = "How many items from the front." },
        new("after", StandardScalars.String) { Description = "The cursor behind which the page begins." },
        new("last", StandardScalars.Int) { Description = "How many items from the back." },
        new("before", StandardScalars.String) { Description = "The cursor before which the page ends." },
    ];

    /// <summary>An argument from a parameter.</summary>
    public static InputValue Argument(ClassTypes types, ParameterInfo parameter)
    {
        bool isId = parameter.IsDefined(typeof(IDAttribute));
        bool isOptional = parameter is { HasDefaultValue: true, DefaultValue: null };
        var type = types.Wrap(
            parameter.ParameterType, types.NullabilityOf(parameter), isInput: true, isId, isOptional);
        return new InputValue(parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? parameter.Name!,
            type)
        {
            Description = parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description
                ?? types.Docs.Of(parameter),
            DeprecationReason = parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            DefaultLiteral = parameter.HasDefaultValue ? ClassInputs.LiteralOf(parameter.DefaultValue, type)
                : null,
            Bind = ClassInputs.BinderOf(parameter.ParameterType),
        };
    }

    private static FieldDefinition Priced(MemberInfo member, FieldDefinition field,
        UsePagingAttribute? paging)
    {
        var size = member.GetCustomAttribute<ListSizeAttribute>();
        bool isPaged = paging is not null
            || field.Type.Named.Name.EndsWith("Connection", StringComparison.Ordinal);
        field.Cost = member.GetCustomAttribute<CostAttribute>()?.Weight ?? (field.Resolver.IsSync ? 0 : 1);
        field.SizeArguments = size?.SlicingArguments is { Length: > 0 } slicing ? slicing
            : isPaged ? ["first", "last"]
            : [.. field.Arguments.Where(a => a.Name is "first" or "last" or "limit").Select(a => a.Name)];
        field.AssumedSize = size?.AssumedSize ?? paging?.DefaultPageSize ?? 0;
        return field;
    }
}

/// <summary>The value behind tasks, streams and batches. Spec §6.4.2.</summary>
internal readonly record struct ClassResults(Type Type, NullabilityInfo Nullability, bool IsNullable)
{
    /// <summary>What a member gives for one object, pages counted as connections.</summary>
    public static ClassResults Of(Type type, NullabilityInfo info, bool isPaged, bool isBatch = false)
    {
        while (IsWrapper(type))
        {
            type = type.GetGenericArguments()[0];
            info = info.GenericTypeArguments[0];
        }
        if (isBatch && ClassTypes.ItemOf(type) is { } one)
        {
            type = one;
            info = info.ElementType ?? info.GenericTypeArguments[0];
        }
        if (isPaged && ClassTypes.ItemOf(type) is { } item)
        {
            bool isNullable = info.ReadState == NullabilityState.Nullable;
            return new ClassResults(typeof(Connection<>).MakeGenericType(item), info, isNullable);
        }
        return new ClassResults(type, info, false);
    }

    public static bool IsWrapper(Type type) => type.IsGenericType
        && type.GetGenericTypeDefinition() is var open
        && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>));
}
