using System.Globalization;

namespace Gep.Api.Maps.Ogc;

/// <summary>
/// Checks the datetime parameter. Features have no time property of their own, so a good one selects all of
/// them; [OGC-FEATURES-1] §7.15.4.
/// </summary>
internal static class DateTimeText
{
    private const string Open = "..";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Whether it is a time, or an interval of two times of which one may be open.</summary>
    public static bool IsValid(string text)
    {
        string[] ends = text.Split('/');
        if (ends.Length == 1) return Parse(text) is not null;
        if (ends.Length != 2) return false;
        bool isOpenBegin = ends[0] is "" or Open, isOpenEnd = ends[1] is "" or Open;
        var begin = isOpenBegin ? null : Parse(ends[0]);
        var end = isOpenEnd ? null : Parse(ends[1]);
        if ((begin is null && !isOpenBegin) || (end is null && !isOpenEnd)) return false;
        return begin is null || end is null ? !(isOpenBegin && isOpenEnd) : begin <= end;
    }

    private static DateTimeOffset? Parse(string text) => DateTimeOffset.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : null;
}
