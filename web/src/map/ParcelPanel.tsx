import { useState } from 'preact/hooks';
import { paymentLines } from '../data/lines';
import { parcel as readParcel, type Parcel } from '../data/parcels';
import { fixed, units, yuan } from '../format';
import { useSpeech } from '../language';
import { Loaded, useDocument } from '../parts/Loaded';
import { PaymentExplanation } from '../parts/TraceTree';
import { Lines } from './DistrictPanel';
import type { MapData } from './measures';

const paymentsMax = 50;

/** One parcel: what it is, its area, its part of the value, its payments and the lines it is part of. */
export function ParcelPanel({ data, code }: { data: MapData; code: string }) {
  const words = useSpeech();
  const year = data.account.year;
  const found = useDocument(() => readParcel(code, year), [code, year]);
  return (
    <div data-test="parcel-panel">
      <Loaded document={found}>
        {(parcel) => parcel === null ? <p>{words.say('noData')}</p> : (
          <>
            <h2>{parcel.name ?? parcel.number} <span class="quiet">{parcel.code} · {year}</span></h2>
            <Facts parcel={parcel} />
            <h3>{words.say('paymentsHere')}</h3>
            <Payments year={year} parcel={parcel.code.slice(parcel.code.indexOf(':') + 1)} />
            {parcel.district && (
              <>
                <h3>
                  {words.say('services')} · {words.of(parcel.district.name)} {words.of(parcel.ecosystemType.name)}
                </h3>
                <Lines year={year} district={parcel.district.code} type={parcel.ecosystemType.code} />
              </>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Facts({ parcel }: { parcel: Parcel }) {
  const words = useSpeech();
  const hectare = words.of(units.hectare);
  return (
    <dl class="figures">
      <dt>{words.say('ecosystemType')}</dt>
      <dd>{words.of(parcel.ecosystemType.name)}</dd>
      <dt>{words.say('area')}</dt>
      <dd>{fixed(parcel.area.amount, 2)} {hectare}</dd>
      {parcel.netArea && (
        <><dt>{words.say('netArea')}</dt><dd>{fixed(parcel.netArea.amount, 2)} {hectare}</dd></>
      )}
      {parcel.registerArea && (
        <>
          <dt>{words.say('registerArea')}</dt>
          <dd>{fixed(parcel.registerArea.amount, 2)} {words.of(units.mu)}</dd>
        </>
      )}
      {parcel.gepSpread && (
        <><dt>{words.say('spread')}</dt><dd>{yuan(parcel.gepSpread.amount)} {words.of(units.yuan)}</dd></>
      )}
      {parcel.ownership && <><dt>{words.say('ownership')}</dt><dd>{words.code(parcel.ownership)}</dd></>}
      {parcel.grade && <><dt>{words.say('grade')}</dt><dd>{words.code(parcel.grade)}</dd></>}
      <dt>{words.say('layer')}</dt>
      <dd>{words.of(parcel.layer.name)} {parcel.layer.source && `[${parcel.layer.source.key}]`}</dd>
      <dt>{words.say('origin')}</dt>
      <dd>{words.say(parcel.isSchematic ? 'schematic' : 'surveyed')}</dd>
      <dt>{words.say('place')}</dt>
      <dd class="where">{parcel.place}</dd>
    </dl>
  );
}

function Payments({ year, parcel }: { year: number; parcel: string }) {
  const words = useSpeech();
  const [opened, setOpened] = useState<string | null>(null);
  const lines = useDocument(() => paymentLines(
    { year: { eq: year }, parcel: { eq: parcel } }, paymentsMax), [year, parcel]);
  return (
    <Loaded document={lines}>
      {(page) => page.nodes.length === 0 ? <p class="quiet">{words.say('noPayments')}</p> : (
        <ul class="lines">
          {page.nodes.map((line) => (
            <li key={line.code}>
              <div class="line">
                <span>{line.code} <span class="quiet">{words.code(line.schedule.status.toLowerCase())}</span></span>
                <span class="figure">{yuan(line.amount.amount)} {words.of(units.yuan)}</span>
                <button type="button" aria-expanded={opened === line.code}
                  aria-label={words.say('explainLine') + line.code}
                  onClick={() => setOpened(opened === line.code ? null : line.code)}>
                  {words.say('explain')}
                </button>
              </div>
              {opened === line.code && <PaymentExplanation line={line.code} />}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
