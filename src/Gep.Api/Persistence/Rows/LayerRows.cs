using Gep.Api.Persistence.Geometries;

namespace Gep.Api.Persistence.Rows;

/// <summary>A workspace: one city.</summary>
internal sealed class WorkspaceRow
{
    /// <summary>Number in the store.</summary>
    public long Id { get; set; }

    /// <summary>The workspace's own id, such as <c>wuhan</c>.</summary>
    public required string Code { get; set; }
}

/// <summary>A text file by the hash of its bytes: a pack of parameters, or a document of a run.</summary>
internal sealed class ContentRow
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public required string Hash { get; set; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; set; }
}

/// <summary>One version of a layer; it never changes.</summary>
internal sealed class LayerVersionRow
{
    /// <summary>Number in the store.</summary>
    public long Id { get; set; }

    /// <summary>Its workspace.</summary>
    public long WorkspaceId { get; set; }

    /// <summary>The layer's id in the workspace.</summary>
    public required string Layer { get; set; }

    /// <summary>Its version, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What the layer is for.</summary>
    public required string Role { get; set; }

    /// <summary>Name in Chinese.</summary>
    public required string NameZh { get; set; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; set; }

    /// <summary>SHA-256 over definition and files, lower-case hex.</summary>
    public required string ContentHash { get; set; }

    /// <summary>What layers.yaml said, as JSON.</summary>
    public required string Definition { get; set; }

    /// <summary>Number of its features.</summary>
    public long FeatureCount { get; set; }

    /// <summary>Sum of their areas on the ellipsoid [m²].</summary>
    public double AreaSquareMetres { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; set; }
}

/// <summary>A file that a layer version was read from.</summary>
internal sealed class LayerFileRow
{
    /// <summary>The layer version.</summary>
    public long LayerVersionId { get; set; }

    /// <summary>Reading order, from 1.</summary>
    public int Position { get; set; }

    /// <summary>Path in the workspace.</summary>
    public required string Path { get; set; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public required string ContentHash { get; set; }
}

/// <summary>A piece of the bytes of a layer's file.</summary>
internal sealed class LayerFilePartRow
{
    /// <summary>The layer version.</summary>
    public long LayerVersionId { get; set; }

    /// <summary>Path in the workspace.</summary>
    public required string Path { get; set; }

    /// <summary>Number of the piece, from 1.</summary>
    public int Part { get; set; }

    /// <summary>Its bytes.</summary>
    public required byte[] Bytes { get; set; }
}

/// <summary>A feature of a layer version.</summary>
internal sealed class FeatureRow
{
    /// <summary>Number in the store.</summary>
    public long Id { get; set; }

    /// <summary>The layer version.</summary>
    public long LayerVersionId { get; set; }

    /// <summary>Order in the layer, from 1.</summary>
    public int Position { get; set; }

    /// <summary>Id in the layer.</summary>
    public required string FeatureId { get; set; }

    /// <summary>File it came from.</summary>
    public required string File { get; set; }

    /// <summary>Place in that file, from 1.</summary>
    public long FileOrdinal { get; set; }

    /// <summary>Ecosystem type of a parcel.</summary>
    public string? EcosystemType { get; set; }

    /// <summary>Division code: of a district itself, or where a parcel is registered.</summary>
    public string? District { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>First year in which it is there.</summary>
    public int ValidFrom { get; set; }

    /// <summary>First year in which it no longer is.</summary>
    public int ValidTo { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>All attributes as they were read, as JSON.</summary>
    public required string Attributes { get; set; }

    /// <summary>Area on the ellipsoid [m²].</summary>
    public double AreaSquareMetres { get; set; }

    /// <summary>Its geometry.</summary>
    public required StoredGeometry Geometry { get; set; }
}
