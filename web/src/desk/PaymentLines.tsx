import { useState } from 'preact/hooks';
import type { City } from '../data/documents';
import { paymentLines, type PaymentLine } from '../data/lines';
import { fixed, toNumber, units, yuan } from '../format';
import { useSpeech } from '../language';
import { DataTable, type Column } from '../parts/DataTable';
import { Loaded, useDocument } from '../parts/Loaded';
import { PaymentExplanation } from '../parts/TraceTree';

const linesOfPage = 50;

/** The lines of a schedule page by page, with payees for those who may see them; one opens its card. */
export function PaymentLines(
  { city, scheme, year, asked }: { city: City; scheme: string; year: number; asked: string | null },
) {
  const words = useSpeech();
  const [district, setDistrict] = useState(asked ?? '');
  const [cursors, setCursors] = useState<string[]>([]);
  const [card, setCard] = useState<string | null>(null);
  const page = useDocument(() => paymentLines(
    { year: { eq: year }, scheme: { eq: scheme }, ...(district ? { district: { eq: district } } : {}) },
    linesOfPage, cursors.at(-1) ?? null), [year, scheme, district, cursors, city.caller]);
  const first = cursors.length * linesOfPage;
  return (
    <section class="payment-lines" data-test="payment-lines">
      <h3>{words.say('lines')}</h3>
      {city.caller.roles.length === 0 && <p class="quiet">{words.say('payeesNote')}</p>}
      <label>
        {words.say('district')}{' '}
        <select value={district}
          onChange={(event) => { setDistrict(event.currentTarget.value); setCursors([]); setCard(null); }}>
          <option value="">{words.say('allDistricts')}</option>
          {city.districts.map((each) => (
            <option key={each.code} value={each.code}>{words.of(each.name)}</option>
          ))}
        </select>
      </label>
      {card && (
        <div class="card" data-test="card">
          <h4>{words.say('explainLine')}<code>{card}</code></h4>
          <PaymentExplanation line={card} />
          <button type="button" onClick={() => setCard(null)}>{words.say('close')}</button>
        </div>
      )}
      <Loaded document={page}>
        {({ nodes, totalCount, next }) => (
          <>
            <Table city={city} lines={nodes} file={`${scheme}-${year}-lines-${first + 1}`} onCard={setCard} />
            <p class="pager">
              <button type="button" disabled={cursors.length === 0}
                onClick={() => setCursors(cursors.slice(0, -1))}>{words.say('previous')}</button>
              <span>{fixed(first + 1, 0)}–{fixed(first + nodes.length, 0)} / {fixed(totalCount, 0)}</span>
              <button type="button" disabled={next === null}
                onClick={() => next !== null && setCursors([...cursors, next])}>{words.say('next')}</button>
            </p>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Table(
  { city, lines, file, onCard }: {
    city: City; lines: PaymentLine[]; file: string; onCard: (line: string) => void;
  },
) {
  const words = useSpeech();
  const hasPayees = lines.some((line) => line.payee !== null);
  const named: Column<PaymentLine>[] = [
    { heading: words.say('village'), show: (row) => row.village, raw: (row) => row.village },
    { heading: words.say('payee'), show: (row) => row.payee, raw: (row) => row.payee },
  ];
  return (
    <DataTable caption={words.say('lines')} hideCaption rowKey={(row) => row.code} rows={lines} file={file}
      columns={[
        { heading: words.say('lineId'), raw: (row) => row.code, show: (row) => (
          <button type="button" class="link" data-card={row.code} onClick={() => onCard(row.code)}>
            {row.code}
          </button>
        ) },
        { heading: words.say('district'), raw: (row) => row.district?.code, show: (row) =>
          words.of(city.districts.find((each) => each.code === row.district?.code)?.name) },
        { heading: words.say('town'), show: (row) => row.town, raw: (row) => row.town },
        ...(hasPayees ? named : []),
        { heading: words.say('parcel'), show: (row) => row.parcel, raw: (row) => row.parcel },
        { heading: words.say('area'), unit: words.of(units.mu), isNumber: true,
          show: (row) => fixed(toNumber(row.area?.amount), 2), raw: (row) => row.area?.amount },
        { heading: words.say('rate'), unit: `${words.of(units.yuan)}/${words.of(units.mu)}`, isNumber: true,
          show: (row) => fixed(toNumber(row.rate?.amount), 2), raw: (row) => row.rate?.amount },
        { heading: words.say('amount'), unit: words.of(units.yuan), isNumber: true,
          show: (row) => yuan(row.amount.amount), raw: (row) => row.amount.amount },
      ]} />
  );
}
