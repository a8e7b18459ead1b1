namespace Gep.Spatial.Measures;

/// <summary>An edge of a boundary from its start to its end [m], the area on its left.</summary>
internal readonly record struct AreaEdge(double X0, double Y0, double X1, double Y1);
