using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Parameters;

/// <summary>One parameter with its history: values in force from a day, last checked on a day.</summary>
public sealed class DatedParameter
{
    /// <summary>
    /// A parameter with values in order of their days; throws <see cref="ArgumentException"/> when the days
    /// do
    /// not strictly rise or there is no value.
    /// </summary>
    /// <param name="id">
    /// Its name in the workspace, such as <c>water-conservation/runoff-coefficient/FOR/EBF</c>.
    /// </param>
    /// <param name="unit">Unit of every value.</param>
    /// <param name="values">The values, oldest first.</param>
    /// <param name="checkedUntil">
    /// Last day on which the latest value is known to be still in force; null when open.
    /// </param>
    /// <param name="place">File and line it was read from.</param>
    public DatedParameter(
        string id, Unit unit, ImmutableArray<DatedValue> values, DateOnly? checkedUntil, string place)
    {
        if (values.IsDefaultOrEmpty) throw new ArgumentException($"{id} has no value.", nameof(values));
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i].From <= values[i - 1].From)
                throw new ArgumentException(
                    $"{id}: {values[i].From:O} does not follow {values[i - 1].From:O}.", nameof(values));
        }
        (Id, Unit, Values, CheckedUntil, Place) = (id, unit, values, checkedUntil, place);
    }

    /// <summary>Its name in the workspace.</summary>
    public string Id { get; }

    /// <summary>Unit of every value.</summary>
    public Unit Unit { get; }

    /// <summary>The values, oldest first.</summary>
    public ImmutableArray<DatedValue> Values { get; }

    /// <summary>Last day on which the latest value is known to hold; null when open.</summary>
    public DateOnly? CheckedUntil { get; }

    /// <summary>File and line it was read from.</summary>
    public string Place { get; }

    /// <summary>
    /// The value in force on a day: null before the first value, and after <see cref="CheckedUntil"/>, so
    /// that the last value never runs on in silence.
    /// </summary>
    public DatedValue? FindInForceOn(DateOnly day) =>
        day > CheckedUntil ? null : Values.LastOrDefault(value => value.From <= day);
}
