namespace Gep.Accounting.EcosystemServices;

/// <summary>One input of an equation.</summary>
/// <param name="Symbol">Its symbol in the equation.</param>
/// <param name="Name">Name of the parameter or the indicator.</param>
/// <param name="Kind">Where it is read.</param>
internal sealed record EquationInput(string Symbol, string Name, EquationInputKind Kind)
{
    public static EquationInput Parameter(string symbol, string name) =>
        new(symbol, name, EquationInputKind.Parameter);

    public static EquationInput Statistic(string symbol, string name) =>
        new(symbol, name, EquationInputKind.Statistic);

    public static EquationInput TypeStatistic(string symbol, string name) =>
        new(symbol, name, EquationInputKind.TypeStatistic);
}
