using Gep.Accounting.Problems;

namespace Gep.Api.Workspaces;

/// <summary>The problems found so far, in the order in which they were found.</summary>
internal sealed class ProblemList
{
    private readonly List<WorkspaceProblem> problems = [];

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<WorkspaceProblem> All => problems;

    /// <summary>Whether one of them blocks.</summary>
    public bool HasRefusal => problems.Any(problem => problem.Severity == ProblemSeverity.Refusal);

    /// <summary>Keeps a problem.</summary>
    public void Add(WorkspaceProblem problem) => problems.Add(problem);

    /// <summary>Keeps problems in their order.</summary>
    public void AddAll(IEnumerable<WorkspaceProblem> more) => problems.AddRange(more);

    /// <summary>Keeps problems of the accounting library.</summary>
    public void AddAll(IEnumerable<AccountingProblem> more) =>
        problems.AddRange(more.Select(WorkspaceProblem.From));

    /// <summary>Keeps a blocking problem.</summary>
    public void Refuse<TCode>(TCode code, string where, BilingualText text, BilingualText remedy)
        where TCode : struct, Enum => problems.Add(new WorkspaceProblem(
            WorkspaceProblem.CodeOf(code), ProblemSeverity.Refusal, where, text, remedy));

    /// <summary>Keeps something that readers of the result should know.</summary>
    public void Note(WorkspaceProblemCode code, string where, BilingualText text, BilingualText remedy) =>
        problems.Add(new WorkspaceProblem(
            WorkspaceProblem.CodeOf(code), ProblemSeverity.Remark, where, text, remedy));

    /// <summary>Keeps a problem of the workspace that does not block.</summary>
    public void Warn(WorkspaceProblemCode code, string where, BilingualText text, BilingualText remedy) =>
        problems.Add(new WorkspaceProblem(
            WorkspaceProblem.CodeOf(code), ProblemSeverity.Warning, where, text, remedy));
}
