using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gep.Api.Cli;

/// <summary>How every JSON of the program is written: indented, line feeds, Chinese as it is.</summary>
internal static class JsonStyle
{
    /// <summary>Options of the writer.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
