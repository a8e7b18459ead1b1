using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;

namespace Gep.Api.Dossiers;

/// <summary>Which schedule a dossier is of.</summary>
/// <param name="Scheme">Its scheme.</param>
/// <param name="Year">Its year.</param>
internal readonly record struct ScheduleKey(SchemeCode Scheme, AccountingYear Year)
{
    /// <summary>The name of its folder: <c>wh-pbf-2019</c>.</summary>
    public string Folder => $"{Scheme.ToString().ToLowerInvariant()}-{Year}";

    /// <summary>As in entries: <c>WH-PBF:2019</c>.</summary>
    public override string ToString() => $"{Scheme}:{Year}";
}
