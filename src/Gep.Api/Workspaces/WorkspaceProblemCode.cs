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

    /// <summary>Two layers have the same name.</summary>
    LayerDuplicate,

    /// <summary>The order of precedence does not name each ecosystem layer exactly once.</summary>
    PrecedenceIncomplete,

    /// <summary>Two features of a layer have the same id, or a district two outlines.</summary>
    ParcelDuplicate,

    /// <summary>A division code is not in districts.csv.</summary>
    DistrictUnknown,

    /// <summary>A district of districts.csv has no outline.</summary>
    DistrictOutlineMissing,

    /// <summary>An ecosystem type is not in the classification.</summary>
    EcosystemTypeUnknown,

    /// <summary>A parcel of a register says nobody to pay.</summary>
    PayeeMissing,

    /// <summary>Two ecosystem layers claim the same ground; the one that ranks first keeps it.</summary>
    LayersOverlap,

    /// <summary>The measured area of a district differs from its official one.</summary>
    DistrictAreaDiffers,

    /// <summary>The workspace has no data for the year asked for.</summary>
    YearUnknown,

    /// <summary>The scheme asked for is not in the workspace.</summary>
    SchemeUnknown,

    /// <summary>No account or payment line has the id asked for.</summary>
    LineUnknown,

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

    /// <summary>A number is negative or impossibly large for what it is.</summary>
    NumberOutOfRange,

    /// <summary>A unit is not one that its reader converts.</summary>
    UnitUnknown,

    /// <summary>A rate ends on or before the day from which it holds.</summary>
    RateIntervalEmpty,

    /// <summary>Two rates of one layer hold for one class on one day.</summary>
    RateIntervalsOverlap,

    /// <summary>A rate is for a class that its dimensions do not list.</summary>
    ClassValueUnknown,

    /// <summary>Two schemes have the same id.</summary>
    SchemeDuplicate,

    /// <summary>Two rows of a table have the same id.</summary>
    RowDuplicate,

    /// <summary>The name of a file of claims gives no scheme and year.</summary>
    ClaimFileMisnamed,

    /// <summary>A value lies outside the plausible range of what it is.</summary>
    ValueOutOfRange,

    /// <summary>An entry, code or row stands twice.</summary>
    EntryDuplicate,

    /// <summary>The days of dated values do not rise.</summary>
    DatesNotRising,

    /// <summary>A unit is not the one that the methods compute in.</summary>
    UnitUnexpected,

    /// <summary>An ecosystem service is not in the classification.</summary>
    ServiceUnknown,

    /// <summary>A parameter is read by no method of its service.</summary>
    ParameterUnknown,

    /// <summary>A statistic is of no known indicator.</summary>
    IndicatorUnknown,

    /// <summary>A profile names a unit value, or a unit value an index, that no file defines.</summary>
    UnitValueUnknown,

    /// <summary>The address of a database cannot be read.</summary>
    DatabaseAddressMalformed,

    /// <summary>The store has no account or schedules as asked for.</summary>
    StoredRunUnknown,

    /// <summary>The store has no layer, or version of it, as asked for.</summary>
    StoredLayerUnknown,

    /// <summary>An entry or a line of a dossier is not what was entered.</summary>
    DossierBroken,

    /// <summary>A step of a schedule may not be taken.</summary>
    StepRefused,

    /// <summary>A scheme names a budget code that the table does not have on a day it pays.</summary>
    BudgetCodeUnknown,
}
