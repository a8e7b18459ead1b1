using Gep.Accounting.Problems;

namespace Gep.Accounting.Profiles;

/// <summary>Two services that a profile books although they count the same thing, with its reason.</summary>
/// <remarks>Only a profile that reproduces a published account needs one; each account then warns of
/// it.</remarks>
/// <param name="First">Code of one service.</param>
/// <param name="Second">Code of the other.</param>
/// <param name="Reason">Why both are booked.</param>
/// <param name="Place">File and line.</param>
public sealed record AcceptedPair(string First, string Second, BilingualText Reason, string Place);
