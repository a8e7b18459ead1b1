using System.Collections.Immutable;
using Gep.Accounting.Traces;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>One step in the explanation of a number, with what it was made from.</summary>
[GraphQLName("Explanation")]
internal sealed class ExplanationNode
{
    private readonly TraceNode node;

    private ExplanationNode(TraceNode node, int depth) => (this.node, Depth) = (node, depth);

    /// <summary>How far below the number it stands.</summary>
    public int Depth { get; }

    /// <summary>What the number is.</summary>
    public TextNode Label => TextNode.Of(node.Label);

    /// <summary>The number with its unit.</summary>
    public string Value => node.Value;

    /// <summary>How it follows from the steps below; null of an input.</summary>
    public string? Formula => node.Formula;

    /// <summary>Where it is written; null when it was computed.</summary>
    public SourceNode? Source => SourceNode.Of(node.Source);

    /// <summary>File and line, layer and parcel, or row.</summary>
    public string? Place => node.Place;

    /// <summary>What it was made from.</summary>
    public IReadOnlyList<ExplanationNode> Children =>
        [.. node.Children.Select(child => new ExplanationNode(child, Depth + 1))];

    /// <summary>The tree of a number.</summary>
    [GraphQLIgnore]
    public static ExplanationNode Of(TraceNode node) => new(node, 0);

    /// <summary>This step and every one below it, from the top down, each with its depth.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<ExplanationNode> Steps()
    {
        var steps = ImmutableArray.CreateBuilder<ExplanationNode>();
        var open = new Stack<ExplanationNode>([this]);
        while (open.TryPop(out var step))
        {
            steps.Add(step);
            foreach (var child in step.Children.Reverse()) open.Push(child);
        }
        return steps.ToImmutable();
    }
}
