import { useState } from 'preact/hooks';
import type { DistrictAccount } from '../data/documents';
import { accountLines } from '../data/lines';
import {
  fixed, hectares, significant, squareKilometres, toHundredMillion, toNumber, toTenThousand, units, yuan,
} from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { Loaded, useDocument } from '../parts/Loaded';
import { Opening } from '../parts/Opening';
import { AccountExplanation } from '../parts/TraceTree';
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
            <Lines year={data.account.year} district={account.code} service={service.code} />
          </Opening>
        );
      })}
      <p class="unit">{words.of(units.hundredMillionYuan)}</p>
    </div>
  );
}

/** Account lines of a district, of a service or of an ecosystem type, each with its explanation. */
export function Lines(
  { year, district, service, type }: { year: number; district: string; service?: string; type?: string },
) {
  const words = useSpeech();
  const [opened, setOpened] = useState<string | null>(null);
  const lines = useDocument(() => accountLines(year, {
    district: { eq: district },
    ...(service ? { service: { eq: service } } : {}), ...(type ? { ecosystemType: { eq: type } } : {}),
  }), [year, district, service, type]);
  return (
    <Loaded document={lines}>
      {(found) => (
        <ul class="lines">
          {found.map((line) => (
            <li key={line.code}>
              <div class="line">
                <span>
                  {line.ecosystemType ? words.of(line.ecosystemType.name) : words.say('noType')}
                  {' · '}{words.of(line.itemName)}
                </span>
                <span class="figure" data-line={line.code}>
                  {yuan(line.value.amount)} {words.of(units.yuan)}
                </span>
                <button type="button" aria-expanded={opened === line.code} data-explain={line.code}
                  aria-label={words.say('explainLine') + line.code}
                  onClick={() => setOpened(opened === line.code ? null : line.code)}>
                  {words.say('explain')}
                </button>
              </div>
              <p class="quiet">
                {significant(line.physicalQuantity.amount)} {line.physicalQuantity.unit}
                {' × '}{line.unitValue.amount} {line.unitValue.unit}
                {!line.booked && ` · ${words.say('memorandum')}`}
                {line.flags.map((flag) => ` · ${words.code(flag)}`).join('')}
              </p>
              {opened === line.code && <AccountExplanation year={year} line={line.code} />}
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
