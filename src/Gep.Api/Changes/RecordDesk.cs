using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Settlement;
using Gep.Api.Compensation;
using Gep.Api.Records;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;

namespace Gep.Api.Changes;

/// <summary>A row that somebody hands in.</summary>
/// <param name="Place">Where it stands in the request: <c>claims[0]</c>.</param>
/// <param name="Fields">Its fields by column.</param>
/// <param name="Corrects">Number of the row in whose place it is; null of a new one.</param>
/// <param name="Reason">Why it is in its place.</param>
internal sealed partial record HandedIn(
    string Place, ImmutableArray<KeyValuePair<string, string?>> Fields, string? Corrects, string? Reason)
{
    /// <summary>Longest field [characters].</summary>
    private const int LettersMax = 200;

    /// <summary>Its number.</summary>
    public string Id => Fields.First(cell => cell.Key == "id").Value?.Trim() ?? "";

    /// <summary>The fields that say something.</summary>
    public ImmutableSortedDictionary<string, string> Filled => Fields
        .Where(cell => !string.IsNullOrWhiteSpace(cell.Value)).DistinctBy(cell => cell.Key)
        .ToImmutableSortedDictionary(cell => cell.Key, cell => cell.Value!.Trim(), StringComparer.Ordinal);

    /// <summary>The row as readers of files take it; each field knows its place.</summary>
    public YamlEntry ToEntry() => YamlEntry.OfPairs(Place, [.. Fields.Select(cell =>
        KeyValuePair.Create(cell.Key, YamlEntry.OfText(
            $"{Place}.{cell.Key}", cell.Value?.Trim() ?? "", isPlain: true)))]);

    /// <summary>Refuses names and texts that no file of rows can hold.</summary>
    public void RefuseUnwritable(ProblemList problems)
    {
        foreach (var (key, value) in Fields)
        {
            if (!Column().IsMatch(key))
            {
                problems.Refuse(WorkspaceProblemCode.ValueMalformed, Place,
                    new($"名称“{key}”应为小写英文字母、数字和下划线。",
                        $"The name '{key}' should be of small letters, digits and underscores."),
                    new("请按方案的写法命名。", "Name it as the scheme's method does."));
            }
            if (Fields.Count(cell => cell.Key == key) > 1)
            {
                problems.Refuse(WorkspaceProblemCode.KeyDuplicate, $"{Place}.{key}",
                    new($"{key} 重复。", $"{key} stands twice."), new("请只保留一个。", "Keep one of them."));
            }
            if (value is null || (value.Length <= LettersMax && !value.Any(char.IsControl))) continue;
            problems.Refuse(WorkspaceProblemCode.ValueMalformed, $"{Place}.{key}",
                new($"{key} 过长或含换行等控制字符。", $"{key} is too long, or has line breaks or the like."),
                new($"请改为一行以内、不超过 {LettersMax} 字。",
                    $"Write one line of {LettersMax} characters at most."));
        }
    }

    [GeneratedRegex("^(word:)?[a-z][a-z0-9_]{0,49}$", RegexOptions.CultureInvariant)]
    private static partial Regex Column();
}

/// <summary>
/// Takes claims, readings and adjustments from those who keep them. What is kept is in force after the next
/// publication; nothing is overwritten: a correction names what it corrects.
/// </summary>
/// <param name="changes">What publishes them.</param>
/// <param name="book">Where they are kept.</param>
internal sealed class RecordDesk(ChangeDesk changes, IRecordBook book)
{
    /// <summary>The rows of a scheme and year as they stand.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="year">The year.</param>
    /// <param name="desk">Who took some since; null where the service keeps nothing.</param>
    public static RecordLedger LedgerOf(
        ServiceSnapshot snapshot, RecordKind kind, SchemeCode scheme, AccountingYear year,
        RecordDesk? desk) => LedgerOf(
        snapshot, kind, scheme, year,
        desk?.Taken(kind).Where(record => record.Subject == kind.SubjectOf(scheme, year)) ?? []);

    /// <summary>The rows of a scheme and year as they stand, given what was taken since.</summary>
    public static RecordLedger LedgerOf(
        ServiceSnapshot snapshot, RecordKind kind, SchemeCode scheme, AccountingYear year,
        IEnumerable<ServiceRecord> records) => RecordLedger.Of(
        kind.ReadRows(snapshot.Opened.Workspace.Root, kind.SubjectOf(scheme, year)), records);

    /// <summary>Keeps rows, all of them or none.</summary>
    /// <param name="request">Who asks, and the snapshot.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="year">The year.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="key">The write.</param>
    /// <param name="check">Adds what is wrong with the rows beside those that are there.</param>
    /// <param name="problems">Where problems go; warnings do not prevent it.</param>
    public RecordAnswer Record(
        ServedRequest request, RecordKind kind, Scheme scheme, AccountingYear year,
        IReadOnlyList<HandedIn> rows, WriteKey key, Action<RecordLedger> check, ProblemList problems) =>
        book.Append(kind.Name, kind.SubjectOf(scheme.Code, year), key, earlier =>
        {
            var ledger = LedgerOf(request.Snapshot!, kind, scheme.Code, year, earlier);
            var keeper = new Keeper(request.Caller, kind, year);
            var entries = rows.Select(row => EntryOf(keeper, ledger, row, problems)).ToList();
            // Those without a number are told that it is missing.
            var numbered = rows.Where(row => row.Id.Length > 0).GroupBy(row => row.Id);
            foreach (var twice in numbered.SelectMany(group => group.Skip(1))) RefuseTaken(twice, problems);
            check(ledger);
            return problems.HasRefusal ? null : JsonSerializer.Serialize(entries);
        });

    /// <summary>Takes a row back.</summary>
    public RecordAnswer Withdraw(
        ServedRequest request, RecordKind kind, Scheme scheme, AccountingYear year, string id, string reason,
        WriteKey key, Action check, ProblemList problems) =>
        book.Append(kind.Name, kind.SubjectOf(scheme.Code, year), key, earlier =>
        {
            var ledger = LedgerOf(request.Snapshot!, kind, scheme.Code, year, earlier);
            var row = FindLive(new Keeper(request.Caller, kind, year), ledger, id, "id", problems);
            RequireReason(reason, "reason", problems);
            check();
            return row is null || problems.HasRefusal
                ? null
                : JsonSerializer.Serialize(new[] { new RecordEntry(null, null, id, row.Fields, reason) });
        });

    /// <summary>Publishes the workspace with every row that counts.</summary>
    public string? Publish(ServiceRun run, ProblemList problems, CancellationToken stop) =>
        changes.Publish(run.Request.StartedBy, (folder, _) =>
        {
            foreach (var kind in RecordKind.All)
            {
                foreach (var subject in book.List(kind.Name).GroupBy(record => record.Subject))
                {
                    var ledger = RecordLedger.Of(kind.ReadRows(folder, subject.Key), subject);
                    if (!ledger.Rows.Any(row => row.IsWaiting)) continue;
                    kind.WriteRows(folder, subject.Key, ledger.Live.Select(row => row.Fields));
                }
            }
            return true;
        }, problems, run, stop);

    private IReadOnlyList<ServiceRecord> Taken(RecordKind kind) => book.List(kind.Name);

    private static RecordEntry EntryOf(
        Keeper keeper, RecordLedger ledger, HandedIn row, ProblemList problems)
    {
        row.RefuseUnwritable(problems);
        if (ledger.Find(row.Id) is not null) RefuseTaken(row, problems);
        RequireDistrict(keeper, row.Filled.GetValueOrDefault("district"), $"{row.Place}.district", problems);
        if (row.Corrects is null) return new RecordEntry(row.Id, row.Filled, null, null, null);
        var corrected = FindLive(keeper, ledger, row.Corrects, $"{row.Place}.corrects", problems);
        RequireReason(row.Reason, $"{row.Place}.reason", problems);
        return new RecordEntry(row.Id, row.Filled, row.Corrects, corrected?.Fields, row.Reason);
    }

    private static RecordRow? FindLive(
        Keeper keeper, RecordLedger ledger, string id, string place, ProblemList problems)
    {
        if (ledger.Find(id) is { EndedBy: null } row && row.IsOf(keeper.Year))
        {
            RequireDistrict(keeper, row.Fields.GetValueOrDefault("district"), place, problems);
            return row;
        }
        problems.Refuse(ChangeProblemCode.RecordUnknown, place,
            new($"没有编号为 {id} 且仍有效的记录。", $"There is no {id} that still counts."),
            new("请核对编号；已更正或撤回的不能再改。", "Check it; what was corrected or withdrawn is not changed again."));
        return null;
    }

    private static void RequireDistrict(Keeper keeper, string? district, string place, ProblemList problems)
    {
        if (!DistrictCode.TryParse(district, out var code) || keeper.Keeps(code)) return;
        problems.Refuse(ChangeProblemCode.DistrictForbidden, place,
            new($"您不负责 {district}。", $"You are not responsible for {district}."),
            new("请由该区的经办人员办理。", "The officer of that district does it."));
    }

    private static void RequireReason(string? reason, string place, ProblemList problems)
    {
        if (!string.IsNullOrWhiteSpace(reason)) return;
        problems.Refuse(ChangeProblemCode.ReasonMissing, place,
            new("更正或撤回须说明理由。", "A correction or withdrawal says why."),
            new("请填写 reason。", "Give a reason."));
    }

    private static void RefuseTaken(HandedIn row, ProblemList problems) => problems.Refuse(
        ChangeProblemCode.RecordNumberTaken, $"{row.Place}.id",
        new($"编号 {row.Id} 已被使用。", $"The number {row.Id} is taken."),
        new("请另编号；更正请用 corrects 指明原编号。", "Give another; a correction names the old one in corrects."));

    /// <summary>
    /// Draws the schedule with claims or readings as they would be: its readers and checks say what is wrong
    /// with the new ones.
    /// </summary>
    public static void Draw(
        ServiceSnapshot snapshot, RecordKind kind, Scheme scheme, AccountingYear year, RecordLedger ledger,
        IReadOnlyList<HandedIn> rows, ProblemList problems)
    {
        var kept = ledger.Live.Where(row => rows.All(each => each.Corrects != row.Id && each.Id != row.Id))
            .Select(row => row.ToEntry());
        var entries = kept.Concat(rows.Select(row => row.ToEntry())).ToList();
        var inputs = new ScheduleInputs
        {
            Schemes = [scheme],
            DistrictNames = snapshot.Opened.Classification.Districts
                .ToImmutableSortedDictionary(district => district.Code, district => district.Name)
                .SetItem(snapshot.Opened.Workspace.Region, snapshot.Opened.Workspace.Name),
        };
        inputs = kind == RecordKind.Claim
            ? inputs with { Claims = Read<LossClaim>(entries, scheme, year, problems, ClaimReader.ReadRow) }
            : inputs with
            {
                Items = Read<SettlementItem>(entries, scheme, year, problems, MonitoringReader.ReadRow),
            };
        problems.AddAll(DrawSchedule.For(scheme, year, inputs).Problems
            .Where(problem => rows.Any(row => row.Place == problem.Where)));
    }

    private static ImmutableArray<T> Read<T>(
        IEnumerable<YamlEntry> entries, Scheme scheme, AccountingYear year, ProblemList problems,
        Func<YamlEntry, SchemeCode, AccountingYear, ProblemList, T?> read)
        where T : class => [.. entries.Select(entry => read(entry, scheme.Code, year, problems)).OfType<T>()];

    /// <summary>Who hands in rows of a kind for the schedule of a year.</summary>
    private sealed record Keeper(Caller Caller, RecordKind Kind, AccountingYear Year)
    {
        public bool Keeps(DistrictCode district) =>
            Caller.Is(Kind.Keeper) && Caller.SeesPayeesOf(district);
    }
}
