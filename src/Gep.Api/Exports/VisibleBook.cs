using System.Collections.Immutable;
using Gep.Accounting.Problems;
using Gep.Api.Compensation;
using Gep.Api.Security;

namespace Gep.Api.Exports;

/// <summary>A book of schedules as a caller sees it: the same lines and sums, names only where they
/// are its.</summary>
internal static class VisibleBook
{
    /// <summary>The book without the names that the caller may not see.</summary>
    /// <param name="book">The book.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="hasName">Whether a text names a person or village.</param>
    public static ScheduleBook Of(ScheduleBook book, Caller caller, Func<string, bool> hasName) =>
        caller.SeesAllPayees
            ? book
            : book with
            {
                Outcomes = Outcomes(book.Outcomes, caller, hasName),
                Before = Outcomes(book.Before, caller, hasName),
                Households = [],
            };

    private static ImmutableArray<SchemeOutcome> Outcomes(
        ImmutableArray<SchemeOutcome> outcomes, Caller caller, Func<string, bool> hasName) =>
    [
        .. outcomes.Select(outcome => outcome with
        {
            Draft = outcome.Draft.As(
                [.. (outcome.Draft.Schedule?.Lines ?? []).Select(caller.View)],
                [.. outcome.Draft.Problems.Select(problem => WithoutNames(problem, hasName))]),
        }),
    ];

    private static AccountingProblem WithoutNames(AccountingProblem problem, Func<string, bool> hasName)
    {
        bool isPersonal = hasName(problem.Text.ToString()) || hasName(problem.Remedy.ToString())
            || hasName(problem.Where);
        var withheld = new BilingualText(Caller.Withheld, Caller.Withheld);
        return isPersonal ? problem with { Text = withheld, Remedy = withheld, Where = "" } : problem;
    }
}
