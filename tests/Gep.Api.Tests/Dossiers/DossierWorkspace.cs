using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Dossiers;
using Gep.Api.Tests.Workspaces;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Dossiers;

/// <summary>The tiny workspace with a scheme whose schedule can go the whole way, and the people who take
/// its steps.</summary>
internal sealed class DossierWorkspace : IDisposable
{
    private static readonly string Overlay = Repository.PathOf("tests", "workspaces", "dossier");
    private readonly TinyWorkspace workspace = TinyWorkspace.Create(Overlay);

    public static ScheduleKey Key { get; } = KeyOf("T-FOREST", "2019");

    public static DateTimeOffset Start { get; } = new(2020, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public string Root => workspace.Root;

    public string Folder => Path.Combine(Root, OpenedDossier.FolderName, Key.Folder);

    public string LogPath => Path.Combine(Folder, "log.jsonl");

    public static ScheduleKey KeyOf(string scheme, string year)
    {
        Assert.True(SchemeCode.TryParse(scheme, out var code));
        Assert.True(AccountingYear.TryParse(year, out var accountingYear));
        return new ScheduleKey(code, accountingYear);
    }

    public OpenedDossier Open()
    {
        var problems = new ProblemList();
        var dossier = OpenedDossier.Open(Root, null, Key, problems, CancellationToken.None);
        Assert.True(dossier is not null, string.Join('\n', problems.All));
        return dossier;
    }

    /// <summary>Takes a step that must be taken.</summary>
    public ScheduleLog Take(ScheduleStep step, ScheduleRole role, int day, string note = "",
        PaymentStage? stage = null, params string[] lines)
    {
        var problems = new ProblemList();
        var log = TakeStep.For(Open(), Request(step, role, day, note, stage, lines), problems);
        Assert.True(log is not null, string.Join('\n', problems.All));
        return log;
    }

    /// <summary>The reasons for which a step is refused.</summary>
    public IReadOnlyList<WorkspaceProblem> Refusals(ScheduleStep step, ScheduleRole role, int day)
    {
        var problems = new ProblemList();
        Assert.Null(TakeStep.For(Open(), Request(step, role, day, "理由", null, []), problems));
        return problems.All;
    }

    /// <summary>Submitted, reviewed, approved, on notice.</summary>
    public void TakeToNotice()
    {
        Take(ScheduleStep.Submit, ScheduleRole.Officer, 0);
        Take(ScheduleStep.Review, ScheduleRole.Department, 1);
        Take(ScheduleStep.Approve, ScheduleRole.Finance, 2);
        Take(ScheduleStep.Notice, ScheduleRole.Notary, 3);
    }

    /// <summary>Keeps another schedule as issued.</summary>
    public void KeepIssued(Schedule schedule) =>
        KeepIssued(new FolderScheduleStore(Path.Combine(Root, OpenedDossier.FolderName)), schedule);

    /// <summary>Keeps a schedule as issued.</summary>
    public static void KeepIssued(IScheduleStore store, Schedule schedule)
    {
        (ScheduleStep, ScheduleRole)[] steps =
        [
            (ScheduleStep.Submit, ScheduleRole.Officer), (ScheduleStep.Review, ScheduleRole.Department),
            (ScheduleStep.Approve, ScheduleRole.Finance), (ScheduleStep.Notice, ScheduleRole.Notary),
            (ScheduleStep.Issue, ScheduleRole.FinanceLeader),
        ];
        var key = new ScheduleKey(schedule.Scheme, schedule.Year);
        var log = ScheduleLog.Begin(schedule);
        for (int step = 0; step < steps.Length; step++)
        {
            var (what, role) = steps[step];
            log = log.Take(Request(what, role, (step - steps.Length) * 30, "文号", null, [])).Log!;
            Assert.True(store.TryAppend(key, step, EntryJson.Write(log.Entries[^1])));
        }
        store.KeepContent(key, ScheduleFingerprint.Of(schedule), ContentJson.Write(schedule));
    }

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, name), text);
    }

    public void Dispose() => workspace.Dispose();

    private static StepRequest Request(
        ScheduleStep step, ScheduleRole role, int day, string note, PaymentStage? stage, string[] lines) =>
        new(step, role, NameOf(role), Start.AddDays(day), note, [.. lines]) { Stage = stage };

    private static string NameOf(ScheduleRole role) => role switch
    {
        ScheduleRole.Officer => "示意经办",
        ScheduleRole.Department => "示意主管",
        ScheduleRole.Finance => "示意复核",
        ScheduleRole.Notary => "示意公示",
        ScheduleRole.FinanceLeader => "示意签批",
        ScheduleRole.Treasury => "示意国库",
        ScheduleRole.Auditor => "示意审计",
    };
}
