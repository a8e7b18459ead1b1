using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Dossiers;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary>The steps of <c>gep dossier</c>, one command each.</summary>
internal static class DossierSteps
{
    private static readonly ImmutableArray<(string Name, ScheduleStep Step, string Description)> Steps =
    [
        ("submit", ScheduleStep.Submit, "经办提交 draft to submitted"),
        ("review", ScheduleStep.Review, "业务主管部门审核 submitted to reviewed"),
        ("approve", ScheduleStep.Approve, "财政复核 reviewed to approved"),
        ("notice", ScheduleStep.Notice, "公示开始 the public notice begins"),
        ("issue", ScheduleStep.Issue, "下达（--note 文号） issue, with the document number"),
        ("return", ScheduleStep.Return, "退回草案（--note 理由） back to a draft, with the reason"),
        ("void", ScheduleStep.Void, "作废（--note 理由） end it, with the reason"),
        ("object", ScheduleStep.Contest, "异议：暂停 --line 所列支付行 suspend single lines"),
        ("settle", ScheduleStep.Settle, "异议处理完毕 the lines are payable again"),
        ("move", ScheduleStep.Move, "支付环节变更（--to） payments reach another stage"),
        ("pay", ScheduleStep.Pay, "全部发放完毕 every line was paid"),
    ];

    /// <summary>The commands.</summary>
    public static IEnumerable<Command> Build() =>
        Steps.Select(step => Build(step.Name, step.Step, step.Description));

    private static Command Build(string name, ScheduleStep step, string description)
    {
        var (workspace, year) = (WorkspaceArguments.Folder(), WorkspaceArguments.Year());
        var (scheme, folder) = (DossierCommand.Scheme(), DossierCommand.Folder());
        var by = new Option<string>("--by") { Description = "经手人 who takes the step", Required = true };
        var role = new Option<string?>(
            "--role")
        { Description = "角色（默认按环节） role; the step's own by default" };
        var note = new Option<string?>("--note") { Description = "文号或理由 document number or reason" };
        var at = new Option<string?>("--at") { Description = "办理时间（默认现在） when it was taken; now by default" };
        var lines = new Option<string[]>("--line") { Description = "支付行 ids of lines" };
        var to = new Option<string?>("--to") { Description = "支付环节 stage, such as paying" };
        var (database, writeKey) = (StoreArguments.Database(), new Option<string?>("--key")
        {
            Description = "幂等键：重复时得到首次的答复（需 --database） idempotency key: a repetition gets the "
                + "first answer; with --database",
        });
        var command = new Command(name, description)
        {
            workspace, year, scheme, by, role, note, at, folder, database, writeKey,
        };
        if (step is ScheduleStep.Contest or ScheduleStep.Settle or ScheduleStep.Move) command.Add(lines);
        if (step == ScheduleStep.Move) command.Add(to);
        command.SetAction((parsed, cancellation) =>
        {
            var problems = new ProblemList();
            var key = DossierCommand.KeyOf(
                parsed.GetRequiredValue(scheme), parsed.GetRequiredValue(year), problems);
            var request = RequestOf(step, parsed.GetRequiredValue(by), parsed.GetValue(role),
                parsed.GetValue(at), parsed.GetValue(note), problems);
            if (step == ScheduleStep.Move) request = WithStage(request, parsed.GetValue(to), problems);
            bool hasLines = command.Options.Contains(lines);
            if (hasLines && request is not null)
                request = request with { Lines = [.. parsed.GetValue(lines) ?? []] };
            string root = parsed.GetRequiredValue(workspace);
            string? tables = parsed.GetValue(folder);
            if (key is null || request is null)
                return Task.FromResult(CommandOutput.Finish(problems.All, null, "", null));
            return Task.FromResult(parsed.GetValue(database) is { } address
                ? StoreArguments.With(root, address, problems, store => Finish(
                    problems, store is null ? null : StoredStep.Take(
                        store, root, tables, key.Value, request, parsed.GetValue(writeKey), problems,
                        cancellation)))
                : Finish(problems, Take(root, tables, key.Value, request, problems, cancellation)));
        });
        return command;
    }

    private static string? Take(
        string root, string? folder, ScheduleKey key, StepRequest request, ProblemList problems,
        CancellationToken cancellation)
    {
        var dossier = OpenedDossier.Open(root, folder, key, problems, cancellation);
        var log = dossier is null ? null : TakeStep.For(dossier, request, problems);
        return log is null ? null : DossierText.StepLine(key, log);
    }

    private static int Finish(ProblemList problems, string? line) =>
        CommandOutput.Finish(problems.All, null, "step.txt", line is null
            ? null : output => CommandOutput.WriteText(output, writer => writer.WriteLine(line)));

    private static StepRequest? RequestOf(
        ScheduleStep step, string by, string? roleText, string? atText, string? note, ProblemList problems)
    {
        var now = DateTimeOffset.UtcNow;
        var at = now;
        bool isTime = atText is null || DateTimeOffset.TryParse(
            atText, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);
        if (!isTime)
        {
            problems.Refuse(WorkspaceProblemCode.ValueMalformed, "--at",
                new($"“{atText}”不是时间。", $"'{atText}' is no time."),
                new("请写如 2020-03-02T09:00+08:00。", "Write it like 2020-03-02T09:00+08:00."));
        }
        var role = roleText is null ? StepRules.RoleOf(step) : JsonLine.MemberOf<ScheduleRole>(roleText);
        if (role is null)
        {
            string known = string.Join(", ", Enum.GetValues<ScheduleRole>().Select(WorkspaceProblem.CodeOf));
            problems.Refuse(WorkspaceProblemCode.ValueMalformed, "--role",
                new($"此环节须注明角色：{known}。", $"This step needs a role, one of {known}."),
                new("请用 --role 注明。", "Name it with --role."));
        }
        return isTime && role is { } asked
            ? new StepRequest(step, asked, by, at, note ?? "", []) { EnteredAt = atText is null ? at : now }
            : null;
    }

    private static StepRequest? WithStage(StepRequest? request, string? text, ProblemList problems)
    {
        if (JsonLine.MemberOf<PaymentStage>(text) is { } stage)
            return request is null ? null : request with { Stage = stage };
        string known = string.Join(", ", Enum.GetValues<PaymentStage>().Select(WorkspaceProblem.CodeOf));
        problems.Refuse(WorkspaceProblemCode.ValueMalformed, "--to",
            new($"支付环节应为：{known}。", $"The stage should be one of {known}."),
            new("请用 --to 注明。", "Name it with --to."));
        return null;
    }
}
