/** What districts are coloured by: each measure with its unit and its value per district. */
import type { Account, City, Comparison, Pair, Schedules, Text } from '../data/documents';
import { toHundredMillion, toNumber, toTenThousand, units } from '../format';
import { words } from '../words';

export interface Measure {
  id: string;
  group: 'measureOverall' | 'measureService' | 'measureType' | 'measurePayment' | 'measureChange';
  name: Text;
  unit: Text;
  decimals: number;
  /** Whether its colours go two ways from zero. */
  isChange: boolean;
  values: Map<string, number>;
}

export interface MapData {
  city: City; account: Account; schedules: Schedules;
}

const shareDecimals = 3, moneyDecimals = 2;

/** Every measure that the data of a year has, in the order of the menu. */
export function measuresOf(data: MapData): Measure[] {
  return [...overall(data), ...byService(data), ...byType(data), ...payments(data)];
}

function overall({ account }: MapData): Measure[] {
  const measure = (
    id: string, name: Text, unit: Text, decimals: number,
    value: (district: Account['districts'][number]) => number | null,
  ): Measure => ({
    id, group: 'measureOverall', name, unit, decimals, isChange: false,
    values: collect(account.districts.map((district) => [district.code, value(district)])),
  });
  return [
    measure('gep', words.gep, units.hundredMillionYuan, moneyDecimals,
      (district) => toHundredMillion(district.gepYuan)),
    measure('per-area', words.perArea, units.tenThousandYuanPerKm2, 0,
      (district) => toTenThousand(district.yuanPerSquareKilometre)),
    measure('per-head', words.perHead, units.yuanPerHead, 0, (district) => toNumber(district.yuanPerHead)),
    measure('to-gdp', words.toGdp, units.ratio, shareDecimals, (district) => toNumber(district.gepToGdp)),
  ];
}

function byService({ account, city }: MapData): Measure[] {
  return city.services.filter((service) => service.code in account.region.byService).map((service) => ({
    id: `service:${service.code}`, group: 'measureService', name: service.name,
    unit: units.hundredMillionYuan, decimals: moneyDecimals, isChange: false,
    values: collect(account.districts.map(
      (district) => [district.code, toHundredMillion(district.byService[service.code])])),
  }));
}

function byType({ account, city }: MapData): Measure[] {
  const types = city.ecosystemTypes.filter((type) => type.code in account.region.byEcosystemType);
  return types.map((type) => ({
    id: `type:${type.code}`, group: 'measureType', name: type.name,
    unit: units.hundredMillionYuan, decimals: moneyDecimals, isChange: false,
    values: collect(account.districts.map(
      (district) => [district.code, toHundredMillion(district.byEcosystemType[type.code])])),
  }));
}

function payments({ schedules }: MapData): Measure[] {
  const drawn = schedules.schedules.filter((schedule) => schedule.totalYuan !== null);
  if (drawn.length === 0) return [];
  const sums = new Map<string, number>();
  for (const schedule of drawn) {
    for (const { code, yuan } of schedule.districts)
      sums.set(code, (sums.get(code) ?? 0) + Number(yuan) / 1e4);
  }
  const measure = (id: string, name: Text, values: Map<string, number>): Measure => ({
    id, group: 'measurePayment', name, unit: units.tenThousandYuan, decimals: moneyDecimals,
    isChange: false, values,
  });
  return [
    measure('payments', words.payments, sums),
    ...drawn.map((schedule) => measure(
      `scheme:${schedule.scheme}`,
      { zh: `${schedule.scheme} ${schedule.name.zh}`, en: `${schedule.scheme} ${schedule.name.en}` },
      collect(schedule.districts.map(({ code, yuan }) => [code, toTenThousand(yuan)])))),
  ];
}

/** The measures of two years; without values where there is no comparison of them. */
export function changesOf(pair: Pair | null, comparison: Comparison | null): Measure[] {
  if (!pair) return [];
  const span = `${pair.from}–${pair.to}`;
  const measure = (id: string, name: Text, of: 'changeYuan' | 'areaYuan' | 'intensityYuan' | 'priceYuan') => ({
    id, group: 'measureChange' as const, isChange: true, decimals: moneyDecimals,
    name: { zh: `${name.zh} ${span}`, en: `${name.en} ${span}` }, unit: units.hundredMillionYuan,
    values: collect((comparison?.byDistrict ?? []).map((change) => [change.code, toHundredMillion(change[of])])),
  });
  const effect = (of: Text): Text => ({ zh: `${of.zh}效应`, en: `${of.en} effect` });
  return [
    measure('change', words.changeGep, 'changeYuan'),
    measure('change:area', effect(words.areaEffect), 'areaYuan'),
    measure('change:intensity', effect(words.intensityEffect), 'intensityYuan'),
    measure('change:price', effect(words.priceEffect), 'priceYuan'),
  ];
}

function collect(pairs: [string, number | null | undefined][]): Map<string, number> {
  return new Map(pairs.filter((pair): pair is [string, number] =>
    pair[1] !== null && pair[1] !== undefined && Number.isFinite(pair[1])));
}
