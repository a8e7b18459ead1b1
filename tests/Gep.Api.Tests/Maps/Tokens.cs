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

    private const string Prefix = "token-of-";

    public static TokenRegister Register
    {
        get
        {
            var tokens = Enum.GetValues<CallerRole>()
                .Select(role => (Of(role), new Caller($"{role}", [role], null))).ToList();
            Assert.True(DistrictCode.TryParse(OwnDistrict, out var own));
            tokens.Add((Bound, new Caller("bound", [CallerRole.Officer], ImmutableHashSet.Create(own))));
            return TokenRegister.Of([.. tokens]);
        }
    }

    public static string Of(CallerRole role) => $"{Prefix}{role}";
}
