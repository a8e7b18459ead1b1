using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gep.Api.Pages;
using Gep.Api.Tests.Maps;
using Gep.Testing;

namespace Gep.Api.Tests.Pages;

[Collection(WuhanServiceTests.Name)]
public sealed partial class PageTests(WuhanService service)
{
    private const int GzipBytesMax = 500_000;

    [Fact]
    public async Task Root_Answers_ThePageUnderAStrictPolicy()
    {
        using var answer = await service.GetAsync("/");
        string html = await answer.Content.ReadAsStringAsync();
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("<div id=\"page\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Root_NamesOnlyFiles_ThatAreServed()
    {
        using var page = await service.GetAsync("/");
        string html = await page.Content.ReadAsStringAsync();
        string[] named = [.. Named().Matches(html).Select(match => match.Groups[1].Value)];

        Assert.True(named.Length >= 3);
        foreach (string file in named)
        {
            using var answer = await service.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            if (!file.StartsWith("/assets/", StringComparison.Ordinal)) continue;
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task File_UnderGzip_IsTheSameFile()
    {
        using var plain = await service.GetAsync("/");
        using var packed = await service.GetAsync("/", "Accept-Encoding", "gzip");
        await using var stream = new GZipStream(
            await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);

        Assert.Equal("gzip", packed.Content.Headers.ContentEncoding.Single());
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task File_ThatIsKnown_IsNotSentAgain()
    {
        using var first = await service.GetAsync("/");
        using var again = await service.GetAsync("/", "If-None-Match", first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    /// <summary>GraphiQL is fetched when the page Ask is opened, and by nobody else.</summary>
    [Fact]
    public void Files_WithoutGraphiQL_AreSmallUnderGzip() =>
        Assert.InRange(
            PageFile.ReadAll().Where(file => !file.Key.Contains("graphiql", StringComparison.Ordinal))
                .Sum(file => file.Value.Compressed.Length),
            1, GzipBytesMax);

    [NodeFact]
    public void Bundle_OfTheRepository_IsAFreshBuild()
    {
        string web = Repository.PathOf("web");
        var installed = new FileInfo(Path.Combine(web, "node_modules", ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(web, "package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < wanted.LastWriteTimeUtc)
            Succeed(OutsideProgram.Run(web, "npm", "ci", "--no-audit", "--no-fund"));
        string fresh = Directory.CreateTempSubdirectory("gep-page").FullName;
        try
        {
            Succeed(OutsideProgram.Run(
                web, "npm", "run", "build", "--", "--outDir", fresh, "--emptyOutDir"));
            Assert.Equal(FilesOf(fresh), FilesOf(Path.Combine(web, "dist")));
        }
        finally
        {
            Directory.Delete(fresh, recursive: true);
        }
    }

    [PageFact]
    public async Task Pages_InChromium_DoWhatPeopleDoThere()
    {
        await using var pages = await PageService.StartAsync(service.Snapshot);
        await Browsing.RunAsync(pages.Base, "map.test.mjs", "pages.test.mjs", "manners.test.mjs");
    }

    private static void Succeed(OutsideProgram? program) =>
        Assert.True(program is { ExitCode: 0 }, $"{program?.Output}\n{program?.Errors}");

    /// <summary>Names and contents of a folder, so that a difference names the file.</summary>
    private static string FilesOf(string folder) => string.Join('\n', Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(file => string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetRelativePath(folder, file)} {Convert.ToHexStringLower(HashOf(file))}")));

    private static byte[] HashOf(string file) =>
        System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file));

    [GeneratedRegex("(?:src|href)=\"(/[^\"]+)\"")]
    private static partial Regex Named();
}
