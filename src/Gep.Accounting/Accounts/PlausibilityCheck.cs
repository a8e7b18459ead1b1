using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Accounts;

/// <summary>Compares an account with the bands of published figures and says what leaves its band and
/// why.</summary>
public static class PlausibilityCheck
{
    private const double YuanPerHundredMillion = 1e8;
    private const double TenThousand = 1e4;

    /// <summary>Services named as the reason of a figure.</summary>
    private const int ServicesNamed = 4;

    /// <summary>The results of the bands that apply to the account's profile and have something to
    /// compare.</summary>
    public static ImmutableArray<BandResult> Of(GepAccount account, IEnumerable<PlausibilityBand> bands) =>
    [
        .. bands.Where(band => band.Profiles.Contains(account.Profile.Id))
            .Select(band => ResultOf(account, band))
            .OfType<BandResult>(),
    ];

    /// <summary>A problem for each figure outside its band.</summary>
    public static IEnumerable<AccountingProblem> ProblemsOf(
        GepAccount account, IEnumerable<BandResult> results) =>
        results.Where(result => !result.IsInside).Select(result => Problem(account, result));

    private static BandResult? ResultOf(GepAccount account, PlausibilityBand band)
    {
        var lines = account.Lines
            .Where(line => line.EcosystemType is { } type && type.IsWithin(band.Type))
            .ToImmutableArray();
        switch (band.Measure)
        {
            case PlausibilityMeasure.Value:
                var booked = lines.Where(line => line.Booked).ToImmutableArray();
                return booked.IsEmpty ? null : new BandResult(
                    band, (double)booked.Sum(line => line.Value.Yuan) / YuanPerHundredMillion,
                        MadeOf(booked));
            case PlausibilityMeasure.Intensity:
                var measured = lines.Where(line => line.Service == band.Service).ToImmutableArray();
                double area = measured.Sum(line => line.Extent.SquareKilometres);
                return area <= 0 ? null : new BandResult(
                    band, measured.Sum(line => line.PhysicalQuantity.Amount) / area / TenThousand, []);
            case PlausibilityMeasure.Ratio:
                double upper = Quantity(lines, band.Service), lower = Quantity(lines, band.Other);
                return upper <= 0 || lower <= 0 ? null : new BandResult(band, upper / lower, []);
        }
        return null;
    }

    private static double Quantity(IEnumerable<AccountLine> lines, ServiceCode? service) =>
        lines.Where(line => line.Service == service).Sum(line => line.PhysicalQuantity.Amount);

    private static ImmutableArray<TotalOf<ServiceCode>> MadeOf(IEnumerable<AccountLine> lines) =>
    [
        .. lines.GroupBy(line => line.Service)
            .Select(group => new TotalOf<ServiceCode>(
                group.Key, group.Aggregate(Money.Zero, (sum, line) => sum + line.Value)))
            .OrderByDescending(total => total.Value)
            .ThenBy(total => total.Key),
    ];

    private static AccountingProblem Problem(GepAccount account, BandResult result)
    {
        var band = result.Band;
        string value = Text(result.Value), from = Text(band.Low), to = Text(band.High);
        string unit = band.Measure switch
        {
            PlausibilityMeasure.Value => "10⁸ yuan",
            PlausibilityMeasure.Intensity => "10⁴/km²",
            PlausibilityMeasure.Ratio => "1",
        };
        string parts = string.Join(", ", result.MadeOf.Take(ServicesNamed).Select(
            total => $"{total.Key} {Text((double)total.Value.Yuan / YuanPerHundredMillion)}"));
        string memorandum = string.Join(", ", account.Profile.Services
            .Where(entry => entry.Role != Gep.Accounting.Profiles.ServiceRole.Booked)
            .Select(entry => entry.Service.ToString()));
        string madeOf = parts.Length == 0 ? "" : $" = {parts}; not booked: {memorandum}";
        string side = result.Value < band.Low ? "below" : "above";
        string zhSide = result.Value < band.Low ? "低于" : "高于";
        return new AccountingProblem(
            AccountingProblemCode.OutsidePlausibilityBand,
            result.IsFar ? ProblemSeverity.Refusal : ProblemSeverity.Warning, band.Place,
            new($"{band.Name.Chinese} {value}（{unit}）{zhSide}合理区间 {from}–{to}{madeOf}。{band.Note.Chinese}。",
                $"{band.Name.English} is {value} [{unit}], {side} the band {from} to {to}{madeOf}. "
                    + $"{band.Note.English}."),
            new("请核对所列服务的参数；不得为落入区间而调整参数。",
                "Check the inputs of the services named; never tune them to the band."));
    }

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
