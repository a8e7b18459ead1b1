using System.Linq.Expressions;
using System.Reflection;
using Gep.GraphQL.Execution;

namespace Gep.GraphQL.Types;

/// <summary>Members of classes compiled into resolvers. Spec §6.4.2.</summary>
internal static class ClassResolvers
{
    private static readonly ParameterExpression Source = Expression.Parameter(typeof(object), "source");
    private static readonly ParameterExpression Field = Expression.Parameter(typeof(FieldContext), "field");

    public static FieldResolver OfProperty(
        ClassTypes types, PropertyInfo property, Type source, GraphQLType type, UsePagingAttribute? paging)
    {
        bool isRoot = types.Roots.Contains(source);
        var read = Expression.Property(Expression.Convert(Source, source), property);
        if (isRoot) read = Expression.Property(Expression.Convert(Instance(source), source), property);
        if (ClassResults.IsWrapper(property.PropertyType)) return Waiting(read, property.PropertyType, paging,
            0);
        Expression call = paging is null ? read : Page(read, paging, 0);
        return new FieldResolver
        {
            Sync = Compile<FieldResolver.AtOnce>(Expression.Convert(call, typeof(object))),
            WriteLeaf = paging is null && !isRoot ? LeafWriters.For(property, source, type) : null,
        };
    }

    public static FieldResolver OfMethod(
        ClassTypes types, MethodInfo method, Type source, List<InputValue> arguments,
            UsePagingAttribute? paging, bool isBatch)
    {
        var sources = Expression.Parameter(typeof(IReadOnlyList<object?>), "sources");
        var parameters = method.GetParameters()
            .Select(parameter => Parameter(types, parameter, source, arguments, isBatch ? sources : null))
                .ToList();
        bool isOfSource = method.DeclaringType!.IsAssignableFrom(source) && !types.Roots.Contains(source);
        Expression? instance = method.IsStatic ? null
            : Expression.Convert(isOfSource ? Source : Instance(method.DeclaringType), method.DeclaringType);
        var call = Expression.Call(instance, method, parameters);
        var result = method.ReturnType;
        if (isBatch)
        {
            if (!ClassResults.IsWrapper(result))
                throw new SchemaException(
                    $"{method.DeclaringType.Name}.{method.Name} must return a task of a list.");
            var boxed = Expression.Call(typeof(ClassResolvers), nameof(BoxBatch),
                [result.GetGenericArguments()[0]], AsValueTask(call, result));
            return new FieldResolver
            {
                Batch = Expression.Lambda<FieldResolver.Together>(boxed, sources, Field).Compile(),
            };
        }
        if (result.IsGenericType && result.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
        {
            var stream =
                Expression.Call(typeof(ClassResolvers), nameof(BoxStream), [result.GetGenericArguments()[0]],
                call);
            return new FieldResolver
            {
                Subscribe = Compile<FieldResolver.Stream>(stream), Sync = static (value, _) => value,
            };
        }
        int paged = arguments.Count;
        if (ClassResults.IsWrapper(result)) return Waiting(call, result, paging, paged);
        return new FieldResolver
        {
            Sync = Compile<FieldResolver.AtOnce>(Expression.Convert(
                paging is null ? call : Page(call, paging, paged), typeof(object))),
        };
    }

    private static T Compile<T>(Expression body)
        where T : Delegate => Expression.Lambda<T>(body, Source, Field).Compile();

    private static FieldResolver Waiting(Expression call, Type result, UsePagingAttribute? paging, int first)
    {
        var value = result.GetGenericArguments()[0];
        var boxed = paging is null
            ? Expression.Call(typeof(ClassResolvers), nameof(Box), [value], AsValueTask(call, result))
            : Expression.Call(typeof(ClassResolvers), nameof(BoxPage), [ClassTypes.ItemOf(value)!],
                Expression.Call(typeof(ClassResolvers), nameof(Box), [value], AsValueTask(call, result)),
                Paging(first), Expression.Constant(paging.DefaultPageSize));
        return new FieldResolver { Async = Compile<FieldResolver.Later>(boxed) };
    }

    private static Expression AsValueTask(Expression call, Type result) =>
        result.GetGenericTypeDefinition() == typeof(Task<>)
            ? Expression.New(typeof(ValueTask<>).MakeGenericType(result.GetGenericArguments()[0])
                .GetConstructor([result])!, call)
            : call;

    private static MethodCallExpression Page(Expression list, UsePagingAttribute paging, int first) =>
        Expression.Call(typeof(ClassResolvers), nameof(Slice), [ClassTypes.ItemOf(list.Type)!],
            Expression.Convert(list, typeof(object)), Paging(first),
                Expression.Constant(paging.DefaultPageSize));

    private static MethodCallExpression Paging(int first) =>
        Expression.Call(typeof(ClassResolvers), nameof(PagingAt), null, Field, Expression.Constant(first));

    private static Expression Parameter(
        ClassTypes types, ParameterInfo parameter, Type source, List<InputValue> arguments,
            Expression? sources)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(ParentAttribute)))
        {
            return sources is null
                ? Expression.Convert(Source, type)
                : Expression.Call(typeof(ClassResolvers), nameof(Parents),
                    [ClassTypes.ItemOf(type) ?? source], sources);
        }
        if (type == typeof(FieldContext)) return Field;
        if (type == typeof(CancellationToken)) return Expression.Property(Field,
            nameof(FieldContext.Cancellation));
        if (type == typeof(IServiceProvider)) return Expression.Property(Field,
            nameof(FieldContext.Services));
        if (parameter.IsDefined(typeof(ServiceAttribute)))
            return Expression.Call(typeof(ClassResolvers), nameof(Service), [type], Field);
        if (type == typeof(PagingArguments))
        {
            int first = arguments.Count;
            arguments.AddRange(ClassFields.PagingFields());
            return Paging(first);
        }
        int place = arguments.Count;
        arguments.Add(ClassFields.Argument(types, parameter));
        var value = Expression.ArrayIndex(
            Expression.Property(Field, nameof(FieldContext.Bound)), Expression.Constant(place));
        return Expression.Condition(Expression.Equal(value, Expression.Constant(null)),
            Expression.Default(type), Expression.Convert(value, type));
    }

    /// <summary>
    /// A class of resolvers, not of data: one that can be made without arguments, or from services.
    /// </summary>
    private static Expression Instance(Type type) => type.GetConstructor(Type.EmptyTypes) is not null
        ? Expression.Constant(Activator.CreateInstance(type))
        : Expression.Call(typeof(ClassResolvers), nameof(Service), [type], Field);

    private static T Service<T>(FieldContext field) => field.Services?.GetService(typeof(T)) is T service
        ? service
        : throw new InvalidOperationException($"No service of type {typeof(T).Name} for {field.FieldName}.");

    private static PagingArguments PagingAt(FieldContext field, int first) => new(
        (int?)field.Bound[first], (string?)field.Bound[first + 1],
        (int?)field.Bound[first + 2], (string?)field.Bound[first + 3]);

    private static IReadOnlyList<T> Parents<T>(IReadOnlyList<object?> sources) => [.. sources.Cast<T>()];

    private static Connection<T>? Slice<T>(object? list, PagingArguments page, int size) =>
        list is null ? null : page.Slice(list as IReadOnlyList<T> ?? [.. (IEnumerable<T>)list], size);

    private static async ValueTask<object?> Box<T>(ValueTask<T> task) => await task.ConfigureAwait(false);

    private static async ValueTask<object?> BoxPage<T>(ValueTask<object?> task, PagingArguments page,
        int size) =>
        Slice<T>(await task.ConfigureAwait(false), page, size);

    private static async ValueTask<IReadOnlyList<object?>> BoxBatch<T>(ValueTask<T> task) =>
        [.. ((System.Collections.IEnumerable)(await task.ConfigureAwait(false))!).Cast<object?>()];

    private static async IAsyncEnumerable<object?> BoxStream<T>(IAsyncEnumerable<T> stream)
    {
        await foreach (var item in stream.ConfigureAwait(false)) yield return item;
    }
}
