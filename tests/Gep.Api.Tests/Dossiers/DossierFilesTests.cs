using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Dossiers;

/// <summary>
/// Folders tests/worked-examples/dossier/CODE-case hold one table each; it raises the check CODE, or raises
/// nothing where the case is named sound.
/// </summary>
public class DossierFilesTests
{
    private const string Sound = "sound";
    private static readonly string Folder = Repository.PathOf("tests", "worked-examples", "dossier");
    private static readonly DateOnly Today = new(2020, 6, 1);

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder)
        .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Findings_TableOfADossier_RaisesItsCheckOnly(string name)
    {
        using var workspace = new DossierWorkspace();
        foreach (string file in Directory.GetFiles(Path.Combine(Folder, name)))
            workspace.Write(Path.GetFileName(file), File.ReadAllText(file));
        if (!name.StartsWith("c04", StringComparison.Ordinal) || name.EndsWith(Sound,
            StringComparison.Ordinal))
            workspace.TakeToNotice();
        var problems = new ProblemList();

        var findings = workspace.Open().Findings(Today, problems);

        Assert.Empty(problems.All);
        string code = name[..3].ToUpperInvariant();
        if (name.EndsWith(Sound, StringComparison.Ordinal)) Assert.Empty(findings);
        else Assert.All(findings, finding => Assert.Equal(code, finding.Code.ToString()));
        Assert.Equal(name.EndsWith(Sound, StringComparison.Ordinal), findings.IsEmpty);
    }

    [Fact]
    public void Folder_EveryCheckOfADossier_HasACaseAndASoundOne()
    {
        string[] codes = ["c02", "c03", "c04", "c07", "c08", "c15", "c16", "c18", "c19", "c23", "c24"];
        var names = Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).ToList();
        Assert.All(codes, code =>
        {
            Assert.Contains($"{code}-{Sound}", names);
            Assert.Contains(names, name =>
                name.StartsWith(code, StringComparison.Ordinal) && !name.EndsWith(Sound,
                    StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData(1.2, "", 0)]
    [InlineData(1.3, "", 1)]
    [InlineData(1.3, "990101,示意乡,示意村乙,area", 0)]
    public void Findings_JumpAgainstTheIssuedYearBefore_NeedsAReason(double factor, string reason, int count)
    {
        using var workspace = new DossierWorkspace();
        workspace.TakeToNotice();
        workspace.Write("reasons.csv", $"district,town,village,reason\n{reason}\n");
        var now = workspace.Open().Schedule;
        var first = now.Lines[0] with
        {
            Amount = Money.FromExactYuan(now.Lines[0].Amount.Yuan / (decimal)factor),
            Payers = [],
        };
        var before = now with
        {
            Year = DossierWorkspace.KeyOf("T-FOREST", "2018").Year,
            Lines = now.Lines.SetItem(0, first),
            Total = now.Total - now.Lines[0].Amount + first.Amount,
        };
        workspace.KeepIssued(before);

        var findings = workspace.Open().Findings(Today, new ProblemList());

        Assert.Equal(count, findings.Count(finding => finding.Code == ScheduleCheckCode.C20));
        Assert.Equal(count, findings.Length);
    }

    [Fact]
    public void Issue_BlockingFinding_IsRefusedWithTheCheck()
    {
        using var workspace = new DossierWorkspace();
        workspace.Write("payees.csv", "payee,valid,card_masked,card_owner\n示意户甲,false,,\n");
        workspace.TakeToNotice();

        var refusal = Assert.Single(workspace.Refusals(ScheduleStep.Issue, ScheduleRole.FinanceLeader, 20));

        Assert.Equal(("step-refused", ProblemSeverity.Refusal), (refusal.Code, refusal.Severity));
        Assert.StartsWith("C08", refusal.Text.English, StringComparison.Ordinal);
    }
}
