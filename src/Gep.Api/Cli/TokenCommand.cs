using System.CommandLine;
using System.Text.Json;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Records;
using Gep.Api.Security;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep token NAME --role R</c>: a token, in the store or as an entry of the token file.</summary>
internal static class TokenCommand
{
    private const string Once = "令牌只显示这一次 the token is shown this once";

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var name = new Argument<string>("name") { Description = "持有人 name of the bearer, as logs show it" };
        var roles = new Option<string[]>("--role")
        {
            Description = "角色 roles: "
                + string.Join(", ", Enum.GetValues<CallerRole>().Select(WorkspaceProblem.CodeOf)),
            Required = true,
        };
        var districts = new Option<string[]>("--district")
        {
            Description = "只限这些区 only these districts, by division code; all by default",
        };
        var expires = new Option<DateTimeOffset?>("--expires")
        {
            Description = "到期时间 when it ends; never by default",
        };
        var database = new Option<string?>("--database")
        {
            Description = "登记到此数据库，不再生成令牌文件条目 keep it in this database, instead of an entry for the "
                + "token file; private is that of --workspace",
        };
        var workspace = new Option<string>("--workspace")
        {
            Description = "--database private 的工作区 workspace of --database private; data by default",
            DefaultValueFactory = _ => "data",
        };
        var command = new Command("token", "生成令牌 make a token and its entry for the token file")
        {
            name, roles, districts, expires, database, workspace,
        };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(districts);
            var wish = new TokenWish(
                parsed.GetRequiredValue(name), parsed.GetRequiredValue(roles),
                named is { Length: > 0 } ? named : null, parsed.GetValue(expires));
            var problems = new ProblemList();
            var grant = wish.Read(DateTimeOffset.UtcNow, null, problems);
            if (grant is null) return CommandOutput.Finish(problems.All, null, "", null);
            return parsed.GetValue(database) is { } address
                ? Keep(grant, parsed.GetRequiredValue(workspace), address, problems)
                : Print(grant);
        });
        return command;
    }

    /// <summary>Issues it in the store, where it holds at once.</summary>
    private static int Keep(TokenGrant grant, string root, string address, ProblemList problems) =>
        StoreArguments.With(root, address, problems, store =>
        {
            if (store is null) return CommandOutput.Finish(problems.All, null, "", null);
            var key = WriteKey.Of($"cli:{Environment.UserName}", Guid.NewGuid().ToString(), []);
            var answer = new StoredTokens(store).Issue(grant, key);
            Console.Error.WriteLine($"· {Once}");
            Console.Out.WriteLine(answer.Secret);
            return ExitCode.Fine;
        });

    /// <summary>Prints it, and its entry for the token file.</summary>
    private static int Print(TokenGrant grant)
    {
        string token = TokenRegister.Create();
        Console.Error.WriteLine($"· {Once}");
        Console.Error.WriteLine(token);
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, JsonStyle.Options);
        json.WriteStartObject();
        json.WriteString("name", grant.Name);
        json.WriteString("sha256", TokenRegister.HashOf(token));
        WriteList(json, "roles", grant.Roles);
        if (grant.Districts is { } districts)
            WriteList(json, "districts", districts.Select(district => district.ToString()));
        if (grant.Expires is { } until) json.WriteString("expires", until);
        json.WriteEndObject();
        return ExitCode.Fine;
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
