using System.Collections.Immutable;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Accounting.Valuation;

namespace Gep.Accounting.Accounts;

/// <summary>Compares two accounts line by line. Source: [METHODS] §7, §8 tables T2 and T10.</summary>
public static class CompareAccounts
{
    /// <summary>Effects are split to the fen, so nothing may be left.</summary>
    private const decimal NothingLeft = 0m;

    /// <summary>Margins of the change matrix may differ by what overlaps of layers moved: one part in
    /// 10⁴.</summary>
    private const double MarginTolerance = 1e-4;

    private const double IndexTolerance = 1e-9;

    /// <summary>The comparison.</summary>
    /// <param name="opening">The earlier account.</param>
    /// <param name="closing">The later account.</param>
    /// <param name="sameMethod">The later account at the earlier one's parameters and profile.</param>
    /// <param name="matrix">Which types turned into which; null where no layers tell.</param>
    public static AccountComparison Of(
        GepAccount opening, GepAccount closing, GepAccount sameMethod, ChangeMatrix? matrix)
    {
        var lines = Lines(opening, closing, sameMethod);
        var booked = lines.Where(line => line.Either.Booked).ToImmutableArray();
        var total = Sum("GEP", booked);
        var indices = PriceQuantityIndex.Find([.. booked
            .Where(line => line.Opening is not null && line.Closing is not null)
            .Select(line => (
                line.Opening!.PhysicalQuantity.Amount, (double)line.Opening.UnitValue.Yuan,
                line.Closing!.PhysicalQuantity.Amount, (double)line.Closing.UnitValue.Yuan))]);
        return new AccountComparison(
            opening, closing, lines, total,
            [.. booked.GroupBy(line => line.Either.Service).OrderBy(group => group.Key)
                .Select(group => Sum(group.Key, group))],
            [.. booked.GroupBy(line => line.Either.District).OrderBy(group => group.Key)
                .Select(group => Sum(group.Key, group))],
            indices, matrix, [.. Checks(opening, closing, lines, total, indices, matrix)]);
    }

    /// <summary>A line that is booked in one account and a memorandum in the other is lost here and new
    /// there.</summary>
    private static ImmutableArray<LineChange> Lines(
        GepAccount opening, GepAccount closing, GepAccount sameMethod)
    {
        var before = opening.Lines.ToDictionary(line => (line.Id, line.Booked));
        var after = closing.Lines.ToDictionary(line => (line.Id, line.Booked));
        var same = sameMethod.Lines.ToDictionary(line => (line.Id, line.Booked));
        return
        [
            .. before.Keys.Union(after.Keys)
                .OrderBy(key => key.Id, StringComparer.Ordinal)
                .ThenBy(key => key.Booked)
                .Select(key => Of(
                    key.Id, before.GetValueOrDefault(key), after.GetValueOrDefault(key),
                    same.GetValueOrDefault(key))),
        ];
    }

    private static LineChange Of(string id, AccountLine? opening, AccountLine? closing, AccountLine? same)
    {
        var constant = closing is null
            ? Money.Zero
            : ServiceValue.Of(closing.PhysicalQuantity, (opening ?? closing).UnitValue);
        var effects = opening is null && same is null
            ? new ChangeEffects(Money.Zero, Money.Zero, Money.Zero, closing!.Value)
            : ChangeEffects.Of(opening, closing, same);
        return new LineChange(id, opening, closing, constant, effects);
    }

    private static ChangeOf<TKey> Sum<TKey>(TKey key, IEnumerable<LineChange> lines)
    {
        Money before = Money.Zero, after = Money.Zero, constant = Money.Zero;
        var effects = ChangeEffects.None;
        foreach (var line in lines)
        {
            if (line.Opening is { Booked: true } opening) before += opening.Value;
            if (line.Closing is { Booked: true } closing) after += closing.Value;
            constant += line.ConstantValue;
            effects += line.Effects;
        }
        return new ChangeOf<TKey>(key, before, after, constant, effects);
    }

    private static IEnumerable<AccountCheck> Checks(
        GepAccount opening, GepAccount closing, ImmutableArray<LineChange> lines, ChangeOf<string> total,
        PriceQuantityIndex? indices, ChangeMatrix? matrix)
    {
        decimal effects = total.Effects.Total.Yuan - (total.Closing - total.Opening).Yuan;
        yield return new AccountCheck("E1", new("各效应之和等于价值变化", "effects add up to the change"),
            (double)effects, Unit.Of("yuan"), effects == NothingLeft);
        decimal each = lines.Sum(line => Math.Abs(line.Effects.Total.Yuan - line.Change.Yuan));
        yield return new AccountCheck("E2", new("每行各效应之和等于该行变化", "effects of each line add up to its change"),
            (double)each, Unit.Of("yuan"), each == NothingLeft);
        decimal gep = total.Opening.Yuan - opening.Totals.Gep.Yuan
            + total.Closing.Yuan - closing.Totals.Gep.Yuan;
        yield return new AccountCheck("E3", new("比较的总值等于账户总值", "totals compared are those of the accounts"),
            (double)gep, Unit.Of("yuan"), gep == NothingLeft);
        if (indices is not null)
        {
            double product = (indices.LaspeyresQuantity * indices.PaaschePrice)
                - (indices.FisherQuantity * indices.FisherPrice);
            yield return new AccountCheck("E4", new("数量指数乘价格指数等于价值指数", "index products give the value index"),
                product, Unit.One, Math.Abs(product) <= IndexTolerance);
        }
        if (matrix is null) yield break;
        double area = opening.Extents.Districts.Sum(district => district.Measured.SquareMetres);
        double residual = Math.Max(matrix.RowResidual, matrix.ColumnResidual);
        yield return new AccountCheck(
            "I3", new("转移矩阵行列和等于期初期末面积", "margins of the change matrix are the extents"),
            residual, Unit.Of("m²"), residual <= area * MarginTolerance);
    }
}
