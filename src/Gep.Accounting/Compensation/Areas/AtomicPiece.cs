using System.Collections.Immutable;

namespace Gep.Accounting.Compensation.Areas;

/// <summary>A piece of ground that lies in the same parcels throughout ([COMPENSATION] §4.8).</summary>
/// <param name="Members">The parcels it lies in, by layer and id.</param>
/// <param name="AreaMu">Its area [mu].</param>
/// <param name="Place">Where it was measured.</param>
public sealed record AtomicPiece(
    ImmutableArray<(string Layer, string Parcel)> Members, decimal AreaMu, string Place);
