using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Api.Security;

namespace Gep.Api.Tests.Maps;

/// <summary>The tokens of the service under test: one a role, and an officer bound to a district.</summary>
internal static class Tokens
{
    /// <summary>District of the bound officer: it has claims of WH-CHENHU.</summary>
    public const string OwnDistrict = "420114";

    /// <summary>An officer of <see cref="OwnDistrict"/> alone.</summary>
    public const string Bound = "token-of-a-bound-officer";

    /// <summary>An officer of the west district of the tiny workspace alone.</summary>
    public const string BoundWest = "token-of-the-officer-of-the-west";

    /// <summary>An analyst of that district alone.</summary>
    public const string BoundAnalyst = "token-of-a-bound-analyst";

    /// <summary>The west district of the tiny workspace.</summary>
    public const string WestDistrict = "990101";

    private const string Prefix = "token-of-";

    public static TokenRegister Register
    {
        get
        {
            var tokens = Enum.GetValues<CallerRole>()
                .Select(role => (Of(role), new Caller($"{role}", [role], null))).ToList();
            tokens.Add((Bound, new Caller("bound", [CallerRole.Officer], Districts(OwnDistrict))));
            tokens.Add((BoundWest, new Caller("west", [CallerRole.Officer], Districts(WestDistrict))));
            tokens.Add((BoundAnalyst, new Caller("east", [CallerRole.Analyst], Districts(WestDistrict))));
            return TokenRegister.Of([.. tokens]);
        }
    }

    private static ImmutableHashSet<DistrictCode> Districts(string code) =>
        DistrictCode.TryParse(code, out var district)
            ? [district] : throw new ArgumentException(code, nameof(code));

    public static string Of(CallerRole role) => $"{Prefix}{role}";
}
