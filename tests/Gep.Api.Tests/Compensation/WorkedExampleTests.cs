using System.Globalization;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Compensation;

public class WorkedExampleTests
{
    public static TheoryData<string> Cases
    {
        get
        {
            string folder = Repository.PathOf("tests", WorkedExample.Folder);
            return [.. Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories)
                .Where(WorkedExample.IsOfScheme)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void For_WorkedExample_GivesItsFigures(string path)
    {
        var example = new WorkedExample(path);
        var (schedule, codes) = example.Draw();
        if (example.Expect.Find("not_drawn") is { } refusals)
        {
            Assert.Null(schedule);
            Assert.All(refusals.Items, refusal => Assert.Contains(refusal.Text, codes));
            return;
        }
        Assert.NotNull(schedule);
        Assert.Equal(example.Expect.Find("total")!.Text, schedule.Total.ToString());
        AssertLines(example.Expect, schedule);
        AssertSplit(example.Expect, schedule);
        if (example.Expect.Find("payers") is { } payers)
        {
            Assert.Equal(
                payers.Pairs.Select(pair => $"{pair.Key} {pair.Value.Text}"),
                schedule.Payers.Select(share => $"{WorkspaceProblem.CodeOf(share.Payer)} {share.Amount}"));
        }
        foreach (var (code, passed) in example.Expect.Find("checks")?.Pairs ?? [])
        {
            var check = Assert.Single(schedule.Checks, check => check.Code.ToString() == code);
            Assert.Equal(passed.Text == "true", check.Passed);
        }
        foreach (var (code, value) in example.Expect.Find("facts")?.Pairs ?? [])
            Assert.Equal(Number(value), Assert.Single(schedule.Facts, fact => fact.Code == code).Value);
        foreach (var (subject, facts) in example.Expect.Find("line_facts")?.Pairs ?? [])
        {
            var line = schedule.Lines.Single(line => line.Parcel == subject);
            foreach (var (code, value) in facts.Pairs)
                Assert.Equal(Number(value), Assert.Single(line.Facts, fact => fact.Code == code).Value);
        }
        foreach (var code in example.Expect.Find("problems")?.Items ?? []) Assert.Contains(code.Text, codes);
    }

    private static void AssertLines(YamlEntry expect, Schedule schedule)
    {
        if (expect.Find("lines") is not { } lines) return;
        Assert.Equal(
            lines.Pairs.Select(pair => $"{pair.Key} {pair.Value.Text}").Order(StringComparer.Ordinal),
            schedule.Lines.Select(line => $"{line.Parcel} {line.Amount}").Order(StringComparer.Ordinal));
    }

    private static decimal Number(YamlEntry entry) =>
        decimal.Parse(entry.Text!, CultureInfo.InvariantCulture);

    private static void AssertSplit(YamlEntry expect, Schedule schedule)
    {
        if (expect.Find("split") is not { } split) return;
        var problems = new ProblemList();
        var line = schedule.Lines.Single(line => line.Parcel == split.RequireText("of", problems));
        decimal[] weights = [.. split.Find("weights")!.Items
            .Select(item => decimal.Parse(item.Text!, CultureInfo.InvariantCulture))];
        Assert.True(PaymentSplit.TrySplit(line.Amount, weights, out var parts));
        Assert.Equal(
            split.Find("parts")!.Items.Select(item => item.Text),
            parts.Select(part => part.Amount.ToString()));
        Assert.Equal(line.Amount, parts.Aggregate(Money.Zero, (sum, part) => sum + part.Amount));
    }
}
