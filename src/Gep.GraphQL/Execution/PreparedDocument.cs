using System.Collections.Concurrent;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;
using Gep.GraphQL.Validation;

namespace Gep.GraphQL.Execution;

/// <summary>A document that is parsed, validated and planned; found again by its text. Spec §6.1.1.</summary>
internal sealed class PreparedDocument
{
    /// <summary>Plans per operation; beyond it, plans are made anew.</summary>
    private const int PlansMax = 64;

    private readonly ConcurrentDictionary<string, OperationPlan> _plans = new(StringComparer.Ordinal);
    private readonly OperationNode[] _operations = [];
    private readonly string[] _conditions = [];

    public PreparedDocument(Schema schema, string text, GraphQLLimits limits, bool hidesSuggestions)
    {
        Schema = schema;
        try
        {
            Document = Parser.Parse(text, new ParserLimits(limits.Tokens, limits.Nesting));
        }
        catch (GraphQLException syntax)
        {
            Errors = [syntax.Error];
            return;
        }
        if (DocumentMeasure.Check(Document, limits) is { } tooMuch)
        {
            Errors = [tooMuch];
            return;
        }
        Errors = Validator.Validate(schema, Document, hidesSuggestions);
        _operations = [.. Document.Definitions.OfType<OperationNode>()];
        _conditions = ConditionsOf(Document);
    }

    public Schema Schema { get; }

    public DocumentNode? Document { get; }

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The operation to run. Spec §6.1, GetOperation.</summary>
    public OperationNode FindOperation(string? name)
    {
        if (name is null)
        {
            return _operations.Length switch
            {
                1 => _operations[0],
                0 => throw new GraphQLException("Must provide an operation."),
                _ => throw new GraphQLException(
                    "Must provide operation name if query contains multiple operations."),
            };
        }
        return _operations.FirstOrDefault(operation => operation.Name?.Value == name)
            ?? throw new GraphQLException($"Unknown operation named \"{name}\".");
    }

    public OperationPlan PlanOf(OperationNode operation, InputMap variables)
    {
        string key = operation.Name?.Value ?? "";
        foreach (string name in _conditions)
            key += variables.TryGetValue(name, out object? value) && value is true ? "|1" : "|0";
        if (_plans.TryGetValue(key, out var plan)) return plan;
        plan = new OperationPlan(Schema, Document!, operation, variables);
        if (_plans.Count < PlansMax) _plans.TryAdd(key, plan);
        return plan;
    }

    /// <summary>Variables that skip or include something.</summary>
    private static string[] ConditionsOf(DocumentNode document)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Visit(document, names);
        return [.. names];
    }

    private static void Visit(Node node, SortedSet<string> names)
    {
        if (node is DirectiveNode { Name.Value: "skip" or "include" } directive)
        {
            foreach (var argument in directive.Arguments)
            {
                if (argument.Value is VariableNode variable) names.Add(variable.Name.Value);
            }
        }
        foreach (var child in node.Children) Visit(child, names);
    }
}
