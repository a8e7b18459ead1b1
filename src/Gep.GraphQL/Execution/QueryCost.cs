using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>
/// Price of an operation before it runs: one for each object, a field's own weight, times the items that its
/// lists will have by the values that were really sent. Input objects cost by their size. Spec §6.4.1,
/// Appendix A.
/// </summary>
internal sealed class QueryCost(ExecutionScope scope, GraphQLLimits limits)
{
    private const int AssumedListSize = 10;
    private const double InputWeight = 0.1;

    private readonly Dictionary<FieldPlan, double> _known = [];

    /// <summary>Throws where the operation is too dear, or a page too large.</summary>
    public double Check()
    {
        double cost = Of(scope.Plan.Root, scope.Plan.RootType == scope.Schema.MutationType ? 1 : 0);
        if (cost <= limits.Cost) return cost;
        throw new GraphQLException(GraphQLError.WithCode(
            $"The operation costs more than {limits.Cost}; ask for fewer fields or smaller pages.",
                "COST_LIMIT"));
    }

    private double Of(FieldSet set, double own)
    {
        double cost = own;
        foreach (var field in set.Fields) cost += Of(field);
        if (cost > limits.Cost * 2) cost = limits.Cost * 2;
        return cost;
    }

    private double Of(FieldPlan field)
    {
        bool isMeta = field.Definition.Name.StartsWith("__", StringComparison.Ordinal);
        if (isMeta
            || (field.NamedType is not CompositeType
            && field.Definition.Arguments.Count == 0)) return field.Definition.Cost;
        if (_known.TryGetValue(field, out double known)) return known;
        double own = field.Definition.Cost, items = 1;
        if (field.Definition.Arguments.Count > 0)
        {
            var arguments = TryArguments(field);
            own += InputWeight * CheckedSize(field, arguments);
            items = Items(field, arguments);
        }
        else if (field.Definition.Type.Nullable is ListType)
        {
            items = field.Definition.AssumedSize > 0 ? field.Definition.AssumedSize : AssumedListSize;
        }
        double below = 0;
        if (field.NamedType is CompositeType type
            && !field.NamedType.Name.StartsWith("__", StringComparison.Ordinal))
            below = scope.Schema.PossibleTypes(type)
                .Select(possible => Of(field.SelectionFor(possible), 1)).DefaultIfEmpty().Max();
        return _known[field] = own + (items * below);
    }

    /// <summary>Wrong arguments are that field's error later, and cost nothing.</summary>
    private InputMap TryArguments(FieldPlan field)
    {
        try
        {
            return scope.ContextOf(field).Arguments;
        }
        catch (GraphQLException)
        {
            return ArgumentCoercion.Empty;
        }
    }

    private double Items(FieldPlan field, InputMap arguments)
    {
        int? size = null;
        foreach (string name in field.Definition.SizeArguments)
        {
            if (!arguments.TryGetValue(name, out object? value) || value is not int count) continue;
            if (count < 0) throw Refused($"Argument \"{name}\" must not be negative.", field);
            if (count > limits.PageSize) throw Refused(
                $"Argument \"{name}\" must not be above {limits.PageSize}.", field);
            size = Math.Min(size ?? count, count);
        }
        if (size is { } known) return known;
        if (field.Definition.AssumedSize > 0) return field.Definition.AssumedSize;
        return field.Definition.Type.Nullable is ListType ? AssumedListSize : 1;
    }

    private GraphQLException Refused(string message, FieldPlan field) => new(new GraphQLError
    {
        Message = message,
        Locations = [scope.Plan.Document.Source.LocationOf(field.Nodes[0].Start)],
        Extensions = new Dictionary<string, object?> { ["code"] = "PAGE_SIZE" },
    });

    private int CheckedSize(FieldPlan field, InputMap arguments)
    {
        int size = 1 + SizeOf(arguments, field.Definition.Arguments);
        return size <= limits.InputParts ? size : throw new GraphQLException(GraphQLError.WithCode(
            $"The arguments of \"{field.ResponseName}\" have more than {limits.InputParts} parts.",
            "INPUT_LIMIT"));
    }

    private static int SizeOf(InputMap map, IReadOnlyList<InputValue> fields) => fields.Sum(field =>
        map.TryGetValue(field.Name, out object? value) ? SizeOf(value, field.Type) : 0);

    /// <summary>A scalar is one part, whatever it holds: a polygon is no filter.</summary>
    private static int SizeOf(object? value, GraphQLType type) => (value, type.Nullable) switch
    {
        (InputMap map, InputObjectType input) => 1 + SizeOf(map, input.Fields),
        (object?[] items, ListType list) => 1 + items.Sum(item => SizeOf(item, list.Item)),
        _ => 1,
    };
}
