namespace Gep.Accounting.Compensation;

/// <summary>
/// The area that a land right certificate gives a parcel, against which the register is held.
/// </summary>
/// <param name="Layer">Layer of the parcel.</param>
/// <param name="Parcel">Id of the parcel.</param>
/// <param name="Number">Number of the certificate.</param>
/// <param name="AreaMu">Certified area [mu].</param>
/// <param name="Place">File and line.</param>
public sealed record LandCertificate(
    string Layer, string Parcel, string Number, decimal AreaMu, string Place);
