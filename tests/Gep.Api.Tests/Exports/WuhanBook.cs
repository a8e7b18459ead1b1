using Gep.Accounting.Codes;
using Gep.Api.Compensation;
using Gep.Api.Exports;
using Gep.Api.Layers;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Exports;

/// <summary>The book of the Wuhan workspace, read once for all tests of a class.</summary>
public sealed class WuhanBook
{
    public WuhanBook()
    {
        var problems = new ProblemList();
        var opened = OpenedWorkspace.Read(
            Repository.PathOf("data"), problems, new Progress<RunProgress>(), CancellationToken.None)!;
        Book = ScheduleBooks.Read(
            opened, AccountingYear.Of(2019), AccountingYear.Of(2024), null, problems)!;
        Assert.DoesNotContain(problems.All, problem =>
            problem.Severity == Accounting.Problems.ProblemSeverity.Refusal);
    }

    internal ScheduleBook Book { get; }
}
