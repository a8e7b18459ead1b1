namespace Gep.Api.Persistence.Rows;

/// <summary>An account, or the schedules of a year, made from one snapshot by one build.</summary>
internal sealed class RunRow
{
    /// <summary>Number in the store.</summary>
    public long Id { get; set; }

    /// <summary>What it was made from.</summary>
    public long SnapshotId { get; set; }

    /// <summary><c>account</c> or <c>schedule</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The year.</summary>
    public int Year { get; set; }

    /// <summary>Profile of an account; empty for schedules.</summary>
    public required string Profile { get; set; }

    /// <summary>The build of the program.</summary>
    public required string Engine { get; set; }

    /// <summary>Hash of the result.</summary>
    public required string ResultHash { get; set; }

    /// <summary>Everything that it takes to repeat it, as JSON.</summary>
    public required string Manifest { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; set; }
}

/// <summary>A document of a run, as it was written then.</summary>
internal sealed class RunDocumentRow
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>File name, such as <c>account.json</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Its content.</summary>
    public required string ContentHash { get; set; }
}

/// <summary>A district in an account.</summary>
internal sealed class AccountDistrictRow
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>Division code.</summary>
    public required string District { get; set; }

    /// <summary>Measured area [m²].</summary>
    public double MeasuredSquareMetres { get; set; }

    /// <summary>Official area [m²].</summary>
    public double OfficialSquareMetres { get; set; }

    /// <summary>Area of no ecosystem type [m²].</summary>
    public double UncoveredSquareMetres { get; set; }

    /// <summary>GEP [yuan].</summary>
    public decimal GepYuan { get; set; }

    /// <summary>Residents; null when not known.</summary>
    public decimal? Population { get; set; }

    /// <summary>GDP [yuan]; null when not known.</summary>
    public decimal? GdpYuan { get; set; }
}

/// <summary>Area of a type in a district.</summary>
internal sealed class AccountExtentRow
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>Division code.</summary>
    public required string District { get; set; }

    /// <summary>Ecosystem type.</summary>
    public required string EcosystemType { get; set; }

    /// <summary>Area [m²].</summary>
    public double SquareMetres { get; set; }

    /// <summary>Parcels, whole or cut, that make it up.</summary>
    public int Parcels { get; set; }
}

/// <summary>A line of an account.</summary>
internal sealed class AccountLineRow
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>Order in the account, from 1.</summary>
    public int Position { get; set; }

    /// <summary>Stable id.</summary>
    public required string LineId { get; set; }

    /// <summary>Division code.</summary>
    public required string District { get; set; }

    /// <summary>Ecosystem service.</summary>
    public required string Service { get; set; }

    /// <summary>Item of the service.</summary>
    public required string Item { get; set; }

    /// <summary>Ecosystem type; null when no type supplies it alone.</summary>
    public string? EcosystemType { get; set; }

    /// <summary>Area [m²].</summary>
    public double ExtentSquareMetres { get; set; }

    /// <summary>Quantity in the year.</summary>
    public double PhysicalQuantity { get; set; }

    /// <summary>Unit of the quantity.</summary>
    public required string Unit { get; set; }

    /// <summary>Yuan per unit.</summary>
    public decimal UnitValue { get; set; }

    /// <summary>Unit of the unit value.</summary>
    public required string UnitValueUnit { get; set; }

    /// <summary>Name of the unit value.</summary>
    public required string UnitValueId { get; set; }

    /// <summary>Year of the price level.</summary>
    public int PriceYear { get; set; }

    /// <summary>Whether it pays for the flow or the stock.</summary>
    public required string PriceMode { get; set; }

    /// <summary>Key of the source.</summary>
    public required string SourceKey { get; set; }

    /// <summary>Place in the source.</summary>
    public required string SourcePlace { get; set; }

    /// <summary>How well the number is established.</summary>
    public required string SourceConfidence { get; set; }

    /// <summary>Value [yuan].</summary>
    public decimal ValueYuan { get; set; }

    /// <summary>Whether it is part of the GEP.</summary>
    public bool Booked { get; set; }

    /// <summary>What a reader should know.</summary>
    public required string[] Flags { get; set; }

    /// <summary>The tree behind the value, as JSON.</summary>
    public required string Trace { get; set; }
}
