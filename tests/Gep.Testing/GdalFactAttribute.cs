using Xunit;

namespace Gep.Testing;

/// <summary>A test judged by GDAL's driver of OGC API – Features; skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GdalFactAttribute : FactAttribute
{
    public const string Absent = "ogrinfo with the OAPIF driver absent (Debian: gdal-bin)";

    private static readonly Lazy<bool> IsPresent = new(() =>
        OutsideProgram.Run(null, "ogrinfo", "--formats")?.Output
            .Contains("OAPIF", StringComparison.Ordinal) == true);

    public GdalFactAttribute()
    {
        if (!IsPresent.Value) Skip = Absent;
    }
}
