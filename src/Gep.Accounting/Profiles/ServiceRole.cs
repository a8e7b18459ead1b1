namespace Gep.Accounting.Profiles;

/// <summary>What a profile does with a service.</summary>
public enum ServiceRole
{
    /// <summary>Its value is part of the GEP.</summary>
    Booked,

    /// <summary>It is computed and shown apart from the GEP.</summary>
    Memorandum,

    /// <summary>It is not computed; the profile says why.</summary>
    Off,
}
