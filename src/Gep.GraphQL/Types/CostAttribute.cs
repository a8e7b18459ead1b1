namespace Gep.GraphQL.Types;

/// <summary>
/// What one call of a field costs, in units of one simple lookup. See README, "Limits". Spec §6.4.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>The price of a call.</summary>
    public double Weight { get; } = weight;
}
