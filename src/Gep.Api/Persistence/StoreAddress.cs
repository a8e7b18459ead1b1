using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;

namespace Gep.Api.Persistence;

/// <summary>How a database is named on the command line.</summary>
internal static class StoreAddress
{
    /// <summary>Environment variable that names the database where no option does.</summary>
    public const string Variable = "GEP_DATABASE";

    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    private static readonly Dictionary<string, string> KeywordOf = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["application_name"] = "Application Name",
        ["connect_timeout"] = "Timeout",
        ["user"] = "Username",
        ["dbname"] = "Database",
    };

    /// <summary>
    /// The driver's connection string of <c>postgresql://user:password@host:port/database?sslmode=require</c>
    /// or of keywords, <c>Host=…;Database=…</c>.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? connectionString)
    {
        connectionString = null;
        try
        {
            bool isUrl = Schemes.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
            var builder = isUrl ? FromUrl(text) : new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database)) return false;
            builder.CommandTimeout = 0;
            connectionString = builder.ConnectionString;
            return true;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException
            or InvalidCastException or OverflowException)
        {
            return false;
        }
    }

    private static NpgsqlConnectionStringBuilder FromUrl(string text)
    {
        string rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        string query = After(ref rest, '?');
        string database = After(ref rest, '/');
        int at = rest.LastIndexOf('@');
        string user = at < 0 ? "" : rest[..at];
        string host = rest[(at + 1)..];
        string password = After(ref user, ':');
        string port = host.StartsWith('[') && host.EndsWith(']') ? "" : AfterLast(ref host, ':');
        var builder = new NpgsqlConnectionStringBuilder { Database = Uri.UnescapeDataString(database) };
        if (host.Length > 0) builder.Host = Uri.UnescapeDataString(host.Trim('[', ']'));
        if (port.Length > 0) builder.Port = int.Parse(port, NumberStyles.None, CultureInfo.InvariantCulture);
        if (user.Length > 0) builder.Username = Uri.UnescapeDataString(user);
        if (password.Length > 0) builder.Password = Uri.UnescapeDataString(password);
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string key = pair;
            string value = Uri.UnescapeDataString(After(ref key, '='));
            builder[KeywordOf.GetValueOrDefault(key, key)] =
                key.Equals("sslmode", StringComparison.OrdinalIgnoreCase)
                    ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        return builder;
    }

    private static string After(ref string text, char mark) => Cut(ref text, text.IndexOf(mark));

    private static string AfterLast(ref string text, char mark) => Cut(ref text, text.LastIndexOf(mark));

    private static string Cut(ref string text, int at)
    {
        if (at < 0) return "";
        string tail = text[(at + 1)..];
        text = text[..at];
        return tail;
    }
}
