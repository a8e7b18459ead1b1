using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gep.Api.Layers;

/// <summary>
/// Sets values of one layer in the text of a layers.yaml and leaves every other character as it was, so that
/// a comparison of the two files shows the change and nothing else.
/// </summary>
internal static class LayersFileEdit
{
    /// <summary>A closing bracket, whose event ends where it starts.</summary>
    private const int Bracket = 1;

    private const string LayersKey = "layers", IdKey = "id", NeighbourKey = "crs";

    /// <summary>The text with those values; throws where it has no such layer.</summary>
    /// <param name="text">A layers.yaml that could be read.</param>
    /// <param name="layer">Name of the layer.</param>
    /// <param name="values">Keys with what is to stand behind them, as YAML writes it.</param>
    public static string Set(string text, string layer, IEnumerable<KeyValuePair<string, string>> values)
    {
        var entry = EntriesOf(text).FirstOrDefault(entry => entry.Id == layer)
            ?? throw new InvalidOperationException($"layers.yaml has no layer '{layer}'.");
        foreach (var (key, value) in values
            .Select(pair => (Pair: pair, Place: entry.PlaceOf(pair.Key)))
            .OrderByDescending(each => (each.Place.End, each.Place.Start)).Select(each => each.Pair))
        {
            var place = entry.PlaceOf(key);
            string written = place.IsThere ? $"{key}: {value}" : entry.Separator + $"{key}: {value}";
            text = string.Concat(text.AsSpan(0, place.Start), written, text.AsSpan(place.End));
        }
        return text;
    }

    private static List<Entry> EntriesOf(string text)
    {
        var parser = new Parser(new StringReader(text));
        var entries = new List<Entry>();
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            bool isLayers = parser.Consume<Scalar>().Value == LayersKey;
            if (!isLayers || !parser.TryConsume<SequenceStart>(out _))
            {
                parser.SkipThisAndNestedEvents();
                continue;
            }
            while (!parser.TryConsume<SequenceEnd>(out _)) entries.Add(EntryOf(parser));
        }
        return entries;
    }

    private static Entry EntryOf(Parser parser)
    {
        var entry = new Entry(parser.Consume<MappingStart>().Style == MappingStyle.Flow);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (key.Value == IdKey && parser.Accept<Scalar>(out var id)) entry.Id = id.Value;
            entry.Spans.Add(key.Value, new Span(
                (int)key.Start.Index, EndOfValue(parser), (int)key.Start.Column));
        }
        return entry;
    }

    /// <summary>
    /// Where the value that comes next ends: behind its last scalar or closing bracket. The end that a block
    /// claims for itself lies before the next key.
    /// </summary>
    private static int EndOfValue(Parser parser)
    {
        long end = 0;
        int depth = 0;
        var isFlow = new Stack<bool>();
        do
        {
            var part = parser.Consume<ParsingEvent>();
            depth += part.NestingIncrease;
            if (part is SequenceStart list) isFlow.Push(list.Style == SequenceStyle.Flow);
            else if (part is MappingStart map) isFlow.Push(map.Style == MappingStyle.Flow);
            else if (part is Scalar) end = part.End.Index;
            else if (isFlow.Pop()) end = part.Start.Index + Bracket;
        }
        while (depth > 0);
        return (int)end;
    }

    private readonly record struct Span(int Start, int End, int Column);

    private readonly record struct Place(int Start, int End, bool IsThere);

    private sealed class Entry(bool isFlow)
    {
        public string? Id { get; set; }

        public Dictionary<string, Span> Spans { get; } = new(StringComparer.Ordinal);

        /// <summary>What comes before a key that is new: it goes behind its neighbour.</summary>
        public string Separator => isFlow
            ? ", "
            : string.Create(CultureInfo.InvariantCulture, $"\n{new string(' ', Spans[NeighbourKey].Column - 1)}");

        public Place PlaceOf(string key)
        {
            if (Spans.TryGetValue(key, out var span)) return new Place(span.Start, span.End, true);
            int behind = Spans[NeighbourKey].End;
            return new Place(behind, behind, false);
        }
    }
}
