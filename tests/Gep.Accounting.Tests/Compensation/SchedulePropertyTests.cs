using FsCheck;
using FsCheck.Fluent;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;
using static Gep.Accounting.Tests.Compensation.SomeScheme;

namespace Gep.Accounting.Tests.Compensation;

public class SchedulePropertyTests
{
    private static readonly Gen<decimal> Areas = Gen.Choose(1, 50_000_000).Select(units => units / 10_000m);

    private static readonly Gen<decimal> Rates = Gen.Choose(1, 9_999).Select(units => units / 100m);

    [Fact]
    public void TrySplit_AnyWeights_PartsAddUpAndLieWithinAFen() => Prop.ForAll(
        Gen.Choose(-100_000_000, 100_000_000).ToArbitrary(),
        Gen.Choose(0, 1_000_000).Select(units => units / 1000m).ArrayOf().ToArbitrary(),
        (fen, weights) =>
        {
            var total = Money.FromFen(fen);
            if (!PaymentSplit.TrySplit(total, weights, out var parts)) return weights.Sum() == 0;
            decimal sum = weights.Sum();
            return parts.Sum(part => part.Amount.Fen) == fen
                && parts.Zip(weights).All(pair =>
                    Math.Abs(pair.First.Amount.Fen - (fen * pair.Second / sum)) < 1.0000001m);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void For_AnyParcels_LinesAndPayersAddUp() => Prop.ForAll(
        Areas.NonEmptyListOf().ToArbitrary(),
        Rates.Three().ToArbitrary(),
        (areas, rates) =>
        {
            var schedule = Drawn(areas, rates);
            return schedule.Total.Yuan == schedule.Lines.Sum(line => line.Amount.Yuan)
                && schedule.Total.Yuan == schedule.Payers.Sum(share => share.Amount.Yuan)
                && schedule.Lines.All(line => line.Amount.Yuan == line.Payers.Sum(share => share.Amount.Yuan))
                && schedule.Lines.All(line => line.Payers.All(share => share.Amount >= Money.Zero));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void For_ParcelsInAnotherOrder_DrawsTheSame() => Prop.ForAll(
        Areas.NonEmptyListOf().ToArbitrary(),
        Rates.Three().ToArbitrary(),
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        (areas, rates, seed) =>
        {
            var parcels = areas.Select((mu, index) => Parcel($"P{index}", mu)).ToArray();
            var shuffled = parcels.ToArray();
            new System.Random(seed).Shuffle(shuffled);
            return Drawn(parcels, rates).Lines.Select(Printed)
                .SequenceEqual(Drawn(shuffled, rates).Lines.Select(Printed));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void For_AnyLosses_ShareThePotOutExactly() => Prop.ForAll(
        Gen.Choose(1, 100_000_000).Select(fen => fen / 100m).NonEmptyListOf().ToArbitrary(),
        Gen.Choose(1, 100_000_000).Select(fen => fen / 100m).Two().ToArbitrary(),
        (losses, pots) =>
        {
            var scheme = ByLoss(Rate(PayerLayer.City, pots.Item1), Rate(PayerLayer.District, pots.Item2));
            var claims =
                losses.Select((loss, index) => Claim($"C{index:D4}", loss, $"payee {index}")).ToArray();
            var schedule = DrawSchedule.For(scheme, Year, Inputs(claims)).Schedule!;
            return schedule.Total.Yuan == pots.Item1 + pots.Item2
                && schedule.Payers.Select(share => share.Amount.Yuan).SequenceEqual([pots.Item1, pots.Item2])
                && schedule.Lines.All(line => line.Amount.Yuan == line.Payers.Sum(share => share.Amount.Yuan)
                    && line.Payers.All(share => share.Amount >= Money.Zero));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TrySplit_NegativeOfAnyAmount_MirrorsThePositive() => Prop.ForAll(
        Gen.Choose(0, 100_000_000).ToArbitrary(),
        Gen.Choose(1, 1_000_000).Select(units => units / 1000m).NonEmptyListOf().ToArbitrary(),
        (fen, weights) =>
        {
            PaymentSplit.TrySplit(Money.FromFen(fen), [.. weights], out var parts);
            PaymentSplit.TrySplit(-Money.FromFen(fen), [.. weights], out var mirrored);
            return parts.Select(part => -part.Amount).SequenceEqual(mirrored.Select(part => part.Amount));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void For_UnrelatedDistrictRemoved_ChangesNoPayee() => Prop.ForAll(
        Areas.NonEmptyListOf().ToArbitrary(),
        Areas.NonEmptyListOf().ToArbitrary(),
        Rates.Three().ToArbitrary(),
        (own, others, rates) =>
        {
            Assert.True(DistrictCode.TryParse("420115", out var other));
            RegisterParcel[] kept = [.. own.Select((mu, index) => Parcel($"P{index}", mu))];
            RegisterParcel[] removed = [.. others.Select((mu, index) =>
                Parcel($"Q{index}", mu) with { District = other })];
            return Drawn([.. removed, .. kept], rates).Lines
                .Where(line => line.District != other)
                .Select(Paid)
                .SequenceEqual(Drawn(kept, rates).Lines.Select(Paid));
        }).QuickCheckThrowOnFailure();

    private static string Paid(PaymentLine line) =>
        $"{line.Parcel} {line.Payee} {line.Amount} {string.Join(' ', line.Payers)}";

    private static Schedule Drawn(IEnumerable<decimal> areas, (decimal, decimal, decimal) rates) =>
        Drawn([.. areas.Select((mu, index) => Parcel($"P{index}", mu))], rates);

    private static Schedule Drawn(RegisterParcel[] parcels, (decimal, decimal, decimal) rates)
    {
        var scheme = ByArea(
            Rate(PayerLayer.Central, rates.Item1),
            Rate(PayerLayer.City, rates.Item2),
            Rate(PayerLayer.District, rates.Item3));
        return DrawSchedule.For(scheme, Year, Inputs(parcels)).Schedule!;
    }

    private static string Printed(PaymentLine line) =>
        $"{line.Id} {line.Parcel} {line.Amount} {string.Join(' ', line.Payers)}";
}
