using Gep.Accounting.Codes;
using Gep.Api.Cli;
using Gep.Api.Compensation;
using Gep.Api.Exports;
using Gep.Api.Layers;
using Gep.Api.Tests.Workspaces;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Compensation;

/// <summary>What a workspace keeps beside its register of parcels, seen in the schedules it
/// changes.</summary>
public sealed class RegisterFilesTests : IDisposable
{
    private readonly TinyWorkspace workspace =
        TinyWorkspace.Create(Repository.PathOf("tests", "workspaces", "dossier"));

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void For_Inspection_PaysTheAcceptedShare()
    {
        Write("inspections.csv", "layer,parcel,accepted_share,certificate\nforests,F1,0.8,示意验收1\n");
        var line = Book().Drawn.Single().Schedule.Lines.Single(line => line.Parcel == "F1");
        Assert.Equal("255240.40", line.Amount.ToString());
    }

    [Fact]
    public void For_CertificateBelowTheRegister_RefusesTheScheme()
    {
        Write("certificates.csv", "layer,parcel,number,mu\nforests,F1,示意证1,6000\n");
        var draft = Book().Outcomes.Single().Draft;
        Assert.False(draft.IsDrawn);
        Assert.Contains(draft.Problems, problem => WorkspaceProblem.CodeOf(
            problem.Code) == "area-above-certificate");
    }

    [Fact]
    public void For_ContestedPiece_IsPaidByOneScheme()
    {
        string schemes = Path.Combine(workspace.Root, "schemes");
        string own = Path.Combine(schemes, "t-forest", "scheme.yaml");
        string text = File.ReadAllText(own);
        File.WriteAllText(own, text
            + "relations:\n  - {scheme: T-OTHER, policy: higher-of, reason: {zh: 就高, en: higher}}\n");
        Directory.CreateDirectory(Path.Combine(schemes, "t-other"));
        File.WriteAllText(Path.Combine(schemes, "t-other", "scheme.yaml"), text
            .Replace("T-FOREST", "T-OTHER", StringComparison.Ordinal)
            .Replace("value: 20", "value: 40", StringComparison.Ordinal)
            + "relations:\n  - {scheme: T-FOREST, policy: higher-of, reason: {zh: 就高, en: higher}}\n");
        Write("pieces.csv", "piece,layer,parcel,mu\nK1,forests,F1,100\nK1,forests,F2,100\n");
        var line = Book().Drawn.Single(pair => pair.Scheme.Code.ToString() == "T-FOREST")
            .Schedule.Lines.Single(line => line.Parcel == "F1");
        Assert.Equal("314050.50", line.Amount.ToString());
    }

    [Fact]
    public void Sheets_AdjustmentAndCarried_StandInColumnsOfTheirOwn()
    {
        Write("adjustments.csv", "scheme,year,district,payee,parcel,payer,yuan,line,reason\n"
            + "T-FOREST,2019,990101,示意户甲,F1,city,-500.00,T-FOREST:2018:000002,复测 a1→b2\n");
        var book = Book();
        var sheet = book.Sheets()[0];
        var row = sheet.Rows.First(cells => cells[3].Text == "T-FOREST");
        Assert.Equal(638101.00m, row[7].Number);
        Assert.Equal(-500.00m, row[8].Number);
        Assert.Equal(637601.00m, row[11].Number);
        Assert.Equal(row[11].Number, row[13].Number + row[14].Number);
        Assert.Equal("2130209 森林生态效益补偿", row[15].Text);
        Assert.Contains(book.Sheets(), other => other.Name == "清算");
    }

    [Fact]
    public void Schedule_CsvIntoAFolder_WritesTheThreeOutputs()
    {
        string folder = Path.Combine(workspace.Root, "out");
        Assert.Equal(ExitCode.Fine, Cli.GepProcess.Run("schedule", workspace.Root, "--year", "2019",
            "--scheme", "T-FOREST", "--format", "csv", "--out", folder).ExitCode);
        Assert.Equal(5, Directory.GetFiles(folder, "*.csv").Length);
        string[] households = File.ReadAllLines(Path.Combine(folder, "C-到户清册.csv"));
        Assert.EndsWith("未公示", households[1], StringComparison.Ordinal);
        Assert.Contains(households, line => line.StartsWith("合计", StringComparison.Ordinal)
            && line.Contains("1236396.00", StringComparison.Ordinal));
    }

    private void Write(string name, string text)
    {
        string folder = Path.Combine(workspace.Root, "registers");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), text);
    }

    private ScheduleBook Book()
    {
        foreach (string scheme in Directory.GetDirectories(Path.Combine(workspace.Root, "schemes")))
        {
            if (!Path.GetFileName(scheme).StartsWith("t-", StringComparison.Ordinal))
                Directory.Delete(scheme, recursive: true);
        }
        var problems = new ProblemList();
        var opened = OpenedWorkspace.Read(workspace.Root, problems, null, CancellationToken.None)!;
        var book = ScheduleBooks.Read(opened, AccountingYear.Of(2019), null, null, problems);
        Assert.True(book is not null, string.Join('\n', problems.All));
        return book;
    }
}
