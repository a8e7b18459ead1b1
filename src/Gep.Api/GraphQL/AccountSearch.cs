using System.Collections.Immutable;
using Gep.Accounting.Classifications;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Measures;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <summary>Which lines of accounts; all that is given must hold.</summary>
/// <param name="And">All of these too.</param>
/// <param name="Or">One of these too.</param>
/// <param name="Not">Not this.</param>
/// <param name="Year">The year.</param>
/// <param name="District">Division code.</param>
/// <param name="Service">Code of the service.</param>
/// <param name="Item">Item of the service.</param>
/// <param name="EcosystemType">Code of the ecosystem type.</param>
/// <param name="Booked">Whether it is part of the GEP.</param>
/// <param name="Flag">A flag that it has.</param>
/// <param name="ValueYuan">Its value [yuan].</param>
internal sealed record AccountLineFilter(
    IReadOnlyList<AccountLineFilter>? And = null, IReadOnlyList<AccountLineFilter>? Or = null,
    AccountLineFilter? Not = null, IntFilter? Year = null, TextFilter? District = null,
    TextFilter? Service = null, TextFilter? Item = null, TextFilter? EcosystemType = null,
    bool? Booked = null, AccountFlag? Flag = null, DecimalFilter? ValueYuan = null)
{
    /// <summary>Whether a line meets it.</summary>
    public bool Matches(AccountLineNode line) =>
        (Year?.Matches(line.Year) ?? true)
        && (District?.Matches(line.Line.District.ToString()) ?? true)
        && (Service?.Matches(line.Line.Service.ToString()) ?? true)
        && (Item?.Matches(line.Item) ?? true)
        && (EcosystemType?.Matches(line.Line.EcosystemType?.ToString()) ?? true)
        && (Booked is not { } booked || line.Booked == booked)
        && (Flag is not { } flag || line.Line.Flags.Contains(flag))
        && (ValueYuan?.Matches(line.Line.Value.Yuan) ?? true)
        && (And?.All(each => each.Matches(line)) ?? true)
        && (Or is not { Count: > 0 } || Or.Any(each => each.Matches(line)))
        && !(Not?.Matches(line) ?? false);
}

/// <summary>An order of account lines: one field each.</summary>
/// <param name="Code">By id.</param>
/// <param name="Value">By value.</param>
/// <param name="Extent">By area.</param>
internal sealed record AccountLineOrder(
    SortDirection? Code = null, SortDirection? Value = null, SortDirection? Extent = null);

/// <summary>What account lines are added up by.</summary>
internal enum AccountGroupKey
{
    /// <summary>The year.</summary>
    Year,

    /// <summary>The district.</summary>
    District,

    /// <summary>The service.</summary>
    Service,

    /// <summary>The group of services.</summary>
    ServiceGroup,

    /// <summary>The item of a service; together with the service.</summary>
    Item,

    /// <summary>The ecosystem type.</summary>
    EcosystemType,

    /// <summary>The ecosystem type of level 1.</summary>
    EcosystemTypeLevel1,
}

/// <summary>Lines with the same keys, added up; keys that were not asked for are null.</summary>
/// <param name="Year">The year.</param>
/// <param name="District">The district.</param>
/// <param name="Service">The service.</param>
/// <param name="ServiceGroup">The group of services.</param>
/// <param name="Item">The item.</param>
/// <param name="EcosystemType">The ecosystem type, null also where no single one supplies.</param>
/// <param name="EcosystemTypeLevel1">Code of its level-1 type.</param>
/// <param name="LineCount">Lines added up.</param>
/// <param name="Value">Their value.</param>
/// <param name="PhysicalQuantity">Their quantity; null where units differ.</param>
[GraphQLName("AccountGroup")]
internal sealed record AccountGroup(
    int? Year, DistrictNode? District, EcosystemServiceNode? Service, ServiceGroup? ServiceGroup,
        string? Item,
    EcosystemTypeNode? EcosystemType, string? EcosystemTypeLevel1, int LineCount, AmountNode Value,
    QuantityNode? PhysicalQuantity);

/// <summary>Finds and adds up account lines.</summary>
internal static class AccountSearch
{
    /// <summary>Lines that meet a filter, in the order asked for.</summary>
    public static IReadOnlyList<AccountLineNode> Find(
        IEnumerable<AccountLineNode> lines, AccountLineFilter? where, IReadOnlyList<AccountLineOrder>? order)
    {
        if (where is null && order is null) return lines as IReadOnlyList<AccountLineNode> ?? [.. lines];
        var list = new Ordering<AccountLineNode>(
            lines.Where(line => where?.Matches(line) ?? true));
        foreach (var by in order ?? [])
        {
            list.By(by.Code, line => line.Code, StringComparer.Ordinal);
            list.By(by.Value, line => line.Line.Value.Yuan, Comparer<decimal>.Default);
            list.By(by.Extent, line => line.Line.Extent.SquareMetres, Comparer<double>.Default);
        }
        return list.Items;
    }

    /// <summary>Lines that meet a filter; booked ones unless it speaks of that.</summary>
    public static IEnumerable<AccountLineNode> Booked(
        IEnumerable<AccountLineNode> lines, AccountLineFilter? where) =>
        lines.Where(line => (where?.Booked is not null || line.Booked) && (where?.Matches(line) ?? true));

    /// <summary>Sums by keys, in the order in which groups first occur.</summary>
    public static ImmutableArray<AccountGroup> Group(
        IEnumerable<AccountLineNode> lines, IReadOnlyList<AccountGroupKey> by)
    {
        if (by.Count == 0) throw new GraphQLException("by: name at least one key.");
        var keys = by.ToHashSet();
        var order = new List<List<AccountLineNode>>();
        var groups = new Dictionary<GroupKey, List<AccountLineNode>>();
        foreach (var line in lines)
        {
            var key = KeyOf(line, keys);
            if (!groups.TryGetValue(key, out var members))
            {
                groups[key] = members = [];
                order.Add(members);
            }
            members.Add(line);
        }
        return [.. order.Select(members => Sum(members, keys))];
    }

    private static GroupKey KeyOf(AccountLineNode line, HashSet<AccountGroupKey> keys) => new(
        keys.Contains(AccountGroupKey.Year) ? line.Year : 0,
        keys.Contains(AccountGroupKey.District) ? line.Line.District.ToString() : null,
        keys.Contains(AccountGroupKey.Service) || keys.Contains(AccountGroupKey.Item)
            ? line.Line.Service.ToString() : null,
        keys.Contains(AccountGroupKey.ServiceGroup) ? line.Service.Group : null,
        keys.Contains(AccountGroupKey.Item) ? line.Item : null,
        keys.Contains(AccountGroupKey.EcosystemType) ? line.Line.EcosystemType?.ToString() : null,
        keys.Contains(AccountGroupKey.EcosystemTypeLevel1)
            ? line.Line.EcosystemType?.Level1.ToString() : null);

    private static AccountGroup Sum(List<AccountLineNode> members, HashSet<AccountGroupKey> keys)
    {
        var first = members[0];
        var key = KeyOf(first, keys);
        var sum = Money.Zero;
        double quantity = 0;
        string unit = first.PhysicalQuantity.Unit;
        bool hasOneUnit = true;
        foreach (var line in members)
        {
            sum += line.Line.Value;
            quantity += line.Line.PhysicalQuantity.Amount;
            hasOneUnit &= line.Line.PhysicalQuantity.Unit == first.Line.PhysicalQuantity.Unit;
        }
        return new AccountGroup(
            keys.Contains(AccountGroupKey.Year) ? key.Year : null,
            key.District is null ? null : first.District,
            key.Service is null ? null : first.Service,
            key.Group, key.Item,
            key.Type is null ? null : first.EcosystemType,
            key.Level1, members.Count, AmountNode.Of(sum),
            hasOneUnit ? new QuantityNode(quantity, unit) : null);
    }

    private readonly record struct GroupKey(
        int Year, string? District, string? Service, ServiceGroup? Group, string? Item, string? Type,
        string? Level1);
}
