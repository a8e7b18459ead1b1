using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Gep.GraphQL.Types;

/// <summary>
/// Types from classes: members become fields, nullability becomes non-null. Spec §3.6 to §3.12.
/// </summary>
internal sealed class ClassTypes(IReadOnlyList<Type> extensions)
{
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, NamedType> _inputs = [];
    private readonly Queue<Action> _pending = new();
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>Classes of resolvers that no object is passed to.</summary>
    public HashSet<Type> Roots { get; } = [];

    public XmlDocs Docs { get; } = new();

    public IEnumerable<NamedType> All => _outputs.Values.Concat(_inputs.Values).Distinct();

    public ObjectType ObjectOf(Type type, string name)
    {
        var made = new ObjectType(name) { Description = Describe(type), ClrType = type };
        _outputs[type] = made;
        _pending.Enqueue(() => FillFields(made, type));
        return made;
    }

    /// <summary>Fills what was declared; filling declares more.</summary>
    public void Complete()
    {
        while (_pending.TryDequeue(out var fill)) fill();
        foreach (var (type, made) in _outputs)
        {
            if (made is UnionType union)
                union.Members = [.. _outputs.Where(o => o.Value is ObjectType && type.IsAssignableFrom(o.Key))
                    .Select(o => (ObjectType)o.Value)];
            if (made is FieldsType fields)
                fields.Interfaces = [.. _outputs.Where(o => o.Value is InterfaceType && o.Key != type
                    && o.Key.IsAssignableFrom(type)).Select(o => (InterfaceType)o.Value)];
        }
    }

    public NamedType Output(Type type)
    {
        if (_outputs.TryGetValue(type, out var known)) return known;
        if (ClrScalars.Find(type) is { } scalar) return scalar;
        if (type.IsEnum) return _outputs[type] = EnumOf(type);
        string name = NameOf(type);
        bool isUnion = type.IsDefined(typeof(UnionTypeAttribute), inherit: false);
        bool isInterface = type.IsDefined(typeof(InterfaceTypeAttribute), inherit: false);
        if (isUnion) return _outputs[type] =
            new UnionType(name) { Description = Describe(type), ClrType = type };
        if (!isInterface) return ObjectOf(type, name);
        var made = new InterfaceType(name) { Description = Describe(type), ClrType = type };
        _outputs[type] = made;
        _pending.Enqueue(() => FillFields(made, type));
        return made;
    }

    public NamedType Input(Type type)
    {
        if (_inputs.TryGetValue(type, out var known)) return known;
        if (ClrScalars.Find(type) is { } scalar) return scalar;
        if (type.IsEnum) return Output(type);
        string name = NameOf(type);
        if (!name.EndsWith("Input", StringComparison.Ordinal)) name += "Input";
        var made = new InputObjectType(name)
        {
            Description = Describe(type), ClrType = type,
            IsOneOf = type.IsDefined(typeof(OneOfAttribute), inherit: false),
        };
        _inputs[type] = made;
        _pending.Enqueue(() =>
            made.SetFields([.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanRead && !IsIgnored(p)).Select(property => InputField(property, made.IsOneOf))]));
        return made;
    }

    /// <summary>The type of a member's or parameter's value with its wrappers.</summary>
    public GraphQLType Wrap(Type type, NullabilityInfo info, bool isInput, bool isId, bool isOptional = false)
    {
        var underlying = Nullable.GetUnderlyingType(type);
        bool isNullable = underlying is not null || isOptional
            || (!type.IsValueType && info.ReadState == NullabilityState.Nullable);
        type = underlying ?? type;
        GraphQLType made;
        if (ItemOf(type) is { } item)
        {
            var itemInfo = info.ElementType ?? info.GenericTypeArguments.FirstOrDefault() ?? info;
            made = new ListType(Wrap(item, itemInfo, isInput, isId));
        }
        else
        {
            made = isId ? StandardScalars.Id : isInput ? Input(type) : Output(type);
        }
        return isNullable ? made : new NonNullType(made);
    }

    public NullabilityInfo NullabilityOf(PropertyInfo property) => _nullability.Create(property);

    public NullabilityInfo NullabilityOf(ParameterInfo parameter) => _nullability.Create(parameter);

    public string? Describe(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description
        ?? (member is Type type ? Docs.Of(type) : Docs.Of(member));

    public static Type? ItemOf(Type type)
    {
        if (type == typeof(string) || type == typeof(JsonElement) || !typeof(IEnumerable)
            .IsAssignableFrom(type)) return null;
        if (type.IsArray) return type.GetElementType();
        var sequence = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            ? type
            : type.GetInterfaces()
                .FirstOrDefault(i => i.IsGenericType
                && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return sequence?.GetGenericArguments()[0];
    }

    public static bool IsIgnored(MemberInfo member) =>
        member.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: true);

    public static string FieldName(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLNameAttribute>() is { } named) return named.Name;
        string name = member.Name;
        if (member is MethodInfo)
        {
            if (name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3) name = name[3..];
            if (name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5) name = name[..^5];
        }
        return JsonNamingPolicy.CamelCase.ConvertName(name);
    }

    private static string NameOf(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>() is { } named) return named.Name;
        if (!type.IsGenericType)
            return type.IsInterface && type.Name is ['I', >= 'A' and <= 'Z', ..] ? type.Name[1..] : type.Name;
        return string.Concat(type.GetGenericArguments().Select(NameOf)) + type.Name.Split('`')[0];
    }

    private EnumType EnumOf(Type type)
    {
        var made = new EnumType(NameOf(type)) { Description = Describe(type), ClrType = type };
        made.SetValues(
            [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => !IsIgnored(f))
            .Select(field =>
            new EnumValue(field.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? UpperSnake(field.Name),
                field.GetValue(null)!, Describe(field), Deprecation(field)))]);
        return made;
    }

    private static string UpperSnake(string name)
    {
        var text = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool isWord = i > 0 && char.IsUpper(name[i])
                && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (isWord) text.Append('_');
            text.Append(char.ToUpperInvariant(name[i]));
        }
        return text.ToString();
    }

    public static string? Deprecation(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason
        ?? (member.GetCustomAttribute<ObsoleteAttribute>() is { } old
            ? old.Message ?? StandardDirectives.NoLongerSupported
            : null);

    private InputValue InputField(PropertyInfo property, bool isChoice)
    {
        bool isId = property.IsDefined(typeof(IDAttribute), inherit: true);
        var parameter = ClassInputs.ParameterOf(property);
        var type =
            Wrap(property.PropertyType, NullabilityOf(property), isInput: true, isId, isOptional: isChoice);
        return new InputValue(FieldName(property), type)
        {
            Description = Describe(property),
            DeprecationReason = Deprecation(property),
            DefaultLiteral = parameter is { HasDefaultValue: true } && !isChoice
                ? ClassInputs.LiteralOf(parameter.DefaultValue, type)
                : null,
        };
    }

    private void FillFields(FieldsType made, Type type)
    {
        foreach (var field in ClassFields.Of(this, type, type)) made.Add(field);
        foreach (var extension in extensions)
        {
            var target = extension.GetCustomAttribute<ExtendObjectTypeAttribute>()?.Type
                ?? throw new SchemaException($"{extension.Name} does not say which type it extends.");
            if (target != type) continue;
            foreach (var field in ClassFields.Of(this, extension, type)) made.Add(field);
        }
    }
}
