using System.Collections.Immutable;

namespace Gep.Accounting.Compensation;

/// <summary>
/// An attribute by which the rates of a scheme differ, and the words registers use for its values.
/// </summary>
/// <param name="Field">The attribute.</param>
/// <param name="Values">Its values.</param>
public sealed record RateDimension(RegisterField Field, ImmutableArray<DimensionValue> Values)
{
    /// <summary>
    /// The code of a register's word: the code itself or one of its names; null when it is none.
    /// </summary>
    public string? FindCode(string word) => Values
        .FirstOrDefault(value =>
            value.Code == word || value.Name.Chinese == word || value.Name.English == word)
        ?.Code;
}
