using CsvHelper;

namespace Gep.Api.Workspaces;

/// <summary>
/// Reads a CSV file of a workspace: UTF-8, a heading row, commas; bounded in size and field length.
/// </summary>
internal static class CsvTable
{
    private const long BytesMax = 64L * 1024 * 1024;
    private const int RecordBytesMax = 64 * 1024;

    /// <summary>
    /// The rows of a file as mappings of heading to text, so that the readers of <see cref="YamlEntry"/>
    /// serve
    /// both; empty after its problems were added. A row's place is <c>file:line</c>.
    /// </summary>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="relativePath">Path in it, with forward slashes.</param>
    /// <param name="columns">Headings that must be there.</param>
    /// <param name="problems">Where problems go.</param>
    public static IReadOnlyList<YamlEntry> Read(
        string root, string relativePath, IReadOnlyList<string> columns, ProblemList problems)
    {
        var file = new FileInfo(Path.Combine(root, relativePath));
        if (!file.Exists)
        {
            problems.Refuse(WorkspaceProblemCode.FileMissing, relativePath,
                new("缺少文件。", "The file is missing."), new("请补充该文件。", "Add the file."));
            return [];
        }
        if (file.Length > BytesMax)
        {
            problems.Refuse(WorkspaceProblemCode.FileTooLarge, relativePath,
                new($"文件有 {file.Length} 字节，超过上限 {BytesMax}。",
                    $"The file has {file.Length} bytes, more than {BytesMax}."),
                new("请拆分该文件。", "Split the file."));
            return [];
        }
        using var reader = file.OpenText();
        return Parse(reader, relativePath, columns, problems);
    }

    /// <summary>The rows of a text; see <see cref="Read"/>.</summary>
    public static IReadOnlyList<YamlEntry> Parse(
        TextReader text, string name, IReadOnlyList<string> columns, ProblemList problems)
    {
        var rows = new List<YamlEntry>();
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            TrimWhitespace = true,
            SkipEmptyLines = true,
            TrackLineNumbers = true,
            MaxRecordSize = RecordBytesMax,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        };
        using var csv = CsvReader.Create(text, options, leaveOpen: true);
        try
        {
            if (!csv.Read())
            {
                Malformed(name, problems, "文件为空，缺少表头。", "The file is empty; it has no heading row.");
                return [];
            }
            string[] headings = [.. Fields(csv)];
            if (!HasColumns(name, headings, columns, problems)) return [];
            while (csv.Read())
            {
                string place = $"{name}:{csv.LineNumber}";
                if (csv.FieldCount != headings.Length)
                {
                    Malformed(place, problems,
                        $"该行有 {csv.FieldCount} 列，表头有 {headings.Length} 列。",
                        $"The row has {csv.FieldCount} columns, the heading {headings.Length}.");
                    continue;
                }
                rows.Add(YamlEntry.OfPairs(place, [.. headings.Zip(Fields(csv), (heading, field) =>
                    new KeyValuePair<string, YamlEntry>(
                        heading, YamlEntry.OfText(place, field, isPlain: true)))]));
            }
        }
        catch (CsvFormatException malformed)
        {
            Malformed($"{name}:{malformed.LineNumber}", problems,
                "该行不是有效的 CSV（引号、编码或长度有误）。",
                "The row is not valid CSV: its quotes, its encoding or its length.");
        }
        return rows;
    }

    private static IEnumerable<string> Fields(CsvReader csv)
    {
        for (int field = 0; field < csv.FieldCount; field++) yield return csv.GetString(field);
    }

    private static bool HasColumns(
        string name, string[] headings, IReadOnlyList<string> columns, ProblemList problems)
    {
        bool complete = true;
        foreach (string column in columns.Where(column => !headings.Contains(column, StringComparer.Ordinal)))
        {
            problems.Refuse(WorkspaceProblemCode.KeyMissing, $"{name}:1",
                new($"缺少列 {column}。", $"The column {column} is missing."),
                new($"表头应为：{string.Join(",", columns)}。",
                    $"The heading should be: {string.Join(",", columns)}."));
            complete = false;
        }
        foreach (var twice in headings.GroupBy(heading => heading, StringComparer.Ordinal)
            .Where(group => group.Count() > 1))
        {
            problems.Refuse(WorkspaceProblemCode.KeyDuplicate, $"{name}:1",
                new($"列 {twice.Key} 重复。", $"The column {twice.Key} stands twice."),
                new("请只保留一列。", "Keep one of them."));
            complete = false;
        }
        return complete;
    }

    private static void Malformed(string where, ProblemList problems, string chinese, string english) =>
        problems.Refuse(WorkspaceProblemCode.CsvMalformed, where, new(chinese, english),
            new("请按 UTF-8、逗号分隔、带表头的 CSV 修正。", "Write UTF-8 CSV with commas and a heading row."));
}
