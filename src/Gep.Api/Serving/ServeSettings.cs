using System.Collections.Immutable;
using Gep.Api.Security;
using Microsoft.Extensions.Configuration;

namespace Gep.Api.Serving;

/// <summary>How the service runs; see docs/serving.md.</summary>
/// <param name="Urls">Addresses it listens on, separated by semicolons.</param>
/// <param name="CorsOrigins">Origins whose pages may read it; <c>*</c> is every one.</param>
/// <param name="PublicUrl">Address that links begin with; null takes that of the request.</param>
/// <param name="RequestTime">Longest time one answer may take.</param>
internal sealed record ServeSettings(
    string Urls, ImmutableArray<string> CorsOrigins, string? PublicUrl, TimeSpan RequestTime)
{
    /// <summary>Whether whoever has no token may read what is not about persons.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>The tokens.</summary>
    public TokenRegister Tokens { get; init; } = TokenRegister.Empty;

    /// <summary>Requests a second that one token or address may send on and on; 0 sets no limit.</summary>
    public int RatePerSecond { get; init; } = DefaultRate;

    /// <summary>Folder of the npm packages graphiql, react and react-dom; null for no GraphiQL.</summary>
    public string? GraphiQLFolder { get; init; }

    /// <summary>Folder of the dossiers, where steps are kept; the workspace's own by default.</summary>
    public string? DossierFolder { get; init; }

    /// <summary>
    /// Folder in which files that were sent wait; <c>.gep/uploads</c> of the workspace by default.
    /// </summary>
    public string? UploadFolder { get; init; }

    /// <summary>Greatest file that may be sent [bytes].</summary>
    public long UploadBytes { get; init; } = DefaultUploadMebibytes * Mebibyte;

    /// <summary>The clock by which steps are dated and notices run.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where it listens when nothing else is said.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    private const long Mebibyte = 1 << 20;

    /// <summary>A GeoPackage of a million parcels.</summary>
    private const int DefaultUploadMebibytes = 256;

    private const string Prefix = "GEP_";
    private const int DefaultSeconds = 30;

    /// <summary>A map that pans asks for some hundred tiles a second.</summary>
    private const int DefaultRate = 500;

    /// <summary>
    /// Settings of a JSON file, over which the environment (<c>GEP_CORS_ORIGINS</c>, …) goes, over which the
    /// command line goes.
    /// </summary>
    /// <param name="file">The file, or null.</param>
    /// <param name="urls">Addresses of the command line, or null.</param>
    public static ServeSettings Read(string? file, string? urls)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null) builder.AddJsonFile(Path.GetFullPath(file), optional: false);
        var values = builder.AddEnvironmentVariables(Prefix).Build();
        bool hasSeconds = int.TryParse(values["REQUEST_SECONDS"], out int seconds) && seconds > 0;
        return new ServeSettings(
            urls ?? values["URLS"] ?? DefaultUrls,
            [.. (values["CORS_ORIGINS"] ?? "").Split(
                [',', ' '], StringSplitOptions.RemoveEmptyEntries)],
            values["PUBLIC_URL"]?.TrimEnd('/'),
            TimeSpan.FromSeconds(hasSeconds ? seconds : DefaultSeconds))
        {
            IsPublic = !string.Equals(values["PUBLIC"], "false", StringComparison.OrdinalIgnoreCase),
            Tokens = values["TOKENS"] is { Length: > 0 } tokens
                ? TokenRegister.Read(Path.GetFullPath(tokens))
                : TokenRegister.Empty,
            RatePerSecond = int.TryParse(values["RATE"], out int rate) && rate >= 0 ? rate : DefaultRate,
            GraphiQLFolder = values["GRAPHIQL"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null,
            UploadFolder = values["UPLOADS"] is { Length: > 0 } uploads ? Path.GetFullPath(uploads) : null,
            UploadBytes = Mebibyte * (int.TryParse(values["UPLOAD_MEBIBYTES"], out int mebibytes)
                && mebibytes > 0 ? mebibytes : DefaultUploadMebibytes),
            DossierFolder = values["DOSSIER"] is { Length: > 0 } log ? Path.GetFullPath(log) : null,
        };
    }
}
