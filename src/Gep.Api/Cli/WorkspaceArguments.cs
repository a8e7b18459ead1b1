using System.CommandLine;
using Gep.Accounting.Codes;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary>The arguments that several commands share, named and explained once.</summary>
internal static class WorkspaceArguments
{
    private const int ThreadsMax = 64;

    /// <summary>The folder of the workspace.</summary>
    public static Argument<string> Folder() =>
        new("workspace") { Description = "工作区文件夹 folder of the workspace, such as data" };

    /// <summary>The accounting year.</summary>
    public static Option<string> Year() =>
        new("--year") { Description = "核算年度 accounting year", Required = true };

    /// <summary>How the result is written: one of these, the first by default.</summary>
    public static Option<string> Format(string usual, params string[] others)
    {
        var option = new Option<string>("--format")
        {
            Description = "输出格式 format of the result",
            DefaultValueFactory = _ => usual,
        };
        return option.AcceptOnlyFromAmong([usual, .. others]);
    }

    /// <summary>A folder for the result instead of standard output.</summary>
    public static Option<string?> Out() =>
        new("--out")
        {
            Description = "结果文件夹（默认写到标准输出） folder for the result instead of standard output",
        };

    /// <summary>The profile of the account.</summary>
    public static Option<string?> Profile() =>
        new("--profile")
        {
            Description = "核算方法，默认取工作区的 profile of the account; the workspace's own by default",
        };

    /// <summary>How many threads the overlay may use; the result does not depend on it.</summary>
    public static Option<int> Threads()
    {
        var option = new Option<int>("--threads")
        {
            Description =
                "叠加所用线程数（不影响结果） threads of the overlay; the result does not depend on it",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > ThreadsMax)
                result.AddError($"--threads: 1 … {ThreadsMax}");
        });
        return option;
    }

    /// <summary>The format of a parsed command line.</summary>
    public static OutputFormat FormatOf(string? text) => text switch
    {
        "json" => OutputFormat.Json,
        "csv" => OutputFormat.Csv,
        "xlsx" => OutputFormat.Xlsx,
        "journal" => OutputFormat.Journal,
        "html" => OutputFormat.Html,
        _ => OutputFormat.Table,
    };

    /// <summary>The year of a text, or null after its problem was added.</summary>
    public static AccountingYear? YearOf(string? text, ProblemList problems)
    {
        if (AccountingYear.TryParse(text, out var year)) return year;
        problems.Refuse(WorkspaceProblemCode.ValueMalformed, "--year",
            new($"“{text}”不是年份。", $"'{text}' is no year."),
            new("请写四位年份，如 2019。", "Write four digits, such as 2019."));
        return null;
    }
}
