using System.Collections.Immutable;
using Gep.Accounting.Traces;

namespace Gep.Accounting.Accounts;

/// <summary>The register of parameters and statistics that an account used, each once: table T12.</summary>
public sealed class InputRegister
{
    private readonly Dictionary<(string Label, string Value, string Place), int> numbers = [];
    private readonly List<TracedNumber> inputs = [];

    private InputRegister(IEnumerable<AccountLine> lines)
    {
        ByLine = lines.ToImmutableDictionary(
            line => line.Id,
            line => LineInputs.Of(line).Where(input => input.Source is not null).Select(Register)
                .Distinct().ToImmutableArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Every input with a source, in the order in which lines ask for it.</summary>
    public IReadOnlyList<TracedNumber> Inputs => inputs;

    /// <summary>Positions in <see cref="Inputs"/> by id of the line.</summary>
    public ImmutableDictionary<string, ImmutableArray<int>> ByLine { get; }

    /// <summary>The register of an account.</summary>
    public static InputRegister Of(GepAccount account) => new(account.Lines);

    private int Register(TracedNumber input)
    {
        var key = (input.Label.English, $"{input.Amount:R} {input.Unit}", input.Place ?? "");
        if (numbers.TryGetValue(key, out int known)) return known;
        inputs.Add(input);
        return numbers[key] = inputs.Count - 1;
    }
}
