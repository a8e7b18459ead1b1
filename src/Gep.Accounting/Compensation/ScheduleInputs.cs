using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation.Areas;
using Gep.Accounting.Compensation.Settlement;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>What schedules of one year are drawn from; order does not matter.</summary>
public sealed record ScheduleInputs
{
    /// <summary>The parcels of all registers.</summary>
    public ImmutableArray<RegisterParcel> Parcels { get; init; } = [];

    /// <summary>The claims of all schemes and years.</summary>
    public ImmutableArray<LossClaim> Claims { get; init; } = [];

    /// <summary>The measured results and ledger entries of all schemes and years.</summary>
    public ImmutableArray<SettlementItem> Items { get; init; } = [];

    /// <summary>Certified areas, for those parcels that have one.</summary>
    public ImmutableArray<LandCertificate> Certificates { get; init; } = [];

    /// <summary>Changes of areas within years.</summary>
    public ImmutableArray<AreaChange> AreaChanges { get; init; } = [];

    /// <summary>Ground that lies in parcels of several schemes, measured once.</summary>
    public ImmutableArray<AtomicPiece> Pieces { get; init; } = [];

    /// <summary>Inspections, for those parcels that had one.</summary>
    public ImmutableArray<ParcelInspection> Inspections { get; init; } = [];

    /// <summary>The schemes of the workspace, by which exclusive memberships are found.</summary>
    public ImmutableArray<Scheme> Schemes { get; init; } = [];

    /// <summary>The districts of the workspace with their names; when empty, any district will do.</summary>
    public ImmutableSortedDictionary<DistrictCode, BilingualText> DistrictNames { get; init; } =
        ImmutableSortedDictionary<DistrictCode, BilingualText>.Empty;
}
