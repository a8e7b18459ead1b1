using System.CommandLine;

namespace Gep.Api.Cli;

/// <summary>The format argument of commands that write reports.</summary>
internal static class ReportArguments
{
    private static readonly string[] Names = ["table", "json", "csv", "xlsx", "html"];

    /// <summary>How the result is written.</summary>
    public static Option<string> Format()
    {
        var option = new Option<string>("--format")
        {
            Description = "输出格式 format of the result",
            DefaultValueFactory = _ => Names[0],
        };
        return option.AcceptOnlyFromAmong(Names);
    }

    /// <summary>The format of a parsed command line.</summary>
    public static ReportFormat FormatOf(string? text) => text switch
    {
        "json" => ReportFormat.Json,
        "csv" => ReportFormat.Csv,
        "xlsx" => ReportFormat.Xlsx,
        "html" => ReportFormat.Html,
        _ => ReportFormat.Table,
    };

    /// <summary>The file ending of a format.</summary>
    public static string EndingOf(ReportFormat format) => format switch
    {
        ReportFormat.Table => "txt",
        ReportFormat.Json => "json",
        ReportFormat.Csv => "csv",
        ReportFormat.Xlsx => "xlsx",
        ReportFormat.Html => "html",
    };
}
