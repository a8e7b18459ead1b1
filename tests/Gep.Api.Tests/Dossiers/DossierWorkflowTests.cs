using System.Text;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Dossiers;
using Gep.Api.Tests.Cli;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Dossiers;

public class DossierWorkflowTests
{
    private const string FirstLine = "T-FOREST:2019:000001";

    [Fact]
    public void Steps_DraftToPaid_AreKeptAndReadBack()
    {
        using var workspace = new DossierWorkspace();
        workspace.TakeToNotice();
        workspace.Take(ScheduleStep.Contest, ScheduleRole.Notary, 4, "面积有误", null, FirstLine);
        Assert.Equal("917345.50", workspace.Open().Log.Payable.ToString());
        workspace.Take(ScheduleStep.Issue, ScheduleRole.FinanceLeader, 10, "武财〔2020〕1号");
        Move(workspace);
        Assert.Equal("step-refused", Assert.Single(
            workspace.Refusals(ScheduleStep.Pay, ScheduleRole.Treasury, 13)).Code);
        workspace.Take(ScheduleStep.Settle, ScheduleRole.Department, 14, "复核无误", null, FirstLine);
        Move(workspace);

        var log = workspace.Take(ScheduleStep.Pay, ScheduleRole.Treasury, 15);

        Assert.Equal(ScheduleStatus.Paid, log.Status);
        Assert.Equal(20, workspace.Open().Log.Entries.Length);
        Assert.All(workspace.Open().Log.Stages.Values, stage => Assert.Equal(PaymentStage.Paid, stage));
    }

    [Fact]
    public void Log_AnyByteOfItChanged_IsRefusedWithItsLine()
    {
        using var workspace = new DossierWorkspace();
        workspace.TakeToNotice();
        byte[] bytes = File.ReadAllBytes(workspace.LogPath);
        var store = new FolderScheduleStore(Path.GetDirectoryName(workspace.Folder)!);
        for (int index = 0; index < bytes.Length; index++)
        {
            byte[] forged = [.. bytes];
            forged[index] ^= 1;
            File.WriteAllBytes(workspace.LogPath, forged);
            var problems = new ProblemList();
            Assert.Null(StoredSchedule.Read(store, DossierWorkspace.Key, problems));
            Assert.Equal("dossier-broken", Assert.Single(problems.All).Code);
        }
        File.WriteAllBytes(workspace.LogPath, bytes[..^1]);
        Assert.Null(StoredSchedule.Read(store, DossierWorkspace.Key, new ProblemList()));
        File.WriteAllBytes(workspace.LogPath, bytes);
        Assert.NotNull(StoredSchedule.Read(store, DossierWorkspace.Key, new ProblemList()));
    }

    [Fact]
    public void Lines_AnyByteOfThemChanged_IsRefused()
    {
        using var workspace = new DossierWorkspace();
        workspace.Take(ScheduleStep.Submit, ScheduleRole.Officer, 0);
        string path = Assert.Single(Directory.GetFiles(workspace.Folder, "lines-*.jsonl"));
        byte[] bytes = File.ReadAllBytes(path);
        var store = new FolderScheduleStore(Path.GetDirectoryName(workspace.Folder)!);
        for (int index = 0; index < bytes.Length; index++)
        {
            byte[] forged = [.. bytes];
            forged[index] ^= 1;
            File.WriteAllBytes(path, forged);
            Assert.Null(StoredSchedule.Read(store, DossierWorkspace.Key, new ProblemList()));
        }
    }

    [Fact]
    public void TryAppend_AnotherEntryMeanwhile_AddsNothing()
    {
        using var workspace = new DossierWorkspace();
        workspace.Take(ScheduleStep.Submit, ScheduleRole.Officer, 0);
        var store = new FolderScheduleStore(Path.GetDirectoryName(workspace.Folder)!);
        Assert.False(store.TryAppend(DossierWorkspace.Key, 0, "{}"));
        Assert.Single(store.ReadEntries([DossierWorkspace.Key])[0].Lines);
        Assert.Empty(Directory.GetFiles(workspace.Folder, "*.unfinished"));
    }

    [Fact]
    public void TryAppend_ManyWriters_EachEntryOnce()
    {
        using var workspace = new DossierWorkspace();
        Directory.CreateDirectory(workspace.Folder);
        int added = 0;
        Parallel.For(0, 16, _ =>
        {
            var store = new FolderScheduleStore(Path.GetDirectoryName(workspace.Folder)!);
            int known = store.ReadEntries([DossierWorkspace.Key])[0].Lines.Length;
            if (store.TryAppend(DossierWorkspace.Key, known, $"{{{known}}}")) Interlocked.Increment(
                ref added);
        });
        var lines = new FolderScheduleStore(Path.GetDirectoryName(workspace.Folder)!)
            .ReadEntries([DossierWorkspace.Key])[0].Lines;
        Assert.Equal(added, lines.Length);
        Assert.Equal(lines.Length, lines.Distinct().Count());
    }

    [Fact]
    public void Submit_RegisterChangesLater_StepsStayAboutTheSubmittedLines()
    {
        using var workspace = new DossierWorkspace();
        workspace.TakeToNotice();
        workspace.Take(ScheduleStep.Issue, ScheduleRole.FinanceLeader, 10, "武财〔2020〕1号");
        var paid = workspace.Open().Schedule;
        string register = Path.Combine(workspace.Root, "layers", "forests.ndjson");
        File.WriteAllText(register, File.ReadAllText(register).Replace("6381.01", "6381.00",
            StringComparison.Ordinal));

        Assert.Equal(ScheduleFingerprint.Of(paid), ScheduleFingerprint.Of(workspace.Open().Schedule));
        var (_, due) = OpenedDossier.Draw(
            workspace.Root, DossierWorkspace.Key, new ProblemList(), CancellationToken.None)!.Value;
        var correction = ScheduleCorrection.Between(paid, due);
        Assert.Equal("-1.00", correction.Total.ToString());
        Assert.All(correction.Lines, line => Assert.Equal("-0.50", line.Delta.ToString()));
    }

    [Fact]
    public void Dossier_Commands_SpeakToOfficersAndRefuse()
    {
        using var workspace = new DossierWorkspace();
        string[] schedule = [workspace.Root, "--year", "2019", "--scheme", "T-FOREST"];
        var submit = GepProcess.Run(["dossier", "submit", .. schedule, "--by", "示意经办"]);
        Assert.True(submit.ExitCode == 0, submit.Errors);
        var self = GepProcess.Run(["dossier", "review", .. schedule, "--by", "示意经办"]);
        Assert.Equal(2, self.ExitCode);
        Assert.Contains("step-refused", self.Errors, StringComparison.Ordinal);
        var status = GepProcess.Run(["dossier", "status", .. schedule]);
        Assert.Contains("submitted", status.Output, StringComparison.Ordinal);
        Assert.Contains("1236396.00", status.Output, StringComparison.Ordinal);
        File.WriteAllBytes(workspace.LogPath,
            Encoding.UTF8.GetBytes(File.ReadAllText(workspace.LogPath).Replace("经办", "主管",
                StringComparison.Ordinal)));
        var check = GepProcess.Run("check", workspace.Root);
        Assert.Equal(2, check.ExitCode);
        Assert.Contains("dossier-broken  dossier/t-forest-2019/log.jsonl:1", check.Output,
            StringComparison.Ordinal);
    }

    private static void Move(DossierWorkspace workspace)
    {
        workspace.Take(ScheduleStep.Move, ScheduleRole.Officer, 14, "", PaymentStage.ToReview);
        workspace.Take(ScheduleStep.Move, ScheduleRole.Department, 14, "", PaymentStage.ToPush);
        workspace.Take(ScheduleStep.Move, ScheduleRole.Finance, 14, "", PaymentStage.Pushed);
        workspace.Take(ScheduleStep.Move, ScheduleRole.Treasury, 14, "", PaymentStage.ToPay);
        workspace.Take(ScheduleStep.Move, ScheduleRole.Treasury, 14, "", PaymentStage.Paying);
        workspace.Take(ScheduleStep.Move, ScheduleRole.Treasury, 14, "", PaymentStage.Paid);
    }
}
