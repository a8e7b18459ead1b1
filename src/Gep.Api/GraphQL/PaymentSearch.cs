using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Api.Security;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>
/// Which payment lines; all that is given must hold. Villages and payees that the caller may not see meet no
/// condition.
/// </summary>
/// <param name="And">All of these too.</param>
/// <param name="Or">One of these too.</param>
/// <param name="Year">The year.</param>
/// <param name="Scheme">Code of the scheme.</param>
/// <param name="District">Division code.</param>
/// <param name="Town">Town.</param>
/// <param name="Village">Village.</param>
/// <param name="Payee">Who is paid.</param>
/// <param name="Parcel">Parcel or plot.</param>
/// <param name="AmountYuan">The amount [yuan].</param>
/// <param name="AreaMu">The area [mu].</param>
internal sealed record PaymentLineFilter(
    IReadOnlyList<PaymentLineFilter>? And = null, IReadOnlyList<PaymentLineFilter>? Or = null,
    IntFilter? Year = null, TextFilter? Scheme = null, TextFilter? District = null, TextFilter? Town = null,
    TextFilter? Village = null, TextFilter? Payee = null, TextFilter? Parcel = null,
    DecimalFilter? AmountYuan = null, DecimalFilter? AreaMu = null)
{
    /// <summary>Whether a line, as the caller sees it, meets it.</summary>
    public bool Matches(PaymentLineNode line, Caller caller)
    {
        bool isSeen = caller.SeesPayeesOf(line.Line.District);
        return (Year?.Matches(line.Year) ?? true)
            && (Scheme?.Matches(line.Schedule.Scheme.Code) ?? true)
            && (District?.Matches(line.Line.District.ToString()) ?? true)
            && (Town?.Matches(line.Line.Town) ?? true)
            && (Village?.Matches(isSeen ? line.Line.Village : null) ?? true)
            && (Payee?.Matches(isSeen ? line.Line.Payee : null) ?? true)
            && (Parcel?.Matches(line.Line.Parcel) ?? true)
            && (AmountYuan?.Matches(line.Line.Amount.Yuan) ?? true)
            && (AreaMu?.Matches(line.Line.AreaMu) ?? true)
            && (And?.All(each => each.Matches(line, caller)) ?? true)
            && (Or is not { Count: > 0 } || Or.Any(each => each.Matches(line, caller)));
    }
}

/// <summary>An order of payment lines: one field each. None is of names, so that order tells
/// nothing.</summary>
/// <param name="Code">By id.</param>
/// <param name="Amount">By amount.</param>
/// <param name="Area">By area.</param>
internal sealed record PaymentLineOrder(
    SortDirection? Code = null, SortDirection? Amount = null, SortDirection? Area = null);

/// <summary>What payment lines are added up by.</summary>
internal enum PaymentGroupKey
{
    /// <summary>The year.</summary>
    Year,

    /// <summary>The scheme.</summary>
    Scheme,

    /// <summary>The district.</summary>
    District,

    /// <summary>The town, together with its district.</summary>
    Town,

    /// <summary>The village, with its town and district; withheld ones together.</summary>
    Village,

    /// <summary>The payee; withheld ones together.</summary>
    Payee,
}

/// <summary>Payment lines with the same keys, added up; keys that were not asked for are null.</summary>
/// <param name="Year">The year.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="District">The district.</param>
/// <param name="Town">The town.</param>
/// <param name="Village">The village; null also where it is withheld.</param>
/// <param name="Payee">Who is paid; null also where it is withheld.</param>
/// <param name="LineCount">Lines added up.</param>
/// <param name="Amount">Their amount.</param>
[GraphQLName("PaymentGroup")]
internal sealed record PaymentGroup(
    int? Year, SchemeNode? Scheme, DistrictNode? District, string? Town, string? Village, string? Payee,
    int LineCount, AmountNode Amount);

/// <summary>Finds and adds up payment lines as a caller sees them.</summary>
internal static class PaymentSearch
{
    /// <summary>Lines that meet a filter, in the order asked for.</summary>
    public static IReadOnlyList<PaymentLineNode> Find(
        IEnumerable<PaymentLineNode> lines, PaymentLineFilter? where, IReadOnlyList<PaymentLineOrder>? order,
        Caller caller)
    {
        if (where is null && order is null) return lines as IReadOnlyList<PaymentLineNode> ?? [.. lines];
        var list = new Ordering<PaymentLineNode>(lines.Where(line => where?.Matches(line, caller) ?? true));
        foreach (var by in order ?? [])
        {
            list.By(by.Code, line => line.Code, StringComparer.Ordinal);
            list.By(by.Amount, line => line.Line.Amount.Yuan, Comparer<decimal>.Default);
            list.By(by.Area, line => line.Line.AreaMu, Comparer<decimal?>.Default);
        }
        return list.Items;
    }

    /// <summary>Sums by keys, in the order in which groups first occur.</summary>
    public static ImmutableArray<PaymentGroup> Group(
        IEnumerable<PaymentLineNode> lines, IReadOnlyList<PaymentGroupKey> by, Caller caller)
    {
        if (by.Count == 0) throw new GraphQLException("by: name at least one key.");
        var keys = by.ToHashSet();
        bool hasVillage = keys.Contains(PaymentGroupKey.Village);
        bool hasTown = hasVillage || keys.Contains(PaymentGroupKey.Town);
        bool hasDistrict = hasTown || keys.Contains(PaymentGroupKey.District);
        return
        [
            .. lines.GroupBy(line =>
            {
                bool isSeen = caller.SeesPayeesOf(line.Line.District);
                return (
                    Year: keys.Contains(PaymentGroupKey.Year) ? line.Year : (int?)null,
                    Scheme: keys.Contains(PaymentGroupKey.Scheme) ? line.Schedule.Scheme : null,
                    District: hasDistrict ? line.District : null,
                    Town: hasTown ? line.Line.Town : null,
                    Village: hasVillage && isSeen ? line.Line.Village : null,
                    Payee: keys.Contains(PaymentGroupKey.Payee) && isSeen ? line.Line.Payee : null);
            })
            .Select(group => new PaymentGroup(
                group.Key.Year, group.Key.Scheme, group.Key.District, group.Key.Town, group.Key.Village,
                group.Key.Payee, group.Count(),
                AmountNode.Of(group.Aggregate(Money.Zero, (sum, line) => sum + line.Line.Amount)))),
        ];
    }
}
