import { account as readAccount, comparison as readComparison } from '../data/accounts';
import type { Account, City, Comparison } from '../data/documents';
import { fixed, toHundredMillion, toNumber, toTenThousand, units } from '../format';
import { useSpeech } from '../language';
import { Bars } from '../parts/Bars';
import { Checks, Problems } from '../parts/Findings';
import { Loaded, useDocument } from '../parts/Loaded';
import { YearChoice } from '../parts/YearChoice';
import { pairOf, YearPair } from '../parts/YearPair';
import { replace } from '../route';
import { ChangeTable } from './ChangeTable';
import { Flags, Indicators, Matrix } from './AccountTables';
import { Files } from '../parts/Files';
import { Ranges } from './Ranges';

interface Shown { account: Account; sides: Account[]; comparison: Comparison | null }

/** The account of a year, and two years side by side with the effects that add up to the change. */
export function AccountPage({ city, query }: { city: City; query: URLSearchParams }) {
  const words = useSpeech();
  const year = city.years.find((each) => String(each) === query.get('year')) ?? city.years[0]!;
  const pair = pairOf(city.years, query);
  const shown = useDocument<Shown>(async () => {
    const beside = new Set(pair ? [pair.from, pair.to] : [year]);
    const [ofYear, comparison, ...sides] = await Promise.all([
      readAccount(year), readComparison(pair), ...[...beside].map(readAccount)]);
    return { account: ofYear, sides, comparison };
  }, [city, year, pair?.from, pair?.to]);
  const go = (change: Record<string, number>) =>
    replace('account', { year, from: query.get('from'), to: query.get('to'), ...change });
  return (
    <>
      <div class="tools">
        <YearChoice years={city.years} year={year} onYear={(next) => go({ year: next })} />
        {pair && <YearPair years={city.years} pair={pair} onPair={(next) => go({ ...next })} />}
      </div>
      <Loaded document={shown}>
        {(value) => (
          <article data-test="account">
            <h2>{words.of(city.name)} {year} {words.say('accountOf')}</h2>
            <Head account={value.account} />
            <Files base={`/exports/accounts/${year}`} name={`account-${year}`}
              endings={['xlsx', 'html', 'csv', 'json']} />
            <Side city={city} shown={value} />
            <section>
              <h3>{words.say('indicators')} · {year}</h3>
              <Indicators city={city} account={value.account} />
            </section>
            <section>
              <h3>{words.say('matrix')} · {year}</h3>
              <Matrix city={city} account={value.account} />
            </section>
            <section>
              <h3>{words.say('ranges')} · {year}</h3>
              <Ranges city={city} year={year} />
            </section>
            <section>
              <h3>{words.say('checks')} · {year}</h3>
              <Checks checks={value.account.checks} file={`checks-${year}`} />
            </section>
            <section>
              <h3>{words.say('flags')} · {year}</h3>
              <Flags account={value.account} />
            </section>
            <section>
              <h3>{words.say('problems')} · {year}</h3>
              <Problems problems={value.account.problems} />
            </section>
          </article>
        )}
      </Loaded>
    </>
  );
}

function Head({ account }: { account: Account }) {
  const words = useSpeech();
  const { region } = account;
  return (
    <dl class="figures wide">
      <div>
        <dt>{words.say('gep')}</dt>
        <dd class="main" data-test="gep" data-yuan={region.gepYuan}>
          {fixed(toHundredMillion(region.gepYuan), 2)} {words.of(units.hundredMillionYuan)}
        </dd>
      </div>
      <div>
        <dt>{words.say('perArea')}</dt>
        <dd>
          {fixed(toTenThousand(region.yuanPerSquareKilometre), 0)} {words.of(units.tenThousandYuanPerKm2)}
        </dd>
      </div>
      <div>
        <dt>{words.say('perHead')}</dt>
        <dd>{fixed(toNumber(region.yuanPerHead), 0)} {words.of(units.yuanPerHead)}</dd>
      </div>
      <div><dt>{words.say('toGdp')}</dt><dd>{fixed(toNumber(region.gepToGdp), 3)}</dd></div>
      <div><dt>{words.say('profile')}</dt><dd>{account.profile}</dd></div>
      <div><dt>{words.say('resultHash')}</dt><dd><code>{account.resultHash.slice(0, 16)}…</code></dd></div>
    </dl>
  );
}

function Side({ city, shown }: { city: City; shown: Shown }) {
  const words = useSpeech();
  const { sides, comparison } = shown;
  const names = new Map(city.services.map((service) => [service.code, words.of(service.name)]));
  const codes = city.services.map((service) => service.code)
    .filter((code) => sides.some((side) => code in side.region.byService));
  return (
    <>
      <section>
        <h3>{words.say('byService')}</h3>
        <div class="beside">
          <Bars title={words.say('services')} unit={words.of(units.hundredMillionYuan)}
            series={sides.map((side) => String(side.year))} format={(value) => fixed(value, 2)}
            rows={codes.map((code) => ({
              key: code, label: names.get(code)!,
              values: sides.map((side) => toHundredMillion(side.region.byService[code])),
            }))} />
          {comparison && (
            <ChangeTable caption={words.say('byService')} heading={words.say('service')} comparison={comparison}
              rows={ordered(comparison.byService, codes)} nameOf={(code) => names.get(code) ?? code}
              file={`services-${comparison.from}-${comparison.to}`} />
          )}
        </div>
      </section>
      {comparison && (
        <section>
          <h3>{words.say('byDistrict')}</h3>
          <ChangeTable caption={words.say('byDistrict')} heading={words.say('district')} comparison={comparison}
            rows={comparison.byDistrict} file={`districts-${comparison.from}-${comparison.to}`}
            nameOf={(code) => words.of(city.districts.find((each) => each.code === code)?.name) || code} />
          <h4>{words.say('checks')} · {comparison.from}–{comparison.to}</h4>
          <Checks checks={comparison.checks} file={`checks-${comparison.from}-${comparison.to}`} />
        </section>
      )}
    </>
  );
}

const ordered = (changes: Comparison['byService'], codes: string[]) =>
  [...changes].sort((left, right) => codes.indexOf(left.code) - codes.indexOf(right.code));
