using System.Diagnostics;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Bench;

/// <summary>
/// Mutated documents against a running engine: each must be answered, soon, and nothing may be thrown.
/// </summary>
internal static class Fuzz
{
    private const int SlowMilliseconds = 2000;

    private static readonly string[] Seeds =
    [
        "{ parcel(id:\"42\"){ id code classCode areaM2 unit{ id name items(first: 3, filter: \"x\") { id } }"
            + " } }",
        "query Q($n: Int = 3, $s: Boolean!) { parcels(first: $n) @skip(if: $s) { ...F } } fragment F on "
            + "Parcel { id unit { ...G } }"
            + " fragment G on Unit { id next { name next { id } } }",
        "{ __schema { types { name fields(includeDeprecated: true) { name args { name type { name ofType { "
            + "name } } } } } } }",
        "{ a: unit(id: 1) { count } b: unit(id: \"\") { ... on Unit { active @include(if: true) } } "
            + "__typename }",
        "subscription { x } mutation { y } query Z { job(id: \"\\u00e9\") { id } } type T { a: Int }",
    ];

    private static readonly string[] Spare =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "...", "=", "|", "&", "\"", "\"\"\"", "\\", "#",
            "\n", "on",
        "null", "true", "-1", "3.5e9", "1e400", "2147483648", "$x", "query", "fragment F on Parcel", "\uFEFF",
            "\u0000",
        "\uD800", "@skip(if: true)", "{ id }", "...F", "items(first: 2000000000) { id }", "unit { ",
            "[[[[[[[[[[", "{{{{{{{{",
    ];

    public static int Run(Schema schema, int count, int seed)
    {
        using var engine = new GraphQLEngine(schema);
        var random = new Random(seed);
        long slowest = 0, refused = 0;
        var total = Stopwatch.StartNew();
        for (int i = 0; i < count; i++)
        {
            string document = Mutate(Seeds[random.Next(Seeds.Length)], random);
            long started = Stopwatch.GetTimestamp();
            try
            {
                using var response = engine.ExecuteAsync(new GraphQLRequest { Query = document }).AsTask()
                    .GetAwaiter().GetResult();
                if (response.IsRequestError) refused++;
            }
            catch (Exception exception)
            {
                Console.WriteLine($"seed {seed}, document {i}: {exception.GetType().Name}: {document}");
                return 1;
            }
            long milliseconds = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            slowest = Math.Max(slowest, milliseconds);
            if (milliseconds <= SlowMilliseconds) continue;
            Console.WriteLine($"seed {seed}, document {i} took {milliseconds} ms: {document}");
            return 1;
        }
        Console.WriteLine($"fuzz: {count} documents, {refused} refused, none thrown, slowest {slowest} ms, "
            + $"{total.Elapsed.TotalSeconds:0} s, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB "
                + $"at most, seed {seed}");
        return 0;
    }

    private static string Mutate(string document, Random random)
    {
        int changes = 1 + random.Next(6);
        for (int i = 0; i < changes; i++)
        {
            int at = random.Next(document.Length + 1),
                length = Math.Min(random.Next(12), document.Length - at);
            document = random.Next(4) switch
            {
                0 => document.Remove(at, length),
                1 => document.Insert(at, Spare[random.Next(Spare.Length)]),
                2 => document.Insert(at, document.Substring(at, length)),
                _ => document.Remove(at, length).Insert(at, Spare[random.Next(Spare.Length)]),
            };
        }
        return document;
    }
}
