using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>A type in use: named, or wrapped as list or non-null. Spec §3.4.</summary>
internal abstract class GraphQLType
{
    /// <summary>The type under all wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without an outer non-null.</summary>
    public virtual GraphQLType Nullable => this;

    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    public bool IsOutput => Named is not InputObjectType;

    public bool IsLeaf => this is ScalarType or EnumType;
}

/// <summary>A list. Spec §3.11.</summary>
internal sealed class ListType(GraphQLType item) : GraphQLType
{
    public GraphQLType Item { get; } = item;

    public override NamedType Named => Item.Named;

    public override string ToString() => $"[{Item}]";
}

/// <summary>A type that is never null. Spec §3.12.</summary>
internal sealed class NonNullType(GraphQLType inner) : GraphQLType
{
    public GraphQLType Inner { get; } = inner;

    public override NamedType Named => Inner.Named;

    public override GraphQLType Nullable => Inner;

    public override string ToString() => Inner + "!";
}

/// <summary>A type with a name. Spec §3.4.</summary>
internal abstract class NamedType(string name) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    /// <summary>Where it was written, then its extensions; empty for types from classes.</summary>
    public IReadOnlyList<DefinitionNode> Syntax { get; set; } = [];

    /// <summary>The class that it was made from; null for types from text.</summary>
    public Type? ClrType { get; set; }

    public override NamedType Named => this;

    public override string ToString() => Name;
}

/// <summary>A type with a selection set: object, interface or union. Spec §3.6 to §3.8.</summary>
internal abstract class CompositeType(string name) : NamedType(name)
{
    public virtual FieldDefinition? FindField(string name) => null;
}

/// <summary>An object or interface type: the two that have fields. Spec §3.6 and §3.7.</summary>
internal abstract class FieldsType(string name) : CompositeType(name)
{
    private readonly Dictionary<string, FieldDefinition> _byName = new(StringComparer.Ordinal);
    private readonly List<FieldDefinition> _fields = [];

    public IReadOnlyList<InterfaceType> Interfaces { get; set; } = [];

    public IReadOnlyList<FieldDefinition> Fields => _fields;

    /// <summary>A field of the same name is replaced, as a map would.</summary>
    public void Add(FieldDefinition field)
    {
        if (_byName.TryGetValue(field.Name, out var former)) _fields[_fields.IndexOf(former)] = field;
        else _fields.Add(field);
        _byName[field.Name] = field;
    }

    public override FieldDefinition? FindField(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>An object type. Spec §3.6.</summary>
internal sealed class ObjectType(string name) : FieldsType(name);

/// <summary>An interface type. Spec §3.7.</summary>
internal sealed class InterfaceType(string name) : FieldsType(name);

/// <summary>A union type. Spec §3.8.</summary>
internal sealed class UnionType(string name) : CompositeType(name)
{
    public IReadOnlyList<ObjectType> Members { get; set; } = [];
}

/// <summary>An enum type; each value has a name outside and a value inside. Spec §3.9.</summary>
internal sealed class EnumType(string name) : NamedType(name)
{
    private readonly Dictionary<string, EnumValue> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<object, EnumValue> _byValue = [];

    public IReadOnlyList<EnumValue> Values { get; private set; } = [];

    public void SetValues(IReadOnlyList<EnumValue> values)
    {
        Values = values;
        foreach (var value in values)
        {
            _byName[value.Name] = value;
            _byValue.TryAdd(value.Value, value);
        }
    }

    public EnumValue? FindByName(string name) => _byName.GetValueOrDefault(name);

    public EnumValue? FindByValue(object value) => _byValue.GetValueOrDefault(value);
}

/// <summary>A value of an enum type. Spec §3.9.</summary>
internal sealed record EnumValue(string Name, object Value, string? Description, string? DeprecationReason);

/// <summary>An input object type. Spec §3.10.</summary>
internal sealed class InputObjectType(string name) : NamedType(name)
{
    private Dictionary<string, InputValue> _byName = [];

    public IReadOnlyList<InputValue> Fields { get; private set; } = [];

    /// <summary>Whether exactly one field must be given. Spec §3.10.1.</summary>
    public bool IsOneOf { get; set; }

    public void SetFields(IReadOnlyList<InputValue> fields)
    {
        Fields = fields;
        _byName = new Dictionary<string, InputValue>(StringComparer.Ordinal);
        foreach (var field in fields) _byName[field.Name] = field;
    }

    public InputValue? FindField(string name) => _byName.GetValueOrDefault(name);
}
