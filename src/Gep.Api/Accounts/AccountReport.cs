using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Problems;
using Gep.Accounting.Seea;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>An account with what its writers need to name things.</summary>
/// <param name="Workspace">Name of the workspace, the same on every machine.</param>
/// <param name="Snapshot">Id of the layers and packs it was made from.</param>
/// <param name="Account">The account.</param>
/// <param name="Classification">Names of districts, types and services.</param>
/// <param name="WorkspaceProblems">Problems of layers and packs, shown with the account's own.</param>
internal sealed record AccountReport(
    string Workspace,
    string Snapshot,
    GepAccount Account,
    Classification Classification,
    IReadOnlyList<WorkspaceProblem> WorkspaceProblems)
{
    /// <summary>The account's figures where published bands are.</summary>
    public ImmutableArray<BandResult> Bands { get; init; } = [];

    /// <summary>Variables of the ecosystems' condition; none where the workspace has none.</summary>
    public ImmutableArray<ConditionVariable> Condition { get; init; } = [];

    /// <summary>Share of a value that rests on inputs of low confidence [%]; null where there is no
    /// value.</summary>
    public static decimal? LowShare(IReadOnlyCollection<AccountLine> lines)
    {
        const decimal PerCent = 100m;
        decimal whole = lines.Sum(line => line.Value.Yuan);
        decimal low = lines.Where(line => line.Flags.Contains(AccountFlag.LowConfidence))
            .Sum(line => line.Value.Yuan);
        return whole == 0 ? null : PerCent * low / whole;
    }

    /// <summary>Every problem: first those of the workspace, then those of the account.</summary>
    public IEnumerable<WorkspaceProblem> Problems =>
        WorkspaceProblems.Concat(Account.Problems.Select(WorkspaceProblem.From));

    /// <summary>Name of a service; its code where the classification has none.</summary>
    public BilingualText NameOf(Gep.Accounting.Codes.ServiceCode service) =>
        Classification.Find(service)?.Name ?? new(service.ToString(), service.ToString());

    /// <summary>Name of an item of a service; its code where the classification has none.</summary>
    public BilingualText NameOf(Gep.Accounting.Codes.ServiceCode service, string item)
    {
        foreach (var (code, name) in Classification.Find(service)?.Items ?? [])
        {
            if (string.Equals(code, item, StringComparison.Ordinal)) return name;
        }
        return new(item, item);
    }

    /// <summary>Name of a district; its code where the classification has none.</summary>
    public BilingualText NameOf(Gep.Accounting.Codes.DistrictCode district) =>
        Classification.Find(district)?.Name ?? new(district.ToString(), district.ToString());

    /// <summary>
    /// Name of an ecosystem type; its code where the classification has none, and a word for none.
    /// </summary>
    public BilingualText NameOf(Gep.Accounting.Codes.EcosystemTypeCode? type) => type is { } code
        ? Classification.Find(code)?.Name ?? new(code.ToString(), code.ToString())
        : new("不分类型", "no single type");
}
