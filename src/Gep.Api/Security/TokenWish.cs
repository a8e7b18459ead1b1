using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Api.Records;
using Gep.Api.Workspaces;

namespace Gep.Api.Security;

/// <summary>A token that somebody wants issued, as a command line or a request has it.</summary>
/// <param name="Name">Name of its bearer.</param>
/// <param name="Roles">Roles in kebab case.</param>
/// <param name="Districts">Division codes; null for all.</param>
/// <param name="Expires">When it ends; null for never.</param>
internal sealed record TokenWish(
    string Name, IReadOnlyList<string> Roles, IReadOnlyList<string>? Districts, DateTimeOffset? Expires)
{
    private const int NameLettersMax = 100;

    /// <summary>What the token allows, or null after every reason why there can be none was added.</summary>
    /// <param name="now">A token that is over already is none.</param>
    /// <param name="known">The districts there are; null where that is not known.</param>
    /// <param name="problems">Where reasons go.</param>
    public TokenGrant? Read(
        DateTimeOffset now, IReadOnlySet<DistrictCode>? known, ProblemList problems)
    {
        bool isName = Name.Trim().Length > 0 && Name.Length <= NameLettersMax && !Name.Any(char.IsControl);
        if (!isName)
        {
            Refuse(problems, "name", Name, $"1–{NameLettersMax} 个字符",
                $"1 to {NameLettersMax} characters");
        }
        string roles = string.Join(", ", Enum.GetValues<CallerRole>().Select(WorkspaceProblem.CodeOf));
        if (Roles.Count == 0) Refuse(problems, "roles", "", roles, $"one or more of {roles}");
        foreach (string role in Roles.Where(role => TokenRegister.RoleOf(role) is null))
            Refuse(problems, "roles", role, roles, $"one of {roles}");
        if (Districts is { Count: 0 })
            Refuse(problems, "districts", "", "区划代码，或不填为全部", "division codes, or leave it out for all");
        var districts = ImmutableSortedSet.CreateBuilder<DistrictCode>();
        foreach (string text in Districts ?? [])
        {
            bool isKnown = DistrictCode.TryParse(text, out var code) && known?.Contains(code) != false;
            if (isKnown) districts.Add(code);
            else Refuse(problems, "districts", text, "工作区的区划代码", "a division code of the workspace");
        }
        if (Expires <= now) Refuse(problems, "expires", $"{Expires:O}", "将来的时间", "a time to come");
        return problems.HasRefusal ? null : new TokenGrant(
            Name.Trim(), Roles.ToImmutableSortedSet(StringComparer.Ordinal),
            Districts is null ? null : districts.ToImmutable(), Expires);
    }

    private static void Refuse(ProblemList problems, string where, string text, string zh, string en) =>
        problems.Refuse(WorkspaceProblemCode.ValueMalformed, where,
            new($"令牌的 {where}“{text}”不可用。", $"'{text}' cannot be the {where} of a token."),
            new($"请写：{zh}。", $"Write {en}."));
}
