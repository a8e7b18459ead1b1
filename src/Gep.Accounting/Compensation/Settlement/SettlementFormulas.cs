using Gep.Accounting.Compensation.Settlement.Methods;

namespace Gep.Accounting.Compensation.Settlement;

/// <summary>Which file computes which method.</summary>
internal static class SettlementFormulas
{
    public static SettlementFormula Of(SettlementMethod method) => method switch
    {
        SettlementMethod.SectionStep => SectionStep.Formula,
        SettlementMethod.QuarterTarget => QuarterTarget.Formula,
        SettlementMethod.AirImprovement => AirImprovement.Formula,
        SettlementMethod.ClassAndIndex => ClassAndIndex.Formula,
        SettlementMethod.PollutionIndex => PollutionIndex.Formula,
        SettlementMethod.ContributionPool => ContributionPool.Formula,
        SettlementMethod.PriceFloor => PriceFloor.Formula,
        SettlementMethod.UnitGrant => UnitGrant.Formula,
        SettlementMethod.CostShare => CostShare.Formula,
        SettlementMethod.LossShare => LossShare.Formula,
        SettlementMethod.AreaLoss => AreaLoss.Formula,
        SettlementMethod.TieredLoss => TieredLoss.Formula,
        SettlementMethod.Instalments => Instalments.Formula,
        SettlementMethod.BenefitShare => BenefitShare.Formula,
        SettlementMethod.CarbonBalance => CarbonBalance.Formula,
        SettlementMethod.StockLedger => StockLedger.Formula,
        SettlementMethod.FactorShare => FactorShare.Formula,
        SettlementMethod.SpillOver => SpillOver.Formula,
        SettlementMethod.GepLinked => GepLinked.Formula,
    };
}
