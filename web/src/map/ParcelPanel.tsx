import { useState } from 'preact/hooks';
import { item, items, quoted, type Parcel, type PaymentLine } from '../data/items';
import { fixed, hectares, units, yuan } from '../format';
import { useSpeech } from '../language';
import { Loaded, useDocument } from '../parts/Loaded';
import { Explanation } from '../parts/TraceTree';
import { Lines } from './DistrictPanel';
import type { MapData } from './measures';

const paymentsMax = 50;

/** One parcel: what it is, its area, its part of the value, its payments and the lines it is part of. */
export function ParcelPanel({ data, id }: { data: MapData; id: string }) {
  const words = useSpeech();
  const parcel = useDocument(() => item<Parcel>('parcels', id), [id]);
  return (
    <div data-test="parcel-panel">
      <Loaded document={parcel}>
        {({ properties }) => (
          <>
            <h2>
              {properties.name ?? properties.parcel}{' '}
              <span class="quiet">{properties.parcel} · {data.account.year}</span>
            </h2>
            <Facts data={data} parcel={properties} />
            <h3>{words.say('paymentsHere')}</h3>
            <Payments year={data.account.year} parcel={properties.parcel} />
            {properties.district && (
              <>
                <h3>
                  {words.say('services')} · {properties.district_zh}{' '}
                  {words.language === 'zh' ? properties.ecosystem_type_zh : properties.ecosystem_type_en}
                </h3>
                <Lines data={data} year={data.account.year} filter={
                  `district=${quoted(properties.district)} AND ecosystem_type=${quoted(properties.ecosystem_type)}`
                } />
              </>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Facts({ data, parcel }: { data: MapData; parcel: Parcel }) {
  const words = useSpeech();
  const layer = data.city.layers.find((each) => each.id === parcel.layer);
  const net = parcel[`net_area_m2_${data.account.year}`];
  const spread = parcel[`gep_yuan_spread_${data.account.year}`];
  return (
    <dl class="figures">
      <dt>{words.say('ecosystemType')}</dt>
      <dd>{words.language === 'zh' ? parcel.ecosystem_type_zh : parcel.ecosystem_type_en}</dd>
      <dt>{words.say('area')}</dt>
      <dd>{fixed(hectares(parcel.area_m2), 2)} {words.of(units.hectare)}</dd>
      {typeof net === 'number' && (
        <><dt>{words.say('netArea')}</dt><dd>{fixed(hectares(net), 2)} {words.of(units.hectare)}</dd></>
      )}
      {parcel.register_area_mu !== null && (
        <>
          <dt>{words.say('registerArea')}</dt>
          <dd>{fixed(parcel.register_area_mu, 2)} {words.of(units.mu)}</dd>
        </>
      )}
      {typeof spread === 'number' && (
        <>
          <dt>{words.say('spread')}</dt>
          <dd>{yuan(spread.toFixed(2))} {words.of(units.yuan)}</dd>
        </>
      )}
      {parcel.ownership && <><dt>{words.say('ownership')}</dt><dd>{parcel.ownership}</dd></>}
      {parcel.grade && <><dt>{words.say('grade')}</dt><dd>{parcel.grade}</dd></>}
      <dt>{words.say('layer')}</dt>
      <dd>{words.of(layer?.name) || parcel.layer} [{layer?.source.key}]</dd>
      <dt>{words.say('origin')}</dt>
      <dd>{words.say(parcel.schematic ? 'schematic' : 'surveyed')}</dd>
    </dl>
  );
}

function Payments({ year, parcel }: { year: number; parcel: string }) {
  const words = useSpeech();
  const [opened, setOpened] = useState<string | null>(null);
  const lines = useDocument(() => items<PaymentLine>(
    'payment-lines', `year=${year} AND parcel=${quoted(parcel)}`, paymentsMax), [year, parcel]);
  return (
    <Loaded document={lines}>
      {(page) => page.features.length === 0 ? <p class="quiet">{words.say('noPayments')}</p> : (
        <ul class="lines">
          {page.features.map(({ properties: line }) => (
            <li key={line.line}>
              <div class="line">
                <span>{line.scheme} <span class="quiet">{words.code(line.schedule_status)}</span></span>
                <span class="figure">{yuan(line.amount_yuan.toFixed(2))} {words.of(units.yuan)}</span>
                <button type="button" aria-expanded={opened === line.line}
                  aria-label={words.say('explainLine') + line.line}
                  onClick={() => setOpened(opened === line.line ? null : line.line)}>
                  {words.say('explain')}
                </button>
              </div>
              {opened === line.line && <Explanation year={year} line={line.line} />}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
