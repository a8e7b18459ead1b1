using System.CommandLine;
using System.Globalization;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Reading;
using Gep.Api.Persistence.Writing;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary>What to export.</summary>
/// <param name="What">Account, schedule, layer or inventory.</param>
/// <param name="Year">Year of a run.</param>
/// <param name="Profile">Profile of an account.</param>
/// <param name="Scheme">Scheme of a schedule.</param>
/// <param name="Run">Number of a run, instead of the published one.</param>
/// <param name="Layer">Id of a layer.</param>
/// <param name="Version">Its version, instead of the published one.</param>
/// <param name="Format">Form of the result; null takes the first there is.</param>
internal sealed record ExportRequest(
    string What, string? Year, string? Profile, string? Scheme, long? Run, string? Layer, int? Version,
    string? Format);

/// <summary><c>gep export WORKSPACE WHAT</c>: what the store keeps, as files.</summary>
internal static class ExportCommand
{
    private const string LayerWord = "layer", InventoryWord = "inventory";
    private const string ManifestFormat = "manifest";

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var what = new Argument<string>("what") { Description = "导出什么 what to export" };
        what.AcceptOnlyFromAmong(RunToStore.Account, RunToStore.Schedule, LayerWord, InventoryWord);
        var year = new Option<string?>("--year") { Description = "核算年度 accounting year" };
        var profile = WorkspaceArguments.Profile();
        var scheme = new Option<string?>("--scheme") { Description = "补偿方案 scheme, such as WH-PBF" };
        var run = new Option<long?>("--run") { Description = "结果编号 number of a run, as inventory lists it" };
        var layer = new Option<string?>("--layer") { Description = "图层 layer" };
        var version = new Option<int?>("--layer-version") { Description = "图层版本 version of the layer" };
        var format = new Option<string?>("--format") { Description = "输出格式 format of the result" };
        format.AcceptOnlyFromAmong("json", "csv", "geojson", ManifestFormat);
        var database = StoreArguments.Database();
        var outFolder = WorkspaceArguments.Out();
        var command = new Command("export", "从库中导出 write what the store keeps")
        {
            folder, what, year, profile, scheme, run, layer, version, format, database, outFolder,
        };
        command.SetAction((parsed, _) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder),
            new ExportRequest(
                parsed.GetRequiredValue(what), parsed.GetValue(year), parsed.GetValue(profile),
                parsed.GetValue(scheme), parsed.GetValue(run), parsed.GetValue(layer),
                parsed.GetValue(version), parsed.GetValue(format)),
            parsed.GetValue(database), parsed.GetValue(outFolder))));
        return command;
    }

    private static int Run(string root, ExportRequest request, string? database, string? outFolder)
    {
        var problems = new ProblemList();
        var ofWorkspace = new ProblemList();
        var workspace = WorkspaceReader.Read(root, ofWorkspace);
        if (workspace is null) return CommandOutput.Finish(ofWorkspace.All, null, "", null);
        return StoreArguments.With(root, database, problems, store =>
        {
            using var context = store?.NewContext();
            var found = context is null ? null : Find(context, workspace.Id, request, problems);
            return CommandOutput.Finish(problems.All, outFolder, found?.FileName ?? "", found?.Write);
        });
    }

    private static Export? Find(
        StoreContext context, string workspace, ExportRequest request, ProblemList problems) =>
        request.What switch
        {
            InventoryWord => new Export("inventory.json", output =>
                RunReading.WriteInventory(context, workspace, output)),
            LayerWord => FindLayer(context, workspace, request, problems),
            _ => FindRun(context, workspace, request, problems),
        };

    private static Export? FindLayer(
        StoreContext context, string workspace, ExportRequest request, ProblemList problems)
    {
        if (request.Layer is not null && request.Format is null or "geojson"
            && LayerReading.FindVersion(context, workspace, request.Layer ?? "", request.Version) is { } id)
        {
            return new Export($"{request.Layer}.geojson", output =>
                LayerReading.WriteGeoJson(context, id, output));
        }
        problems.Refuse(WorkspaceProblemCode.StoredLayerUnknown, "--layer",
            new($"库中没有图层“{request.Layer}”的这一版本或格式。",
                $"The store has no such version or format of the layer '{request.Layer}'."),
            new("inventory 列出库中的图层及版本；图层的格式是 geojson。",
                "inventory lists layers and versions; the format of a layer is geojson."));
        return null;
    }

    private static Export? FindRun(
        StoreContext context, string workspace, ExportRequest request, ProblemList problems)
    {
        StoredRun? run = null;
        if (request.Run is { } number)
        {
            run = RunReading.Find(context, workspace, request.What, number);
        }
        else if (WorkspaceArguments.YearOf(request.Year, problems) is { } year)
        {
            run = RunReading.Find(context, workspace, request.What, year.Number, request.Profile);
        }
        string format = request.Format ?? "json";
        string name = format == ManifestFormat
            ? RunManifest.Name
            : $"{(request.Scheme is null ? request.What : RunToStore.ScheduleName(request.Scheme))}.{format}";
        byte[]? bytes = run is null ? null : RunReading.FindDocument(context, run.Id, name);
        if (bytes is not null)
        {
            Console.Error.WriteLine($"{RunReading.Describe(run!)}: {run!.ResultHash}");
            string fileName = format == ManifestFormat ? name : $"{request.What}.{format}";
            return new Export(fileName, output => output.Write(bytes));
        }
        string asked = string.Create(CultureInfo.InvariantCulture,
            $"{request.What} {request.Year} {request.Profile} {request.Scheme} {request.Run} {format}");
        problems.Refuse(WorkspaceProblemCode.StoredRunUnknown, asked.Trim(),
            new("库中没有这样的结果。", "The store has no such run."),
            new("请先 gep ingest；inventory 列出库中的结果。", "Run gep ingest first; inventory lists what is stored."));
        return null;
    }

    private sealed record Export(string FileName, Action<Stream> Write);
}
