using Gep.Accounting.Classifications;
using Gep.Api.Layers;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>A class of the ecosystem classification.</summary>
[GraphQLName("EcosystemType")]
internal sealed class EcosystemTypeNode(EcosystemType type) : INode
{
    /// <inheritdoc/>
    [ID]
    public string Id => $"EcosystemType:{type.Code}";

    /// <summary>Its code: <c>FOR/EBF</c>.</summary>
    public string Code { get; } = type.Code.ToString();

    /// <summary>Code of its level-1 class.</summary>
    public string Level1 => type.Code.Level1.ToString();

    /// <summary>Its name.</summary>
    public TextNode Name { get; } = TextNode.Of(type.Name);

    /// <summary>Codes of the national land survey (三调) that map to it.</summary>
    public IReadOnlyList<string> SurveyCodes => type.SurveyCodes;
}

/// <summary>What nature supplies.</summary>
[GraphQLName("EcosystemService")]
internal sealed class EcosystemServiceNode(EcosystemService service) : INode
{
    /// <inheritdoc/>
    [ID]
    public string Id => $"EcosystemService:{service.Code}";

    /// <summary>Its code: <c>water-conservation</c>.</summary>
    public string Code { get; } = service.Code.ToString();

    /// <summary>Its indicator in the methods: <c>R1</c>.</summary>
    public string Indicator => service.Indicator;

    /// <summary>Its name.</summary>
    public TextNode Name { get; } = TextNode.Of(service.Name);

    /// <summary>Its group.</summary>
    public ServiceGroup Group => service.Group;

    /// <summary>Its items.</summary>
    public IReadOnlyList<ServiceItem> Items { get; } =
        [.. service.Items.Select(item => new ServiceItem(item.Key, TextNode.Of(item.Value)))];
}

/// <summary>An item of a service.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
internal sealed record ServiceItem(string Code, TextNode Name);

/// <summary>A layer of the workspace.</summary>
[GraphQLName("Layer")]
internal sealed class LayerNode(LayerDefinition layer, int features) : INode
{
    /// <inheritdoc/>
    [ID]
    public string Id => $"Layer:{layer.Id}";

    /// <summary>Its name in addresses and filters: <c>lakes</c>.</summary>
    public string Code => layer.Id;

    /// <summary>Its name.</summary>
    public TextNode Name { get; } = TextNode.Of(layer.Name);

    /// <summary>What it is for.</summary>
    public LayerRole Role => layer.Role;

    /// <summary>Files it was read from.</summary>
    public IReadOnlyList<string> Files => layer.Files;

    /// <summary>The coordinate reference system it is declared in.</summary>
    public string Crs => layer.Crs;

    /// <summary>First year it holds for.</summary>
    public int FromYear => layer.FromYear.Number;

    /// <summary>First year it no longer holds for.</summary>
    public int ToYear => layer.ToYear.Number;

    /// <summary>Whether its geometry is drawn from published figures, not surveyed.</summary>
    public bool IsSchematic => layer.IsSchematic;

    /// <summary>Its licence.</summary>
    public string Licence => layer.Licence;

    /// <summary>Where it comes from.</summary>
    public SourceNode? Source { get; } = SourceNode.Of(layer.Source);

    /// <summary>How many features were read.</summary>
    public int FeatureCount => features;
}
