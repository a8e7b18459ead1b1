using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>Reads <c>plausibility/bands.yaml</c>, which a workspace may have.</summary>
internal static class PlausibilityReader
{
    private const string BandsFile = "plausibility/bands.yaml";

    /// <summary>The bands; those that could not be read are left out after their problems were
    /// added.</summary>
    public static ImmutableArray<PlausibilityBand> Read(
        string root, Classification classification, ProblemList problems)
    {
        if (!File.Exists(Path.Combine(root, BandsFile))) return [];
        if (YamlFile.Read(root, BandsFile, problems) is not { } file) return [];
        var bands = (file.Require("bands", problems)?.Items ?? [])
            .Select(item => Band(item, classification, problems))
            .OfType<PlausibilityBand>()
            .ToImmutableArray();
        file.RefuseUnknownKeys(problems);
        return bands;
    }

    private static PlausibilityBand? Band(
        YamlEntry item, Classification classification, ProblemList problems)
    {
        string? id = item.RequireText("id", problems);
        var name = item.RequireNames("name", problems);
        var measure = item.RequireMember<PlausibilityMeasure>("measure", problems);
        var type = ClassificationReader.RequireType(item, "ecosystem", classification, problems);
        var service = Service(
            item, "service", measure is not PlausibilityMeasure.Value, classification, problems);
        var other = Service(item, "other", measure is PlausibilityMeasure.Ratio, classification, problems);
        decimal? low = item.RequireDecimal("low", problems), high = item.RequireDecimal("high", problems);
        var profiles = (item.Require("profiles", problems)?.Items ?? [])
            .Select(profile => profile.Text ?? "").ToImmutableArray();
        var note = item.RequireNames("note", problems);
        var source = SourceReader.Read(item, problems);
        item.RefuseUnknownKeys(problems);
        if (low > high) OutOfOrder(item, problems);
        return id is null || name is null || measure is null || type is null || low is null || high is null
            || note is null || source is null
            ? null
            : new PlausibilityBand(
                id, name.Value, measure.Value, type.Value, service, other, (double)low, (double)high,
                    profiles,
                note.Value, source, item.Place);
    }

    private static ServiceCode? Service(
        YamlEntry item, string key, bool isAsked, Classification classification, ProblemList problems) =>
        isAsked || item.Find(key) is not null
            ? ClassificationReader.RequireService(item, key, classification, problems)
            : null;

    private static void OutOfOrder(YamlEntry item, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.ValueOutOfRange, item.Place,
            new("区间下限高于上限。", "The low end is above the high end."), new("请改正。", "Correct it."));
}
