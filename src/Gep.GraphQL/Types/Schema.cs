using Gep.GraphQL.Introspection;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>All types and directives of a service, ready to execute. Spec §3.3.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly List<NamedType> _ordered = [];
    private readonly Dictionary<NamedType, List<ObjectType>> _possible = [];
    private readonly Dictionary<NamedType, HashSet<NamedType>> _subtypes = [];
    private readonly Dictionary<Type, ObjectType> _byClr = [];

    internal Schema(SchemaParts parts)
    {
        Description = parts.Description;
        QueryType = parts.Query;
        MutationType = parts.Mutation;
        SubscriptionType = parts.Subscription;
        Syntax = parts.Syntax;
        Source = parts.Source;
        Directives = parts.Directives;
        var listed = parts.Types.ToHashSet();
        foreach (var type in parts.Types)
        {
            listed.Remove(type);
            Collect(type, listed);
        }
        foreach (var root in new[] { QueryType, MutationType, SubscriptionType })
        {
            if (root is not null) Collect(root, []);
        }
        foreach (var argument in Directives.SelectMany(directive => directive.Arguments))
            Collect(argument.Type.Named, []);
        Collect(IntrospectionTypes.Schema, []);
        foreach (var type in _ordered) Relate(type);
    }

    internal string? Description { get; }

    internal ObjectType? QueryType { get; }

    internal ObjectType? MutationType { get; }

    internal ObjectType? SubscriptionType { get; }

    internal IReadOnlyList<SchemaNode> Syntax { get; }

    /// <summary>The text that it was made from; null where classes made it.</summary>
    internal SourceText? Source { get; }

    internal IReadOnlyList<DirectiveDefinition> Directives { get; }

    /// <summary>In order of first mention.</summary>
    internal IReadOnlyList<NamedType> Types => _ordered;

    /// <summary>The schema definition language text of this schema.</summary>
    public string PrintSdl() => SchemaPrinter.Print(this);

    internal NamedType? FindType(string name) => _types.GetValueOrDefault(name);

    internal DirectiveDefinition? FindDirective(string name) =>
        Directives.FirstOrDefault(directive => directive.Name == name);

    internal ObjectType? RootType(OperationKind operation) => operation switch
    {
        OperationKind.Query => QueryType,
        OperationKind.Mutation => MutationType,
        OperationKind.Subscription => SubscriptionType,
    };

    /// <summary>Object types that an abstract type can be; an object type itself.</summary>
    internal IReadOnlyList<ObjectType> PossibleTypes(CompositeType type) => type switch
    {
        ObjectType single => [single],
        UnionType union => union.Members,
        _ => _possible.TryGetValue(type, out var list) ? list : [],
    };

    /// <summary>Whether the second is a member or an implementation of the first.</summary>
    internal bool IsSubtype(CompositeType general, NamedType special) =>
        _subtypes.TryGetValue(general, out var set) && set.Contains(special);

    /// <summary>The object type of a value of a class, or of a class it derives from.</summary>
    internal ObjectType? FindByClr(Type type)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            if (_byClr.TryGetValue(current, out var found)) return found;
        }
        return null;
    }

    /// <summary>Whether a value of one type can stand where the other is asked for. Spec §3.6.2.</summary>
    internal bool IsTypeSubtype(GraphQLType special, GraphQLType general) => (special, general) switch
    {
        (NonNullType s, NonNullType g) => IsTypeSubtype(s.Inner, g.Inner),
        (_, NonNullType) => false,
        (NonNullType s, _) => IsTypeSubtype(s.Inner, general),
        (ListType s, ListType g) => IsTypeSubtype(s.Item, g.Item),
        (ListType, _) or (_, ListType) => false,
        _ => special == general || (general is CompositeType g && IsSubtype(g, special.Named)),
    };

    internal bool Overlap(CompositeType one, CompositeType other)
    {
        if (one == other) return true;
        var others = PossibleTypes(other);
        return PossibleTypes(one).Any(others.Contains);
    }

    /// <summary>
    /// Breadth of types has no bound, so this walks with its own stack, in the order of a recursion.
    /// </summary>
    private void Collect(NamedType start, HashSet<NamedType> later)
    {
        var pending = new Stack<NamedType>();
        pending.Push(start);
        while (pending.TryPop(out var type))
        {
            if (later.Contains(type)) continue;
            if (_types.TryGetValue(type.Name, out var known))
            {
                if (known != type)
                {
                    throw new SchemaException("Schema must contain uniquely named types but contains "
                        + $"multiple types named \"{type.Name}\".");
                }
                continue;
            }
            _types.Add(type.Name, type);
            _ordered.Add(type);
            foreach (var next in Mentioned(type).Reverse()) pending.Push(next);
        }
    }

    private static IEnumerable<NamedType> Mentioned(NamedType type) => type switch
    {
        UnionType union => union.Members,
        FieldsType fields =>
            [.. fields.Interfaces,
                .. fields.Fields.SelectMany(f => f.Arguments.Select(a => a.Type.Named)
                .Prepend(f.Type.Named))],
        InputObjectType input => input.Fields.Select(f => f.Type.Named),
        _ => [],
    };

    private void Relate(NamedType type)
    {
        if (type is ObjectType { ClrType: { } clr } made) _byClr.TryAdd(clr, made);
        if (type is UnionType union) _subtypes[union] = [.. union.Members];
        if (type is not FieldsType fields) return;
        foreach (var parent in fields.Interfaces)
        {
            if (!_subtypes.TryGetValue(parent, out var set)) _subtypes[parent] = set = [];
            set.Add(type);
            if (type is not ObjectType concrete) continue;
            if (!_possible.TryGetValue(parent, out var list)) _possible[parent] = list = [];
            list.Add(concrete);
        }
    }
}

/// <summary>What a schema is made of. Spec §3.3.</summary>
internal sealed record SchemaParts
{
    public string? Description { get; init; }

    public ObjectType? Query { get; init; }

    public ObjectType? Mutation { get; init; }

    public ObjectType? Subscription { get; init; }

    public IReadOnlyList<NamedType> Types { get; init; } = [];

    public IReadOnlyList<DirectiveDefinition> Directives { get; init; } = StandardDirectives.All;

    public IReadOnlyList<SchemaNode> Syntax { get; init; } = [];

    public SourceText? Source { get; init; }
}
