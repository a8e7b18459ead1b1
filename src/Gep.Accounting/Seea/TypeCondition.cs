using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.Seea;

/// <summary>The condition account of one ecosystem type of a workspace.</summary>
/// <param name="Type">The type.</param>
/// <param name="Variables">Its variables at the closing, in the order of the file.</param>
/// <param name="Indicators">Each between its reference levels, at opening and closing.</param>
/// <param name="Account">The index.</param>
public sealed record TypeCondition(
    EcosystemTypeCode Type, ImmutableArray<ConditionVariable> Variables,
    ImmutableArray<ConditionIndicator> Indicators, ConditionAccount Account)
{
    /// <summary>
    /// The accounts of the types that have variables in both years, by type. A variable of one year, or with
    /// other reference levels, cannot be compared and is left out.
    /// </summary>
    public static ImmutableArray<TypeCondition> Of(
        ImmutableArray<ConditionVariable> opening, ImmutableArray<ConditionVariable> closing) =>
    [
        .. closing.Where(variable => Find(opening, variable) is not null)
            .GroupBy(variable => variable.Type)
            .OrderBy(group => group.Key)
            .Select(group => Of(opening, group.Key, [.. group])),
    ];

    private static TypeCondition Of(
        ImmutableArray<ConditionVariable> opening, EcosystemTypeCode type,
        ImmutableArray<ConditionVariable> variables)
    {
        ImmutableArray<ConditionIndicator> indicators =
        [
            .. variables.Select(one => new ConditionIndicator(
                one.Id, one.ConditionClass, one.Low, one.High, Find(opening, one)!.Value, one.Value)),
        ];
        return new TypeCondition(type, variables, indicators, ConditionAccount.Of(indicators));
    }

    private static ConditionVariable? Find(
        ImmutableArray<ConditionVariable> variables, ConditionVariable like) =>
            variables.FirstOrDefault(one =>
        one.Type == like.Type && one.Id == like.Id && one.ConditionClass == like.ConditionClass
            && one.Low.Equals(like.Low) && one.High.Equals(like.High));
}
