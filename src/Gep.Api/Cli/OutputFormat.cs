namespace Gep.Api.Cli;

/// <summary>How a result is written.</summary>
internal enum OutputFormat
{
    /// <summary>Tables for people.</summary>
    Table,

    /// <summary>The stated JSON.</summary>
    Json,

    /// <summary>One row per line.</summary>
    Csv,

    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>A double-entry journal.</summary>
    Journal,

    /// <summary>A page with charts.</summary>
    Html,
}
