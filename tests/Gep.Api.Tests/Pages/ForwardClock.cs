using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gep.Api.Tests.Pages;

/// <summary>A clock that whoever asks the service can put forward: notices end within a test.</summary>
internal sealed class ForwardClock : TimeProvider
{
    /// <summary>Where the service is asked.</summary>
    public const string Path = "/test/later";

    /// <summary>Longer than any notice.</summary>
    private const int DaysForward = 8;

    private TimeSpan ahead;

    /// <summary>Adds the address to a service.</summary>
    public void Map(WebApplication app) => app.MapGet(Path, () =>
    {
        ahead += TimeSpan.FromDays(DaysForward);
        return Results.NoContent();
    });

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
