using Gep.Accounting.EcosystemServices;

namespace Gep.Api.Accounts;

/// <summary>Names of the reasons why something is not in an account.</summary>
internal static class NotAccountedText
{
    /// <summary>The kind of reason in words.</summary>
    public static string NameOf(NotAccountedReason reason) => reason switch
    {
        NotAccountedReason.InputMissing => "缺少输入 input missing",
        NotAccountedReason.NotInForce => "参数无有效值 not in force",
        NotAccountedReason.UnitValueMissing => "缺少单价 no unit value",
        NotAccountedReason.WithoutExtent => "没有相应生态系统 no extent",
        NotAccountedReason.TypeLeftOut => "类型不能核算 type left out",
        NotAccountedReason.SwitchedOff => "方案关闭 switched off",
    };
}
