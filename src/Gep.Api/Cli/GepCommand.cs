using System.CommandLine;

namespace Gep.Api.Cli;

/// <summary>The program's commands.</summary>
internal static class GepCommand
{
    private const string Description =
        "生态产品总值核算与生态保护补偿：从图层到金额。 GEP accounts and compensation schedules, from layers to yuan.";

    /// <summary>A service that is asked to stop ends its answers and its private server first.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(1);

    /// <summary>Runs a command line; see <see cref="ExitCode"/>.</summary>
    public static async Task<int> InvokeAsync(string[] arguments, CancellationToken cancellation)
    {
        var root = new RootCommand(Description)
        {
            CheckCommand.Build(),
            AccountCommand.Build(),
            ScheduleCommand.Build(),
            CompareCommand.Build(),
            WhatIfCommand.Build(),
            CardCommand.Build(),
            DossierCommand.Build(),
            ExplainCommand.Build(),
            ServeCommand.Build(),
            IngestCommand.Build(),
            ExportCommand.Build(),
            DemoCommand.Build(),
            TokenCommand.Build(),
        };
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = StopPatience };
        int code = await parsed.InvokeAsync(invocation, cancellation);
        return parsed.Errors.Count > 0 ? ExitCode.Refused : code;
    }
}
