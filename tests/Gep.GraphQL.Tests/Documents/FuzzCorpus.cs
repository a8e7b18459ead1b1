using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Tests.Documents;

/// <summary>
/// Documents of every kind, damaged by tokens, by characters, in their values only (most of these still run),
/// or as bytes of a request's body.
/// </summary>
internal sealed partial class FuzzCorpus(Schema schema, int seed)
{
    private const int Documents = 400, OfSyntax = 50;
    private const int KindsOfDamage = 10;

    private readonly (string Document, JsonObject Variables)[] _sound = Make(schema, seed);

    private static readonly string[] Extremes =
    [
        "null", "true", "-1", "0", "2147483647", "2147483648", "-1e308", "1e400", "0.1e-400", "\"\"",
        "[]", "{}",
        "[[[[]]]]", "\"\\uD83D\\uDE00\"", "\"\"\"a\n  b\"\"\"", "HIGH", "{id: 1}", "{and: [{and: [{}]}]}",
    ];

    public (string Document, JsonObject Variables) Next(Random random)
    {
        var (document, variables) = _sound[random.Next(_sound.Length)];
        return (Damage(document, random), variables);
    }

    /// <summary>A body of JSON; in one of ten its bytes are damaged instead of its document.</summary>
    public byte[] Body(Random random)
    {
        var (document, variables) = _sound[random.Next(_sound.Length)];
        bool isBytes = random.Next(KindsOfDamage) == 0;
        var body = new JsonObject { ["query"] = isBytes ? document : Damage(document, random) };
        if (variables.Count > 0 || isBytes) body["variables"] = variables.DeepClone();
        byte[] bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        for (int changes = isBytes ? 1 + random.Next(4) : 0; changes > 0; changes--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static string Damage(string document, Random random) => random.Next(KindsOfDamage) switch
    {
        < 4 => TokenMutation.Apply(document, random),
        < 6 => Characters(document, random),
        _ => Values(document, random),
    };

    private static string Values(string document, Random random)
    {
        var places = Literal().Matches(document);
        if (places.Count == 0) return document;
        var place = places[random.Next(places.Count)];
        string value = Extremes[random.Next(Extremes.Length)];
        return document[..place.Index] + value + document[(place.Index + place.Length)..];
    }

    private static string Characters(string document, Random random)
    {
        var text = new StringBuilder(document);
        for (int changes = 1 + random.Next(5); changes > 0; changes--)
        {
            int at = random.Next(text.Length + 1), length = Math.Min(random.Next(12), text.Length - at);
            string piece = text.ToString(at, length);
            if (random.Next(2) == 0) text.Remove(at, length);
            else if (random.Next(2) == 0) text.Insert(at, piece);
            else text.Insert(at, (char)random.Next(random.Next(2) == 0 ? 128 : char.MaxValue));
        }
        return text.ToString();
    }

    [GeneratedRegex(@"(?<=: )(?:-?\d[\d.eE+-]*|""[^""\n]*""|true|false|null)")]
    private static partial Regex Literal();

    private static (string, JsonObject)[] Make(Schema schema, int seed)
    {
        var generator = new DocumentGenerator(schema, seed);
        var sound = Enumerable.Repeat(generator, int.MaxValue).Select(each => each.Next())
            .Where(pair => new PreparedDocument(schema, pair.Document, new GraphQLLimits(), false)
                .Errors.Count == 0);
        return [.. sound.Take(Documents),
            .. Corpus.Syntax.Take(OfSyntax).Select(text => (text, new JsonObject()))];
    }
}
