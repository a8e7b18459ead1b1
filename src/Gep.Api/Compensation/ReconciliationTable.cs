using System.Globalization;
using Gep.Accounting.Compensation.Totals;
using Gep.Accounting.Measures;
using Spectre.Console;

namespace Gep.Api.Compensation;

/// <summary>Prints a published total beside what the schemes explain of it.</summary>
internal static class ReconciliationTable
{
    /// <summary>Prints one reconciliation: schemes that were drawn, the rest counted, the unexplained
    /// part.</summary>
    public static void Write(IAnsiConsole console, Reconciliation reconciliation)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]对账 Reconciliation {reconciliation.Total.Year}[/]");
        console.MarkupLineInterpolated(
            $"{reconciliation.Total.Name} {reconciliation.Total.Source.ToString()}");
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("方案 scheme");
        table.AddColumn(new TableColumn("测算（元） drawn").RightAligned());
        table.AddColumn(new TableColumn("计入（元） counted").RightAligned());
        table.AddColumn("说明 remark");
        foreach (var line in reconciliation.Lines.Where(line => line.Drawn is not null))
        {
            table.AddRow(
                line.Scheme.ToString(), Printed(line.Drawn!.Value), Printed(line.Counted),
                Markup.Escape(line.Remark?.ToString() ?? ""));
        }
        int notDrawn = reconciliation.Lines.Count(line => line.Drawn is null);
        table.AddRow($"未测算 not drawn: {notDrawn}", "", Printed(Money.Zero), "");
        table.AddRow("已解释 explained", "", Printed(reconciliation.Explained), "");
        table.AddRow("公布 published", "", Printed(reconciliation.Total.Amount), "");
        table.AddRow(
            "未解释 unexplained", "", Printed(reconciliation.Unexplained),
            "没有方案能说明的部分 what no scheme explains");
        console.Write(table);
    }

    private static string Printed(Money amount) => amount.Yuan.ToString("N2", CultureInfo.InvariantCulture);
}
