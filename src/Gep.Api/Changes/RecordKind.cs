using System.Collections.Immutable;
using System.Text;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Api.Compensation;
using Gep.Api.Security;
using Gep.Api.Workspaces;

namespace Gep.Api.Changes;

/// <summary>A kind of rows that offices keep and schedules are settled on.</summary>
/// <param name="Name">Its name in the record book and the audit log.</param>
/// <param name="Keeper">Who keeps them.</param>
/// <param name="Place">
/// Where a workspace has them: the folder of its files, one for each scheme and year, or the one file of all,
/// whose rows name scheme and year.
/// </param>
/// <param name="Columns">Columns that each file has.</param>
internal sealed record RecordKind(
    string Name, CallerRole Keeper, string Place, ImmutableArray<string> Columns)
{
    private const string FileEnding = ".csv";

    /// <summary>Loss claims.</summary>
    public static RecordKind Claim { get; } =
        new("claim", CallerRole.Officer, ClaimReader.Folder, ClaimReader.Columns);

    /// <summary>Measured results and ledger entries.</summary>
    public static RecordKind Reading { get; } =
        new("monitoring-reading", CallerRole.Officer, MonitoringReader.Folder, MonitoringReader.Columns);

    /// <summary>Differences of issued schedules that are settled with a later one.</summary>
    public static RecordKind Adjustment { get; } = new(
        "adjustment", CallerRole.Finance, CarriedReader.AdjustmentFile, CarriedReader.AdjustmentColumns);

    /// <summary>All of them.</summary>
    public static ImmutableArray<RecordKind> All { get; } = [Claim, Reading, Adjustment];

    private bool HasOneFile => Place.EndsWith(FileEnding, StringComparison.Ordinal);

    /// <summary>Whether a scheme settles on them.</summary>
    public bool IsTakenBy(Scheme scheme) => this == Adjustment
        || (this == Claim ? scheme.Rule.Kind == RuleKind.PoolAllocation : scheme.Rule.Terms is not null);

    /// <summary>
    /// What the record book calls the rows that are numbered together: those of a scheme and year, of a
    /// scheme where there is one file.
    /// </summary>
    public string SubjectOf(SchemeCode scheme, AccountingYear year)
    {
        string code = scheme.ToString().ToLowerInvariant();
        return HasOneFile ? code : $"{code}-{year}";
    }

    /// <summary>The rows of a subject by column without empty fields; none where there is no file.</summary>
    public IEnumerable<ImmutableSortedDictionary<string, string>> ReadRows(string root, string subject) =>
        RowsOfFile(root, subject).Where(row => IsAbout(row, subject));

    /// <summary>Writes the rows of a subject, beside those of others that its file has.</summary>
    public void WriteRows(
        string root, string subject, IEnumerable<ImmutableSortedDictionary<string, string>> rows)
    {
        var others = RowsOfFile(root, subject).Where(row => !IsAbout(row, subject));
        string path = Path.Combine(root, FileOf(subject));
        string text = Written([.. others, .. rows]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string FileOf(string subject) => HasOneFile ? Place : $"{Place}/{subject}{FileEnding}";

    private bool IsAbout(ImmutableSortedDictionary<string, string> row, string subject) => !HasOneFile
        || string.Equals(row.GetValueOrDefault("scheme"), subject, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<ImmutableSortedDictionary<string, string>> RowsOfFile(string root, string subject) =>
        !File.Exists(Path.Combine(root, FileOf(subject)))
            ? []
            : CsvTable.Read(root, FileOf(subject), Columns, new ProblemList()).Select(row => row.Pairs
                .Where(pair => pair.Value.Text is not null)
                .ToImmutableSortedDictionary(
                    pair => pair.Key, pair => pair.Value.Text!, StringComparer.Ordinal));

    private string Written(IReadOnlyList<ImmutableSortedDictionary<string, string>> rows)
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
