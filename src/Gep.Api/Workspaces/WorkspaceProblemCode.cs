namespace Gep.Api.Workspaces;

/// <summary>
/// Every problem that reading a workspace can raise; each has an entry in docs/problems.md.
/// </summary>
internal enum WorkspaceProblemCode
{
    /// <summary>A file or folder that the workspace must have is not there.</summary>
    FileMissing,

    /// <summary>A file is larger than its reader accepts.</summary>
    FileTooLarge,

    /// <summary>A file cannot be read as YAML.</summary>
    YamlMalformed,

    /// <summary>A file cannot be read as CSV, or a row has not the columns of the heading.</summary>
    CsvMalformed,

    /// <summary>YAML is nested too deeply, or uses aliases.</summary>
    YamlRefused,

    /// <summary>A key stands twice in one mapping.</summary>
    KeyDuplicate,

    /// <summary>A key that must be there is not.</summary>
    KeyMissing,

    /// <summary>A key that nothing reads: usually a typing error.</summary>
    KeyUnknown,

    /// <summary>A value is not of the kind its key asks for.</summary>
    ValueMalformed,

    /// <summary>A value lies outside the plausible range of what it is.</summary>
    ValueOutOfRange,

    /// <summary>An entry, code or row stands twice.</summary>
    EntryDuplicate,

    /// <summary>The days of dated values do not rise.</summary>
    DatesNotRising,

    /// <summary>A unit is not the one that the methods compute in.</summary>
    UnitUnexpected,

    /// <summary>An ecosystem type is not in the classification.</summary>
    EcosystemTypeUnknown,

    /// <summary>A district is not in the classification.</summary>
    DistrictUnknown,

    /// <summary>An ecosystem service is not in the classification.</summary>
    ServiceUnknown,

    /// <summary>A parameter is read by no method of its service.</summary>
    ParameterUnknown,

    /// <summary>A statistic is of no known indicator.</summary>
    IndicatorUnknown,

    /// <summary>A profile names a unit value, or a unit value an index, that no file defines.</summary>
    UnitValueUnknown,
}
