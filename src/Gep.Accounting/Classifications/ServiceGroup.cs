namespace Gep.Accounting.Classifications;

/// <summary>The three groups whose sum is the GEP.</summary>
public enum ServiceGroup
{
    /// <summary>物质供给, EPV.</summary>
    Provisioning,

    /// <summary>调节服务, ERV.</summary>
    Regulating,

    /// <summary>文化服务, ECV.</summary>
    Cultural,
}
