using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Statistics;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>What a method reads: extents, parameters in force and statistics, each with its place.</summary>
public sealed class ServiceInputs
{
    private readonly AccountingYear year;
    private readonly ServiceCode service;
    private readonly ParameterTable parameters;
    private readonly StatisticsTable statistics;
    private readonly MissingInputs missing;

    /// <summary>The inputs of one service in one year.</summary>
    public ServiceInputs(
        AccountingYear year,
        ServiceCode service,
        ExtentTable extents,
        ParameterTable parameters,
        StatisticsTable statistics,
        MissingInputs missing)
    {
        (this.year, this.service, this.parameters) = (year, service, parameters);
        (this.statistics, this.missing, Extents, ParametersOf) = (statistics, missing, extents, year);
    }

    /// <summary>Year on whose last day parameters are in force; the accounting year unless said
    /// otherwise.</summary>
    public AccountingYear ParametersOf { get; init; }

    /// <summary>The extent account.</summary>
    public ExtentTable Extents { get; }

    /// <summary>
    /// Extents above zero of any of these types or the types under them, by district and type.
    /// </summary>
    public IEnumerable<EcosystemExtent> Of(ImmutableArray<EcosystemTypeCode> types) => Extents.Extents.Where(
        extent => extent.Area.SquareMetres > 0 && types.Any(type => extent.Type.IsWithin(type)));

    /// <summary>
    /// Extents of a district above zero of any of these types or the types under them, by type.
    /// </summary>
    public IEnumerable<EcosystemExtent> Of(DistrictCode district, ImmutableArray<EcosystemTypeCode> types) =>
        Extents.In(district).Where(
            extent => extent.Area.SquareMetres > 0 && types.Any(type => extent.Type.IsWithin(type)));

    /// <summary>
    /// A parameter of the service in force on the year's last day; null after it was noted as missing.
    /// </summary>
    public TracedNumber? Parameter(
        string symbol, string name, DistrictCode district, EcosystemTypeCode? type = null)
    {
        if (parameters.Find(service, name, type) is not { } found)
        {
            missing.NoteParameter(service, name, type, district);
            return null;
        }
        if (found.History.FindInForceOn(ParametersOf.LastDay) is not { } value)
        {
            missing.NoteNotInForce(service, name, found.History.Place, district);
            return null;
        }
        string of = $" ({found.EcosystemType?.ToString() ?? "*"}, {value.From:yyyy-MM-dd}–)";
        return new TracedNumber(
            symbol, new(found.Label.Chinese + of, found.Label.English + of), (double)value.Value,
            found.History.Unit,
            value.Source, found.History.Place, value.Value, null, [])
        { Low = value.Low, High = value.High };
    }

    /// <summary>A statistic of the year; null after it was noted as missing.</summary>
    public TracedNumber? Statistic(
        string symbol, string indicator, DistrictCode district, string subject = "") =>
        Statistic(symbol, statistics.Find(district, indicator, subject), indicator, district, subject);

    /// <summary>A statistic of the year for an ecosystem type; null after it was noted as missing.</summary>
    public TracedNumber? StatisticOf(
        string symbol, string indicator, DistrictCode district, EcosystemTypeCode type) =>
        Statistic(symbol, statistics.Find(district, indicator, type), indicator, district, type.ToString());

    /// <summary>The accounting year.</summary>
    public AccountingYear Year => year;

    /// <summary>Days of the accounting year.</summary>
    public int DaysOfYear => year.LastDay.DayOfYear;

    /// <summary>
    /// The months or days of an indicator in order, of the district or else of the region; empty after it was
    /// noted as missing, also when one of them lacks.
    /// </summary>
    /// <param name="symbol">Its symbol.</param>
    /// <param name="indicator">The statistic.</param>
    /// <param name="district">The district.</param>
    /// <param name="count">How many there are in the year.</param>
    public ImmutableArray<TracedNumber> Series(
        string symbol, string indicator, DistrictCode district, int count)
    {
        var own = statistics.AllOf(district, indicator);
        var found = own.IsEmpty ? statistics.AllOf(statistics.Region, indicator) : own;
        if (found.Length == count)
            return [.. found.Select(one => Statistic(symbol, one, indicator, district, one.Subject)!)];
        missing.NoteStatistic(service, indicator, found.IsEmpty ? "" : $"{found.Length}/{count}", district);
        return [];
    }

    /// <summary>
    /// The figures of an indicator in a district, by the type they are surveyed for; empty after it was
    /// noted as
    /// missing. A figure without a type is of <paramref name="fallback"/>.
    /// </summary>
    public IEnumerable<(EcosystemTypeCode Type, TracedNumber Figure)> Surveyed(
        string symbol, string indicator, DistrictCode district, EcosystemTypeCode fallback)
    {
        var found = statistics.AllOf(district, indicator);
        if (found.Length == 0) missing.NoteStatistic(service, indicator, "", district);
        foreach (var one in found)
        {
            var type = EcosystemTypeCode.TryParse(one.Subject, out var code) ? code : fallback;
            yield return (type, Statistic(symbol, one, indicator, district, one.Subject)!);
        }
    }

    /// <summary>
    /// Total storage of a reservoir where statistics give it for the district or the region, or null.
    /// </summary>
    public TracedNumber? FindReservoirStorage(string symbol, DistrictCode district, string waterBodyId)
    {
        const string Indicator = "reservoir-storage";
        var found = statistics.Find(district, Indicator, waterBodyId)
            ?? statistics.Find(statistics.Region, Indicator, waterBodyId);
        return found is null ? null : Statistic(symbol, found, Indicator, district, waterBodyId);
    }

    /// <summary>
    /// Notes that a district has a figure of the service and no extent of the types that supply it.
    /// </summary>
    public void NoteWithoutExtent(DistrictCode district) => missing.NoteWithoutExtent(service, district);

    /// <summary>Notes extent that the method has no way to treat.</summary>
    public void LeaveOut(EcosystemTypeCode type, DistrictCode district, Area extent) =>
        missing.NoteExtent(service, type, district, extent);

    private TracedNumber? Statistic(
        string symbol, Statistic? found, string indicator, DistrictCode district, string subject)
    {
        if (found is null)
        {
            missing.NoteStatistic(service, indicator, subject, district);
            return null;
        }
        string of = found.Indicator.Subject is StatisticSubject.Month or StatisticSubject.Day
            ? $" ({found.District}, {year}-{found.Subject})" : $" ({found.District}, {year})";
        return new TracedNumber(
            symbol, new(found.Indicator.Label.Chinese + of, found.Indicator.Label.English + of),
            (double)found.Value,
            found.Indicator.Unit, found.Source, found.Place, found.Value, null, [])
        {
            IsRegionWide = found.District == statistics.Region && district != statistics.Region,
        };
    }
}
