using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Gep.Api.Serving;

/// <summary>One instrument with a series per set of labels.</summary>
internal sealed class MetricFamily
{
    private readonly ConcurrentDictionary<string, Series> series = new(StringComparer.Ordinal);
    private readonly double[]? bounds;
    private readonly bool isCounter, isSum;
    private readonly string help;

    /// <summary>A family; with bounds it is a histogram.</summary>
    public MetricFamily(Instrument instrument, double[]? bounds)
    {
        this.bounds = bounds;
        string kind = instrument.GetType().Name;
        isCounter = kind.StartsWith("Counter", StringComparison.Ordinal)
            || kind.StartsWith("ObservableCounter", StringComparison.Ordinal);
        isSum = kind.StartsWith("Counter", StringComparison.Ordinal)
            || kind.StartsWith("UpDownCounter", StringComparison.Ordinal);
        help = (instrument.Description ?? "").Replace("\n", " ", StringComparison.Ordinal);
        string unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        Name = NameOf(instrument.Name) + unit + (isCounter ? "_total" : "");
    }

    /// <summary>Its name, with unit.</summary>
    public string Name { get; }

    /// <summary>How many sets of labels it has.</summary>
    public int Count => series.Count;

    /// <summary>A name of the letters that are allowed.</summary>
    public static string NameOf(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    /// <summary>Counts a measurement.</summary>
    public void Add(string labels, double value)
    {
        var one = series.GetOrAdd(labels, _ => new Series(bounds?.Length ?? 0));
        lock (one)
        {
            one.Count++;
            one.Sum = bounds is not null || isSum ? one.Sum + value : value;
            int bucket = bounds is null ? -1 : Array.FindIndex(bounds, bound => value <= bound);
            if (bucket >= 0) one.Buckets[bucket]++;
        }
    }

    /// <summary>Writes the family; nothing while nothing was measured.</summary>
    public void Write(StringBuilder text)
    {
        if (series.IsEmpty) return;
        string kind = bounds is not null ? "histogram" : isCounter ? "counter" : "gauge";
        text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {help}\n# TYPE {Name} {kind}\n");
        foreach (var (labels, one) in series.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            lock (one)
            {
                if (bounds is null) Line(text, "", labels, one.Sum);
                else WriteHistogram(text, labels, one);
            }
        }
    }

    private void WriteHistogram(StringBuilder text, string labels, Series one)
    {
        string comma = labels.Length > 0 ? "," : "";
        long below = 0;
        for (int i = 0; i < bounds!.Length; i++)
        {
            below += one.Buckets[i];
            Line(text, "_bucket",
                string.Create(CultureInfo.InvariantCulture, $"{labels}{comma}le=\"{bounds[i]:R}\""), below);
        }
        Line(text, "_bucket", $"{labels}{comma}le=\"+Inf\"", one.Count);
        Line(text, "_sum", labels, one.Sum);
        Line(text, "_count", labels, one.Count);
    }

    private void Line(StringBuilder text, string ending, string labels, double value)
    {
        text.Append(Name).Append(ending);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    private sealed class Series(int buckets)
    {
        public long Count { get; set; }

        public double Sum { get; set; }

        public long[] Buckets { get; } = new long[buckets];
    }
}
