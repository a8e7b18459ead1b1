using Gep.Accounting.Problems;

namespace Gep.Api.Persistence;

/// <summary>
/// The store cannot be reached or kept: no PostgreSQL, no permission, no connection. What the user brought is
/// not to blame, so it is no problem of the input.
/// </summary>
internal sealed class StoreUnavailableException : Exception
{
    /// <summary>Says why, and what to do.</summary>
    public StoreUnavailableException(BilingualText reason, Exception? inner = null)
        : base($"{reason.Chinese} {reason.English}", inner) => Reason = reason;

    /// <summary>Why, and what to do, in both languages.</summary>
    public BilingualText Reason { get; }
}
