import type { Account, City, DistrictAccount, Indicators as IndicatorsOf } from '../data/documents';
import { fixed, squareKilometres, toHundredMillion, toNumber, toTenThousand, units } from '../format';
import { useSpeech, type Speech } from '../language';
import { DataTable, type Column } from '../parts/DataTable';

const nameOfDistrict = (words: Speech, city: City, code: string) =>
  words.of(city.districts.find((each) => each.code === code)?.name) || words.say('region');

/** GEP of every district, per area, per head, and over GDP. */
export function Indicators({ city, account }: { city: City; account: Account }) {
  const words = useSpeech();
  return (
    <DataTable<IndicatorsOf> caption={words.say('indicators')} hideCaption rows={account.districts}
      total={account.region} rowKey={(row) => row.code} file={`indicators-${account.year}`}
      columns={[
        { heading: words.say('district'), show: (row) => nameOfDistrict(words, city, row.code),
          raw: (row) => row.code },
        { heading: 'GEP', unit: words.of(units.hundredMillionYuan), isNumber: true,
          rawUnit: words.of(units.yuan), raw: (row) => row.gepYuan,
          show: (row) => <span data-yuan={row.gepYuan}>{fixed(toHundredMillion(row.gepYuan), 2)}</span> },
        { heading: words.say('perArea'), unit: words.of(units.tenThousandYuanPerKm2), isNumber: true,
          rawUnit: 'yuan/km2', raw: (row) => row.yuanPerSquareKilometre,
          show: (row) => fixed(toTenThousand(row.yuanPerSquareKilometre), 0) },
        { heading: words.say('perHead'), unit: words.of(units.yuanPerHead), isNumber: true,
          raw: (row) => row.yuanPerHead, show: (row) => fixed(toNumber(row.yuanPerHead), 0) },
        { heading: words.say('toGdp'), isNumber: true, raw: (row) => row.gepToGdp,
          show: (row) => fixed(toNumber(row.gepToGdp), 3) },
        { heading: words.say('population'), unit: words.say('people'), isNumber: true,
          raw: (row) => row.population, show: (row) => fixed(toNumber(row.population), 0) },
        { heading: words.say('officialArea'), unit: 'km²', isNumber: true,
          raw: (row) => squareKilometres(row.officialSquareMetres),
          show: (row) => fixed(squareKilometres(row.officialSquareMetres), 2) },
      ]} />
  );
}

/** Value of every service in every district. */
export function Matrix({ city, account }: { city: City; account: Account }) {
  const words = useSpeech();
  const services = city.services.filter((service) => service.code in account.region.byService);
  const columns: Column<IndicatorsOf>[] = [
    { heading: words.say('district'), show: (row) => nameOfDistrict(words, city, row.code),
      raw: (row) => row.code },
    ...services.map((service): Column<IndicatorsOf> => ({
      heading: words.of(service.name), isNumber: true, rawUnit: words.of(units.yuan),
      raw: (row) => row.byService[service.code] ?? null,
      show: (row) => fixed(toHundredMillion(row.byService[service.code]), 2),
    })),
    { heading: 'GEP', isNumber: true, rawUnit: words.of(units.yuan), raw: (row) => row.gepYuan,
      show: (row) => fixed(toHundredMillion(row.gepYuan), 2) },
  ];
  return (
    <>
      <DataTable<IndicatorsOf> caption={words.say('matrix')} hideCaption columns={columns}
        rows={account.districts as DistrictAccount[]} total={account.region} rowKey={(row) => row.code}
        file={`matrix-${account.year}`} />
      <p class="quiet">{words.of(units.hundredMillionYuan)}</p>
    </>
  );
}

/** How many lines carry each flag. */
export function Flags({ account }: { account: Account }) {
  const words = useSpeech();
  return (
    <DataTable caption={words.say('flagsNote')} rows={Object.entries(account.flags)}
      rowKey={([flag]) => flag} file={`flags-${account.year}`}
      columns={[
        { heading: words.say('flags'), show: ([flag]) => words.code(flag), raw: ([flag]) => flag },
        { heading: words.say('lines'), isNumber: true, raw: ([, count]) => count,
          show: ([, count]) => `${fixed(count, 0)} / ${fixed(account.lines, 0)}` },
      ]} />
  );
}
