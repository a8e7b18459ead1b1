using System.Text;

namespace Gep.GraphQL.Execution;

/// <summary>Values as they stand in error messages: short, whatever their size. Spec §6.1.2.</summary>
internal static class Inspection
{
    private const int ItemsMax = 10;
    private const int DepthMax = 2;

    public static string Of(object? value) => Of(value, 0);

    private static string Of(object? value, int depth) => value switch
    {
        null => "null",
        string text => Quote(text),
        bool truth => truth ? "true" : "false",
        double number => JavaScriptNumber.Format(number),
        IReadOnlyDictionary<string, object?> map => OfMap(map, depth),
        IReadOnlyList<object?> list => OfList(list, depth),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => $"[{value.GetType().Name}]",
    };

    public static string Quote(string text)
    {
        using var buffer = new JsonBuffer();
        buffer.WriteString(text);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static string OfMap(IReadOnlyDictionary<string, object?> map, int depth)
    {
        if (map.Count == 0) return "{}";
        if (depth >= DepthMax) return "[Object]";
        return "{ " + string.Join(", ", map.Select(pair => $"{pair.Key}: {Of(pair.Value, depth + 1)}"))
            + " }";
    }

    private static string OfList(IReadOnlyList<object?> list, int depth)
    {
        if (list.Count == 0) return "[]";
        if (depth >= DepthMax) return "[Array]";
        var items = list.Take(ItemsMax).Select(item => Of(item, depth + 1)).ToList();
        int rest = list.Count - items.Count;
        if (rest > 0) items.Add(rest == 1 ? "... 1 more item" : $"... {rest} more items");
        return $"[{string.Join(", ", items)}]";
    }
}
