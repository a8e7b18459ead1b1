namespace Gep.Accounting.Compensation.Areas;

/// <summary>What became of the contested ground of a parcel.</summary>
/// <param name="LostMu">Area paid by another scheme [mu].</param>
/// <param name="KeptMu">Contested area that stays, whole or as a top-up [mu].</param>
/// <param name="PreventedYuan">Yearly amount that would have been paid twice [yuan].</param>
internal sealed record ContestedResult(decimal LostMu, decimal KeptMu, decimal PreventedYuan);
