namespace Gep.Accounting.EcosystemServices;

/// <summary>Why a service, or a part of it, is not in an account.</summary>
public enum NotAccountedReason
{
    /// <summary>A statistic or a parameter is missing.</summary>
    InputMissing,

    /// <summary>A parameter has values, none in force on the year's last day.</summary>
    NotInForce,

    /// <summary>No unit value can be used.</summary>
    UnitValueMissing,

    /// <summary>Statistics report the service where no ecosystem supplies it.</summary>
    WithoutExtent,

    /// <summary>The method has no way to treat an ecosystem type.</summary>
    TypeLeftOut,

    /// <summary>The profile switches the service off.</summary>
    SwitchedOff,
}
