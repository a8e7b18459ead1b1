using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>
/// Reads the schemes of a workspace, <c>schemes/&lt;scheme&gt;/scheme.yaml</c>. Every problem is kept with
/// file and line; a scheme that cannot be read does not hide the others.
/// </summary>
internal static class SchemeReader
{
    private const string Folder = "schemes";
    private const string FileName = "scheme.yaml";

    /// <summary>All schemes that can be read, in order of their codes.</summary>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="problems">Where problems go, in order of the folders' names.</param>
    public static ImmutableArray<Scheme> ReadAll(string root, ProblemList problems)
    {
        string folder = Path.Combine(root, Folder);
        if (!Directory.Exists(folder)) return [];
        var schemes = new SortedDictionary<SchemeCode, Scheme>();
        var names = Directory.GetDirectories(folder).Select(path => Path.GetFileName(path));
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            if (Read(root, $"{Folder}/{name}/{FileName}", problems) is not { } scheme) continue;
            if (schemes.TryAdd(scheme.Code, scheme)) continue;
            problems.Refuse(WorkspaceProblemCode.SchemeDuplicate, scheme.Place,
                new($"方案 {scheme.Code} 已在 {schemes[scheme.Code].Place} 定义。",
                    $"Scheme {scheme.Code} is already defined in {schemes[scheme.Code].Place}."),
                new("请合并或改用另一编号。", "Merge them, or give this one another id."));
        }
        return [.. schemes.Values];
    }

    /// <summary>One scheme, or null after its problems were added.</summary>
    public static Scheme? Read(string root, string relativePath, ProblemList problems)
    {
        var own = new ProblemList();
        var entry = YamlFile.Read(root, relativePath, own);
        var scheme = entry is null ? null : Read(entry, own);
        foreach (var problem in own.All) problems.Add(problem);
        return own.HasRefusal ? null : scheme;
    }

    /// <summary>The scheme of an entry, or null; whole only when no problem was added.</summary>
    public static Scheme? Read(YamlEntry entry, ProblemList problems)
    {
        var code = ReadCode(entry, problems);
        var names = entry.RequireNames("names", problems);
        var basis = ReferenceReader.ReadDocument(entry.Require("basis", problems), problems);
        var source = ReferenceReader.ReadSource(entry.Require("source", problems), problems);
        var element = entry.RequireMember<CompensatedElement>("element", problems);
        var mechanism = entry.RequireMember<CompensationMechanism>("mechanism", problems);
        var status = entry.RequireMember<SchemeStatus>("status", problems);
        var statusReason = status == SchemeStatus.Unverified || entry.Find("status_reason") is not null
            ? entry.RequireNames("status_reason", problems)
            : null;
        var beneficiaries = entry.RequireNames("beneficiaries", problems);
        var payerSplitUnknown = entry.Find("payer_split_unknown") is null
            ? null
            : entry.RequireNames("payer_split_unknown", problems);
        var rule = RuleReader.Read(entry, basis, source, problems);
        var relations = RelationsOf(entry, problems);
        var declared = FigureReader.ReadDeclared(entry, problems);
        var ranges = FigureReader.ReadRanges(entry, problems);
        var figures = FigureReader.ReadFigures(entry, problems);
        var budgetCodes = EntryList.Optional(entry, "budget_codes", problems)
            .Select(item => item.Text).OfType<string>();
        ImmutableArray<string> useCodes = [.. budgetCodes];
        entry.RefuseUnknownKeys(problems);
        if (code is null || names is null || basis is null || source is null || element is null
            || mechanism is null || status is null || beneficiaries is null || rule is null)
        {
            return null;
        }
        return new Scheme
        {
            Code = code.Value,
            Name = names.Value,
            Basis = basis,
            Source = source,
            Element = element.Value,
            Mechanism = mechanism.Value,
            Status = status.Value,
            StatusReason = statusReason,
            Rule = rule,
            Beneficiaries = beneficiaries.Value,
            PayerSplitUnknown = payerSplitUnknown,
            Relations = relations,
            DeclaredTotals = declared,
            Ranges = ranges,
            Figures = figures,
            BudgetCodes = useCodes,
            Place = entry.Place,
        };
    }

    private static SchemeCode? ReadCode(YamlEntry entry, ProblemList problems)
    {
        if (entry.RequireText("id", problems) is not { } text) return null;
        if (SchemeCode.TryParse(text, out var code)) return code;
        entry.Find("id")!.Malformed("id", "大写字母、数字和连字符", "capitals, digits and hyphens", problems);
        return null;
    }

    private static ImmutableArray<SchemeRelation> RelationsOf(YamlEntry entry, ProblemList problems)
    {
        var relations = ImmutableArray.CreateBuilder<SchemeRelation>();
        foreach (var item in EntryList.Optional(entry, "relations", problems))
        {
            string? text = item.RequireText("scheme", problems);
            var policy = item.RequireMember<RelationPolicy>("policy", problems);
            BilingualText? reason = item.RequireNames("reason", problems);
            item.RefuseUnknownKeys(problems);
            if (text is null || policy is null || reason is null) continue;
            if (SchemeCode.TryParse(text, out var other))
                relations.Add(new SchemeRelation(other, policy.Value, reason.Value, item.Place));
            else
                item.Find("scheme")!.Malformed("scheme", "方案编号", "the id of a scheme", problems);
        }
        return relations.ToImmutable();
    }
}
