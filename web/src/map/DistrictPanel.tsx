import { useState } from 'preact/hooks';
import type { DistrictAccount } from '../data/documents';
import { items, quoted, type AccountLine } from '../data/items';
import {
  fixed, hectares, significant, squareKilometres, toHundredMillion, toNumber, toTenThousand, units, yuan,
} from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { Loaded, useDocument } from '../parts/Loaded';
import { Explanation } from '../parts/TraceTree';
import type { MapData } from './measures';
import { PaymentsOf } from './PaymentsOf';

/** One district: size, GEP, services down to lines and their explanations, extents, payments. */
export function DistrictPanel({ data, code }: { data: MapData; code: string }) {
  const words = useSpeech();
  const district = data.city.districts.find((each) => each.code === code);
  const account = data.account.districts.find((each) => each.code === code);
  if (!district || !account) return <p>{words.say('noData')}</p>;
  return (
    <div data-test="district-panel">
      <h2>{words.of(district.name)} <span class="quiet">{code} · {data.account.year}</span></h2>
      <Facts account={account} />
      <h3>{words.say('services')}</h3>
      <Services data={data} account={account} />
      <h3>{words.say('extents')}</h3>
      <Extents data={data} account={account} />
      <h3>{words.say('paymentsHere')}</h3>
      <PaymentsOf schedules={data.schedules} district={code} />
    </div>
  );
}

function Facts({ account }: { account: DistrictAccount }) {
  const words = useSpeech();
  return (
    <dl class="figures">
      <dt>{words.say('gep')}</dt>
      <dd class="main" data-yuan={account.gepYuan}>
        {fixed(toHundredMillion(account.gepYuan), 2)} {words.of(units.hundredMillionYuan)}
      </dd>
      <dt>{words.say('perArea')}</dt>
      <dd>
        {fixed(toTenThousand(account.yuanPerSquareKilometre), 0)} {words.of(units.tenThousandYuanPerKm2)}
      </dd>
      <dt>{words.say('perHead')}</dt>
      <dd>{fixed(toNumber(account.yuanPerHead), 0)} {words.of(units.yuanPerHead)}</dd>
      <dt>{words.say('toGdp')}</dt>
      <dd>{fixed(toNumber(account.gepToGdp), 3)}</dd>
      <dt>{words.say('population')}</dt>
      <dd>{fixed(toNumber(account.population), 0)} {words.say('people')}</dd>
      <dt>{words.say('officialArea')}</dt>
      <dd>{fixed(squareKilometres(account.officialSquareMetres), 2)} km²</dd>
      <dt>{words.say('measuredArea')}</dt>
      <dd>{fixed(squareKilometres(account.measuredSquareMetres), 2)} km²</dd>
      <dt>{words.say('uncovered')}</dt>
      <dd>{fixed(squareKilometres(account.uncoveredSquareMetres), 2)} km²</dd>
    </dl>
  );
}

function Services({ data, account }: { data: MapData; account: DistrictAccount }) {
  const words = useSpeech();
  const services = data.city.services.filter((service) => service.code in account.byService);
  const total = Number(account.gepYuan) || 1;
  return (
    <div class="services">
      {services.map((service) => {
        const value = account.byService[service.code]!;
        return (
          <Opening key={service.code} test={`service-${service.code}`}
            head={<>
              <span class="name">{words.of(service.name)}</span>
              <span class="figure">{fixed(toHundredMillion(value), 2)}</span>
              <span class="share">{fixed(Number(value) / total * 100, 1)} %</span>
            </>}>
            <Lines year={data.account.year} filter={
              `district=${quoted(account.code)} AND service=${quoted(service.code)}`} data={data} />
          </Opening>
        );
      })}
      <p class="unit">{words.of(units.hundredMillionYuan)}</p>
    </div>
  );
}

/** Something that reads what is inside only when it is opened. */
function Opening(
  { head, children, test }: { head: preact.ComponentChildren; children: preact.ComponentChildren; test: string },
) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary data-test={test}>{head}</summary>
      {isOpen && children}
    </details>
  );
}

const linesMax = 400;

/** The account lines that meet a filter, each with its explanation. */
export function Lines({ data, year, filter }: { data: MapData; year: number; filter: string }) {
  const words = useSpeech();
  const [opened, setOpened] = useState<string | null>(null);
  const lines = useDocument(
    () => items<AccountLine>('account-lines', `year=${year} AND ${filter}`, linesMax), [year, filter]);
  const typeName = (code: string | null) => code === null
    ? words.say('noType')
    : words.of(data.city.ecosystemTypes.find((type) => type.code === code)?.name) || code;
  return (
    <Loaded document={lines}>
      {(page) => (
        <ul class="lines">
          {page.features.map(({ properties: line }) => (
            <li key={line.line}>
              <div class="line">
                <span>{typeName(line.ecosystem_type)} · {line.item}</span>
                <span class="figure" data-line={line.line}>
                  {yuan(line.value_yuan.toFixed(2))} {words.of(units.yuan)}
                </span>
                <button type="button" aria-expanded={opened === line.line} data-explain={line.line}
                  aria-label={words.say('explainLine') + line.line}
                  onClick={() => setOpened(opened === line.line ? null : line.line)}>
                  {words.say('explain')}
                </button>
              </div>
              <p class="quiet">
                {significant(line.physical_quantity)} {line.unit} × {line.unit_value_yuan} {line.unit_value_unit}
                {!line.booked && ` · ${words.say('memorandum')}`}
                {line.flags && line.flags.split(' ').map((flag) => ` · ${words.code(flag)}`).join('')}
              </p>
              {opened === line.line && <Explanation year={year} line={line.line} />}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function Extents({ data, account }: { data: MapData; account: DistrictAccount }) {
  const words = useSpeech();
  const nameOf = (code: string) =>
    words.of(data.city.ecosystemTypes.find((type) => type.code === code)?.name) || code;
  return (
    <DataTable caption={words.say('extents')} hideCaption rows={account.extents} rowKey={(row) => row.type}
      file={`extents-${account.code}-${data.account.year}`}
      columns={[
        { heading: words.say('ecosystemType'), show: (row) => nameOf(row.type), raw: (row) => row.type },
        { heading: words.say('area'), unit: words.of(units.hectare), isNumber: true, rawUnit: 'm2',
          show: (row) => fixed(hectares(row.squareMetres), 1), raw: (row) => row.squareMetres },
        { heading: words.say('parcels'), isNumber: true, show: (row) => fixed(row.parcels, 0),
          raw: (row) => row.parcels },
      ]} />
  );
}
