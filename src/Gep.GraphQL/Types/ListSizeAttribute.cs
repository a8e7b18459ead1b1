namespace Gep.GraphQL.Types;

/// <summary>How long a list is expected to be, for its price. Spec §6.4.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>Items where no argument says so.</summary>
    public int AssumedSize { get; set; } = 1;

    /// <summary>Names of the arguments that say how many, such as <c>first</c>.</summary>
    public string[] SlicingArguments { get; set; } = [];
}
