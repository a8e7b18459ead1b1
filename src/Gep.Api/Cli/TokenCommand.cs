using System.CommandLine;
using System.Text.Json;
using Gep.Accounting.Codes;
using Gep.Api.Security;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary><c>gep token NAME --role R</c>: a new token, and the entry of the token file for it.</summary>
internal static class TokenCommand
{
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
        var command = new Command("token", "生成令牌 make a token and its entry for the token file")
        {
            name, roles, districts,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(name), parsed.GetRequiredValue(roles), parsed.GetValue(districts) ?? []));
        return command;
    }

    private static int Run(string name, string[] roles, string[] districts)
    {
        string? wrong = roles.FirstOrDefault(role => TokenRegister.RoleOf(role) is null)
            ?? districts.FirstOrDefault(code => !DistrictCode.TryParse(code, out _));
        if (wrong is not null)
        {
            Console.Error.WriteLine($"未知的角色或区划代码 unknown role or division code: {wrong}");
            return ExitCode.Refused;
        }
        string token = TokenRegister.Create();
        Console.Error.WriteLine("· 令牌只显示这一次 the token is shown this once");
        Console.Error.WriteLine(token);
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, JsonStyle.Options);
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("sha256", TokenRegister.HashOf(token));
        json.WriteStartArray("roles");
        foreach (string role in roles) json.WriteStringValue(role);
        json.WriteEndArray();
        if (districts.Length > 0)
        {
            json.WriteStartArray("districts");
            foreach (string code in districts) json.WriteStringValue(code);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        return ExitCode.Fine;
    }
}
