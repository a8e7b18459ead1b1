using System.Text.Json;
using Gep.Accounting.Codes;
using Gep.Api.Security;

namespace Gep.Api.Tests.Security;

public sealed class TokenRegisterTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Read_Entries_GiveRolesDistrictsAndEnd()
    {
        string token = TokenRegister.Create();
        Write(new
        {
            name = "李", sha256 = TokenRegister.HashOf(token), roles = new[] { "finance-leader", "auditor" },
            districts = new[] { "420114" }, expires = "2027-01-01T00:00:00Z",
        });
        Assert.True(DistrictCode.TryParse("420114", out var own));
        Assert.True(DistrictCode.TryParse("420115", out var other));

        var register = TokenRegister.Read(file);
        var caller = register.Find(token, DateTimeOffset.Parse("2026-12-31T00:00:00Z", null))!;

        Assert.True(caller.Is(CallerRole.FinanceLeader) && caller.SeesPayeesOf(own)
            && !caller.SeesPayeesOf(other));
        Assert.False(caller.SeesAllPayees);
        Assert.Null(register.Find(token, DateTimeOffset.Parse("2027-01-01T00:00:00Z", null)));
        Assert.Null(register.Find(token + "x", DateTimeOffset.UnixEpoch));
        Assert.DoesNotContain(token, File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "auditor", "420114")]
    [InlineData("", "king", "420114")]
    [InlineData("", "auditor", "4201")]
    public void Read_EntryThatIsWrong_IsRefusedWithItsFile(string hash, string role, string district)
    {
        Write(new
        {
            name = "x", sha256 = hash.Length > 0 ? hash : TokenRegister.HashOf("x"), roles = new[] { role },
            districts = new[] { district },
        });

        var refusal = Assert.Throws<InvalidDataException>(() => TokenRegister.Read(file));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
    }

    private void Write(object entry) =>
        File.WriteAllText(file, JsonSerializer.Serialize(new { tokens = new[] { entry } }));
}
