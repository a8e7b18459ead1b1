namespace Gep.Accounting.Compensation.Settlement;

/// <summary>The formulas of settlement; each has a file of its own in <c>Methods</c>.</summary>
public enum SettlementMethod
{
    /// <summary>Reward or penalty by the change of a section's index (断面考核奖惩).</summary>
    SectionStep,

    /// <summary>Reward below, penalty above a quarterly target (季度目标考核).</summary>
    QuarterTarget,

    /// <summary>Yearly improvement of air quality (空气质量改善).</summary>
    AirImprovement,

    /// <summary>Water class against a target class plus the change of an index (水质类别与指数).</summary>
    ClassAndIndex,

    /// <summary>A composite index decides who pays a fixed amount (综合指数 P).</summary>
    PollutionIndex,

    /// <summary>A pot paid in by one proportion and paid out by another (出资与分配).</summary>
    ContributionPool,

    /// <summary>A top-up to a guaranteed price (保底价).</summary>
    PriceFloor,

    /// <summary>An amount per unit (单位定额补贴).</summary>
    UnitGrant,

    /// <summary>A share of a price or cost, each payer's part rounded by itself (按比例补贴).</summary>
    CostShare,

    /// <summary>A share of a verified loss, less what insurance paid (按损失比例赔偿).</summary>
    LossShare,

    /// <summary>An amount per damaged area, adjustable within bounds (按受损面积补偿).</summary>
    AreaLoss,

    /// <summary>A share of a loss by its size, with deductible and caps (分段赔付).</summary>
    TieredLoss,

    /// <summary>Instalments by year after planting (分期补助).</summary>
    Instalments,

    /// <summary>One receipt split by party, then by member (收益分成).</summary>
    BenefitShare,

    /// <summary>Credits against emissions (碳中和台账).</summary>
    CarbonBalance,

    /// <summary>A stock that may not fall below nothing (储备、基金台账).</summary>
    StockLedger,

    /// <summary>A pot shared out by weighted areas and coefficients (因素法分配).</summary>
    FactorShare,

    /// <summary>A share of the value that spills over to other districts (溢出价值补偿).</summary>
    SpillOver,

    /// <summary>A base amount scaled by the growth of GEP (与 GEP 挂钩).</summary>
    GepLinked,
}
