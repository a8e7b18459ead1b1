namespace Gep.Accounting.Compensation.Areas;

/// <summary>A change of the area of a parcel within a year, such as a requisition.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Parcel">The parcel.</param>
/// <param name="Day">First day with the new area.</param>
/// <param name="AreaMu">The new area [mu].</param>
/// <param name="Document">The document that approved it.</param>
/// <param name="Place">File and line.</param>
public sealed record AreaChange(
    string Layer, string Parcel, DateOnly Day, decimal AreaMu, string Document, string Place);
