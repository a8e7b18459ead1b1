using System.Text.Json;
using Gep.Accounting.Compensation;
using Gep.Api.Dossiers;
using Gep.Api.GraphQL;
using Gep.Api.Security;
using Gep.Api.Tests.Dossiers;
using Gep.Api.Tests.Maps;
using Gep.Api.Tests.Persistence;
using Gep.Api.Workspaces;
using static Gep.Api.Tests.Uploads.AdjustmentSteps;

namespace Gep.Api.Tests.Uploads;

/// <summary>What of a difference is open, for those who see adjustments before they are in force and for
/// those who do not.</summary>
[Collection(StoreTests.Name)]
public sealed class AdjustmentStandingTests(TestCluster cluster) : IDisposable
{
    private const string Reserves = "layers/reserves.geojson";
    private const string RegisterArea = "9574.90";

    private static readonly ScheduleKey Key = DossierWorkspace.KeyOf("WH-WET", "2019");

    private readonly StoredWorkspace tiny = new(cluster.NewDatabase());
    private readonly string uploads = Directory.CreateTempSubdirectory("gep-uploads-").FullName;

    public void Dispose()
    {
        tiny.Dispose();
        Directory.Delete(uploads, recursive: true);
    }

    [StoreFact]
    public async Task Open_WithoutAToken_IsWhatIsNotInForce()
    {
        var issued = DrawWithLess();
        tiny.Ingest();
        await using var service = await StoredService.StartAsync(tiny.Database, tiny.Root, uploads);
        DossierWorkspace.KeepIssued(service.Kept.Schedules, issued);
        var difference = FirstOf(await StandingAsync(service, Finance));
        string open = difference.GetProperty("open").ToString();
        Assert.NotEqual("[]", open);

        Keep(service, Settling(difference), 2024);
        Assert.Equal((Without(open), "RECORDED"), await SeenAsync(service, Finance));
        Assert.Equal((open, ""), await SeenAsync(service, null));

        await PublishAsync(service, "p1");
        Assert.Equal((Without(open), "IN_FORCE"), await SeenAsync(service, Finance));
        Assert.Equal((Without(open), "IN_FORCE"), await SeenAsync(service, null));

        Assert.Empty(await WithdrawAsync(service, 2024));
        Assert.Equal((open, "WITHDRAWN"), await SeenAsync(service, Finance));
        Assert.Equal((Without(open), "IN_FORCE"), await SeenAsync(service, null));

        await PublishAsync(service, "p2");
        Assert.Equal((open, ""), await SeenAsync(service, Finance));
        Assert.Equal((open, ""), await SeenAsync(service, null));
    }

    private static string Finance => Tokens.Of(CallerRole.Finance);

    /// <summary>The schedule as it would be if the first reserve were smaller.</summary>
    private Schedule DrawWithLess()
    {
        string path = Path.Combine(tiny.Root, Reserves), text = File.ReadAllText(path);
        int area = text.IndexOf(RegisterArea, StringComparison.Ordinal);
        File.WriteAllText(path, text.Remove(area, RegisterArea.Length).Insert(area, "9474.90"));
        var problems = new ProblemList();
        var drawn = OpenedDossier.Draw(tiny.Root, Key, problems, CancellationToken.None);
        File.WriteAllText(path, text);
        Assert.True(drawn is not null, string.Join('\n', problems.All));
        return drawn.Value.Schedule;
    }

    /// <summary>An adjustment of what the first payer of a difference has open.</summary>
    private static AdjustmentInput Settling(JsonElement difference)
    {
        var share = difference.GetProperty("open")[0];
        return new AdjustmentInput(
            "A-1", difference.GetProperty("corrects").GetString()!,
            difference.GetProperty("district").GetProperty("code").GetString()!,
            difference.GetProperty("payee").GetString()!, difference.GetProperty("parcel").GetString()!,
            Enum.Parse<PayerLayer>(share.GetProperty("payer").GetString()!, ignoreCase: true),
            share.GetProperty("amount").GetProperty("amount").GetString()!, "复测");
    }

    /// <summary>The shares without the first.</summary>
    private static string Without(string open) =>
        $"[{string.Join(',', JsonDocument.Parse(open).RootElement.EnumerateArray().Skip(1))}]";

    /// <summary>What is open of the first difference, and how its adjustment stands.</summary>
    private static async Task<(string Open, string State)> SeenAsync(StoredService service, string? token)
    {
        var standing = await StandingAsync(service, token);
        var adjustments = standing.GetProperty("later").GetProperty("adjustments").EnumerateArray();
        return (
            FirstOf(standing).GetProperty("open").ToString(),
            string.Join(' ', adjustments.Select(one => one.GetProperty("state").GetString())));
    }

    /// <summary>The first difference.</summary>
    private static JsonElement FirstOf(JsonElement standing) => standing.GetProperty("issued")
        .GetProperty("correction").GetProperty("lines").GetProperty("nodes")[0];

    private static Task<JsonElement> StandingAsync(StoredService service, string? token) =>
        service.Graph.DataAsync(
            """
            { issued: schedule(code: "WH-WET:2019") { correction { lines { nodes {
                corrects district { code } payee parcel open { payer amount { amount } } } } } }
              later: schedule(code: "WH-WET:2024") { adjustments { state } } }
            """, token);
}
