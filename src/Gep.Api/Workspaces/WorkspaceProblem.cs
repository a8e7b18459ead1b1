using System.Text;
using Gep.Accounting.Problems;

namespace Gep.Api.Workspaces;

/// <summary>A problem of a workspace as users see it, whichever library found it.</summary>
/// <param name="Code">Stable code in kebab case: <c>key-missing</c>.</param>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="Where">File with line, feature, field or row.</param>
/// <param name="Text">What is wrong, in both languages.</param>
/// <param name="Remedy">What to do about it, in both languages.</param>
internal sealed record WorkspaceProblem(
    string Code, ProblemSeverity Severity, string Where, BilingualText Text, BilingualText Remedy)
{
    /// <summary>The kebab form of an enum member's name: <c>KeyMissing</c> is <c>key-missing</c>.</summary>
    public static string CodeOf<TCode>(TCode code)
        where TCode : struct, Enum
    {
        var kebab = new StringBuilder();
        foreach (char letter in code.ToString())
        {
            if (char.IsUpper(letter) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }
        return kebab.ToString();
    }

    /// <summary>The view of a problem of the accounting library.</summary>
    public static WorkspaceProblem From(AccountingProblem problem) =>
        new(CodeOf(problem.Code), problem.Severity, problem.Where, problem.Text, problem.Remedy);
}
