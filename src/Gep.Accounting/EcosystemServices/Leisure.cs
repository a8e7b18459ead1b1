using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>休闲游憩: hours that residents spend in parks and at lakes; visitors from outside are tourism.
/// C2.</summary>
internal static class Leisure
{
    private const string Text = "H = N · T · k";

    /// <summary><c>V = N · T · k · W</c>, hours at the share k of the wage W. Source: [METHODS] §6
    /// C2.</summary>
    internal static ServiceMethod ResidentHours { get; } = new(
        ServiceCode.Leisure, "resident-hours", Text,
        new("METHODS", "§6 C2", Parameters.Confidence.Low),
        [ParameterNeed.Of("time-value-share", "1", 0m, 1m)],
        inputs => EquationLines.OfSurvey(inputs, "resident-visits", NationalTypes.UrbanGreen,
        [
            new Equation("hours", new("居民游憩工时当量", "residents' hours in terms of work"), "h/a", Text,
                "leisure-hour",
                [
                    EquationInput.Statistic("T", "resident-visit-time"),
                    EquationInput.Parameter("k", "time-value-share"),
                ],
                (visits, of) => visits * of[0] * of[1]),
        ]));
}
