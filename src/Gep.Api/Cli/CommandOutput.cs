using System.Text;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;
using Spectre.Console;

namespace Gep.Api.Cli;

/// <summary>Where a command's result and its problems go.</summary>
internal static class CommandOutput
{
    private const int PipeColumns = 140;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Ends a command: refused input is reported on standard error and nothing is written; otherwise the
    /// result goes
    /// to standard output or, whole, into a folder, and the summary of what was noticed to standard error.
    /// </summary>
    /// <param name="problems">What was found.</param>
    /// <param name="folder">Folder for the result, or null.</param>
    /// <param name="fileName">Name of the file in that folder.</param>
    /// <param name="write">Writes the result; null when there is none.</param>
    /// <param name="others">More files for the folder.</param>
    public static int Finish(
        IReadOnlyList<WorkspaceProblem> problems, string? folder, string fileName, Action<Stream>? write,
        IEnumerable<(string FileName, Action<Stream> Write)>? others = null)
    {
        if (write is null || problems.Any(problem => problem.Severity == ProblemSeverity.Refusal))
        {
            ProblemReport.WriteText(problems, Console.Error);
            Console.Error.WriteLine(
                "输入被拒绝，未写出任何结果。 The input was refused; nothing was written.");
            return ExitCode.Refused;
        }
        if (folder is null)
        {
            using var output = Console.OpenStandardOutput();
            write(output);
        }
        else
        {
            Console.Error.WriteLine(ResultFolder.Write(folder, fileName, write));
            foreach (var (other, writeOther) in others ?? [])
                Console.Error.WriteLine(ResultFolder.Write(folder, other, writeOther));
        }
        Console.Error.WriteLine(ProblemReport.Summary(problems));
        return ExitCode.Fine;
    }

    /// <summary>The file ending of a format.</summary>
    public static string EndingOf(OutputFormat format) => format switch
    {
        OutputFormat.Table => "txt",
        OutputFormat.Json => "json",
        OutputFormat.Csv => "csv",
        OutputFormat.Xlsx => "xlsx",
        OutputFormat.Journal => "journal",
        OutputFormat.Html => "html",
    };

    /// <summary>
    /// A console for tables on a writer: as wide as the terminal, in a pipe 140 columns without colours.
    /// </summary>
    public static IAnsiConsole ConsoleOn(TextWriter writer)
    {
        bool isTerminal = !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = isTerminal ? Math.Max(Console.WindowWidth, PipeColumns) : PipeColumns;
        return console;
    }

    /// <summary>Writes text as UTF-8 without a mark.</summary>
    public static void WriteText(Stream output, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        write(writer);
    }
}
