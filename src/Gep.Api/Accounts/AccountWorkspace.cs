using Gep.Accounting.Codes;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>Opens a workspace for an account: with its layers, or with extents as tables instead.</summary>
internal static class AccountWorkspace
{
    private const string WorkspaceFile = "workspace.yaml";

    /// <summary>The workspace, or null after the problems that prevent it were added.</summary>
    public static OpenedWorkspace? Open(
        string root, ProblemList problems, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        if (!ExtentTableReader.IsThere(root))
            return OpenedWorkspace.Read(root, problems, progress, cancellation);
        var workspace = ReadWithoutLayers(root, problems);
        var classification = ClassificationReader.Read(root, problems);
        return workspace is null
            ? null
            : new OpenedWorkspace(
                workspace, classification, new LoadedLayers([], [], [], []), WorkspaceSnapshot.Compute(root));
    }

    /// <summary>A workspace of tables needs neither a survey CRS nor an order of precedence.</summary>
    private static Workspace? ReadWithoutLayers(string root, ProblemList problems)
    {
        if (YamlFile.Read(root, WorkspaceFile, problems) is not { } file) return null;
        string? id = file.RequireText("id", problems);
        var name = file.RequireNames("region", problems);
        var regionEntry = file.Require("region", problems);
        string? code = regionEntry?.RequireText("code", problems);
        regionEntry?.RefuseUnknownKeys(problems);
        string? profile = file.RequireText("default_profile", problems);
        var years = new SortedSet<AccountingYear>();
        foreach (var item in file.Require("years", problems)?.Items ?? [])
        {
            if (AccountingYear.TryParse(item.Text, out var year)) years.Add(year);
            else item.Malformed("years", "四位年份", "a year of four digits", problems);
        }
        file.RefuseUnknownKeys(problems);
        if (code is not null && !DistrictCode.TryParse(code, out _))
            regionEntry!.Malformed("code", "六位行政区划代码", "a division code of six digits", problems);
        return id is null || name is null || profile is null || years.Count == 0
            || !DistrictCode.TryParse(code, out var region)
            ? null
            : new Workspace(root, id, region, name.Value, [.. years], profile, [], []);
    }
}
