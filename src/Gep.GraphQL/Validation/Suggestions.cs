namespace Gep.GraphQL.Validation;

/// <summary>
/// "Did you mean …?" for names that are not known. Spec §5 leaves messages open; graphql-js's are kept.
/// </summary>
internal static class Suggestions
{
    private const int Most = 5;
    private const double Tolerance = 0.4;

    public static string DidYouMean(IReadOnlyList<string> names, string? how = null)
    {
        if (names.Count == 0) return "";
        var quoted = names.Take(Most).Select(name => $"\"{name}\"").ToList();
        string list = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted.SkipLast(1))}, or {quoted[^1]}",
        };
        return $" Did you mean {(how is null ? "" : how + " ")}{list}?";
    }

    /// <summary>Options within a few edits of the input, nearest first.</summary>
    public static IReadOnlyList<string> Near(string input, IEnumerable<string> options)
    {
        int threshold = (int)Math.Floor(input.Length * Tolerance) + 1;
        return [.. options.Distinct()
            .Select(option => (Option: option, Distance: Distance(input, option, threshold)))
            .Where(found => found.Distance <= threshold)
            .OrderBy(found => found.Distance)
            .ThenBy(found => found.Option, Comparer<string>.Create(NaturalCompare))
            .Select(found => found.Option)];
    }

    /// <summary>Digits compare as numbers, everything else by code unit.</summary>
    public static int NaturalCompare(string a, string b)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                string left = Digits(a, ref i), right = Digits(b, ref j);
                int order = left.Length != right.Length ? left.Length - right.Length
                    : string.CompareOrdinal(left, right);
                if (order != 0) return order;
                continue;
            }
            if (a[i] != b[j]) return a[i] - b[j];
            i++;
            j++;
        }
        return a.Length - b.Length;
    }

    private static string Digits(string text, ref int position)
    {
        int start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        return text[start..position].TrimStart('0');
    }

    /// <summary>Edits, a swap of neighbours counting as one; more than the threshold means far.</summary>
    private static int Distance(string input, string option, int threshold)
    {
        if (input == option) return 0;
        string a = option.ToLowerInvariant(), b = input.ToLowerInvariant();
        if (a == b) return 1;
        if (a.Length < b.Length) (a, b) = (b, a);
        if (a.Length - b.Length > threshold) return int.MaxValue;
        int[][] rows = [new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]];
        for (int j = 0; j <= b.Length; j++) rows[0][j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int[] up = rows[(i - 1) % 3], row = rows[i % 3];
            int smallest = row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int cell = Math.Min(Math.Min(up[j] + 1, row[j - 1] + 1), up[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cell = Math.Min(cell, rows[(i - 2) % 3][j - 2] + 1);
                smallest = Math.Min(smallest, cell);
                row[j] = cell;
            }
            if (smallest > threshold) return int.MaxValue;
        }
        return rows[a.Length % 3][b.Length];
    }
}
