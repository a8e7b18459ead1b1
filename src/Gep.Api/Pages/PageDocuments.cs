using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Gep.Api.Accounts;
using Gep.Api.Serving;

namespace Gep.Api.Pages;

/// <summary>The documents that the page shows, each made once from one snapshot.</summary>
internal sealed class PageDocuments(ServiceSnapshot snapshot)
{
    private readonly ConcurrentDictionary<string, Lazy<byte[]?>> made = new(StringComparer.Ordinal);

    /// <summary>The snapshot they are made from.</summary>
    public ServiceSnapshot Snapshot { get; } = snapshot;

    /// <summary>Names, years, layers and districts of the city.</summary>
    public byte[]? City() => Once("city", () => Text(json => CityDocument.Write(json, Snapshot)));

    /// <summary>The account of a year; null when there is none.</summary>
    public byte[]? Account(int year) => Once(Key("account", year), () => RunOf(year) is { } run
        ? Text(json => AccountDocument.Write(json, run.Report, Snapshot.Id))
        : null);

    /// <summary>What changed between two years; null when there is no account of one of them.</summary>
    public byte[]? Change(int from, int to) => Once(
        string.Create(CultureInfo.InvariantCulture, $"change/{from}/{to}"),
        () => RunOf(from) is { } opening && RunOf(to) is { } closing && from < to
            ? Text(json => ChangeDocument.Write(
                json, RunComparison.Of(opening, closing, Environment.ProcessorCount), Snapshot.Id))
            : null);

    /// <summary>The schedules of a year, without payees; null when the workspace has no such year.</summary>
    public byte[]? Schedules(int year) => Once(Key("schedules", year), () => SchedulesOf(year) is { } drawn
        ? Text(json => SchedulesDocument.Write(json, drawn, Snapshot))
        : null);

    /// <summary>The tree behind an account line or a payment line; null when there is no such line.</summary>
    public byte[]? Explanation(int year, string line)
    {
        var run = RunOf(year);
        if (run?.Report.Account.Find(line) is { } found)
        {
            var trace = ParcelTrace.Extend(found, run.Extents);
            return Text(json => ExplanationDocument.Write(json, trace, line, Snapshot.Id));
        }
        var payment = SchedulesOf(year)?.Outcomes.SelectMany(outcome => outcome.Draft.Schedule?.Lines ?? [])
            .FirstOrDefault(each => string.Equals(each.Id, line, StringComparison.Ordinal));
        return payment is null
            ? null
            : Text(json => ExplanationDocument.Write(json, payment.Trace, line, Snapshot.Id));
    }

    private AccountRun? RunOf(int year) =>
        Snapshot.Accounts.FirstOrDefault(run => run.Report.Account.Year.Number == year);

    private YearSchedules? SchedulesOf(int year) =>
        Snapshot.Schedules.FirstOrDefault(each => each.Year.Number == year);

    private static string Key(string name, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}/{year}");

    private byte[]? Once(string key, Func<byte[]?> make) =>
        made.GetOrAdd(key, _ => new Lazy<byte[]?>(make)).Value;

    private static byte[] Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonAnswer.Options)) write(json);
        return buffer.WrittenSpan.ToArray();
    }
}
