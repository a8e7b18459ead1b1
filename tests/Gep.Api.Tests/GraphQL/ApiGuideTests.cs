using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gep.Api.Security;
using Gep.Api.Tests.Maps;
using Gep.Testing;

namespace Gep.Api.Tests.GraphQL;

/// <summary>Every query of docs/api-guide.md runs and answers as it did.</summary>
[Collection(WuhanServiceTests.Name)]
public partial class ApiGuideTests(WuhanService service)
{
    private static readonly JsonSerializerOptions Pretty =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Questions => [.. Queries().Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Query_OfTheGuide_AnswersAsBlessed(string id)
    {
        var (text, role) = Queries()[id];
        string? token = role is null ? null : Tokens.Of(Enum.Parse<CallerRole>(role, ignoreCase: true));

        var data = await service.DataAsync(text, token);

        Golden.Matches("api-guide", $"{id}.json", JsonSerializer.Serialize(data, Pretty) + "\n");
    }

    [Fact]
    public void Guide_HasTheQuestionsOfEachUser()
    {
        Assert.Equal(10, Queries().Keys.Count(id => id.StartsWith("analyst", StringComparison.Ordinal)));
        Assert.Equal(5, Queries().Keys.Count(id => id.StartsWith("finance", StringComparison.Ordinal)));
        Assert.Equal(5, Queries().Keys.Count(id => id.StartsWith("map", StringComparison.Ordinal)));
    }

    private static Dictionary<string, (string Text, string? Role)> Queries() => Blocks()
        .Matches(File.ReadAllText(Repository.PathOf("docs", "api-guide.md")))
        .ToDictionary(
            match => match.Groups["id"].Value,
            match => (match.Groups["text"].Value, match.Groups["role"].Success
                ? match.Groups["role"].Value : null));

    [GeneratedRegex(
        @"```graphql id=(?<id>[a-z0-9-]+)( as=(?<role>[a-z]+))?\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
