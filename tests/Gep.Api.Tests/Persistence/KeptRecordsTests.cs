using Gep.Accounting.Codes;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Records;

namespace Gep.Api.Tests.Persistence;

[Collection(StoreTests.Name)]
public class KeptRecordsTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [StoreFact]
    public void Find_IssuedToken_GivesItsGrantAndKeepsNoSecret()
    {
        string database = cluster.NewDatabase();
        using var store = Store.Open(database);
        var tokens = KeptRecords.Of(store, "tiny").Tokens;

        var answer = tokens.Issue(Grant(Now.AddDays(1)), Key("a"));

        var grant = tokens.Find(answer.Secret!, Now)!;
        Assert.Equal("officer of 990101", grant.Name);
        Assert.Equal(["officer"], grant.Roles);
        Assert.Equal(["990101"], grant.Districts!.Select(district => district.ToString()));
        Assert.Null(tokens.Find(answer.Secret!, Now.AddDays(1)));
        Assert.Null(tokens.Find(answer.Secret! + "0", Now));
        Assert.Null(tokens.Find(new string('x', 100_000), Now));
        Assert.DoesNotContain(answer.Secret!, TestCluster.Scalar<string>(database,
            "select string_agg(t::text, ' ') || (select string_agg(k::text, ' ') from gep.write_key k) "
            + "|| (select string_agg(a::text, ' ') from gep.audit_entry a) from gep.token t"),
            StringComparison.Ordinal);
    }

    [StoreFact]
    public void Issue_SameKeyAgain_IssuesNoSecondToken()
    {
        using var store = Store.Open(cluster.NewDatabase());
        var tokens = KeptRecords.Of(store, "tiny").Tokens;
        var first = tokens.Issue(Grant(null), Key("a"));

        var again = tokens.Issue(Grant(null), Key("a"));

        Assert.Equal((WriteStatus.Repeated, first.Id, null), (again.Status, again.Id, again.Secret));
        Assert.Single(tokens.List());
    }

    [StoreFact]
    public async Task Revoke_Token_EndsItEverywhere()
    {
        string database = cluster.NewDatabase();
        using var here = Store.Open(database);
        using var there = Store.Open(database);
        var tokens = KeptRecords.Of(here, "tiny").Tokens;
        var others = KeptRecords.Of(there, "tiny").Tokens;
        var issued = tokens.Issue(Grant(null), Key("a"));
        Assert.NotNull(others.Find(issued.Secret!, Now));

        Assert.Equal(WriteStatus.Made, tokens.Revoke(issued.Id!.Value, Key("b")));

        Assert.Null(tokens.Find(issued.Secret!, Now));
        await Task.Delay(StoredTokens.BelievedFor + TimeSpan.FromMilliseconds(100));
        Assert.Null(others.Find(issued.Secret!, Now));
        Assert.True(Assert.Single(tokens.List()).IsRevoked);
        Assert.Equal(WriteStatus.Refused, tokens.Revoke(999, Key("c")));
    }

    [StoreFact]
    public void Append_ManyAtOnceUnderOneKey_KeepsOne()
    {
        using var store = Store.Open(cluster.NewDatabase());
        var kept = KeptRecords.Of(store, "tiny");
        var answers = new RecordAnswer[8];

        Parallel.For(0, answers.Length, index => answers[index] =
            kept.Records.Append("claim", "parcel 7", Key("same"), _ => """{"areaMu": 1.5}"""));

        Assert.Single(answers, answer => answer.Status == WriteStatus.Made);
        Assert.Single(answers.Select(answer => answer.Id).Distinct());
        var record = Assert.Single(kept.Records.List("claim"));
        Assert.Equal(("parcel 7", "admin"), (record.Subject, record.Actor));
        Assert.Empty(kept.Records.List("monitoring-reading"));
    }

    [StoreFact]
    public void Audit_EveryWrite_IsInTheChain()
    {
        using var store = Store.Open(cluster.NewDatabase());
        var kept = KeptRecords.Of(store, "tiny");
        var issued = kept.Tokens.Issue(Grant(null), Key("a"));
        kept.Tokens.Revoke(issued.Id!.Value, Key("b"));
        kept.Records.Append("claim", "parcel 7", Key("c"), _ => "{}");

        var entries = kept.Audit.Read(0, 10);

        Assert.Equal(
            ["token-issued", "token-revoked", "claim-recorded"], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal("admin", entry.Actor));
        Assert.Equal(2, Assert.Single(kept.Audit.Read(1, 1)).Number);
        Assert.Null(kept.Audit.FindBreak());
    }

    private static TokenGrant Grant(DateTimeOffset? expires) => new(
        "officer of 990101", ["officer"],
        [DistrictCode.TryParse("990101", out var code) ? code : throw new InvalidOperationException()],
        expires);

    private static WriteKey Key(string key) => WriteKey.Of("admin", key, "body"u8);
}
