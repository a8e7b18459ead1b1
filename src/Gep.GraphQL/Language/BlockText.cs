using System.Text;

namespace Gep.GraphQL.Language;

/// <summary>
/// Block strings: common indentation taken away, and put back. Spec §2.10.4, BlockStringValue.
/// </summary>
internal static class BlockText
{
    /// <summary>Longer texts are set on lines of their own.</summary>
    private const int OneLineMax = 70;

    public static string Dedent(string raw)
    {
        string[] lines = SplitLines(raw);
        int common = int.MaxValue, first = -1, last = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            int indent = LeadingWhite(lines[i]);
            if (indent == lines[i].Length) continue;
            if (first < 0) first = i;
            last = i;
            if (i != 0 && indent < common) common = indent;
        }
        if (first < 0) return "";
        var text = new StringBuilder();
        for (int i = first; i <= last; i++)
        {
            if (i > first) text.Append('\n');
            text.Append(i == 0 ? lines[i] : lines[i].AsSpan(Math.Min(common, lines[i].Length)));
        }
        return text.ToString();
    }

    /// <summary>Whether a block string gives this very text back.</summary>
    public static bool CanHold(string value)
    {
        if (value.Length == 0) return true;
        bool isEmptyLine = true, hasIndent = false, isCommonIndent = true, hasText = false;
        foreach (char c in value)
        {
            if (c is < ' ' and not ('\n' or '\t')) return false;
            if (c == '\n')
            {
                if (isEmptyLine && !hasText) return false;
                hasText = true;
                isEmptyLine = true;
                hasIndent = false;
            }
            else if (c is '\t' or ' ')
            {
                hasIndent |= isEmptyLine;
            }
            else
            {
                isCommonIndent &= hasIndent;
                isEmptyLine = false;
            }
        }
        return !isEmptyLine && !(isCommonIndent && hasText);
    }

    public static string Print(string value)
    {
        string escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        string[] lines = SplitLines(escaped);
        bool isSingle = lines.Length == 1;
        bool forceLeading = lines.Length > 1
            && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        bool endsTriple = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        bool endsQuote = value.EndsWith('"') && !endsTriple;
        bool endsSlash = value.EndsWith('\\');
        bool forceTrailing = endsQuote || endsSlash;
        bool asLines = !isSingle || value.Length > OneLineMax || forceTrailing || forceLeading || endsTriple;
        bool skipLeading = isSingle && value.Length > 0 && value[0] is ' ' or '\t';
        var text = new StringBuilder("\"\"\"");
        if ((asLines && !skipLeading) || forceLeading) text.Append('\n');
        text.Append(escaped);
        if (asLines || forceTrailing) text.Append('\n');
        return text.Append("\"\"\"").ToString();
    }

    private static string[] SplitLines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    private static int LeadingWhite(string line)
    {
        int i = 0;
        while (i < line.Length && line[i] is ' ' or '\t') i++;
        return i;
    }
}
