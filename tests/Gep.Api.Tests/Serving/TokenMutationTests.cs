using System.Net;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Security;
using Gep.Api.Tests.Cli;
using Gep.Api.Tests.Persistence;

namespace Gep.Api.Tests.Serving;

/// <summary>Tokens that administrators issue and take back over GraphQL.</summary>
[Collection(StoreTests.Name)]
public class TokenMutationTests(TestCluster cluster)
{
    private const string Issue =
        """
        mutation { issueToken(input: {name: "李经办", roles: [OFFICER], districts: ["990101"],
          idempotencyKey: "li"}) {
          token { id name roles districts expires isRevoked } secret problems { code where } } }
        """;

    private const string Revoke =
        """
        mutation { revokeToken(input: {id: "1", idempotencyKey: "back"}) {
          token { id isRevoked } problems { code } } }
        """;

    [StoreFact]
    public async Task IssueAndRevoke_ByAnAdministrator_HoldAtOnceAndAfterARestart()
    {
        using var served = new ServedDatabase(cluster.NewDatabase());
        string secret, token;
        using (var first = await served.ServeAsync())
        {
            var issued = (await first.DataAsync(Issue, CallerRole.Admin)).GetProperty("issueToken");
            secret = issued.GetProperty("secret").GetString()!;
            token = issued.GetProperty("token").ToString();
            var again = (await first.DataAsync(Issue, CallerRole.Admin)).GetProperty("issueToken");
            Assert.Equal("", again.GetProperty("secret").ToString());
            Assert.Equal(token, again.GetProperty("token").ToString());
            first.Kill();
        }
        using var second = await served.ServeAsync();
        var me = (await second.GraphQLAsync("{ me { name roles districts } tokens { id } }", secret))
            .GetProperty("data");

        Assert.Equal(
            """{"name":"李经办","roles":["OFFICER"],"districts":["990101"]}""",
            System.Text.RegularExpressions.Regex.Unescape(me.GetProperty("me").ToString()));
        Assert.Equal("", me.GetProperty("tokens").ToString());
        var revoked = await second.DataAsync(Revoke, CallerRole.Admin);
        Assert.Equal(revoked.ToString(), (await second.DataAsync(Revoke, CallerRole.Admin)).ToString());
        Assert.Contains("true", revoked.ToString(), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => second.GraphQLAsync("{ me { name } }", secret));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var listed = await second.DataAsync("{ tokens { name isRevoked } }", CallerRole.Admin);
        Assert.Equal(1, listed.GetProperty("tokens").GetArrayLength());
        using var store = Store.Open(served.Database);
        Assert.Equal(
            [("Admin", "token-issued"), ("Admin", "token-revoked")],
            KeptRecords.Of(store, "tiny").Audit.Read(0, int.MaxValue)
                .Where(entry => entry.Action.StartsWith("token", StringComparison.Ordinal))
                .Select(entry => (entry.Actor, entry.Action)));
    }

    [StoreFact]
    public async Task IssueToken_OfOthersOrMalformed_IsRefusedAndWritesNothing()
    {
        using var served = new ServedDatabase(cluster.NewDatabase());
        using var serving = await served.ServeAsync();
        foreach (var role in Enum.GetValues<CallerRole>().Where(role => role != CallerRole.Admin))
        {
            foreach (string query in new[] { Issue, Revoke })
            {
                var answer = await serving.DataAsync(query, role);
                Assert.Contains("role-forbidden", answer.ToString(), StringComparison.Ordinal);
            }
        }
        var asPublic = await serving.GraphQLAsync(Issue, null);
        var malformed = await serving.DataAsync(
            """
            mutation { issueToken(input: {name: "\n", roles: [], districts: ["990199"],
              expires: "2020-01-01T00:00:00Z", idempotencyKey: "x"}) { secret problems { where } } }
            """, CallerRole.Admin);
        var unknown = await serving.DataAsync(
            """mutation { revokeToken(input: {id: "7", idempotencyKey: "y"}) { problems { code } } }""",
            CallerRole.Admin);

        Assert.Contains("TOKEN_NEEDED", asPublic.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ["name", "roles", "districts", "expires"],
            malformed.GetProperty("issueToken").GetProperty("problems").EnumerateArray()
                .Select(problem => problem.GetProperty("where").GetString()));
        Assert.Contains("token-unknown", unknown.ToString(), StringComparison.Ordinal);
        Assert.Equal(0L, TestCluster.Scalar<long>(served.Database, "select count(*) from gep.token"));
    }

    [StoreFact]
    public async Task TokenCommand_WithADatabase_IssuesATokenThatHolds()
    {
        using var served = new ServedDatabase(cluster.NewDatabase());
        using var serving = await served.ServeAsync();

        var run = GepProcess.Run("token", "王管理", "--role", "admin", "--database", served.Database);
        var wrong = GepProcess.Run("token", "x", "--role", "king", "--district", "1", "--database", "x=y");

        Assert.True(run.ExitCode == 0, run.Errors);
        var me = await serving.GraphQLAsync("{ me { roles } }", run.Output.Trim());
        Assert.Contains("ADMIN", me.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("king", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("district", wrong.Errors, StringComparison.Ordinal);
    }
}
