namespace Gep.Spatial.Coverages;

/// <summary>An edge of a zone that runs along another zone without being an edge of it.</summary>
/// <param name="Zone">Id of the zone that has the edge.</param>
/// <param name="Neighbour">Id of the zone it runs along.</param>
/// <param name="Metres">Its length in the plane [m], within 15 % of the length on the ground.</param>
/// <param name="Longitude">Its middle, longitude [°].</param>
/// <param name="Latitude">Its middle, latitude [°].</param>
public sealed record UnmatchedEdge(
    string Zone, string Neighbour, double Metres, double Longitude, double Latitude);
