using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>The whole way of schedules: registers and claims of a year → schemes → payment lines.</summary>
internal static class RunSchedule
{
    /// <summary>
    /// An outcome per scheme of the workspace, drawn or refused with its reasons. Where the problems added
    /// hold a refusal, the inputs were incomplete and no schedule may be shown; what was drawn then only
    /// finds
    /// more problems.
    /// </summary>
    /// <param name="opened">The workspace with its layers.</param>
    /// <param name="year">A year the workspace has data for.</param>
    /// <param name="schemeId">Only this scheme; null draws all.</param>
    /// <param name="problems">Where problems go.</param>
    public static ImmutableArray<SchemeOutcome> For(
        OpenedWorkspace opened, AccountingYear year, string? schemeId, ProblemList problems)
    {
        string root = opened.Workspace.Root;
        var schemes = SchemeReader.ReadAll(root, problems);
        var asked = schemes.Where(scheme => schemeId is null || scheme.Code.ToString() == schemeId)
            .ToImmutableArray();
        if (schemeId is not null && asked.IsEmpty)
        {
            problems.Refuse(WorkspaceProblemCode.SchemeUnknown, "--scheme",
                new($"没有补偿方案 {schemeId}。", $"There is no scheme {schemeId}."),
                new($"可用：{Names(schemes)}。", $"Known: {Names(schemes)}."));
        }
        var inputs = new ScheduleInputs
        {
            Parcels = RegisterReading.Read(opened.Layers, opened.DistrictCodes, year, problems),
            Claims = ClaimReader.ReadAll(root, problems),
            Items = MonitoringReader.ReadAll(root, problems),
            Schemes = schemes,
            DistrictNames = opened.Classification.Districts.ToImmutableSortedDictionary(
                district => district.Code, district => district.Name)
                .SetItem(opened.Workspace.Region, opened.Workspace.Name),
        };
        return [.. asked.Select(scheme => new SchemeOutcome(scheme, DrawSchedule.For(scheme, year, inputs)))];
    }

    private static string Names(IEnumerable<Scheme> schemes) =>
        string.Join(", ", schemes.Select(scheme => scheme.Code.ToString()));
}
