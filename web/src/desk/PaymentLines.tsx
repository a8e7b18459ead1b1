import { useState } from 'preact/hooks';
import type { City } from '../data/documents';
import { items, quoted, type PaymentLine } from '../data/items';
import { fixed, units, yuan } from '../format';
import { useSpeech } from '../language';
import { csvText, save } from '../parts/csv';
import { DataTable } from '../parts/DataTable';
import { Loaded, useDocument } from '../parts/Loaded';
import { Explanation } from '../parts/TraceTree';

const linesOfPage = 50, linesOfDownload = 10_000;

/** The lines of a schedule page by page; one of them opens its card. */
export function PaymentLines(
  { city, scheme, year, asked }: { city: City; scheme: string; year: number; asked: string | null },
) {
  const words = useSpeech();
  const [district, setDistrict] = useState(asked ?? '');
  const [offset, setOffset] = useState(0);
  const [card, setCard] = useState<string | null>(null);
  const filter = `year=${year} AND scheme=${quoted(scheme)}`
    + (district ? ` AND district=${quoted(district)}` : '');
  const page = useDocument(
    () => items<PaymentLine>('payment-lines', filter, linesOfPage, offset), [filter, offset]);
  return (
    <section data-test="payment-lines">
      <h3>{words.say('lines')}</h3>
      <p class="quiet">{words.say('payeesNote')}</p>
      <label>
        {words.say('district')}
        <select value={district}
          onChange={(event) => { setDistrict(event.currentTarget.value); setOffset(0); setCard(null); }}>
          <option value="">{words.say('allDistricts')}</option>
          {city.districts.map((each) => (
            <option key={each.code} value={each.code}>{words.of(each.name)}</option>
          ))}
        </select>
      </label>
      {card && (
        <div class="card" data-test="card">
          <h4>{words.say('explainLine')}<code>{card}</code></h4>
          <button type="button" onClick={() => setCard(null)}>{words.say('close')}</button>
          <Explanation year={year} line={card} />
        </div>
      )}
      <Loaded document={page}>
        {(value) => (
          <>
            <DataTable caption={words.say('lines')} hideCaption rowKey={(row) => row.line}
              rows={value.features.map((feature) => feature.properties)}
              columns={[
                { heading: words.say('lineId'), show: (row) => (
                  <button type="button" class="link" data-card={row.line} onClick={() => setCard(row.line)}>
                    {row.line}
                  </button>
                ) },
                { heading: words.say('district'), show: (row) =>
                  words.of(city.districts.find((each) => each.code === row.district)?.name) || row.district },
                { heading: words.say('parcel'), show: (row) => row.parcel },
                { heading: words.say('area'), unit: words.of(units.mu), isNumber: true,
                  show: (row) => fixed(row.area_mu, 2) },
                { heading: words.say('rate'), unit: `${words.of(units.yuan)}/${words.of(units.mu)}`,
                  isNumber: true, show: (row) => fixed(row.rate_yuan_per_mu, 2) },
                { heading: words.say('amount'), unit: words.of(units.yuan), isNumber: true,
                  show: (row) => yuan(row.amount_yuan.toFixed(2)) },
              ]} />
            <p class="pager">
              <button type="button" disabled={offset === 0}
                onClick={() => setOffset(Math.max(0, offset - linesOfPage))}>{words.say('previous')}</button>
              <span>
                {fixed(offset + 1, 0)}–{fixed(offset + value.numberReturned, 0)} / {fixed(value.numberMatched, 0)}
              </span>
              <button type="button" disabled={offset + value.numberReturned >= value.numberMatched}
                onClick={() => setOffset(offset + linesOfPage)}>{words.say('next')}</button>
              <button type="button" onClick={() => void downloadAll(filter, `${scheme}-${year}-lines`)}>
                {words.say('download')}
              </button>
            </p>
          </>
        )}
      </Loaded>
    </section>
  );
}

async function downloadAll(filter: string, file: string): Promise<void> {
  const all = await items<PaymentLine>('payment-lines', filter, linesOfDownload);
  const text = csvText(
    ['行编号 line', '区划 district', '图斑 parcel', '面积 area [mu]', '标准 rate [yuan/mu]', '金额 amount [yuan]'],
    all.features.map(({ properties: line }) => [
      line.line, line.district, line.parcel, line.area_mu, line.rate_yuan_per_mu, line.amount_yuan.toFixed(2)]));
  save(`${file}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}
