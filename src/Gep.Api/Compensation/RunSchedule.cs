using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Reforms;
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
    /// <param name="reform">A change of one number of the schemes asked for; null for none.</param>
    public static ImmutableArray<SchemeOutcome> For(
        OpenedWorkspace opened, AccountingYear year, string? schemeId, ProblemList problems,
        RateReform? reform = null)
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
        BudgetCodeReader.Check(BudgetCodeReader.ReadAll(root, problems), asked, year, problems);
        var files = RegisterFiles.Read(root, problems);
        var inputs = new ScheduleInputs
        {
            Certificates = files.Certificates,
            AreaChanges = files.Changes,
            Inspections = files.Inspections,
            Pieces = files.Pieces,
            Parcels = RegisterReading.Read(opened.Layers, opened.DistrictCodes, year, problems),
            Claims = ClaimReader.ReadAll(root, problems),
            Items = MonitoringReader.ReadAll(root, problems),
            Schemes = schemes,
            DistrictNames = opened.Classification.Districts.ToImmutableSortedDictionary(
                district => district.Code, district => district.Name)
                .SetItem(opened.Workspace.Region, opened.Workspace.Name),
        };
        if (reform is not null)
        {
            asked = [.. asked.Select(scheme => reform.Apply(scheme)).OfType<Scheme>()];
            if (asked.IsEmpty)
            {
                problems.Refuse(WorkspaceProblemCode.ValueMalformed, "--rate",
                    new($"方案中没有等于 {reform.From} 的标准。",
                        $"No rate or term of the scheme is {reform.From}."),
                    new("请写现行的标准。", "Write a rate as it stands in the scheme."));
            }
        }
        return [.. asked.Select(scheme => new SchemeOutcome(scheme, DrawSchedule.For(scheme, year, inputs)))];
    }

    private static string Names(IEnumerable<Scheme> schemes) =>
        string.Join(", ", schemes.Select(scheme => scheme.Code.ToString()));
}
