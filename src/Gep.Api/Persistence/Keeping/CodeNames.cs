using System.Diagnostics.CodeAnalysis;
using Gep.Api.Workspaces;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Enumerations as the store and the command line write them: <c>finance-leader</c>.</summary>
internal static class CodeNames
{
    /// <summary>The value of a code; false when there is none.</summary>
    public static bool TryParse<T>(string code, [MaybeNullWhen(false)] out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (WorkspaceProblem.CodeOf(candidate) != code) continue;
            value = candidate;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>The value of a code that this program wrote.</summary>
    public static T Parse<T>(string code)
        where T : struct, Enum =>
        TryParse<T>(code, out var value)
            ? value : throw new InvalidDataException($"'{code}' is no {typeof(T).Name}.");

    /// <summary>Every code, in order of the enumeration.</summary>
    public static string[] Of<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => WorkspaceProblem.CodeOf(value))];
}
