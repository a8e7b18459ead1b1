using Gep.Api.Persistence;
using Npgsql;

namespace Gep.Api.Tests.Persistence;

public class StoreAddressTests
{
    [Theory]
    [InlineData("postgresql://gep:p%40ss@db.city.cn:5433/gep?sslmode=verify-full", "db.city.cn", 5433, "p@ss")]
    [InlineData("postgres://gep:p%40ss@[::1]:5433/gep", "::1", 5433, "p@ss")]
    [InlineData("Host=h;Port=5433;Username=gep;Password=p@ss;Database=gep", "h", 5433, "p@ss")]
    public void TryParse_UrlOrKeywords_GivesTheParts(string text, string host, int port, string password)
    {
        Assert.True(StoreAddress.TryParse(text, out string? connectionString));
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        Assert.Equal((host, port, password), (builder.Host, builder.Port, builder.Password));
        Assert.Equal(("gep", "gep"), (builder.Username, builder.Database));
    }

    [Fact]
    public void TryParse_SocketFolder_IsTheHost()
    {
        Assert.True(StoreAddress.TryParse("postgresql:///gep?host=/run/gep", out string? connectionString));
        Assert.Equal("/run/gep", new NpgsqlConnectionStringBuilder(connectionString).Host);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("postgresql://")]
    [InlineData("postgresql://host:notaport/gep")]
    [InlineData("postgresql://host/gep?nonsense=1")]
    [InlineData("mysql://host/gep")]
    public void TryParse_NoAddress_IsRefused(string text) =>
        Assert.False(StoreAddress.TryParse(text, out _));
}
