using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gep.Accounting.Compensation.Workflow;

/// <summary>One immutable entry of the log of a schedule, chained to the one before by its hash.</summary>
/// <param name="Sequence">Its number, from 1.</param>
/// <param name="Schedule">Scheme and year: <c>WH-PBF:2019</c>.</param>
/// <param name="ContentHash">Hash of the lines it is about.</param>
/// <param name="Step">What happened.</param>
/// <param name="Role">Role of who did it.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When it happened.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="Note">Document number, reason.</param>
/// <param name="Stage">Stage that payments reached; null for other steps.</param>
/// <param name="Lines">Ids of lines it concerns; empty for all that the step can concern.</param>
/// <param name="PreviousHash">Hash of the entry before; empty for the first.</param>
public sealed record ScheduleEntry(
    int Sequence,
    string Schedule,
    string ContentHash,
    ScheduleStep Step,
    ScheduleRole Role,
    string Actor,
    DateTimeOffset At,
    DateTimeOffset EnteredAt,
    string Note,
    PaymentStage? Stage,
    ImmutableArray<string> Lines,
    string PreviousHash)
{
    /// <summary>SHA-256 over all fields and the hash of the entry before, in lower-case hex.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)));

    private string Body => string.Join('\t',
        Sequence.ToString(CultureInfo.InvariantCulture), Plain(Schedule), ContentHash, Step, Role,
        Plain(Actor), Iso(At), Iso(EnteredAt), Plain(Note), Stage,
        string.Join(' ', Lines.Select(Plain)), PreviousHash);

    private static string Iso(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static string Plain(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
