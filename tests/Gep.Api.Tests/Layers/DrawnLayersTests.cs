using Gep.Api.Tests.Cli;
using Gep.Testing;

namespace Gep.Api.Tests.Layers;

public class DrawnLayersTests
{
    [Fact]
    public void Draw_Again_WritesTheSameBytes()
    {
        string folder = Directory.CreateTempSubdirectory("gep-draw-").FullName;
        try
        {
            var drawing = GepProcess.RunProgram("Gep.DrawWuhan.dll", folder);

            Assert.True(drawing.ExitCode == 0, drawing.Output + drawing.Errors);
            string committed = Repository.PathOf("data", "layers"), drawn = Path.Combine(folder, "layers");
            Assert.Equal(Files(committed), Files(drawn));
            Assert.All(Files(drawn), file => Assert.True(
                File.ReadAllBytes(Path.Combine(committed, file)).AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Path.Combine(drawn, file))),
                $"{file} differs from what the program draws; ./dev draw writes it."));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal),
    ];
}
