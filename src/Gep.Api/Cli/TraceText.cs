using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary>Prints the tree behind a number.</summary>
internal static class TraceText
{
    /// <summary>One line per step with its value; below it formula, source and place.</summary>
    public static void Write(TraceNode root, TextWriter output)
    {
        output.WriteLine(Head(root));
        WriteRest(root, "", output);
    }

    private static void WriteRest(TraceNode node, string indent, TextWriter output)
    {
        string stem = node.Children.IsEmpty ? "   " : "│  ";
        if (node.Formula is not null) output.WriteLine($"{indent}{stem}公式 formula: {node.Formula}");
        if (node.Source is { } source)
            output.WriteLine($"{indent}{stem}来源 source: {source} {Name(source.Confidence)}");
        if (node.Place is not null) output.WriteLine($"{indent}{stem}位置 place: {node.Place}");
        for (int i = 0; i < node.Children.Length; i++)
        {
            bool isLast = i == node.Children.Length - 1;
            output.WriteLine($"{indent}{(isLast ? "└─ " : "├─ ")}{Head(node.Children[i])}");
            WriteRest(node.Children[i], indent + (isLast ? "   " : "│  "), output);
        }
    }

    private static string Head(TraceNode node) => $"{node.Label.Chinese} {node.Label.English}: {node.Value}";

    private static string Name(Confidence confidence) => $"({WorkspaceProblem.CodeOf(confidence)})";
}
