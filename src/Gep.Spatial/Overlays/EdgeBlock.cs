namespace Gep.Spatial.Overlays;

/// <summary>Up to eight edges of a ring, one after the other, which are looked at together.</summary>
/// <param name="Vertex">The vertex with which the first of them begins.</param>
/// <param name="Edges">How many they are.</param>
internal readonly record struct EdgeBlock(int Vertex, int Edges);
