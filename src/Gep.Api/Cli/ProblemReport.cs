using System.Globalization;
using System.Text.Json;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary>Problems as people and programs read them.</summary>
internal static class ProblemReport
{
    private const int LinesPerCodeMax = 20;

    /// <summary>
    /// Each problem with its place, text and remedy; of one code at most 20, then their number.
    /// </summary>
    public static void WriteText(IReadOnlyList<WorkspaceProblem> problems, TextWriter output)
    {
        foreach (var group in problems.GroupBy(problem => (problem.Severity, problem.Code))
            .OrderByDescending(group => group.Key.Severity)
            .ThenBy(group => group.Key.Code, StringComparer.Ordinal))
        {
            foreach (var problem in group.Take(LinesPerCodeMax)) WriteText(problem, output);
            int more = group.Count() - LinesPerCodeMax;
            if (more > 0)
            {
                output.WriteLine(
                    $"  … {group.Key.Code}: 另有 {more} 处 {more} more（--format json 列出全部 lists all）");
            }
        }
        output.WriteLine(Summary(problems));
    }

    /// <summary>How many problems of each severity, in one line.</summary>
    public static string Summary(IReadOnlyList<WorkspaceProblem> problems)
    {
        int refusals = problems.Count(problem => problem.Severity == ProblemSeverity.Refusal);
        int warnings = problems.Count(problem => problem.Severity == ProblemSeverity.Warning);
        int remarks = problems.Count(problem => problem.Severity == ProblemSeverity.Remark);
        return string.Create(CultureInfo.InvariantCulture,
            $"{refusals} 处须改正、{warnings} 处警告、{remarks} 处说明 · "
            + $"{refusals} refusals, {warnings} warnings, {remarks} remarks");
    }

    /// <summary>All problems as a JSON array.</summary>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<WorkspaceProblem> problems)
    {
        json.WriteStartArray();
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            json.WriteString("severity", WorkspaceProblem.CodeOf(problem.Severity));
            json.WriteString("where", problem.Where);
            WriteText(json, "text", problem.Text);
            WriteText(json, "remedy", problem.Remedy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, BilingualText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Chinese);
        json.WriteString("en", text.English);
        json.WriteEndObject();
    }

    private static void WriteText(WorkspaceProblem problem, TextWriter output)
    {
        string mark = problem.Severity switch
        {
            ProblemSeverity.Refusal => "✗",
            ProblemSeverity.Warning => "!",
            ProblemSeverity.Remark => "·",
        };
        output.WriteLine($"{mark} {problem.Code}  {problem.Where}");
        output.WriteLine($"    {problem.Text.Chinese} {problem.Remedy.Chinese}");
        output.WriteLine($"    {problem.Text.English} {problem.Remedy.English}");
    }
}
