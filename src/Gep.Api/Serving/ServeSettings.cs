using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace Gep.Api.Serving;

/// <summary>How the service runs; see docs/maps.md.</summary>
/// <param name="Urls">Addresses it listens on, separated by semicolons.</param>
/// <param name="CorsOrigins">Origins whose pages may read it; <c>*</c> is every one.</param>
/// <param name="PublicUrl">Address that links begin with; null takes that of the request.</param>
/// <param name="RequestTime">Longest time one answer may take.</param>
internal sealed record ServeSettings(
    string Urls, ImmutableArray<string> CorsOrigins, string? PublicUrl, TimeSpan RequestTime)
{
    /// <summary>Where it listens when nothing else is said.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    private const string Prefix = "GEP_";
    private const int DefaultSeconds = 30;

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
            TimeSpan.FromSeconds(hasSeconds ? seconds : DefaultSeconds));
    }
}
