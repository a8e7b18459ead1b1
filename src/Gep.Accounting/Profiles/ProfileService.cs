using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Profiles;

/// <summary>What a profile does with one service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Role">Whether it is part of the GEP.</param>
/// <param name="Method">Name of the method; null when off.</param>
/// <param name="Reason">Why it is off or a memorandum; null when booked.</param>
/// <param name="Place">File and line.</param>
public sealed record ProfileService(
    ServiceCode Service, ServiceRole Role, string? Method, BilingualText? Reason, string Place);
