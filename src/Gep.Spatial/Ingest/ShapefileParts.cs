namespace Gep.Spatial.Ingest;

/// <summary>The files of one Shapefile; streams are read once and not closed.</summary>
/// <param name="Shapes">The .shp file.</param>
/// <param name="Attributes">The .dbf file; null where it is missing.</param>
/// <param name="Projection">Text of the .prj file; null where it is missing.</param>
/// <param name="CodePage">Text of the .cpg file; null where it is missing.</param>
public sealed record ShapefileParts(Stream Shapes, Stream? Attributes, string? Projection, string? CodePage);
