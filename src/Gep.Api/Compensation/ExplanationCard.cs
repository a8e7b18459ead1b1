using Gep.Accounting.Compensation;
using Gep.Accounting.Traces;

namespace Gep.Api.Compensation;

/// <summary>The card 补偿说明卡 that goes with a payment to its payee, in Chinese.</summary>
internal static class ExplanationCard
{
    /// <summary>Writes who is paid what for which ground, how it was computed, and how to object.</summary>
    public static void Write(TextWriter output, Scheme scheme, Schedule schedule, PaymentLine line,
        string district)
    {
        output.WriteLine("生态保护补偿说明卡");
        output.WriteLine($"编号：{line.Id}");
        output.WriteLine($"方案：{scheme.Name.Chinese}（{scheme.Code}），{schedule.Year} 年");
        output.WriteLine($"收款人：{line.Payee}");
        output.WriteLine($"所在地：{district}{line.Town}{line.Village}");
        output.WriteLine($"地块或事项：{line.Parcel}");
        if (line.AreaMu is { } areaMu) output.WriteLine($"面积：{Exact.Text(areaMu)} 亩");
        if (line.Rate is { } rate) output.WriteLine($"标准：{Exact.Text(rate)} 元/亩·年");
        output.WriteLine($"金额：{line.Amount} 元");
        string payers = string.Join("，", line.Payers.Select(share =>
            $"{PayerLayerNames.NameOf(share.Payer).Chinese} {share.Amount} 元"));
        output.WriteLine($"资金来源：{payers}");
        output.WriteLine("计算过程：");
        foreach (var step in line.Trace.Children) WriteStep(output, step, "  ");
        output.WriteLine($"依据：{scheme.Basis}");
        foreach (var problem in schedule.Problems.Take(RemarksShown))
            output.WriteLine($"注意：{problem.Text.Chinese}");
        output.WriteLine("如有异议，请在公示期内向村委会或乡镇提出；有异议的支付行暂停发放，不予删除。");
    }

    /// <summary>Remarks of the schedule that fit on a card.</summary>
    private const int RemarksShown = 4;

    private static void WriteStep(TextWriter output, TraceNode step, string indent)
    {
        string source = step.Source is { } known ? $"　[{known.Key}]" : "";
        output.WriteLine($"{indent}{step.Label.Chinese}：{step.Value}{source}");
        foreach (var child in step.Children) WriteStep(output, child, indent + "  ");
    }
}
