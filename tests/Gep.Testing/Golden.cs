using System.Text;
using Xunit;

namespace Gep.Testing;

/// <summary>
/// Compares an output with its blessed text under tests/golden; ./dev bless renews it, never CI.
/// </summary>
public static class Golden
{
    private const string BlessVariable = "GEP_BLESS";

    public static void Matches(string feature, string fileName, string actual)
    {
        string path = Repository.PathOf("tests", "golden", feature, fileName);
        bool isBlessing = Environment.GetEnvironmentVariable(BlessVariable) == "1"
            && Environment.GetEnvironmentVariable("CI") is null;
        if (isBlessing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }
        Assert.True(File.Exists(path), $"{path} is missing; ./dev bless writes it.");
        string expected = File.ReadAllText(path);
        if (expected == actual) return;
        string[] expectedLines = expected.Split('\n'), actualLines = actual.Split('\n');
        int line = 0;
        while (line < Math.Min(expectedLines.Length, actualLines.Length)
            && expectedLines[line] == actualLines[line]) line++;
        Assert.Fail($"{path}:{line + 1} differs.\nexpected: {LineAt(expectedLines, line)}\n"
            + $"actual:   {LineAt(actualLines, line)}");
    }

    private static string LineAt(string[] lines, int line) => line < lines.Length ? lines[line] : "(end)";
}
