using System.Text.Json;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Api.Changes;
using Gep.Api.GraphQL;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Security;
using Gep.Api.Tests.Dossiers;
using Gep.Api.Tests.Maps;
using Gep.Api.Tests.Persistence;
using Gep.Api.Workspaces;
using Gep.Testing;
using static Gep.Api.Tests.Uploads.AdjustmentSteps;

namespace Gep.Api.Tests.Uploads;

/// <summary>Adjustments: what is wrong with one, who records them, and the one file that has all.</summary>
[Collection(StoreTests.Name)]
public sealed class AdjustmentTests(TestCluster cluster) : IDisposable
{
    private const string Record =
        """
        mutation($input: RecordAdjustmentsInput!) { recordAdjustments(input: $input) {
          record problems { code where } } }
        """;

    private static readonly (string Code, string Message) Waiting =
        ("adjustments-waiting", "随 WH-WET 2024 年安排的清算有 1 条待发布，发布或撤回后方可提交。");

    /// <summary>Enough for a step that nothing holds back.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly StoredWorkspace tiny = new(cluster.NewDatabase());
    private readonly string uploads = Directory.CreateTempSubdirectory("gep-uploads-").FullName;

    public void Dispose()
    {
        tiny.Dispose();
        Directory.Delete(uploads, recursive: true);
    }

    [Fact]
    public void Check_AmountsThatAreOpen_AreFine() =>
        Assert.Empty(Checked(Row(PayerLayer.City, "-60.00"), Row(PayerLayer.District, "-40.00")));

    [Theory]
    [InlineData("-60.01", "-40.00", "difference-exceeded", "adjustments[0].yuan")]
    [InlineData("-59.99", "0.01", "difference-exceeded", "adjustments[1].yuan")]
    [InlineData("-1.005", "-40.00", "value-malformed", "adjustments[0].yuan")]
    [InlineData("-1.00", "0", "value-malformed", "adjustments[1].yuan")]
    public void Check_OtherAmounts_AreRefusedByTheirField(
        string city, string district, string code, string where) => Assert.Equal(
        [(code, where)], Checked(Row(PayerLayer.City, city), Row(PayerLayer.District, district)));

    [Fact]
    public void Check_TwoPartsOfOnePayer_AreCountedTogether() => Assert.Equal(
        [("difference-exceeded", "adjustments[1].yuan")],
        Checked(Row(PayerLayer.City, "-30.00"), Row(PayerLayer.City, "-30.01")));

    [Fact]
    public void Check_FaultyFields_AreAllTold()
    {
        var row = Row(PayerLayer.City, "-1");

        Assert.Equal(
            [
                ("key-missing", "adjustments[0].id"), ("key-missing", "adjustments[0].reason"),
                ("difference-unknown", "adjustments[1].line"), ("difference-unknown", "adjustments[2].line"),
            ],
            Checked(
                row with { Id = "", Reason = "" }, row with { Payee = "户乙" },
                row with { Line = "WH-WET:2019:000008" }));
    }

    [StoreFact]
    public async Task Record_BySomeoneElseOrForASubmittedSchedule_IsRefused()
    {
        tiny.Ingest();
        await using var service = await StartAsync();
        var drawn = (await service.Graph.DataAsync("{ schedules(year: 2024, isDrawn: true) { code } }"))
            .GetProperty("schedules").EnumerateArray().First().GetProperty("code").GetString()!;

        var officer = await RecordAsync(service, CallerRole.Officer, drawn);
        var early = await RecordAsync(service, CallerRole.Finance, drawn);
        await service.Graph.DataAsync(
            """
            mutation($code: String!) { takeStep(input: {
              schedule: $code, step: SUBMIT, seenSteps: 0, idempotencyKey: "s" }) { problems { code } } }
            """, Tokens.Of(CallerRole.Officer), new { code = drawn });
        var late = await RecordAsync(service, CallerRole.Finance, drawn);

        Assert.Equal("role-forbidden", Assert.Single(officer).Code);
        Assert.Equal([("difference-unknown", "adjustments[0].line")], early);
        Assert.Equal([("schedule-submitted", "year"), ("difference-unknown", "adjustments[0].line")], late);
        Assert.Empty(service.Kept.Records.List("adjustment"));
    }

    [StoreFact]
    public async Task Withdraw_RowOfTheFile_LeavesTheOthersInIt()
    {
        const string Columns = "scheme,year,district,payee,parcel,payer,yuan,line,reason";
        string folder = Path.Combine(tiny.Root, "registers");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "adjustments.csv"), $"""
            {Columns},id
            WH-PBF,2024,990101,甲,F1,city,-1.50,WH-PBF:2019:000001,复测,
            WH-WET,2024,990101,甲,R1,city,-2.50,WH-WET:2019:000001,复测,A-1
            WH-PBF,2024,990102,乙,F2,city,3.50,WH-PBF:2019:000002,"复测,二",B-1

            """);
        tiny.Ingest();
        await using var service = await StartAsync();

        var otherYear = await WithdrawAsync(service, 2019);
        var withdrawn = await WithdrawAsync(service, 2024);
        await PublishAsync(service, "p");

        Assert.Equal([("record-unknown", "id")], otherYear);
        Assert.Empty(withdrawn);
        var left = (await service.Graph.DataAsync(
            "{ schedules(year: 2024) { adjustments { number amount { amount } reason state } } }",
            Tokens.Of(CallerRole.Finance))).GetProperty("schedules").EnumerateArray()
            .SelectMany(schedule => schedule.GetProperty("adjustments").EnumerateArray());
        Assert.Equal(
            [
                """{"number":null,"amount":{"amount":"-1.50"},"reason":"复测","state":"IN_FORCE"}""",
                """{"number":"B-1","amount":{"amount":"3.50"},"reason":"复测,二","state":"IN_FORCE"}""",
            ],
            left.Select(one => one.ToString()));
    }

    [StoreFact]
    public async Task Submit_WhileAdjustmentsWait_IsHeldBack()
    {
        tiny.Ingest();
        await using var service = await StartAsync();
        Keep(service, "A-1", 2024);

        await AssertHeldBackAsync(service);
        await PublishAsync(service, "p1");
        Assert.Empty(await ReasonsAsync(service));

        Assert.Empty(await WithdrawAsync(service, 2024));
        await AssertHeldBackAsync(service);
        await PublishAsync(service, "p2");

        Keep(service, "A-2", 2019);
        Assert.Empty(await ReasonsAsync(service));
        Assert.Empty(await SubmitAsync(service));
    }

    [StoreFact]
    public async Task Submit_AfterWhatWaitedWasWithdrawn_GoesThrough()
    {
        tiny.Ingest();
        await using var service = await StartAsync();
        Keep(service, "A-1", 2024);
        Assert.Empty(await WithdrawAsync(service, 2024));

        Assert.Empty(await ReasonsAsync(service));
        Assert.Empty(await SubmitAsync(service));
    }

    [StoreFact]
    public async Task Submit_ByCommandWhileAdjustmentsWait_IsHeldBack()
    {
        tiny.Ingest();
        await using var service = await StartAsync();
        Keep(service, "A-1", 2024);

        Assert.Equal([Waiting], SubmitByCommand());
        Assert.Empty(service.Kept.Schedules.Keys());
        await PublishAsync(service, "p");
        Assert.Empty(SubmitByCommand());
        Assert.Equal(["WH-WET:2024"], service.Kept.Schedules.Keys().Select(key => key.ToString()));
    }

    [StoreFact]
    public Task Submit_WhileAnAdjustmentIsBeingRecorded_WaitsForIt() => AssertWaitsAsync(SubmitAsync);

    [StoreFact]
    public Task Submit_ByCommandWhileAnAdjustmentIsBeingRecorded_WaitsForIt() =>
        AssertWaitsAsync(_ => Task.Run(SubmitByCommand));

    private async Task AssertWaitsAsync(
        Func<StoredService, Task<List<(string Code, string Message)>>> submit)
    {
        tiny.Ingest();
        await using var service = await StartAsync();
        using var checkedNow = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        var recording = Task.Run(() => Keep(service, "A-1", 2024, () =>
        {
            checkedNow.Set();
            mayEnd.Wait(Patience);
        }));
        Assert.True(checkedNow.Wait(Patience));

        var submitting = submit(service);
        bool isWaiting = await Task.WhenAny(submitting, Task.Delay(Moment)) != submitting;
        mayEnd.Set();
        await recording;

        Assert.True(isWaiting);
        Assert.Equal([Waiting], await submitting);
    }

    private static async Task AssertHeldBackAsync(StoredService service)
    {
        Assert.Equal([Waiting], await ReasonsAsync(service));
        Assert.Equal([Waiting], await SubmitAsync(service));
    }

    /// <summary>Why the schedule of 2024 cannot be submitted now.</summary>
    private static async Task<List<(string Code, string Message)>> ReasonsAsync(StoredService service)
    {
        var steps = (await service.Graph.DataAsync(
            """{ schedule(code: "WH-WET:2024") { nextSteps { step reasons { code message { zh } } } } }""",
            Tokens.Of(CallerRole.Officer))).GetProperty("schedule").GetProperty("nextSteps");
        var submit = steps.EnumerateArray().Single(step => step.GetProperty("step").GetString() == "SUBMIT");
        return MessagesOf(submit.GetProperty("reasons"));
    }

    private static async Task<List<(string Code, string Message)>> SubmitAsync(StoredService service) =>
        MessagesOf((await service.Graph.DataAsync(
            """
            mutation($key: String!) { takeStep(input: {
              schedule: "WH-WET:2024", step: SUBMIT, seenSteps: 0, idempotencyKey: $key }) {
              problems { code message { zh } } } }
            """, Tokens.Of(CallerRole.Officer), new { key = $"{Guid.NewGuid()}" }))
            .GetProperty("takeStep").GetProperty("problems"));

    /// <summary>What <c>gep dossier submit --database</c> refuses.</summary>
    private List<(string Code, string Message)> SubmitByCommand()
    {
        var problems = new ProblemList();
        string? told = StoredStep.Take(
            tiny.Store, tiny.Root, Repository.PathOf("tests", "workspaces", "dossier", "dossier"),
            DossierWorkspace.KeyOf("WH-WET", "2024"),
            new StepRequest(
                ScheduleStep.Submit, ScheduleRole.Officer, "示意经办", DateTimeOffset.UtcNow, "", []),
            null, problems, CancellationToken.None);
        Assert.Equal(told is null, problems.HasRefusal);
        return
        [
            .. problems.All.Where(problem => problem.Severity == ProblemSeverity.Refusal)
                .Select(problem => (problem.Code, problem.Text.Chinese)),
        ];
    }

    private static List<(string Code, string Message)> MessagesOf(JsonElement problems) =>
    [
        .. problems.EnumerateArray().Select(problem => (
            problem.GetProperty("code").GetString()!,
            problem.GetProperty("message").GetProperty("zh").GetString()!)),
    ];

    private Task<StoredService> StartAsync() => StoredService.StartAsync(tiny.Database, tiny.Root, uploads);

    /// <summary>What is wrong with rows beside a difference of -60 and -40 yuan.</summary>
    private static IEnumerable<(string Code, string Where)> Checked(params AdjustmentInput[] rows)
    {
        Assert.True(DistrictCode.TryParse(Tokens.WestDistrict, out var district));
        var difference = new CorrectionLine(
            district, "户甲", "R1", Line, null, Yuan(100), Money.Zero, Yuan(-100),
            [new(PayerLayer.City, Yuan(-60)), new(PayerLayer.District, Yuan(-40))]);
        var problems = new ProblemList();
        AdjustmentCheck.Check(
            [.. rows.Select((row, index) => row.ToRow($"adjustments[{index}]", "WH-WET", 2024))], [],
            [difference], problems);
        return problems.All.Select(problem => (problem.Code, problem.Where));
    }

    private static Money Yuan(decimal yuan) => Money.FromExactYuan(yuan);

    private static async Task<List<(string Code, string Where)>> RecordAsync(
        StoredService service, CallerRole role, string schedule)
    {
        string[] parts = schedule.Split(':');
        var one = Row(PayerLayer.City, "-1.00");
        return ProblemsOf((await service.Graph.DataAsync(Record, Tokens.Of(role), new
        {
            input = new
            {
                scheme = parts[0], year = int.Parse(parts[1], null), idempotencyKey = $"{Guid.NewGuid()}",
                adjustments = new[]
                {
                    new
                    {
                        id = one.Id, line = one.Line, district = one.District, payee = one.Payee,
                        parcel = one.Parcel, payer = "CITY", yuan = one.Yuan, reason = one.Reason,
                    },
                },
            },
        })).GetProperty("recordAdjustments"));
    }
}
