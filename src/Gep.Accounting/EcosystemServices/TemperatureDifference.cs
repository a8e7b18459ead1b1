using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.EcosystemServices;

/// <summary>气候调节（温差法）: air over green and water against air over built-up land. Source: [XUANNV]
/// A.11.</summary>
public static class TemperatureDifference
{
    /// <summary>1 hm² is 10⁴ m².</summary>
    private const double SquareMetresPerHectare = 1e4;

    /// <summary>1 kWh is 3600 kJ.</summary>
    private const double KilojoulesPerKilowattHour = 3600.0;

    private const string Text = "E = 10⁴ · A · h · ΔT · c · D / (3600 · r)";

    private static readonly ImmutableArray<EcosystemTypeCode> Types =
    [
        NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.UrbanGreen,
        NationalTypes.Lake, NationalTypes.River, NationalTypes.Reservoir,
    ];

    internal static ServiceMethod Measured { get; } = new(
        ServiceCode.LocalClimate, "temperature-difference", Text,
        new("XUANNV", "GB/T 46869 A.11, option 2", Confidence.Low),
        [
            ParameterNeed.Of("mixing-height", "m", 0m, 500m),
            ParameterNeed.Of("temperature-difference", "K", 0m, 15m),
            ParameterNeed.Of("air-heat-capacity", "kJ/(m³·K)", 0.5m, 2m),
            ParameterNeed.Of("performance-coefficient", "1", 1m, 10m),
        ],
        inputs => EquationLines.OfHectares(inputs, Types,
        [
            new Equation("cooling", new("降温节电量", "electricity saved by cooler air"), "kWh/a", Text,
                "electricity",
                [
                    EquationInput.Parameter("h", "mixing-height"),
                    EquationInput.Parameter("ΔT", "temperature-difference"),
                    EquationInput.Parameter("c", "air-heat-capacity"),
                    EquationInput.Statistic("D", "cooling-days"),
                    EquationInput.Parameter("r", "performance-coefficient"),
                ],
                (area, of) => Electricity(area, of[0], of[1], of[2], of[3], of[4])),
        ]));

    /// <summary>Electricity that cooler air saves.</summary>
    /// <remarks>
    /// <c>E = 10⁴ · A · h · ΔT · c · D / (3600 · r)</c>. A [hm²]; h mixed layer [m]; ΔT [K]; c [kJ/(m³·K)]; D
    /// [d/a], one air change a day; r [1]; E [kWh/a]. Source: [METHODS] §5 R10, from memory.
    /// </remarks>
    public static double Electricity(
        double extentHectares, double height, double difference, double heatCapacity, double days,
        double performance) =>
        SquareMetresPerHectare * extentHectares * height * difference * heatCapacity * days
        / (KilojoulesPerKilowattHour * performance);
}
