using System.Collections.Immutable;
using System.Text;
using Gep.Accounting.Compensation;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;

namespace Gep.Api.Changes;

/// <summary>A kind of records that officers keep and schemes settle on.</summary>
/// <param name="Name">Its name in the record book and the audit log.</param>
/// <param name="Folder">Folder of its files in a workspace.</param>
/// <param name="Columns">Columns that each of its files has.</param>
internal sealed record RecordKind(string Name, string Folder, ImmutableArray<string> Columns)
{
    /// <summary>Loss claims.</summary>
    public static RecordKind Claim { get; } = new("claim", ClaimReader.Folder, ClaimReader.Columns);

    /// <summary>Measured results and ledger entries.</summary>
    public static RecordKind Reading { get; } =
        new("monitoring-reading", MonitoringReader.Folder, MonitoringReader.Columns);

    /// <summary>Both.</summary>
    public static ImmutableArray<RecordKind> All { get; } = [Claim, Reading];

    /// <summary>Whether a scheme settles on them.</summary>
    public bool IsTakenBy(Scheme scheme) =>
        this == Claim ? scheme.Rule.Kind == RuleKind.PoolAllocation : scheme.Rule.Terms is not null;

    /// <summary>The rows of a file by column, empty fields left out; none where there is no file.</summary>
    public IEnumerable<ImmutableSortedDictionary<string, string>> ReadRows(string root, string file) =>
        !File.Exists(Path.Combine(root, file))
            ? []
            : CsvTable.Read(root, file, Columns, new ProblemList()).Select(row => row.Pairs
                .Where(pair => pair.Value.Text is not null)
                .ToImmutableSortedDictionary(
                    pair => pair.Key, pair => pair.Value.Text!, StringComparer.Ordinal));

    /// <summary>The rows as a file.</summary>
    public string Written(IReadOnlyList<ImmutableSortedDictionary<string, string>> rows)
    {
        string[] columns =
        [
            .. Columns, .. rows.SelectMany(row => row.Keys).Except(Columns, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', columns.Select(column =>
                CsvText.Quoted(row.GetValueOrDefault(column, "")))).Append('\n');
        }
        return text.ToString();
    }
}
