using System.Reflection;
using System.Security.Cryptography;
using Gep.Accounting.Accounts;
using Gep.Spatial.Measures;

namespace Gep.Api.Persistence.Writing;

/// <summary>Which build of the program made a run.</summary>
internal static class ProgramBuild
{
    private const int HexDigitsShown = 16;

    /// <summary>
    /// Version and first 16 hexadecimal digits over the identities of its assemblies. Builds are
    /// deterministic: equal sources built in the same folder have equal identities.
    /// </summary>
    public static string Id { get; } = Compute();

    private static string Compute()
    {
        Assembly[] parts =
            [typeof(ProgramBuild).Assembly, typeof(GepAccount).Assembly, typeof(EqualAreaPlane).Assembly];
        byte[] identities = [.. parts.SelectMany(part => part.ManifestModule.ModuleVersionId.ToByteArray())];
        string digits = Convert.ToHexStringLower(SHA256.HashData(identities))[..HexDigitsShown];
        return $"gep {parts[0].GetName().Version}+{digits}";
    }
}
