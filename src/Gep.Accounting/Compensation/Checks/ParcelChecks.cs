using System.Collections.Immutable;
using Gep.Accounting.Problems;
using static System.FormattableString;

namespace Gep.Accounting.Compensation.Checks;

/// <summary>C01, C06 and C09: areas against geometry and certificates, no parcel twice.</summary>
internal static class ParcelChecks
{
    /// <summary>
    /// Share of the register area from which a difference is a warning: survey accuracy of a parcel.
    /// </summary>
    private const double WarnShare = 0.01;

    /// <summary>
    /// Share of the register area from which a difference refuses the schedule: another parcel, or none.
    /// </summary>
    private const double RefuseShare = 0.10;

    /// <summary>
    /// Differences up to the precision of register forms never count [mu] ([COMPENSATION] §4.7).
    /// </summary>
    private const double FormPrecisionMu = 0.1;

    public static IEnumerable<ScheduleCheck> On(
        ImmutableArray<RegisterParcel> members,
        ImmutableArray<LandCertificate> certificates,
        List<AccountingProblem> problems)
    {
        problems.AddRange(members
            .Where(parcel => !parcel.HasPossibleArea)
            .Select(ParcelProblems.AreaOutOfRange));
        return
        [
            AreaCheck(members, problems),
            DuplicateCheck(members, problems),
            .. CertificateCheck(members, certificates, problems),
        ];
    }

    private static ScheduleCheck AreaCheck(
        ImmutableArray<RegisterParcel> members, List<AccountingProblem> problems)
    {
        int warned = 0, refused = 0;
        foreach (var parcel in members.Where(parcel => parcel.HasPossibleArea))
        {
            double register = (double)parcel.RegisterAreaMu;
            double difference = Math.Abs(register - parcel.GeometryAreaMu);
            if (difference <= Math.Max(FormPrecisionMu, register * WarnShare)) continue;
            bool isWithin = difference <= Math.Max(FormPrecisionMu, register * RefuseShare);
            problems.Add(ParcelProblems.AreaMismatch(
                parcel, isWithin ? ProblemSeverity.Warning : ProblemSeverity.Refusal));
            if (isWithin) warned++;
            else refused++;
        }
        decimal sum = members.Where(parcel => parcel.HasPossibleArea).Sum(parcel => parcel.RegisterAreaMu);
        return new ScheduleCheck(ScheduleCheckCode.C01, warned + refused, "parcels", refused == 0,
            new(Invariant($"登记面积合计 {sum} 亩；与图形相差超过 1% 的地块 {warned} 个，超过 10% 的 {refused} 个。"),
                Invariant($"Register {sum} mu; {warned} parcels off by over 1 %, {refused} over 10 %.")));
    }

    private static ScheduleCheck DuplicateCheck(
        ImmutableArray<RegisterParcel> members, List<AccountingProblem> problems)
    {
        int duplicates = 0;
        foreach (var group in members.GroupBy(parcel => parcel.Id, StringComparer.Ordinal))
        {
            var first = group.First();
            foreach (var second in group.Skip(1))
            {
                duplicates++;
                problems.Add(ParcelProblems.Duplicate(first, second));
            }
        }
        return new ScheduleCheck(ScheduleCheckCode.C06, duplicates, "parcels", duplicates == 0,
            new($"{members.Length} 个地块号互不重复。", $"{members.Length} parcel ids, none twice."));
    }

    private static IEnumerable<ScheduleCheck> CertificateCheck(
        ImmutableArray<RegisterParcel> members,
        ImmutableArray<LandCertificate> certificates,
        List<AccountingProblem> problems)
    {
        var byParcel = certificates.ToLookup(certificate => (certificate.Layer, certificate.Parcel));
        decimal excess = 0;
        int compared = 0;
        foreach (var parcel in members)
        {
            foreach (var certificate in byParcel[(parcel.Layer, parcel.Id)])
            {
                compared++;
                if (!parcel.HasPossibleArea || parcel.RegisterAreaMu <= certificate.AreaMu) continue;
                excess += parcel.RegisterAreaMu - certificate.AreaMu;
                problems.Add(ParcelProblems.AboveCertificate(parcel, certificate));
            }
        }
        if (compared == 0) return [];
        return [new ScheduleCheck(ScheduleCheckCode.C09, excess, "mu", excess == 0,
            new($"{compared} 个地块不超过权证面积。", $"{compared} parcels are within their certified area."))];
    }
}
