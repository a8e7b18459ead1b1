using System.Collections.Immutable;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>A legal arrangement that pays those who keep the ecosystems ([COMPENSATION] §8).</summary>
public sealed record Scheme
{
    /// <summary>Its code.</summary>
    public required SchemeCode Code { get; init; }

    /// <summary>Its names.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>The document it rests on.</summary>
    public required LegalReference Basis { get; init; }

    /// <summary>Where the document was read.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>What is protected.</summary>
    public required CompensatedElement Element { get; init; }

    /// <summary>Who pays whom.</summary>
    public required CompensationMechanism Mechanism { get; init; }

    /// <summary>Whether its figures were seen in the legal text.</summary>
    public required SchemeStatus Status { get; init; }

    /// <summary>What is not established; null when all is.</summary>
    public required BilingualText? StatusReason { get; init; }

    /// <summary>Its rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>Who is paid.</summary>
    public required BilingualText Beneficiaries { get; init; }

    /// <summary>Why the split between payers is not established; null when it is.</summary>
    public BilingualText? PayerSplitUnknown { get; init; }

    /// <summary>How it stands to other schemes on one parcel.</summary>
    public ImmutableArray<SchemeRelation> Relations { get; init; } = [];

    /// <summary>Totals that documents declare, held against the drawn total.</summary>
    public ImmutableArray<DeclaredTotal> DeclaredTotals { get; init; } = [];

    /// <summary>Ranges in which totals should lie.</summary>
    public ImmutableArray<PlausibleRange> Ranges { get; init; } = [];

    /// <summary>Figures of the documents that no rule reads yet.</summary>
    public ImmutableArray<KnownFigure> Figures { get; init; } = [];

    /// <summary>
    /// Codes of the functional classification it may be paid under, the usual one first; empty when unknown.
    /// </summary>
    public ImmutableArray<string> BudgetCodes { get; init; } = [];

    /// <summary>File it was read from.</summary>
    public required string Place { get; init; }
}
