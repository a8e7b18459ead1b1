namespace Gep.Conventions.Tests;

/// <summary>Fails with every offender by name, not with the first few.</summary>
internal static class Offenders
{
    public static void MustBeNone(IEnumerable<string> offenders)
    {
        string[] all = [.. offenders];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
