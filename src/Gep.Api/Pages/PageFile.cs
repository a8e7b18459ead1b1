using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace Gep.Api.Pages;

/// <summary>A file of the built page, carried inside the program.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Tag">Its strong entity tag, a hash of the content.</param>
internal sealed record PageFile(string ContentType, byte[] Bytes, string Tag)
{
    /// <summary>How the build names the resources: <c>web/index.html</c>.</summary>
    private const string Prefix = "web/";

    /// <summary>Bytes of the hash that a tag shows, enough to tell builds apart.</summary>
    private const int TagBytes = 12;

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".md"] = "text/markdown; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Lazy<byte[]> compressed = new(() => Compress(Bytes));

    /// <summary>Its content under gzip, made when first asked for.</summary>
    public byte[] Compressed => compressed.Value;

    /// <summary>Every file by its path from the root of the page, such as <c>assets/page.js</c>.</summary>
    public static FrozenDictionary<string, PageFile> ReadAll()
    {
        var program = typeof(PageFile).Assembly;
        return program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                name => name[Prefix.Length..].Replace('\\', '/'), name => Read(program, name),
                StringComparer.Ordinal);
    }

    private static PageFile Read(Assembly program, string name)
    {
        using var stream = program.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        string tag = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, TagBytes));
        return new PageFile(
            Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream"), bytes,
            $"\"{tag}\"");
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return buffer.ToArray();
    }
}
