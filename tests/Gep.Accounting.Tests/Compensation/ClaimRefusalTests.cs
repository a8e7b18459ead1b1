using Gep.Accounting.Compensation;
using Gep.Accounting.Problems;
using static Gep.Accounting.Tests.Compensation.SomeScheme;

namespace Gep.Accounting.Tests.Compensation;

public class ClaimRefusalTests
{
    [Fact]
    public void For_ClaimTwice_IsRefused() =>
        AssertRefused(AccountingProblemCode.ClaimDuplicate, Claim("C", 5), Claim("C", 7));

    [Theory]
    [InlineData(-1)]
    [InlineData(2_000_000_000)]
    public void For_ImpossibleLoss_IsRefused(int loss) =>
        AssertRefused(AccountingProblemCode.ClaimOutOfRange, Claim("C", loss));

    [Fact]
    public void For_ClaimWithoutVerification_IsRefused() =>
        AssertRefused(AccountingProblemCode.ClaimUnverified, Claim("C", 5) with { VerifiedOn = null });

    [Fact]
    public void For_ClaimOfAnotherYearOrScheme_IsNotCounted() =>
        AssertRefused(
            AccountingProblemCode.InputMissing, Claim("C", 5) with { Scheme = SchemeCode.Of("OTHER") });

    private static void AssertRefused(AccountingProblemCode code, params LossClaim[] claims)
    {
        var draft = DrawSchedule.For(ByLoss(Rate(PayerLayer.City, 1)), Year, Inputs(claims));
        Assert.False(draft.IsDrawn);
        Assert.Contains(
            draft.Problems,
            problem => problem.Code == code && problem.Severity == ProblemSeverity.Refusal);
    }
}
