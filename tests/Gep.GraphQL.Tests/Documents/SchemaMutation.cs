using System.Text.RegularExpressions;

namespace Gep.GraphQL.Tests.Documents;

/// <summary>
/// Damage that a schema's text survives and its types do not: type names exchanged, marks of lists and
/// non-null added or taken, fields and arguments dropped, words doubled behind "implements" and "=".
/// </summary>
internal static partial class SchemaMutation
{
    public static string Apply(string sdl, Random random)
    {
        int changes = 1 + random.Next(4);
        for (int i = 0; i < changes; i++) sdl = Change(sdl, random);
        return sdl;
    }

    private static string Change(string sdl, Random random)
    {
        string[] names = [.. Defined().Matches(sdl).Select(match => match.Groups[1].Value), "Int", "String"];
        string other = names[random.Next(names.Length)];
        return random.Next(8) switch
        {
            0 or 1 => Replace(sdl, TypeInUse(), random, match => ": " + other + match.Groups[2].Value),
            2 => Replace(sdl, TypeInUse(), random, match => match.Value + "!"),
            3 => Replace(sdl, NonNull(), random, _ => ""),
            4 => Replace(sdl, Field(), random, _ => "\n"),
            5 => Replace(sdl, Implements(), random, match => match.Value + other + " & "),
            6 => Replace(sdl, Member(), random, match => match.Value + other + " | "),
            _ => Replace(sdl, Name(), random, match => "__" + match.Value),
        };
    }

    private static string Replace(string sdl, Regex what, Random random, Func<Match, string> with)
    {
        var found = what.Matches(sdl);
        if (found.Count == 0) return sdl;
        var one = found[random.Next(found.Count)];
        return sdl[..one.Index] + with(one) + sdl[(one.Index + one.Length)..];
    }

    [GeneratedRegex(@"(?:type|interface|union|enum|input|scalar) (\w+)")]
    private static partial Regex Defined();

    [GeneratedRegex(@": (\w+)(!?)")]
    private static partial Regex TypeInUse();

    [GeneratedRegex("!")]
    private static partial Regex NonNull();

    [GeneratedRegex(@"\n  \w+[^\n{}]*\n")]
    private static partial Regex Field();

    [GeneratedRegex("implements ")]
    private static partial Regex Implements();

    [GeneratedRegex("union [^=]*= ")]
    private static partial Regex Member();

    [GeneratedRegex(@"\b\w+(?=[:(])")]
    private static partial Regex Name();
}
