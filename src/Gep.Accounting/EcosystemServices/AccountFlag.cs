using System.Diagnostics.CodeAnalysis;

namespace Gep.Accounting.EcosystemServices;

/// <summary>Something a reader of an account line should know.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A flag of an account, not a set of bits.")]
public enum AccountFlag
{
    /// <summary>
    /// The physical result was negative and is booked as zero; the trace keeps the raw number.
    /// </summary>
    Clamped,

    /// <summary>Removal is the load: the ecosystems could take more.</summary>
    MinLoad,

    /// <summary>Removal is the capacity: the load is more than the ecosystems can take.</summary>
    MinCapacity,

    /// <summary>An input, a parameter or the unit value is assumed, transferred or from memory.</summary>
    LowConfidence,

    /// <summary>A figure of the whole region stands in for the district's.</summary>
    RegionWideInput,

    /// <summary>The quantity is reproduced from a published total, not measured.</summary>
    PublishedValue,

    /// <summary>A flow of wind, sun or falling water rather than of life; SEEA EA 9.19 leaves it
    /// out.</summary>
    Abiotic,

    /// <summary>A value of the equivalent-factor method: an ESV, which is no GEP.</summary>
    NotGep,

    /// <summary>Removal is the capacity because no load is known; it may exceed what arrives.</summary>
    CapacityOnly,
}
