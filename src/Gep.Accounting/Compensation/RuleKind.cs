namespace Gep.Accounting.Compensation;

/// <summary>
/// How the amount of a scheme comes about. Kinds are code, schemes are data ([COMPENSATION] §0).
/// </summary>
public enum RuleKind
{
    /// <summary>Area of a parcel times a rate by class (按面积定额补偿).</summary>
    AreaEntitlement,

    /// <summary>A fixed pot shared out by verified loss (定额资金按核实损失分配).</summary>
    PoolAllocation,

    /// <summary>A pot shared out between governments by factors (因素法分配).</summary>
    FactorAllocation,

    /// <summary>An indemnity per event, such as damage by wild animals (按事件赔偿).</summary>
    LossPerEvent,

    /// <summary>Reward or penalty between governments by measured results (考核奖惩).</summary>
    PerformanceSettlement,

    /// <summary>A subsidy on a price or a purchase (价格、购置补贴).</summary>
    PriceSupport,

    /// <summary>Instalments after a conversion of land use (分期补助).</summary>
    InstalmentEntitlement,

    /// <summary>One receipt split between enterprise, village and households (收益分成).</summary>
    BenefitSharing,

    /// <summary>Emissions against credits (碳账户).</summary>
    CarbonLedger,

    /// <summary>A stock or fund with receipts and issues (储备或基金台账).</summary>
    FundLedger,
}
