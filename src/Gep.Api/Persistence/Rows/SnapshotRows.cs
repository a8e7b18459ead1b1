namespace Gep.Api.Persistence.Rows;

/// <summary>The whole content of a workspace at one time.</summary>
internal sealed class SnapshotRow
{
    /// <summary>Number in the store.</summary>
    public long Id { get; set; }

    /// <summary>Its workspace.</summary>
    public long WorkspaceId { get; set; }

    /// <summary>Hash of all its files, as accounts name it.</summary>
    public required string Key { get; set; }

    /// <summary>Division code of the region.</summary>
    public required string Region { get; set; }

    /// <summary>Name of the region in Chinese.</summary>
    public required string NameZh { get; set; }

    /// <summary>Name of the region in English.</summary>
    public required string NameEn { get; set; }

    /// <summary>Profile taken when none is named.</summary>
    public required string DefaultProfile { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; set; }
}

/// <summary>A layer version that belongs to a snapshot.</summary>
internal sealed class SnapshotLayerRow
{
    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; set; }

    /// <summary>Order in layers.yaml, from 1.</summary>
    public int Position { get; set; }

    /// <summary>The layer version.</summary>
    public long LayerVersionId { get; set; }
}

/// <summary>A pack of a snapshot: a text file of the workspace that is no layer.</summary>
internal sealed class SnapshotFileRow
{
    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; set; }

    /// <summary>Path in the workspace.</summary>
    public required string Path { get; set; }

    /// <summary>Its content.</summary>
    public required string ContentHash { get; set; }
}

/// <summary>What reading the layers of a snapshot noticed.</summary>
internal sealed class SnapshotProblemRow
{
    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; set; }

    /// <summary>Order, from 1.</summary>
    public int Position { get; set; }

    /// <summary>Problem code.</summary>
    public required string Code { get; set; }

    /// <summary>Whether it warns or remarks.</summary>
    public required string Severity { get; set; }

    /// <summary>File, feature and field.</summary>
    public required string Place { get; set; }

    /// <summary>What, in Chinese.</summary>
    public required string TextZh { get; set; }

    /// <summary>What, in English.</summary>
    public required string TextEn { get; set; }

    /// <summary>What to do, in Chinese.</summary>
    public required string RemedyZh { get; set; }

    /// <summary>What to do, in English.</summary>
    public required string RemedyEn { get; set; }
}

/// <summary>What ingest changed in one geometry of a snapshot.</summary>
internal sealed class GeometryRepairRow
{
    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; set; }

    /// <summary>Order, from 1.</summary>
    public int Position { get; set; }

    /// <summary>Id of the feature.</summary>
    public required string FeatureId { get; set; }

    /// <summary>Place of the feature in its file.</summary>
    public long FileOrdinal { get; set; }

    /// <summary>What was wrong, in Chinese.</summary>
    public required string WhatZh { get; set; }

    /// <summary>What was wrong, in English.</summary>
    public required string WhatEn { get; set; }

    /// <summary>Where [°].</summary>
    public double Longitude { get; set; }

    /// <summary>Where [°].</summary>
    public double Latitude { get; set; }

    /// <summary>Area as drawn [m²].</summary>
    public double SquareMetresBefore { get; set; }

    /// <summary>Area as kept [m²].</summary>
    public double SquareMetresAfter { get; set; }
}

/// <summary>From this moment on a snapshot is the one that answers.</summary>
internal sealed class PublicationRow
{
    /// <summary>Rises with each publication.</summary>
    public long Id { get; set; }

    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; set; }

    /// <summary>When.</summary>
    public DateTime RecordedAt { get; set; }
}
