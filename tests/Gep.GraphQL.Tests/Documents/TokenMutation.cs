using Gep.GraphQL.Language;

namespace Gep.GraphQL.Tests.Documents;

/// <summary>
/// Small damage to a document: tokens dropped, doubled, swapped, renamed, or characters changed.
/// </summary>
internal static class TokenMutation
{
    private static readonly string[] Spare =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "...", "=", "|", "&", "on", "null", "true", "-1",
            "3.5",
        "\"text\"", "\"\"\"block\"\"\"", "$x", "name", "query", "fragment", "type", "2147483648", "1e400",
            "\uFEFF",
        "@skip(if: true)", "@include", "__typename", "ENUM", "# comment\n", "\u0000", "\uD800", "id",
            "{ id }",
    ];

    public static string Apply(string document, Random random)
    {
        var tokens = Cut(document);
        int changes = 1 + random.Next(3);
        for (int i = 0; i < changes && tokens.Count > 0; i++)
        {
            int at = random.Next(tokens.Count), other = random.Next(tokens.Count);
            switch (random.Next(6))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[other]);
                    break;
                case 2:
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                case 3:
                    tokens[at] = Spare[random.Next(Spare.Length)];
                    break;
                case 4:
                    tokens.Insert(at, Spare[random.Next(Spare.Length)]);
                    break;
                default:
                    tokens[at] = tokens[other];
                    break;
            }
        }
        return string.Join(' ', tokens);
    }

    private static List<string> Cut(string document)
    {
        var lexer = new Lexer(new SourceText(document));
        var tokens = new List<string>();
        int position = 0;
        try
        {
            while (lexer.Read(position) is { Kind: not TokenKind.EndOfFile } token)
            {
                tokens.Add(document[token.Start..token.End]);
                position = token.End;
            }
        }
        catch (GraphQLException)
        {
            tokens.Add(document[position..]);
        }
        return tokens;
    }
}
