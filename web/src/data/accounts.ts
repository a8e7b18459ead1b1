import type { Account, Change, Check, Comparison, DistrictAccount, Pair, Problem, YuanBy } from './documents';
import { checkFields, kebab, problemFields, questionOnce } from './graphql';
import { problemsOf } from './problems';

const flags = [
  'CLAMPED', 'MIN_LOAD', 'MIN_CAPACITY', 'LOW_CONFIDENCE', 'REGION_WIDE_INPUT', 'PUBLISHED_VALUE', 'ABIOTIC',
  'NOT_GEP', 'CAPACITY_ONLY',
];

const accountQuery = `query Account($year: Int!) {
  account(year: $year) {
    year profile resultHash
    gep { amount } gepPerSquareKilometre { amount } gepPerHead { amount } gepToGdp { amount }
    lines(first: 0) { totalCount }
    ${flags.map((flag) => `${flag}: lines(first: 0, where: { flag: ${flag} }) { totalCount }`).join('\n    ')}
    services: groups(by: [SERVICE]) { service { code } value { amount } }
    types: groups(by: [ECOSYSTEM_TYPE_LEVEL1]) { ecosystemTypeLevel1 value { amount } }
    memorandum: groups(by: [SERVICE], where: { booked: false }) { service { code } value { amount } }
    districtTypes: groups(by: [DISTRICT, ECOSYSTEM_TYPE_LEVEL1]) {
      district { code } ecosystemTypeLevel1 value { amount }
    }
    districts {
      district {
        code officialArea(unit: SQUARE_METRE) { amount } measuredArea(unit: SQUARE_METRE) { amount }
      }
      gep { amount } gepPerSquareKilometre { amount } gepPerHead { amount } gepToGdp { amount }
      population { amount }
      byService { service { code } value { amount } }
      extents { ecosystemType { code } parcels area(unit: SQUARE_METRE) { amount } }
    }
    checks ${checkFields}
    problems ${problemFields}
  }
}`;

interface Exact { amount: string }
interface Totals {
  gep: Exact; gepPerSquareKilometre: Exact | null; gepPerHead: Exact | null; gepToGdp: Exact | null;
}
interface Group {
  service?: { code: string }; district?: { code: string }; ecosystemTypeLevel1?: string | null; value: Exact;
}
interface DistrictAnswer extends Totals {
  district: { code: string; officialArea: { amount: number }; measuredArea: { amount: number } | null };
  population: Exact | null; byService: Group[];
  extents: { ecosystemType: { code: string }; parcels: number; area: { amount: number } }[];
}
interface AccountAnswer extends Totals {
  year: number; profile: string; resultHash: string; lines: { totalCount: number };
  services: Group[]; types: Group[]; memorandum: Group[]; districtTypes: Group[];
  districts: DistrictAnswer[]; checks: Check[]; problems: Problem[];
}

/** The account of a year by district, service and ecosystem type. */
export async function account(year: number): Promise<Account> {
  const { account: told } = await questionOnce<{ account: AccountAnswer }>(accountQuery, { year });
  const counts = told as unknown as Record<string, { totalCount: number }>;
  const districts = told.districts.map((each) => districtOf(each, told.districtTypes));
  return {
    year: told.year, profile: told.profile, resultHash: told.resultHash, lines: told.lines.totalCount,
    flags: Object.fromEntries(flags.map((flag) => [kebab(flag), counts[flag]!.totalCount] as const)
      .filter(([, count]) => count > 0)),
    region: {
      code: '', ...totalsOf(told), population: null,
      officialSquareMetres: districts.reduce((sum, each) => sum + each.officialSquareMetres, 0),
      byService: byService(told.services), byEcosystemType: byType(told.types),
    },
    districts, memorandum: byService(told.memorandum), checks: told.checks, problems: problemsOf(told.problems),
  };
}

function districtOf(told: DistrictAnswer, types: Group[]): DistrictAccount {
  const { code, officialArea, measuredArea } = told.district;
  const extents = told.extents.map((extent) => ({
    type: extent.ecosystemType.code, parcels: extent.parcels, squareMetres: extent.area.amount,
  }));
  const measured = measuredArea?.amount ?? officialArea.amount;
  return {
    code, ...totalsOf(told), population: told.population?.amount ?? null,
    officialSquareMetres: officialArea.amount, measuredSquareMetres: measured,
    uncoveredSquareMetres: measured - extents.reduce((sum, extent) => sum + extent.squareMetres, 0),
    extents, byService: byService(told.byService),
    byEcosystemType: byType(types.filter((group) => group.district?.code === code)),
  };
}

const totalsOf = (told: Totals) => ({
  gepYuan: told.gep.amount, yuanPerSquareKilometre: told.gepPerSquareKilometre?.amount ?? null,
  yuanPerHead: told.gepPerHead?.amount ?? null, gepToGdp: told.gepToGdp?.amount ?? null,
});

const byService = (groups: Group[]): YuanBy =>
  Object.fromEntries(groups.map((group) => [group.service!.code, group.value.amount]));

const byType = (groups: Group[]): YuanBy =>
  Object.fromEntries(groups.map((group) => [group.ecosystemTypeLevel1 ?? '', group.value.amount]));

const changeFields = `{
  district { code } service { code }
  opening { amount } closing { amount } closingAtOpeningPrices { amount } change { amount }
  effects { area { amount } intensity { amount } price { amount } method { amount } }
}`;

const comparisonQuery = `query Compare($from: Int!, $to: Int!) {
  compare(from: $from, to: $to) {
    from to total ${changeFields} byService ${changeFields} byDistrict ${changeFields} checks ${checkFields}
  }
}`;

interface ChangeAnswer {
  district: { code: string } | null; service: { code: string } | null;
  opening: Exact; closing: Exact; closingAtOpeningPrices: Exact; change: Exact;
  effects: { area: Exact; intensity: Exact; price: Exact; method: Exact };
}

/** What changed between two years, and the effects that add up to it; null where there are not two. */
export async function comparison(pair: Pair | null): Promise<Comparison | null> {
  if (!pair || pair.from === pair.to) return null;
  const { compare } = await questionOnce<{ compare: {
    from: number; to: number; total: ChangeAnswer; byService: ChangeAnswer[]; byDistrict: ChangeAnswer[];
    checks: Check[];
  } }>(comparisonQuery, { from: pair.from, to: pair.to });
  return {
    from: compare.from, to: compare.to, checks: compare.checks, total: changeOf(compare.total),
    byService: compare.byService.map(changeOf), byDistrict: compare.byDistrict.map(changeOf),
  };
}

const changeOf = (told: ChangeAnswer): Change => ({
  code: told.district?.code ?? told.service?.code ?? '',
  openingYuan: told.opening.amount, closingYuan: told.closing.amount,
  constantPriceYuan: told.closingAtOpeningPrices.amount, changeYuan: told.change.amount,
  areaYuan: told.effects.area.amount, intensityYuan: told.effects.intensity.amount,
  priceYuan: told.effects.price.amount, methodYuan: told.effects.method.amount,
});
