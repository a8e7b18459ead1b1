using Gep.Accounting.EcosystemServices;

namespace Gep.Accounting.Tests.EcosystemServices;

public sealed class ServiceMethodsTests
{
    [Fact]
    public void Methods_AreNamedOncePerService() =>
        Assert.Equal(
            ServiceMethods.All.Length,
            ServiceMethods.All.DistinctBy(method => (method.Service, method.Name)).Count());

    [Fact]
    public void Methods_HaveEquationSourceAndParametersWithRanges() =>
        Assert.All(ServiceMethods.All, method =>
    {
        Assert.NotEqual("", method.Equation);
        Assert.NotEqual("", method.Source.Key);
        Assert.False(method.Parameters.IsDefault);
        Assert.All(method.Parameters, need => Assert.True(need.Least < need.Most, need.Name));
    });
}
