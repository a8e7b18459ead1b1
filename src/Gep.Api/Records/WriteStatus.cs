namespace Gep.Api.Records;

/// <summary>What became of a write.</summary>
internal enum WriteStatus
{
    /// <summary>It was made now.</summary>
    Made,

    /// <summary>It had been made under the same key; this is its first answer.</summary>
    Repeated,

    /// <summary>The rules refuse it; nothing was written but the refusal.</summary>
    Refused,

    /// <summary>The key belongs to another request; nothing was written.</summary>
    KeyReused,
}
