namespace Gep.Api.Cli;

/// <summary>How an account or a comparison is written.</summary>
internal enum ReportFormat
{
    /// <summary>Tables for people.</summary>
    Table,

    /// <summary>The stated JSON.</summary>
    Json,

    /// <summary>One row per line.</summary>
    Csv,

    /// <summary>The report tables as a workbook.</summary>
    Xlsx,

    /// <summary>The report as a page with charts.</summary>
    Html,
}
