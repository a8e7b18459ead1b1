using Gep.Accounting.Problems;

namespace Gep.Api.Maps;

/// <summary>A property of the features of a collection.</summary>
/// <param name="Name">Its name; that of a number ends in its unit, or is followed by a year.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Title">What it is, in both languages.</param>
/// <param name="Unit">Unit of a number.</param>
/// <param name="InTiles">Whether vector tiles carry it too.</param>
internal sealed record MapProperty(
    string Name, MapValueKind Kind, BilingualText Title, string? Unit = null, bool InTiles = true);
