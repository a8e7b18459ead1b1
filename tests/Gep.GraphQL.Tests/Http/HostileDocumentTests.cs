namespace Gep.GraphQL.Tests.Http;

/// <summary>Hostile documents: the rows of the list of hostile inputs that are text of GraphQL.</summary>
public sealed class HostileDocumentTests(TestServer server) : HostileRequests(server),
    IClassFixture<TestServer>
{
    [Fact]
    public async Task Row01_HundredThousandBraces_AreRefused()
    {
        await RefusedAsync(new string('{', 100_000));
        await RefusedAsync(Nest("{ node(id: 1) ", 5_000, "{ id }", " }"));
    }

    [Fact]
    public async Task Row02_BracketsInAnArgument_AreRefused()
    {
        await TurnedAwayAsync($"{{\"query\":\"{{ hello(name: {new string('[', 1_500_000)}\"}}");
        await RefusedAsync("{ hello(name: " + new string('[', 700_000));
    }

    [Fact]
    public Task Row03_NestedObjectValues_AreRefused() =>
        RefusedAsync("{ forests(where: " + Nest("{ and: ", 20_000, "{}", "}") + ") { totalCount } }");

    [Fact]
    public Task Row04_NestedListTypes_AreRefused() => RefusedAsync(
        "query ($a: " + new string('[', 50_000) + "Int" + new string(']', 50_000) + ") { hello }");

    [Fact]
    public Task Row05_TenThousandAliases_AreRefused() =>
        RefusedAsync("{ " + Repeat(10_000, i => $"a{i}: broken ") + "}");

    [Fact]
    public Task Row06_TenThousandDuplicateFields_AreRefused() =>
        RefusedAsync("{ " + Repeat(10_000, _ => "hello ") + "}");

    [Fact]
    public Task Row07_FiveThousandDirectives_AreRefused() =>
        RefusedAsync("{ hello " + Repeat(5_000, _ => "@skip(if: false) ") + "}");

    [Fact]
    public async Task Row08_FragmentCyclesAndExplosions_AreRefused()
    {
        await RefusedAsync("{ node(id: 1) { ...A } } fragment A on Node { id ...B } "
            + "fragment B on Node { ...A }");
        await RefusedAsync("{ ...F0 } " + Repeat(40, i =>
            $"fragment F{i} on Query {{ a: forestBy(by: {{id: 1}}) {{ ...G{i} }} ...F{i + 1} ...F{i + 1} }} "
            + $"fragment G{i} on Forest {{ id }} ") + "fragment F40 on Query { hello }");
        await RefusedAsync("{ ...F0 } " + Repeat(2_000, i => $"fragment F{i} on Query {{ ...F{i + 1} }} ")
            + "fragment F2000 on Query { hello }");
    }

    [Fact]
    public Task Row09_CircularIntrospection_IsRefused() => RefusedAsync(
        "{ __schema { types { " + Nest("fields { type { ", 12, "name", " } }") + " } } }");

    [Fact]
    public async Task Row11_UnterminatedBlockStringAndLongComment_AreRefused()
    {
        await RefusedAsync("{ hello(name: \"\"\"" + new string('x', 500_000));
        await RefusedAsync("#" + new string('x', 900_000) + "\n{");
        await TurnedAwayAsync("{\"query\":\"#" + new string('x', 10_000_000) + "\\n{ hello }\"}");
    }

    [Fact]
    public async Task Row12_NulInTheDocument_IsRefused()
    {
        await RefusedAsync("{ hello\u0000 }");
        await RefusedAsync("{ hel\uFEFFlo }");
    }

    [Fact]
    public async Task Row13_NumbersAndIdsOutOfRange_AreRefused()
    {
        await RefusedAsync("{ forests(first: 2147483648) { totalCount } }");
        await RefusedAsync("{ forests(where: {areaMin: 1e400}) { totalCount } ");
        string id = new('1', 1024 * 1024);
        await TurnedAwayAsync($"{{\"query\":\"{{ node(id: \\\"{id}\\\") {{ id }} }}\"}}");
    }

    [Fact]
    public Task Row14_EmptyDocument_IsRefused() => RefusedAsync("");

    [Fact]
    public async Task Row22_PageSizesAndCursorsOutOfRange_AreRefused()
    {
        await RefusedAsync("{ forests(first: -1) { totalCount } }");
        await RefusedAsync("{ forests(first: 2000000000) { totalCount } }");
        await RefusedAsync("{ forests(after: \"forged\") { totalCount } }");
    }

    [Fact]
    public async Task Row23_OverlappingFields_AreRefused()
    {
        await RefusedAsync("{ " + Repeat(1_500, i => $"forestBy(by: {{id: {i}}}) {{ id }} ") + "}");
        await RefusedAsync("{ " + Repeat(300, i => $"...F{i} ") + "} " + Repeat(300, i =>
            $"fragment F{i} on Query {{ ...F{(i + 1) % 300} ...F{(i + 7) % 300} x{i}: hello }} "));
    }
}
