using System.Collections.Immutable;
using System.CommandLine;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Persistence.Keeping;

namespace Gep.Api.Cli;

/// <summary>The options that say which step is taken.</summary>
internal sealed class StepRequestOptions
{
    private readonly Option<string> step = new("--step") { Description = "环节 step", Required = true };
    private readonly Option<string> role = new("--role") { Description = "岗位 role", Required = true };
    private readonly Option<string> actor =
        new("--actor") { Description = "经手人 who takes it", Required = true };
    private readonly Option<string?> note = new("--note") { Description = "文号或理由 document or reason" };
    private readonly Option<string[]> lines =
        new("--line") { Description = "有异议的支付行 line of an objection, may be repeated" };

    /// <summary>Makes them, with the codes that they accept.</summary>
    public StepRequestOptions()
    {
        step.AcceptOnlyFromAmong(CodeNames.Of<ScheduleStep>());
        role.AcceptOnlyFromAmong(CodeNames.Of<ScheduleRole>());
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[step, role, actor, note, lines]) command.Options.Add(option);
    }

    /// <summary>What a parsed command line asks for.</summary>
    /// <param name="parsed">The command line; its codes were accepted.</param>
    /// <param name="at">When.</param>
    public StepRequest Read(ParseResult parsed, DateTimeOffset at) => new(
        CodeNames.Parse<ScheduleStep>(parsed.GetRequiredValue(step)),
        CodeNames.Parse<ScheduleRole>(parsed.GetRequiredValue(role)),
        parsed.GetRequiredValue(actor), at, parsed.GetValue(note) ?? "",
        parsed.GetValue(lines)?.ToImmutableArray() ?? []);
}
