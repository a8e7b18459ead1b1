using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Parameters;

/// <summary>A chain of yearly price indices, previous year = 100.</summary>
public sealed class PriceIndex
{
    /// <summary>An index of 100 means no change on the previous year.</summary>
    private const decimal NoChange = 100m;

    private readonly ImmutableSortedDictionary<int, decimal> links;

    /// <summary>A chain of links.</summary>
    /// <param name="id">Its name: <c>cpi</c>.</param>
    /// <param name="name">Its name for people.</param>
    /// <param name="links">Index of each year, previous year = 100; positive.</param>
    /// <param name="source">Where they are written.</param>
    /// <param name="place">The file.</param>
    public PriceIndex(
        string id, BilingualText name, IReadOnlyDictionary<int, decimal> links, SourceRef source,
        string place)
    {
        if (links.Values.Any(link => link <= 0))
            throw new ArgumentException($"{id} is not positive.", nameof(links));
        (Id, Name, Source, Place) = (id, name, source, place);
        this.links = links.ToImmutableSortedDictionary();
    }

    /// <summary>Its name in the workspace.</summary>
    public string Id { get; }

    /// <summary>Its name for people.</summary>
    public BilingualText Name { get; }

    /// <summary>Where it is written.</summary>
    public SourceRef Source { get; }

    /// <summary>The file.</summary>
    public string Place { get; }

    /// <summary>
    /// Price level of <paramref name="year"/> over that of <paramref name="baseYear"/>: <c>I_t / I_b</c>.
    /// Null when a link between them is missing, named by <paramref name="missingYear"/>.
    /// </summary>
    /// <remarks>Source: [METHODS] §7.1, index-adjusted prices.</remarks>
    public decimal? FindFactor(int baseYear, int year, out int? missingYear)
    {
        decimal factor = 1m;
        for (int linkYear = Math.Min(baseYear, year) + 1; linkYear <= Math.Max(baseYear, year); linkYear++)
        {
            if (!links.TryGetValue(linkYear, out decimal link))
            {
                missingYear = linkYear;
                return null;
            }
            factor *= link / NoChange;
        }
        missingYear = null;
        return year >= baseYear ? factor : 1m / factor;
    }
}
