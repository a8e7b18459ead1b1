using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Areas;

/// <summary>What a parcel loses where its ground also lies in a parcel of another scheme.</summary>
/// <remarks>
/// Per atomic piece and relation: higher-of keeps the scheme with the higher rate, ties to the scheme whose
/// code
/// comes first; yields gives way; top-up-to pays only what exceeds the other's rate.<br/>
/// Source: [COMPENSATION] §4.8.
/// </remarks>
internal sealed class ContestedGround(Scheme scheme, ScheduleInputs inputs, DateOnly day)
{
    private readonly ILookup<(string, string), AtomicPiece> pieces = inputs.Pieces
        .SelectMany(piece => piece.Members, (piece, member) => (member, piece))
        .ToLookup(pair => pair.member, pair => pair.piece);

    private readonly Dictionary<(string, string), RegisterParcel> parcels = inputs.Pieces.IsEmpty
        ? []
        : inputs.Parcels.DistinctBy(parcel => (parcel.Layer, parcel.Id))
            .ToDictionary(parcel => (parcel.Layer, parcel.Id));

    /// <summary>Area and yearly amount that the parcel loses or keeps against others.</summary>
    public ContestedResult Of(RegisterParcel parcel, decimal ownRate)
    {
        decimal lostMu = 0, keptMu = 0, preventedYuan = 0;
        foreach (var piece in pieces[(parcel.Layer, parcel.Id)])
        {
            decimal? strongest = null;
            foreach (var relation in scheme.Relations)
            {
                if (RivalRate(piece, parcel, relation) is not { } rate) continue;
                if (Loss(relation, ownRate, rate) is { } loss) strongest = Math.Max(strongest ?? 0, loss);
            }
            if (strongest is not { } lostRate) continue;
            preventedYuan += piece.AreaMu * lostRate;
            if (lostRate >= ownRate) lostMu += piece.AreaMu;
            else keptMu += piece.AreaMu;
        }
        return new ContestedResult(lostMu, keptMu, preventedYuan);
    }

    /// <summary>The part of the own rate that is not paid on the piece; null where the policy says
    /// nothing.</summary>
    private decimal? Loss(SchemeRelation relation, decimal own, decimal rival) => relation.Policy switch
    {
        RelationPolicy.HigherOf =>
            rival > own || (rival == own && relation.Other.CompareTo(scheme.Code) < 0) ? own : 0,
        RelationPolicy.Yields => own,
        RelationPolicy.Prevails => 0,
        RelationPolicy.TopUpTo => Math.Min(own, rival),
        RelationPolicy.Exclusive or RelationPolicy.Stack or RelationPolicy.Undetermined
            or RelationPolicy.SameLossOnce => null,
    };

    private decimal? RivalRate(AtomicPiece piece, RegisterParcel own, SchemeRelation relation)
    {
        var rival = inputs.Schemes.FirstOrDefault(candidate => candidate.Code == relation.Other);
        if (rival?.Rule is not { Membership: { } membership, Rates: { } rates }) return null;
        var finder = new RateFinder(rival, rates, day, new List<AccountingProblem>());
        foreach (var member in piece.Members.Where(member => member != (own.Layer, own.Id)))
        {
            if (!parcels.TryGetValue(member, out var parcel) || !membership.Includes(parcel)) continue;
            if (finder.ClassOf(parcel) is { } parcelClass
                && finder.Find(parcelClass) is { } rate) return rate.Total;
        }
        return null;
    }
}
