using Gep.GraphQL.Execution;
using Gep.GraphQL.Validation;

namespace Gep.GraphQL.Types;

/// <summary>Makes a schema from annotated classes, or from text. Spec §3.3.</summary>
/// <remarks>
/// Method and attribute names are those of Hot Chocolate, so that resolvers can move there.
/// </remarks>
public sealed class SchemaBuilder
{
    private readonly List<Type> _types = [];
    private readonly List<Type> _extensions = [];
    private Type? _query, _mutation, _subscription;

    /// <summary>The class of the query root.</summary>
    public SchemaBuilder AddQueryType<T>()
    {
        _query = typeof(T);
        return this;
    }

    /// <summary>The class of the mutation root.</summary>
    public SchemaBuilder AddMutationType<T>()
    {
        _mutation = typeof(T);
        return this;
    }

    /// <summary>
    /// The class of the subscription root; its methods return <see cref="IAsyncEnumerable{T}"/>.
    /// </summary>
    public SchemaBuilder AddSubscriptionType<T>()
    {
        _subscription = typeof(T);
        return this;
    }

    /// <summary>A class that no field names, such as a member of a union.</summary>
    public SchemaBuilder AddType<T>()
    {
        _types.Add(typeof(T));
        return this;
    }

    /// <summary>A class with <see cref="ExtendObjectTypeAttribute"/>.</summary>
    public SchemaBuilder AddTypeExtension<T>()
    {
        _extensions.Add(typeof(T));
        return this;
    }

    /// <summary>The schema; a <see cref="SchemaException"/> where classes break the rules.</summary>
    public Schema Build()
    {
        if (_query is null) throw new SchemaException("A schema needs a query type.");
        var classes = new ClassTypes(_extensions);
        foreach (var root in new[] { _query, _mutation, _subscription })
        {
            if (root is not null) classes.Roots.Add(root);
        }
        var query = classes.ObjectOf(_query, "Query");
        var mutation = _mutation is null ? null : classes.ObjectOf(_mutation, "Mutation");
        var subscription = _subscription is null ? null : classes.ObjectOf(_subscription, "Subscription");
        foreach (var type in _types) classes.Output(type);
        classes.Complete();
        return SchemaValidator.MustBeValid(new Schema(new SchemaParts
        {
            Query = query, Mutation = mutation, Subscription = subscription, Types = [.. classes.All],
        }));
    }

    /// <summary>
    /// A schema from text; the function resolves every field, or maps are read by field name.
    /// </summary>
    public static Schema FromSdl(string sdl, Func<object?, FieldContext, object?>? resolver = null) =>
        SchemaValidator.MustBeValid(
            SdlSchema.Build(sdl, resolver is null ? null : new FieldResolver { Sync = new(resolver) }));

    /// <summary>A schema from text whose resolvers wait.</summary>
    public static Schema FromSdlAsync(string sdl, Func<object?, FieldContext, ValueTask<object?>> resolver) =>
        SchemaValidator.MustBeValid(SdlSchema.Build(sdl, new FieldResolver { Async = new(resolver) }));
}
