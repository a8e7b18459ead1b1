using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.Statistics;

/// <summary>The statistics of one region in one year.</summary>
public sealed class StatisticsTable
{
    private readonly Dictionary<(DistrictCode, string Indicator, string Subject), Statistic> byKey = [];
    private readonly Dictionary<(DistrictCode, string Indicator), ImmutableArray<Statistic>> byIndicator;

    /// <summary>A table; throws <see cref="ArgumentException"/> when a figure stands twice.</summary>
    /// <param name="region">Code of the whole region, whose levels stand in for districts without their
    /// own.</param>
    /// <param name="statistics">The figures, all of one year.</param>
    public StatisticsTable(DistrictCode region, IEnumerable<Statistic> statistics)
    {
        Region = region;
        foreach (var statistic in statistics)
        {
            if (!byKey.TryAdd((statistic.District, statistic.Indicator.Name, statistic.Subject), statistic))
                throw new ArgumentException($"{statistic.Place} repeats a figure.", nameof(statistics));
        }
        All = [.. byKey.Values
            .OrderBy(statistic => statistic.District)
            .ThenBy(statistic => statistic.Indicator.Name, StringComparer.Ordinal)
            .ThenBy(statistic => statistic.Subject, StringComparer.Ordinal)];
        byIndicator = All.GroupBy(statistic => (statistic.District, statistic.Indicator.Name))
            .ToDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>Code of the whole region.</summary>
    public DistrictCode Region { get; }

    /// <summary>All figures, by district, indicator and subject.</summary>
    public ImmutableArray<Statistic> All { get; }

    /// <summary>
    /// The figure of a district; for a level the region's where the district has none; null when there is
    /// none.
    /// </summary>
    public Statistic? Find(DistrictCode district, string indicator, string subject = "")
    {
        if (byKey.TryGetValue((district, indicator, subject), out var own)) return own;
        return byKey.TryGetValue((Region, indicator, subject), out var regional)
            && regional.Indicator.Scope == StatisticScope.Level ? regional : null;
    }

    /// <summary>The figures of an indicator in a district itself, by subject.</summary>
    public ImmutableArray<Statistic> AllOf(DistrictCode district, string indicator) =>
        byIndicator.TryGetValue((district, indicator), out var found) ? found : [];

    /// <summary>
    /// The figure for an ecosystem type, else for its level 1, else for no type; null when there is none.
    /// </summary>
    public Statistic? Find(DistrictCode district, string indicator, EcosystemTypeCode type) =>
        Find(district, indicator, type.ToString())
        ?? Find(district, indicator, type.Level1.ToString())
        ?? Find(district, indicator);
}
