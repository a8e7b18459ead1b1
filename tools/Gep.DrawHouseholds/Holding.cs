namespace Gep.DrawHouseholds;

/// <summary>What households share: a parcel or a plant.</summary>
/// <param name="Id">Its id, as payment lines name it.</param>
/// <param name="District">District.</param>
/// <param name="Size">Area [mu] or capacity [kW], by which households are shared out.</param>
internal sealed record Holding(string Id, string District, decimal Size);
