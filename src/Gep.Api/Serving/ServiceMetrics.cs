using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Gep.Api.Serving;

/// <summary>
/// Listens to the meters of the web server and the runtime and prints them; [PROMETHEUS-TEXT].
/// </summary>
internal sealed class ServiceMetrics : IDisposable
{
    /// <summary>Label sets of one instrument; what comes after is counted as one.</summary>
    private const int SeriesMax = 500;

    private const string Overflow = "overflow=\"true\"";

    /// <summary>Upper bounds of a histogram that brings none of its own [s].</summary>
    private static readonly double[] Bounds =
        [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime",
            "Gep.GraphQL"];

    private readonly ConcurrentDictionary<Instrument, MetricFamily> families = new();
    private readonly MeterListener listener = new();
    private readonly SnapshotHolder holder;

    /// <summary>Starts listening.</summary>
    public ServiceMetrics(SnapshotHolder holder)
    {
        this.holder = holder;
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (!Meters.Contains(instrument.Meter.Name)) return;
            var family = families.GetOrAdd(instrument, key => new MetricFamily(key, BoundsOf(key)));
            self.EnableMeasurementEvents(instrument, family);
        };
        listener.SetMeasurementEventCallback<double>((_, value, labels, state) => Add(state, value, labels));
        listener.SetMeasurementEventCallback<long>((_, value, labels, state) => Add(state, value, labels));
        listener.SetMeasurementEventCallback<int>((_, value, labels, state) => Add(state, value, labels));
        listener.Start();
    }

    /// <summary>Every family in order of its name.</summary>
    public string ToText()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        WriteSnapshot(text);
        foreach (var family in families.Values.OrderBy(family => family.Name, StringComparer.Ordinal))
            family.Write(text);
        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private static double[]? BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => [.. histogram.Advice?.HistogramBucketBoundaries ?? Bounds],
        Histogram<long> or Histogram<int> => Bounds,
        _ => null,
    };

    private static void Add(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var family = (MetricFamily)state!;
        family.Add(family.Count < SeriesMax ? TextOf(labels) : Overflow, value);
    }

    private static string TextOf(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            if (text.Length > 0) text.Append(',');
            string written = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text.Append(MetricFamily.NameOf(name)).Append("=\"")
                .Append(written.Replace("\\", @"\\", StringComparison.Ordinal)
                    .Replace("\"", "\\\"", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal))
                .Append('"');
        }
        return text.ToString();
    }

    private void WriteSnapshot(StringBuilder text)
    {
        var snapshot = holder.Current;
        text.Append("# HELP gep_ready Whether a snapshot is served.\n# TYPE gep_ready gauge\n")
            .Append("gep_ready ").Append(snapshot is null ? 0 : 1).Append('\n');
        if (snapshot is null) return;
        text.Append("# HELP gep_snapshot_info The snapshot that is served.\n# TYPE gep_snapshot_info gauge\n")
            .Append(CultureInfo.InvariantCulture, $"gep_snapshot_info{{snapshot=\"{snapshot.Id}\"}} 1\n")
            .Append("# HELP gep_features Features of each collection.\n# TYPE gep_features gauge\n");
        foreach (var collection in snapshot.Maps.Collections)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"gep_features{{collection=\"{collection.Id}\"}} {collection.Features.Length}\n");
        }
    }
}
