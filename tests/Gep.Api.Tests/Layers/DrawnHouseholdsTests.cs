using Gep.Api.Tests.Cli;
using Gep.Testing;

namespace Gep.Api.Tests.Layers;

public class DrawnHouseholdsTests
{
    [Fact]
    public void Draw_Again_WritesTheSameBytes()
    {
        string folder = Directory.CreateTempSubdirectory("gep-households-").FullName;
        try
        {
            foreach (string source in (string[])["layers/forests", "monitoring"])
            {
                Directory.CreateDirectory(Path.Combine(folder, source));
                foreach (string file in Directory.GetFiles(Repository.PathOf("data", source)))
                    File.Copy(file, Path.Combine(folder, source, Path.GetFileName(file)));
            }
            Directory.CreateDirectory(Path.Combine(folder, "households"));

            var drawing = GepProcess.RunProgram("Gep.DrawHouseholds.dll", folder);

            Assert.True(drawing.ExitCode == 0, drawing.Output + drawing.Errors);
            foreach (string name in (string[])["forests.csv", "wh-pvfloor.csv"])
            {
                Assert.Equal(
                    File.ReadAllText(Repository.PathOf("data", "households", name)),
                    File.ReadAllText(Path.Combine(folder, "households", name)));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
