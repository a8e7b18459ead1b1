using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>月、日气象序列: numbers that methods make of the months and days of a year.</summary>
internal static class WeatherSeries
{
    private const string Erosivity = "MJ·mm/(hm²·h·a)";

    /// <summary>Months of a year.</summary>
    public const int Months = 12;

    /// <summary>Days of the first half of a month.</summary>
    private const int HalfMonth = 15;

    private static readonly Problems.BilingualText ErosivityLabel =
        new("年降雨侵蚀力", "rainfall erosivity of the year");

    /// <summary>Erosivity from the rain of twelve months; null after what lacks was noted.</summary>
    /// <remarks><c>F = Σ Pᵢ² / Σ Pᵢ; R = 0.1833 · F^1.9957</c>. Source: [RUSLE-C].</remarks>
    public static TracedNumber? ErosivityOfMonths(ServiceInputs inputs, DistrictCode district)
    {
        var months = inputs.Series("P", "monthly-rainfall", district, Months);
        if (months.IsEmpty) return null;
        double index = RainfallErosivity.FournierIndex([.. months.Select(month => month.Amount)]);
        return TracedNumber.Computed("R", ErosivityLabel, RainfallErosivity.FromFournier(index), Erosivity,
            "R = 0.1833 · (Σ P² / Σ P)^1.9957", [.. months]);
    }

    /// <summary>Erosivity from the rain of every day, by half-months; null after what lacks was
    /// noted.</summary>
    /// <remarks><c>R = Σ α · Σ P^β</c> over days of at least 12 mm. Source: [RUSLE-A].</remarks>
    public static TracedNumber? ErosivityOfDays(ServiceInputs inputs, DistrictCode district)
    {
        var meanDay = inputs.Statistic("P_d12", "erosive-day-rainfall", district);
        var meanYear = inputs.Statistic("P_y12", "erosive-year-rainfall", district);
        var days = inputs.Series("P", "daily-rainfall", district, inputs.DaysOfYear);
        if (meanDay is null || meanYear is null || days.IsEmpty) return null;
        var date = new DateOnly(inputs.Year.Number, 1, 1);
        double sum = days.Select((day, number) => (Rain: day.Amount, Date: date.AddDays(number)))
            .GroupBy(day => (day.Date.Month, IsFirst: day.Date.Day <= HalfMonth))
            .Sum(half => RainfallErosivity.HalfMonth(
                half.Select(day => day.Rain), meanDay.Amount, meanYear.Amount));
        return TracedNumber.Computed("R", ErosivityLabel, sum, Erosivity, "R = Σ α · Σ P^β (P ≥ 12 mm)",
            meanDay, meanYear, RainOf(days, inputs.Year));
    }

    /// <summary>Heterotrophic respiration from temperature and rain of twelve months.</summary>
    public static TracedNumber? Respiration(ServiceInputs inputs, DistrictCode district)
    {
        var warmth = inputs.Series("T", "monthly-temperature", district, Months);
        var rain = inputs.Series("P", "monthly-rainfall", district, Months);
        if (warmth.IsEmpty || rain.IsEmpty) return null;
        double sum = warmth.Zip(rain, (month, wet) =>
            CarbonVariants.MonthlyRespiration(month.Amount, wet.Amount)).Sum();
        return TracedNumber.Computed("RS", new("土壤异养呼吸", "heterotrophic respiration of the soil"), sum,
            "gC/(m²·a)", "RS = Σ 0.22 · (e^(0.0912·T) + ln(0.3145·P + 1)) · 30 · 46.5 %", [.. warmth, .. rain]);
    }

    /// <summary>One input for all days: what a reader can check is their sum and their file.</summary>
    private static TracedNumber RainOf(ImmutableArray<TracedNumber> days, AccountingYear year) => days[0] with
    {
        Symbol = "ΣP",
        Label = new($"{year} 年逐日降水量之和（{days.Length} 日）", $"rain of {days.Length} days of {year}, added up"),
        Amount = days.Sum(day => day.Amount),
        Exact = null,
    };
}
