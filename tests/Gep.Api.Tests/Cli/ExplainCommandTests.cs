using Gep.Testing;

namespace Gep.Api.Tests.Cli;

public class ExplainCommandTests
{
    private static readonly string Wuhan = Repository.PathOf("data");

    [Fact]
    public void Explain_AccountLine_ShowsFormulaParametersAndParcels()
    {
        var run = GepProcess.Run(
            "explain", Wuhan, "--year", "2019", "--line", "420116:water-conservation:water:FOR-EBF");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("V = Q · p", run.Output, StringComparison.Ordinal);
        Assert.Contains("[GONG2017]", run.Output, StringComparison.Ordinal);
        Assert.Contains("parameters/services/water-conservation/", run.Output, StringComparison.Ordinal);
        Assert.Contains("parcel FOR-420116-", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_PaymentLine_ShowsRegisterRateAndSplit()
    {
        var run = GepProcess.Run("explain", Wuhan, "--year", "2019", "--line", "WH-PBF:2019:000001");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("50", run.Output, StringComparison.Ordinal);
        Assert.Contains("layers/forests/", run.Output, StringComparison.Ordinal);
        Assert.Contains("schemes/wh-pbf/scheme.yaml", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_UnknownLine_IsRefused()
    {
        var run = GepProcess.Run("explain", Wuhan, "--year", "2019", "--line", "WH-PBF:2019:999999");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("line-unknown", run.Errors, StringComparison.Ordinal);
    }
}
