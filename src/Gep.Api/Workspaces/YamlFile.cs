using Gep.Accounting.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gep.Api.Workspaces;

/// <summary>
/// Reads a YAML file of a workspace into entries that know their place; bounded in size and depth.
/// </summary>
internal static class YamlFile
{
    private const long BytesMax = 8L * 1024 * 1024;
    private const int DepthMax = 24;

    /// <summary>The root entry of a file, or null after its problems were added.</summary>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="relativePath">Path in it, with forward slashes; it names the file in problems.</param>
    /// <param name="problems">Where problems go.</param>
    public static YamlEntry? Read(string root, string relativePath, ProblemList problems)
    {
        var file = new FileInfo(Path.Combine(root, relativePath));
        if (!file.Exists)
        {
            problems.Refuse(WorkspaceProblemCode.FileMissing, relativePath,
                new("缺少文件。", "The file is missing."), new("请补充该文件。", "Add the file."));
            return null;
        }
        if (file.Length > BytesMax)
        {
            problems.Refuse(WorkspaceProblemCode.FileTooLarge, relativePath,
                new($"文件有 {file.Length} 字节，超过上限 {BytesMax}。",
                    $"The file has {file.Length} bytes, more than {BytesMax}."),
                new("请拆分该文件。", "Split the file."));
            return null;
        }
        using var reader = file.OpenText();
        return Parse(reader, relativePath, problems);
    }

    /// <summary>The root entry of a text, or null after its problems were added.</summary>
    public static YamlEntry? Parse(TextReader text, string name, ProblemList problems)
    {
        var parser = new Parser(text);
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
            {
                Malformed(name, problems, "文件为空。", "The file is empty.");
                return null;
            }
            parser.Consume<DocumentStart>();
            var entry = ReadEntry(parser, name, 0, problems);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out _))
                Malformed(name, problems, "一个文件只能有一个 YAML 文档。", "A file holds one YAML document only.");
            return entry;
        }
        catch (YamlRefusedException refused)
        {
            problems.Refuse(WorkspaceProblemCode.YamlRefused, refused.Place, refused.Text,
                new("请改为不超过层数且不含别名的写法。", "Write it flatter and without aliases."));
        }
        catch (YamlException malformed)
        {
            Malformed($"{name}:{malformed.Start.Line}", problems,
                $"不是有效的 YAML：{malformed.Message}", $"Not valid YAML: {malformed.Message}");
        }
        catch (InvalidOperationException)
        {
            // The scanner gives up this way on some unclosed flow mappings.
            Malformed($"{name}:{parser.Current?.End.Line ?? 1}", problems,
                "不是有效的 YAML：括号未闭合。", "Not valid YAML: a bracket is not closed.");
        }
        return null;
    }

    private static void Malformed(string where, ProblemList problems, string chinese, string english) =>
        problems.Refuse(WorkspaceProblemCode.YamlMalformed, where, new(chinese, english),
            new("请修正该处的缩进、引号或冒号。", "Mend the indentation, quotes or colons there."));

    private static YamlEntry ReadEntry(Parser parser, string name, int depth, ProblemList problems)
    {
        string place = $"{name}:{parser.Current!.Start.Line}";
        if (depth > DepthMax)
        {
            throw new YamlRefusedException(place,
                new($"嵌套超过 {DepthMax} 层。", $"Nested deeper than {DepthMax} levels."));
        }
        if (parser.TryConsume<Scalar>(out var scalar))
            return YamlEntry.OfText(place, scalar.Value, scalar.Style == ScalarStyle.Plain);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlEntry>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(ReadEntry(parser, name, depth + 1, problems));
            return YamlEntry.OfItems(place, items);
        }
        if (parser.TryConsume<MappingStart>(out _)) return ReadMapping(parser, name, place, depth, problems);
        throw new YamlRefusedException(place, new("不支持 YAML 别名。", "YAML aliases are not read."));
    }

    private static YamlEntry ReadMapping(
        Parser parser, string name, string place, int depth, ProblemList problems)
    {
        var pairs = new List<KeyValuePair<string, YamlEntry>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            string keyPlace = $"{name}:{parser.Current!.Start.Line}";
            if (!parser.TryConsume<Scalar>(out var key))
                throw new YamlRefusedException(keyPlace, new("键必须是文字。", "A key must be a plain text."));
            var value = ReadEntry(parser, name, depth + 1, problems);
            if (seen.Add(key.Value))
            {
                pairs.Add(new(key.Value, value));
                continue;
            }
            problems.Refuse(WorkspaceProblemCode.KeyDuplicate, keyPlace,
                new($"键 {key.Value} 重复。", $"The key {key.Value} stands twice."),
                new("请只保留一个。", "Keep one of them."));
        }
        return YamlEntry.OfPairs(place, pairs);
    }

    /// <summary>Ends the reading of one file from any depth.</summary>
    private sealed class YamlRefusedException(string place, BilingualText text) : Exception
    {
        public string Place { get; } = place;

        public BilingualText Text { get; } = text;
    }
}
