using System.Globalization;
using System.Text.Json;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Workspaces;

namespace Gep.Api.Dossiers;

/// <summary>Entries of a log as lines of JSON, each with its hash.</summary>
internal static class EntryJson
{
    /// <summary>The line of an entry.</summary>
    public static string Write(ScheduleEntry entry) => JsonLine.Of(json =>
    {
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("schedule", entry.Schedule);
        json.WriteString("content", entry.ContentHash);
        json.WriteString("step", WorkspaceProblem.CodeOf(entry.Step));
        json.WriteString("role", WorkspaceProblem.CodeOf(entry.Role));
        json.WriteString("actor", entry.Actor);
        json.WriteString("at", Iso(entry.At));
        json.WriteString("enteredAt", Iso(entry.EnteredAt));
        json.WriteString("note", entry.Note);
        json.WriteString("stage", entry.Stage is { } stage ? WorkspaceProblem.CodeOf(stage) : null);
        json.WriteStartArray("lines");
        foreach (string line in entry.Lines) json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteString("previous", entry.PreviousHash);
        json.WriteString("hash", entry.Hash);
    });

    /// <summary>
    /// The entry of a line; null where one byte of it is not as it was written, its hash included.
    /// </summary>
    public static ScheduleEntry? Read(string line) =>
        JsonLine.Read(line, EntryOf) is { } entry && Write(entry) == line ? entry : null;

    private static ScheduleEntry EntryOf(JsonElement json) => new(
        json.GetProperty("sequence").GetInt32(), JsonLine.Text(json, "schedule"),
        JsonLine.Text(json, "content"), JsonLine.Member<ScheduleStep>(json, "step"),
        JsonLine.Member<ScheduleRole>(json, "role"), JsonLine.Text(json, "actor"), Time(json, "at"),
        Time(json, "enteredAt"), JsonLine.Text(json, "note"),
        JsonLine.MemberOf<PaymentStage>(json.GetProperty("stage").GetString()),
        [.. json.GetProperty("lines").EnumerateArray().Select(id => id.GetString() ?? "")],
        JsonLine.Text(json, "previous"));

    private static DateTimeOffset Time(JsonElement json, string key) =>
        DateTimeOffset.ParseExact(JsonLine.Text(json, key), "O", CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
