using System.Globalization;
using System.Text;

namespace Gep.Spatial.Problems;

/// <summary>Something wrong in a layer, or something done to it that its users must know.</summary>
/// <param name="Code">
/// Stable code; one entry each in docs/problems.md and one file in tests/bad-input.
/// </param>
/// <param name="Severity">Whether the feature or layer is still used.</param>
/// <param name="File">File name as the manifest gives it.</param>
/// <param name="Feature">
/// 1-based ordinal of the feature in the file; null when the whole file is meant.
/// </param>
/// <param name="FeatureId">Id of the feature.</param>
/// <param name="Field">Attribute or member.</param>
/// <param name="Value">The offending value as it stands in the file, shortened.</param>
/// <param name="Longitude">Longitude of the place [°].</param>
/// <param name="Latitude">Latitude of the place [°].</param>
/// <param name="TextChinese">What is wrong, in Chinese.</param>
/// <param name="TextEnglish">What is wrong, in English.</param>
/// <param name="RemedyChinese">What to do about it, in Chinese.</param>
/// <param name="RemedyEnglish">What to do about it, in English.</param>
public sealed record LayerProblem(
    LayerProblemCode Code,
    LayerProblemSeverity Severity,
    string File,
    long? Feature,
    string? FeatureId,
    string? Field,
    string? Value,
    double? Longitude,
    double? Latitude,
    string TextChinese,
    string TextEnglish,
    string RemedyChinese,
    string RemedyEnglish)
{
    /// <summary>The code as users see it: <c>ring-not-closed</c>.</summary>
    public string CodeName => NameOf(Code);

    /// <summary>
    /// True when no feature of the layer may be used: its rest could not be read or understood.
    /// </summary>
    public bool RefusesLayer =>
        Severity == LayerProblemSeverity.Refusal
        && (Feature is null || Code is LayerProblemCode.NotJson or LayerProblemCode.FeatureTooLarge);

    /// <summary>Makes a problem with the texts of its code.</summary>
    /// <param name="code">What is wrong.</param>
    /// <param name="place">Where.</param>
    /// <param name="details">What the texts of the code leave open, in their order.</param>
    public static LayerProblem At(LayerProblemCode code, LayerPlace place, params string[] details) =>
        At(code, LayerProblemTexts.Of(code).Severity, place, details);

    /// <summary>The same with a severity that differs from the usual one of the code.</summary>
    public static LayerProblem At(
        LayerProblemCode code, LayerProblemSeverity severity, LayerPlace place, params string[] details)
    {
        LayerProblemText text = LayerProblemTexts.Of(code);
        return new LayerProblem(
            code, severity, place.File, place.Feature, place.FeatureId, place.Field, place.Value,
            place.Longitude, place.Latitude,
            Fill(text.TextChinese), Fill(text.TextEnglish), Fill(text.RemedyChinese), Fill(
                text.RemedyEnglish));

        string Fill(string template) => string.Format(CultureInfo.InvariantCulture, template, details);
    }

    /// <summary>The code as users see it: words in lower case joined by hyphens.</summary>
    public static string NameOf(LayerProblemCode code)
    {
        var name = new StringBuilder();
        foreach (char letter in code.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0) name.Append('-');
            name.Append(char.ToLowerInvariant(letter));
        }
        return name.ToString();
    }

    /// <summary>The one-line English form: code, text, remedy, place.</summary>
    public override string ToString()
    {
        var line = new StringBuilder($"{CodeName}: {TextEnglish} {RemedyEnglish} [{File}");
        if (Feature is not null) line.Append(CultureInfo.InvariantCulture, $", feature {Feature}");
        if (FeatureId is not null) line.Append(CultureInfo.InvariantCulture, $" (id {FeatureId})");
        if (Field is not null) line.Append(CultureInfo.InvariantCulture, $", {Field}");
        if (Value is not null) line.Append(CultureInfo.InvariantCulture, $" = {Value}");
        if (Longitude is not null)
            line.Append(CultureInfo.InvariantCulture, $", at {Longitude:0.0000000} {Latitude:0.0000000}");
        return line.Append(']').ToString();
    }
}
