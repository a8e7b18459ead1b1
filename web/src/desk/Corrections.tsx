import type { Adjustment, City, Correction } from '../data/documents';
import { fixed, signedYuan, units, yuan } from '../format';
import { useSpeech } from '../language';
import { DataTable, type Column } from '../parts/DataTable';

interface Props {
  city: City; correction: Correction | null; adjustments: Adjustment[]; file: string;
}

/** What an issued schedule differs by from today's facts, and what of earlier years is settled with it. */
export function Corrections({ city, correction, adjustments, file }: Props) {
  const words = useSpeech();
  return (
    <>
      {correction && (
        <section data-test="correction">
          <h3>{words.say('correction')}</h3>
          <p class="quiet">{words.say('correctionNote')}</p>
          {correction.lineCount === 0
            ? <p>{words.say('noCorrection')}</p>
            : <Differences city={city} correction={correction} file={file} />}
        </section>
      )}
      {adjustments.length > 0 && (
        <section data-test="adjustments">
          <h3>{words.say('adjustments')}</h3>
          <Adjustments city={city} adjustments={adjustments} file={file} />
        </section>
      )}
    </>
  );
}

function Differences({ city, correction, file }: { city: City; correction: Correction; file: string }) {
  const words = useSpeech();
  const unit = words.of(units.yuan);
  const { lines } = correction;
  const payee: Column<Correction['lines'][number]>[] = lines.some((line) => line.payee !== null)
    ? [{ heading: words.say('payee'), show: (row) => row.payee, raw: (row) => row.payee }] : [];
  return (
    <>
      <dl class="figures">
        <dt>{words.say('issuedAmount')}</dt>
        <dd>{yuan(correction.issuedYuan)} {unit} <code class="quiet">{correction.issuedHash.slice(0, 12)}…</code></dd>
        <dt>{words.say('dueAmount')}</dt>
        <dd>{yuan(correction.dueYuan)} {unit} <code class="quiet">{correction.dueHash.slice(0, 12)}…</code></dd>
        <dt>{words.say('delta')}</dt>
        <dd class="main" data-test="correction-total" data-yuan={correction.totalYuan}>
          {signedYuan(correction.totalYuan)} {unit}
        </dd>
        {correction.payers.map(({ payer, yuan: part }) => (
          <>
            <dt>{words.code(payer)}</dt>
            <dd>{signedYuan(part)} {unit}</dd>
          </>
        ))}
      </dl>
      <DataTable caption={words.say('correction')} hideCaption rows={lines} file={`${file}-correction`}
        rowKey={(row) => `${row.issuedLine} ${row.dueLine}`}
        columns={[
          { heading: words.say('parcel'), show: (row) => row.parcel, raw: (row) => row.parcel },
          { heading: words.say('district'), show: (row) => nameOf(city, row.district, words.of),
            raw: (row) => row.district },
          ...payee,
          { heading: words.say('issuedLine'), show: (row) => row.issuedLine, raw: (row) => row.issuedLine },
          { heading: words.say('dueLine'), show: (row) => row.dueLine, raw: (row) => row.dueLine },
          { heading: words.say('issuedAmount'), unit, isNumber: true, show: (row) => yuan(row.issuedYuan),
            raw: (row) => row.issuedYuan },
          { heading: words.say('dueAmount'), unit, isNumber: true, show: (row) => yuan(row.dueYuan),
            raw: (row) => row.dueYuan },
          { heading: words.say('delta'), unit, isNumber: true, raw: (row) => row.deltaYuan,
            show: (row) => <b data-delta={row.deltaYuan}>{signedYuan(row.deltaYuan)}</b> },
        ]} />
      {correction.lineCount > lines.length && (
        <p class="quiet">{fixed(lines.length, 0)} / {fixed(correction.lineCount, 0)}</p>
      )}
    </>
  );
}

function Adjustments({ city, adjustments, file }: { city: City; adjustments: Adjustment[]; file: string }) {
  const words = useSpeech();
  return (
    <DataTable caption={words.say('adjustments')} hideCaption rows={adjustments} rowKey={(row) => row.place}
      file={`${file}-adjustments`}
      columns={[
        { heading: words.say('lineId'), show: (row) => row.line, raw: (row) => row.line },
        { heading: words.say('district'), show: (row) => nameOf(city, row.district, words.of),
          raw: (row) => row.district },
        { heading: words.say('parcel'), show: (row) => row.parcel, raw: (row) => row.parcel },
        { heading: words.say('payers'), show: (row) => words.code(row.payer), raw: (row) => row.payer },
        { heading: words.say('delta'), unit: words.of(units.yuan), isNumber: true,
          show: (row) => signedYuan(row.yuan), raw: (row) => row.yuan },
        { heading: words.say('reason'), show: (row) => row.reason, raw: (row) => row.reason },
      ]} />
  );
}

const nameOf = (city: City, code: string, of: (text: City['name'] | undefined) => string) =>
  of(city.districts.find((each) => each.code === code)?.name) || code;
