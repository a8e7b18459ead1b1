namespace Gep.Api.Maps;

/// <summary>How the bytes of a tile are sent.</summary>
internal enum TilePacking
{
    /// <summary>As they are.</summary>
    Plain,

    /// <summary>By gzip.</summary>
    Gzip,

    /// <summary>By brotli.</summary>
    Brotli,
}
