using System.Globalization;
using Gep.Accounting.Problems;

namespace Gep.Api.Workspaces;

/// <summary>
/// A text, a list or a mapping of a YAML file, with its place. The <c>Require…</c> readers add a problem that
/// names the place, the key and the remedy, and give null; the <c>Optional…</c> readers are silent when the
/// key is absent.
/// </summary>
internal sealed class YamlEntry
{
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    private YamlEntry(
        string place, string? text, IReadOnlyList<YamlEntry> items,
        IReadOnlyList<KeyValuePair<string, YamlEntry>> pairs)
    {
        (Place, Text, Items, Pairs) = (place, text, items, pairs);
    }

    /// <summary>File and line: <c>schemes/wh-pbf/scheme.yaml:12</c>.</summary>
    public string Place { get; }

    /// <summary>The text, null for a list, a mapping or an empty value.</summary>
    public string? Text { get; }

    /// <summary>The entries of a list; empty otherwise.</summary>
    public IReadOnlyList<YamlEntry> Items { get; }

    /// <summary>The pairs of a mapping in file order; empty otherwise.</summary>
    public IReadOnlyList<KeyValuePair<string, YamlEntry>> Pairs { get; }

    /// <summary>A text entry; a plain <c>null</c>, <c>~</c> or nothing is no text.</summary>
    public static YamlEntry OfText(string place, string text, bool isPlain) =>
        new(place, isPlain && text is "" or "~" or "null" ? null : text, [], []);

    /// <summary>A list entry.</summary>
    public static YamlEntry OfItems(string place, IReadOnlyList<YamlEntry> items) =>
        new(place, null, items, []);

    /// <summary>A mapping entry.</summary>
    public static YamlEntry OfPairs(string place, IReadOnlyList<KeyValuePair<string, YamlEntry>> pairs) =>
        new(place, null, [], pairs);

    /// <summary>The entry under a key, or null.</summary>
    public YamlEntry? Find(string key)
    {
        read.Add(key);
        foreach (var (name, value) in Pairs)
        {
            if (string.Equals(name, key, StringComparison.Ordinal)) return value;
        }
        return null;
    }

    /// <summary>The entry under a key.</summary>
    public YamlEntry? Require(string key, ProblemList problems)
    {
        var found = Find(key);
        if (found is null || (found.Text is null && found.Items.Count == 0 && found.Pairs.Count == 0))
        {
            problems.Refuse(WorkspaceProblemCode.KeyMissing, found?.Place ?? Place,
                new($"缺少键 {key}。", $"The key {key} is missing."),
                new($"请补充 {key}。", $"Add {key}."));
            return null;
        }
        return found;
    }

    /// <summary>The text under a key.</summary>
    public string? RequireText(string key, ProblemList problems)
    {
        var found = Require(key, problems);
        if (found is null) return null;
        if (found.Text is null) found.Malformed(key, "一段文字", "a text", problems);
        return found.Text;
    }

    /// <summary>The text under a key, null when absent.</summary>
    public string? OptionalText(string key, ProblemList problems) =>
        IsAbsent(key) ? null : RequireText(key, problems);

    /// <summary>The number under a key, exactly as written; plain decimal notation only.</summary>
    public decimal? RequireDecimal(string key, ProblemList problems) =>
        Parsed<decimal>(key, "一个十进制数", "a decimal number", TryParseDecimal, problems);

    /// <summary>The number under a key, null when absent.</summary>
    public decimal? OptionalDecimal(string key, ProblemList problems) =>
        IsAbsent(key) ? null : RequireDecimal(key, problems);

    /// <summary>The whole number under a key.</summary>
    public int? RequireInteger(string key, ProblemList problems) =>
        Parsed<int>(key, "一个整数", "a whole number", TryParseInteger, problems);

    /// <summary>The whole number under a key, null when absent.</summary>
    public int? OptionalInteger(string key, ProblemList problems) =>
        IsAbsent(key) ? null : RequireInteger(key, problems);

    /// <summary>The day under a key, written <c>2019-01-01</c>.</summary>
    public DateOnly? RequireDate(string key, ProblemList problems) =>
        Parsed<DateOnly>(key, "形如 2019-01-01 的日期", "a day like 2019-01-01", TryParseDate, problems);

    /// <summary>The day under a key, null when absent.</summary>
    public DateOnly? OptionalDate(string key, ProblemList problems) =>
        IsAbsent(key) ? null : RequireDate(key, problems);

    /// <summary>True or false under a key, null when absent.</summary>
    public bool? OptionalFlag(string key, ProblemList problems) =>
        IsAbsent(key) ? null : Parsed<bool>(key, "true 或 false", "true or false", TryParseFlag, problems);

    /// <summary>The member of an enum under a key, written in kebab case.</summary>
    public TEnum? RequireMember<TEnum>(string key, ProblemList problems)
        where TEnum : struct, Enum
    {
        string members = string.Join(" | ", Enum.GetValues<TEnum>().Select(WorkspaceProblem.CodeOf));
        return Parsed<TEnum>(key, $"其中之一：{members}", $"one of {members}", TryParseMember, problems);
    }

    /// <summary>The pair of names <c>{zh: …, en: …}</c> under a key.</summary>
    public BilingualText? RequireNames(string key, ProblemList problems)
    {
        var found = Require(key, problems);
        if (found is null) return null;
        string? chinese = found.RequireText("zh", problems), english = found.RequireText("en", problems);
        return chinese is null || english is null ? null : new BilingualText(chinese, english);
    }

    /// <summary>Adds a problem for each key of this mapping that no reader has asked for.</summary>
    public void RefuseUnknownKeys(ProblemList problems)
    {
        string[] known = [.. read.Order(StringComparer.Ordinal)];
        foreach (var (key, value) in Pairs)
        {
            if (read.Contains(key)) continue;
            problems.Refuse(WorkspaceProblemCode.KeyUnknown, value.Place,
                new($"未知的键 {key}。", $"The key {key} is not known here."),
                new($"请删除或改正；此处可用：{string.Join('、', known)}。",
                    $"Remove or correct it; known here: {string.Join(", ", known)}."));
        }
    }

    /// <summary>Adds the problem that the value here is not of the kind its key asks for.</summary>
    public void Malformed(string key, string expectedChinese, string expectedEnglish, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.ValueMalformed, Place,
            new($"{key} 的值“{Text}”应为{expectedChinese}。",
                $"The value '{Text}' of {key} should be {expectedEnglish}."),
            new($"请改正 {key}。", $"Correct {key}."));

    private bool IsAbsent(string key) => Find(key) is not { } found
        || (found.Text is null && found.Items.Count == 0 && found.Pairs.Count == 0);

    private T? Parsed<T>(
        string key, string expectedChinese, string expectedEnglish, TryParse<T> parse, ProblemList problems)
        where T : struct
    {
        var found = Require(key, problems);
        if (found is null) return null;
        if (found.Text is { } text && parse(text, out var value)) return value;
        found.Malformed(key, expectedChinese, expectedEnglish, problems);
        return null;
    }

    private delegate bool TryParse<T>(string text, out T value);

    private static bool TryParseDecimal(string text, out decimal value) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
        out value);

    private static bool TryParseInteger(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryParseDate(string text, out DateOnly value) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    private static bool TryParseFlag(string text, out bool value)
    {
        value = text == "true";
        return text is "true" or "false";
    }

    private static bool TryParseMember<TEnum>(string text, out TEnum value)
        where TEnum : struct, Enum
    {
        foreach (var member in Enum.GetValues<TEnum>())
        {
            if (WorkspaceProblem.CodeOf(member) != text) continue;
            value = member;
            return true;
        }
        value = default;
        return false;
    }
}
