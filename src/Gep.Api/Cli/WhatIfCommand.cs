using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Gep.Accounting.Compensation.Reforms;
using Gep.Accounting.Measures;
using Gep.Api.Compensation;
using Gep.Api.Exports;
using Gep.Api.Layers;
using Gep.Api.Workspaces;
using Spectre.Console;

namespace Gep.Api.Cli;

/// <summary><c>gep what-if WORKSPACE --year Y --scheme S --rate 50=60</c>: what another rate would
/// cost.</summary>
internal static class WhatIfCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var folder = WorkspaceArguments.Folder();
        var year = WorkspaceArguments.Year();
        var scheme = new Option<string>("--scheme") { Description = "方案编号 scheme", Required = true };
        var rate = new Option<string>("--rate")
        {
            Description = "现值=试算值，如 50=60 number as it stands and as it would be",
            Required = true,
        };
        var command =
            new Command("what-if", "试算：改一个标准，按区比较 change a rate and compare by district")
        {
            folder, year, scheme, rate,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(year), parsed.GetRequiredValue(scheme),
            parsed.GetRequiredValue(rate), cancellation)));
        return command;
    }

    private static int Run(
        string root, string yearText, string scheme, string rate, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var progress = ProgressLine.ForStandardError();
        var asked = WorkspaceArguments.YearOf(yearText, problems);
        var reform = ReformOf(rate, problems);
        var opened = OpenedWorkspace.Read(root, problems, progress, cancellation);
        ScheduleBook? now = null, then = null;
        if (opened is not null && asked is not null && reform is not null
            && opened.RequireYear(asked.Value, problems) is { } year)
        {
            now = ScheduleBooks.Read(opened, year, null, scheme, problems);
            then = now is null ? null : ScheduleBooks.Reformed(opened, now, reform, problems);
        }
        progress.Finish();
        var before = now?.Drawn.Select(pair => pair.Schedule).FirstOrDefault();
        var after = then?.Drawn.Select(pair => pair.Schedule).FirstOrDefault();
        return CommandOutput.Finish(problems.All, null, "what-if.txt", before is null || after is null
            ? null
            : output => CommandOutput.WriteText(output, writer => Write(
                CommandOutput.ConsoleOn(writer), now!, ReformEffect.Between(before, after))));
    }

    private static RateReform? ReformOf(string text, ProblemList problems)
    {
        string[] sides = text.Split('=');
        bool isReform = sides.Length == 2 && IsNumber(sides[0], out _) && IsNumber(sides[1], out _);
        if (isReform)
            return new RateReform(
                decimal.Parse(sides[0], CultureInfo.InvariantCulture),
                decimal.Parse(sides[1], CultureInfo.InvariantCulture));
        problems.Refuse(WorkspaceProblemCode.ValueMalformed, "--rate",
            new($"“{text}”应形如 50=60。", $"'{text}' should be like 50=60."),
            new("请写现值=试算值。", "Write the number as it stands, =, the number as it would be."));
        return null;
    }

    private static bool IsNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static void Write(IAnsiConsole console, ScheduleBook book, ImmutableArray<ReformEffect> effects)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("区 district");
        foreach (string heading in (string[])["现行（元） now", "试算（元） then", "增减（元） difference"])
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var effect in effects)
            AddRow(table, book.NameOf(effect.District), effect.Now, effect.Then);
        AddRow(table, "合计 total",
            effects.Aggregate(Money.Zero, (sum, effect) => sum + effect.Now),
            effects.Aggregate(Money.Zero, (sum, effect) => sum + effect.Then));
        console.Write(table);
    }

    private static void AddRow(Table table, string name, Money now, Money then) => table.AddRow(
        Markup.Escape(name), Printed(now), Printed(then), Printed(then - now));

    private static string Printed(Money amount) => amount.Yuan.ToString("N2", CultureInfo.InvariantCulture);
}
