using System.Collections.Immutable;
using System.Text.Json;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation.Corrections;
using Gep.Api.Compensation;
using Gep.Api.Records;
using Gep.Api.Workspaces;

namespace Gep.Api.Changes;

/// <summary>One row that somebody handed in, or took back.</summary>
/// <param name="Id">Number of the row; null of a withdrawal.</param>
/// <param name="Fields">Its fields by column, empty ones left out; null of a withdrawal.</param>
/// <param name="Replaces">Number of the row that is corrected or withdrawn.</param>
/// <param name="Was">Fields of that row.</param>
/// <param name="Reason">Why.</param>
internal sealed record RecordEntry(
    string? Id, ImmutableSortedDictionary<string, string>? Fields, string? Replaces,
    ImmutableSortedDictionary<string, string>? Was, string? Reason);

/// <summary>How a row stands.</summary>
internal enum RecordState
{
    /// <summary>Kept; in force after the next publication.</summary>
    Recorded,

    /// <summary>In the published snapshot.</summary>
    InForce,

    /// <summary>Another row takes its place.</summary>
    Corrected,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>A claim, reading or adjustment with its history.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Fields">Its fields by column, empty ones left out.</param>
/// <param name="IsInForce">Whether the published snapshot has it as it is here.</param>
internal sealed record RecordRow(
    string Id, ImmutableSortedDictionary<string, string> Fields, bool IsInForce)
{
    /// <summary>The record it was handed in with; null where the workspace's file had it.</summary>
    public ServiceRecord? By { get; init; }

    /// <summary>Number of the row in whose place it is.</summary>
    public string? Corrects { get; init; }

    /// <summary>Why it is in its place.</summary>
    public string? Reason { get; init; }

    /// <summary>The record that took it back; null while it counts.</summary>
    public ServiceRecord? EndedBy { get; init; }

    /// <summary>Number of the row in its place; null of one that was withdrawn.</summary>
    public string? CorrectedBy { get; init; }

    /// <summary>Why it was taken back.</summary>
    public string? EndReason { get; init; }

    /// <summary>Whether the next publication brings it into force or takes it out.</summary>
    public bool IsWaiting => IsInForce != (EndedBy is null);

    /// <summary>Whether it is of a year; rows that name none lie in a file of the year.</summary>
    public bool IsOf(AccountingYear year) =>
        Fields.GetValueOrDefault("year") is not { } named || named == year.ToString();

    /// <summary>The row as readers of files take it.</summary>
    public YamlEntry ToEntry() => new HandedIn(Id, [.. Fields.Select(cell =>
        KeyValuePair.Create(cell.Key, (string?)cell.Value))], null, null).ToEntry();

    /// <summary>How it stands.</summary>
    public RecordState State => EndedBy is null
        ? IsInForce ? RecordState.InForce : RecordState.Recorded
        : CorrectedBy is null ? RecordState.Withdrawn : RecordState.Corrected;
}

/// <summary>
/// The rows of one file: those of a snapshot, then what was handed in. It comes out the same whether or not
/// the snapshot already has what was handed in, so that publishing twice changes nothing.
/// </summary>
internal sealed class RecordLedger
{
    private readonly List<RecordRow> rows = [];

    private RecordLedger()
    {
    }

    /// <summary>Every row, in order of the file and then of the records.</summary>
    public IReadOnlyList<RecordRow> Rows => rows;

    /// <summary>The rows that count.</summary>
    public IEnumerable<RecordRow> Live => rows.Where(row => row.EndedBy is null);

    /// <summary>Reads a ledger.</summary>
    /// <param name="published">The rows of the file in a snapshot.</param>
    /// <param name="records">What was handed in, oldest first.</param>
    public static RecordLedger Of(
        IEnumerable<ImmutableSortedDictionary<string, string>> published, IEnumerable<ServiceRecord> records)
    {
        var ledger = new RecordLedger();
        foreach (var fields in published)
            ledger.rows.Add(new RecordRow(fields.GetValueOrDefault("id", ""), fields, IsInForce: true));
        foreach (var record in records)
        {
            foreach (var entry in JsonSerializer.Deserialize<RecordEntry[]>(record.Body)!)
                ledger.Enter(record, entry);
        }
        return ledger;
    }

    /// <summary>The row of a number, whatever became of it; null when there was none. Rows without a number
    /// are not found.</summary>
    public RecordRow? Find(string id) => id.Length == 0 ? null : rows.Find(row => row.Id == id);

    /// <summary>The adjustments that count, of a ledger of adjustments; each was checked before it was kept
    /// or published.</summary>
    public IEnumerable<Adjustment> ReadLive()
    {
        var problems = new ProblemList();
        return Live.Select(row => CarriedReader.ReadAdjustment(row.ToEntry(), problems)).OfType<Adjustment>();
    }

    private void Enter(ServiceRecord record, RecordEntry entry)
    {
        if (entry.Replaces is { } replaced)
        {
            int place = rows.FindIndex(row => row.Id == replaced);
            var row = place >= 0 ? rows[place] : new RecordRow(replaced, entry.Was!, IsInForce: false);
            if (place < 0) rows.Add(row);
            rows[place < 0 ? ^1 : place] = row with
            {
                EndedBy = record,
                CorrectedBy = entry.Id,
                EndReason = entry.Reason,
            };
        }
        if (entry is not { Id: { } id, Fields: { } fields }) return;
        int known = rows.FindIndex(row => row.Id == id);
        var handedIn = new RecordRow(id, fields, known >= 0 && IsSame(rows[known].Fields, fields))
        {
            By = record, Corrects = entry.Replaces, Reason = entry.Reason,
        };
        if (known < 0) rows.Add(handedIn);
        else rows[known] = handedIn;
    }

    private static bool IsSame(
        ImmutableSortedDictionary<string, string> one, ImmutableSortedDictionary<string, string> other) =>
        one.SequenceEqual(other);
}
