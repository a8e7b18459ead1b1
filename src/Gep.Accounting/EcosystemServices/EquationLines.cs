using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>Turns equations into quantities, one per extent or per surveyed figure.</summary>
internal static class EquationLines
{
    private const string Hectares = "hm²";

    /// <summary>Quantities whose base is the area in hm² of each extent of the types.</summary>
    public static IEnumerable<ServiceQuantity> OfHectares(
        ServiceInputs inputs, ImmutableArray<EcosystemTypeCode> types, ImmutableArray<Equation> equations)
    {
        foreach (var extent in inputs.Of(types))
        {
            var area = TracedNumber.OfExtent("A", extent.Area, Hectares, extent.Area.Hectares);
            foreach (var equation in equations)
            {
                if (Line(inputs, equation, extent.District, extent.Type, extent.Area, area) is { } line)
                    yield return line;
            }
        }
    }

    /// <summary>Quantities whose base is a figure of the statistics, as surveyed by district and
    /// type.</summary>
    /// <param name="inputs">Where numbers come from.</param>
    /// <param name="indicator">The statistic; its subject, where it has one, is the type.</param>
    /// <param name="fallback">The type of figures without a subject.</param>
    /// <param name="equations">What is made of the figure.</param>
    public static IEnumerable<ServiceQuantity> OfSurvey(
        ServiceInputs inputs, string indicator, EcosystemTypeCode fallback,
        ImmutableArray<Equation> equations)
    {
        foreach (var district in inputs.Extents.Districts.Select(district => district.District))
        {
            foreach (var (type, figure) in inputs.Surveyed("Qₛ", indicator, district, fallback))
            {
                var extent = inputs.Extents.AreaWithin(district, type);
                if (figure.Amount > 0 && extent.SquareMetres <= 0)
                {
                    inputs.NoteWithoutExtent(district);
                    continue;
                }
                foreach (var equation in equations)
                {
                    if (Line(inputs, equation, district, type, extent, figure) is { } line)
                        yield return line;
                }
            }
        }
    }

    private static ServiceQuantity? Line(
        ServiceInputs inputs, Equation equation, DistrictCode district, EcosystemTypeCode type, Area extent,
        TracedNumber basis)
    {
        var read = equation.Inputs
            .Select(input => Read(inputs, input, district, type))
            .ToImmutableArray();
        if (read.Any(number => number is null)) return null;
        double amount = equation.Amount(basis.Amount, [.. read.Select(number => number!.Amount)]);
        var traced = TracedNumber.Computed(
            equation.Symbol, equation.Label, amount, equation.Unit, equation.Text,
            [basis, .. read.Select(number => number!)]);
        string price = equation.PriceOfType?.Invoke(type) ?? equation.Price;
        return new ServiceQuantity(district, equation.Item, type, extent, traced, price)
        {
            Flags = equation.Flags,
            MayBeNegative = equation.MayBeNegative,
        };
    }

    private static TracedNumber? Read(
        ServiceInputs inputs, EquationInput input, DistrictCode district, EcosystemTypeCode type) =>
        input.Kind switch
        {
            EquationInputKind.Parameter => inputs.Parameter(input.Symbol, input.Name, district, type),
            EquationInputKind.Statistic => inputs.Statistic(input.Symbol, input.Name, district),
            EquationInputKind.TypeStatistic =>
                inputs.StatisticOf(input.Symbol, input.Name, district, type),
        };
}
