using System.Collections.Immutable;
using Gep.Accounting.Compensation.Households;
using Gep.Accounting.Compensation.Settlement;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>Reads household registers, <c>households/&lt;layer&gt;.csv</c>: who shares which
/// parcel.</summary>
internal static class HouseholdReader
{
    private const string Folder = "households";

    private static readonly ImmutableArray<string> Columns =
        ["id", "parcel", "group", "head", "identity_masked", "card_masked", "weight"];

    /// <summary>All entries, in order of file names and rows.</summary>
    public static ImmutableArray<HouseholdShare> ReadAll(string root, ProblemList problems)
    {
        string folder = Path.Combine(root, Folder);
        if (!Directory.Exists(folder)) return [];
        var households = ImmutableArray.CreateBuilder<HouseholdShare>();
        foreach (string path in Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            string layer = Path.GetFileNameWithoutExtension(path), place =
                $"{Folder}/{Path.GetFileName(path)}";
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var row in CsvTable.Read(root, place, Columns, problems))
            {
                if (Read(row, layer, problems) is not { } household) continue;
                if (seen.Add(household.Id)) households.Add(household);
                else
                {
                    problems.Refuse(WorkspaceProblemCode.RowDuplicate, row.Place,
                        new($"户登记号 {household.Id} 重复。",
                            $"Household entry {household.Id} stands twice."),
                        new("请只保留一行。", "Keep one row."));
                }
            }
        }
        return households.ToImmutable();
    }

    private static HouseholdShare? Read(YamlEntry row, string layer, ProblemList problems)
    {
        string? id = row.RequireText("id", problems), parcel = row.RequireText("parcel", problems);
        string? head = row.RequireText("head", problems);
        string group = row.OptionalText("group", problems) ?? "";
        string identity = row.OptionalText("identity_masked", problems) ?? "";
        string? card = row.OptionalText("card_masked", problems);
        var weight = FigureReader.ReadNumber(row, "weight", SettlementItem.MeasureMax, problems);
        row.RefuseUnknownKeys(problems);
        return id is null || parcel is null || head is null || weight is null
            ? null
            : new HouseholdShare(id, layer, parcel, group, head, identity, card, weight.Value, row.Place);
    }
}
