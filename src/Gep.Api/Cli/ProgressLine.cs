using System.Globalization;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary>
/// Progress on standard error: one line redrawn on a terminal, a plain line per stage in a pipe.
/// </summary>
internal sealed class ProgressLine(TextWriter output, bool isTerminal) : IProgress<RunProgress>
{
    private const int BarWidth = 24;

    private readonly Lock gate = new();
    private BilingualText stage;
    private int percent = -1;

    /// <summary>Progress for the terminal or pipe that standard error is.</summary>
    public static ProgressLine ForStandardError() => new(Console.Error, !Console.IsErrorRedirected);

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        int newPercent = value.Total <= 0 ? 0 : (int)(100 * value.Done / value.Total);
        lock (gate)
        {
            if (value.Stage == stage && newPercent == percent) return;
            bool isNewStage = value.Stage != stage;
            (stage, percent) = (value.Stage, newPercent);
            if (isTerminal) Redraw();
            else if (isNewStage) output.WriteLine($"· {stage.Chinese} {stage.English}");
        }
    }

    /// <summary>Clears the line, so that what follows starts on an empty one.</summary>
    public void Finish()
    {
        lock (gate)
        {
            if (isTerminal && percent >= 0) output.Write("\r\u001b[K");
        }
    }

    private void Redraw()
    {
        int filled = BarWidth * percent / 100;
        string bar = new string('█', filled) + new string('░', BarWidth - filled);
        output.Write(string.Create(CultureInfo.InvariantCulture,
            $"\r\u001b[K{bar} {percent,3}% {stage.Chinese} {stage.English}"));
    }
}
