using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Api.Compensation;

/// <summary>A code 支出功能分类科目 under which money is spent ([COMPENSATION] §5.3).</summary>
/// <param name="Code">The code, to the item 项.</param>
/// <param name="Name">Its names.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">First day no longer in force; null when open.</param>
/// <param name="Source">Where it was read.</param>
internal sealed record BudgetCode(
    string Code, BilingualText Name, DateOnly From, DateOnly? To, SourceRef Source)
{
    /// <summary>Whether the day lies in <c>[From, To)</c>.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && !(day >= To);
}
