namespace Gep.Accounting.EcosystemServices;

/// <summary>Where an input of an equation is read.</summary>
internal enum EquationInputKind
{
    /// <summary>A parameter of the service for the ecosystem type.</summary>
    Parameter,

    /// <summary>A statistic of the district.</summary>
    Statistic,

    /// <summary>A statistic of the district for the ecosystem type.</summary>
    TypeStatistic,
}
