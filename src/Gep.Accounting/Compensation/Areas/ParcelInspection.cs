namespace Gep.Accounting.Compensation.Areas;

/// <summary>What an inspection accepted of a parcel.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Parcel">The parcel.</param>
/// <param name="AcceptedShare">Accepted share of its area, 0 to 1.</param>
/// <param name="Certificate">Number of the record.</param>
/// <param name="Place">File and line.</param>
public sealed record ParcelInspection(
    string Layer, string Parcel, decimal AcceptedShare, string Certificate, string Place);
