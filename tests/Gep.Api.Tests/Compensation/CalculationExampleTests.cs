using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Measures;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Compensation;

/// <summary>Worked examples of single calculations: splits, rounding, recoveries.</summary>
public class CalculationExampleTests
{
    private const int UnitDecimals = 5;

    private static readonly string Folder = Repository.PathOf("tests", WorkedExample.Folder);

    public static TheoryData<string> Cases => [.. Directory
        .GetFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .Where(path =>
            File.ReadLines(path).Any(line => line.StartsWith("calculation:", StringComparison.Ordinal)))
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Calculate_WorkedExample_GivesItsFigures(string path)
    {
        var entry = YamlFile.Read(Folder, path, new ProblemList())!;
        var expected = entry.Find("expect")!.Pairs
            .SelectMany(pair =>
                pair.Value.Text is { } text ? [text] : pair.Value.Items.Select(item => item.Text!));
        Assert.Equal(expected, Calculate(entry.Find("calculation")!.Text!, entry.Find("input")!));
    }

    private static IEnumerable<string> Calculate(string name, YamlEntry input) => name switch
    {
        "clawback" => RecoveryOf(input),
        "deduction" => [Clawback.Deduction(AmountOf(input, "money"), Number(input, "share")).ToString()],
        "column" => PrintedColumn.InWan([.. AmountsOf(input)])
            .Select(number => number.ToString("F2", CultureInfo.InvariantCulture)),
        "round" => Numbers(input, "amounts").Select(number => Money.FromExactYuan(number).ToString()),
        "split" => SplitOf(input),
        "mu" => [Money.FromExactYuan((decimal)Area.FromSquareMetres(
            (double)(Number(input, "square_kilometres") * 1_000_000m)).Mu).ToString()],
        "sum" => [AmountsOf(input).Aggregate(Money.Zero, (sum, amount) => sum + amount).ToString()],
        "per-head" => [Money.FromExactYuan(Number(input, "amount") / Number(input, "heads")).ToString()],
        "per-unit" => Numbers(input, "amounts").Select(amount => Math.Round(
            amount / Number(input, "units"), UnitDecimals, MidpointRounding.AwayFromZero)
            .ToString(CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException(name),
    };

    private static IEnumerable<string> RecoveryOf(YamlEntry input)
    {
        var basis = input.RequireMember<ClawbackBasis>("basis", new ProblemList())!.Value;
        ImmutableArray<Money> received =
            [.. Numbers(input, "received").Select(Money.FromExactYuan)];
        var recovery = Clawback.Of(basis, received);
        return [recovery.Recoverable.ToString(), recovery.FineLow.ToString(), recovery.FineHigh.ToString()];
    }

    private static IEnumerable<string> SplitOf(YamlEntry input)
    {
        decimal[] weights = [.. Numbers(input, "weights")];
        Assert.True(PaymentSplit.TrySplit(AmountOf(input, "amount"), weights, out var parts));
        return parts.Select(part => part.Amount.ToString());
    }

    private static IEnumerable<Money> AmountsOf(YamlEntry input) =>
        Numbers(input, "amounts").Select(Money.FromExactYuan);

    private static Money AmountOf(YamlEntry input, string key) => Money.FromExactYuan(Number(input, key));

    private static IEnumerable<decimal> Numbers(YamlEntry input, string key) => input.Find(key)!.Items
        .Select(item => decimal.Parse(item.Text!, CultureInfo.InvariantCulture));

    private static decimal Number(YamlEntry input, string key) =>
        decimal.Parse(input.Find(key)!.Text!, CultureInfo.InvariantCulture);
}
