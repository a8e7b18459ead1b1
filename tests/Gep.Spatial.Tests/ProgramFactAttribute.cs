namespace Gep.Spatial.Tests;

/// <summary>
/// A test that is judged by a program; skipped with a plain message where it is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program)
    {
        Program = program;
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder,
            program)))) Skip = $"{program} is not installed";
    }

    public string Program { get; }
}
