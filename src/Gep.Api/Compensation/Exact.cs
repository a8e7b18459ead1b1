using System.Globalization;

namespace Gep.Api.Compensation;

/// <summary>Decimals as they are printed where every digit counts.</summary>
internal static class Exact
{
    /// <summary>Plain notation with the point as decimal sign and no group signs.</summary>
    public static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
