using Gep.Accounting.Compensation;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Compensation;

public class SchemeReaderTests
{
    /// <summary>Each replacement breaks the shape of a scheme; nothing is dropped in silence.</summary>
    [Theory]
    [InlineData("periods:\n", "periods: none\n  spans:\n")]
    [InlineData("      rates:\n", "      rates: {}\n      tariffs:\n")]
    [InlineData("relations:\n", "relations: {scheme: WH-PBF}\nlinks:\n")]
    [InlineData("present: [zone]", "present: zone")]
    [InlineData("present: [zone]", "present: [zones]")]
    [InlineData("present: [zone]", "where: {zone: core}")]
    [InlineData("field: zone", "field: parcel")]
    [InlineData("checked_until: unknown", "checked_until: never")]
    [InlineData("to: open\n", "\n")]
    [InlineData("low_yuan: 3675297.50", "low_yuan: 3675297.505")]
    [InlineData("value: 25}", "value: 25 yuan}")]
    [InlineData("payer: district", "payer: town")]
    [InlineData("key: WHWET2013", "key: whwet 2013")]
    [InlineData("kind: area-entitlement", "kind: area")]
    [InlineData("benefit_day: first-of-january", "benefit_day: 2019-01-01")]
    [InlineData("  membership: {layer: reserves, present: [zone]}\n", "")]
    public void Read_BrokenShape_IsRefusedWithItsLine(string text, string broken)
    {
        string yaml = File.ReadAllText(Repository.PathOf("data", "schemes", "wh-wet", "scheme.yaml"));
        string changed = yaml.Replace(text, broken, StringComparison.Ordinal);
        Assert.NotEqual(yaml, changed);
        var problems = new ProblemList();
        var entry = YamlFile.Parse(new StringReader(changed), "scheme.yaml", problems)!;
        SchemeReader.Read(entry, problems);
        Assert.True(problems.HasRefusal);
        Assert.All(problems.All, problem => Assert.Matches("^scheme\\.yaml:[0-9]+$", problem.Where));
    }

    [Fact]
    public void Read_WetlandScheme_KeepsEveryFigure()
    {
        var problems = new ProblemList();
        var scheme = SchemeReader.Read(Repository.PathOf("data"), "schemes/wh-wet/scheme.yaml", problems)!;
        var rates = scheme.Rule.Rates!;
        Assert.Equal(new DateOnly(2013, 10, 16), scheme.Basis.Issued);
        Assert.Equal(SchemeStatus.Verified, scheme.Status);
        Assert.Equal([25m, 15m, 10m, 20m, 10m, 5m, 15m, 10m, 5m], rates.Entries.Select(entry => entry.Value));
        Assert.Equal([15m, 10m, 5m], rates.Floors.Select(entry => entry.Value));
        Assert.All(rates.Entries, entry => Assert.Equal("WHWET2013", entry.Source.Key));
        Assert.Equal(6, rates.AllClasses().Length);
        Assert.Equal("City District", string.Join(' ', rates.Payers));
    }

    [Fact]
    public void ReadAll_NoSchemes_IsEmpty()
    {
        var problems = new ProblemList();
        Assert.Empty(SchemeReader.ReadAll(Repository.PathOf("tests"), problems));
        Assert.Empty(ClaimReader.ReadAll(Repository.PathOf("tests"), problems));
        Assert.Empty(problems.All);
    }
}
