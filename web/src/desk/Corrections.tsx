import { useState } from 'preact/hooks';
import type { Settlement } from '../data/adjustments';
import type { Adjustment, City, Correction, CorrectionLine, Schedule } from '../data/documents';
import { fixed, signedYuan, units, yuan } from '../format';
import { useSpeech } from '../language';
import { DataTable, type Column } from '../parts/DataTable';
import { address } from '../route';
import { PublishRecorded, Settle } from './Settle';
import { Withdraw } from './Withdraw';

/** Who records adjustments. */
const keeper = 'finance';

interface Props {
  city: City; schedule: Schedule; year: number; correction: Correction | null; adjustments: Adjustment[]; file: string;
  onSettled: () => void;
}

/** What an issued schedule differs by from today's facts, and what of earlier years is settled with it. */
export function Corrections({ city, schedule, year, correction, adjustments, file, onSettled }: Props) {
  const words = useSpeech();
  const [chosen, setChosen] = useState<Settlement[]>([]);
  const [settledWith, setSettledWith] = useState<number | null>(null);
  const [withdrawn, setWithdrawn] = useState<string | null>(null);
  const isKeeper = city.caller.roles.includes(keeper);
  const settle = (difference: CorrectionLine) => {
    setSettledWith(null);
    setChosen([
      ...chosen.filter((each) => each.difference !== difference),
      ...difference.open.map((share) => ({ ...share, difference }))]);
  };
  return (
    <>
      {correction && (
        <section data-test="correction">
          <h3>{words.say('correction')}</h3>
          <p class="quiet">{words.say('correctionNote')}</p>
          {correction.lineCount === 0
            ? <p>{words.say('noCorrection')}</p>
            : (
              <Differences city={city} correction={correction} file={file}
                {...(isKeeper ? { onSettle: settle } : {})} />
            )}
          {chosen.length > 0 && (
            <Settle city={city} schedule={schedule} year={year} chosen={chosen} onChange={setChosen}
              onDone={(into) => {
                setChosen([]);
                setSettledWith(into);
                onSettled();
              }} />
          )}
          {settledWith !== null && (
            <PublishRecorded>
              {words.say('settledWith')}{' '}
              <a href={address('desk', { year: settledWith, scheme: schedule.scheme })}>
                {schedule.scheme} {settledWith}
              </a>
            </PublishRecorded>
          )}
        </section>
      )}
      {adjustments.length > 0 && (
        <section data-test="adjustments">
          <h3>{words.say('adjustments')}</h3>
          <Adjustments city={city} adjustments={adjustments} file={file}
            {...(isKeeper ? { onWithdraw: setWithdrawn } : {})} />
          {withdrawn !== null && (
            <Withdraw key={withdrawn} scheme={schedule.scheme} year={year} number={withdrawn} onDone={() => {
              setWithdrawn(null);
              onSettled();
            }} />
          )}
          {isKeeper && adjustments.some((each) => each.state !== 'in-force') && <PublishRecorded />}
        </section>
      )}
    </>
  );
}

function Differences({ city, correction, file, onSettle }: {
  city: City; correction: Correction; file: string; onSettle?: (difference: CorrectionLine) => void;
}) {
  const words = useSpeech();
  const unit = words.of(units.yuan);
  const { lines } = correction;
  const open = (row: CorrectionLine) =>
    row.open.map(({ payer, yuan: part }) => `${words.code(payer)} ${signedYuan(part)}`);
  const payee: Column<CorrectionLine>[] = lines.some((line) => line.payee !== null)
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
          { heading: words.say('parcel'), raw: (row) => row.parcel, show: (row) => (
            <>
              {row.parcel}
              {onSettle && row.open.length > 0 && row.payee !== null && (
                <button type="button" data-settle={row.parcel} aria-label={`${words.say('settle')} ${row.parcel}`}
                  onClick={() => onSettle(row)}>{words.say('settle')}</button>
              )}
            </>
          ) },
          { heading: words.say('district'), show: (row) => nameOf(city, row.district, words.of),
            raw: (row) => row.district },
          ...payee,
          { heading: words.say('delta'), unit, isNumber: true, raw: (row) => row.deltaYuan,
            show: (row) => <b data-delta={row.deltaYuan}>{signedYuan(row.deltaYuan)}</b> },
          { heading: words.say('openAmount'), unit, raw: (row) => open(row).join(' '), show: (row) => (
            <div class="open" data-open={row.parcel}>
              {row.open.length === 0 ? words.say('settledWhole') : open(row).map((part) => <div key={part}>{part}</div>)}
            </div>
          ) },
          { heading: words.say('issuedAmount'), unit, isNumber: true, show: (row) => yuan(row.issuedYuan),
            raw: (row) => row.issuedYuan },
          { heading: words.say('dueAmount'), unit, isNumber: true, show: (row) => yuan(row.dueYuan),
            raw: (row) => row.dueYuan },
          { heading: words.say('issuedLine'), show: (row) => row.issuedLine, raw: (row) => row.issuedLine },
          { heading: words.say('dueLine'), show: (row) => row.dueLine, raw: (row) => row.dueLine },
        ]} />
      {correction.lineCount > lines.length && (
        <p class="quiet">{fixed(lines.length, 0)} / {fixed(correction.lineCount, 0)}</p>
      )}
    </>
  );
}

function Adjustments({ city, adjustments, file, onWithdraw }: {
  city: City; adjustments: Adjustment[]; file: string; onWithdraw?: (number: string) => void;
}) {
  const words = useSpeech();
  return (
    <DataTable caption={words.say('adjustments')} hideCaption rows={adjustments}
      rowKey={(row) => `${row.place} ${row.number}`}
      file={`${file}-adjustments`}
      columns={[
        { heading: words.say('adjustmentNumber'), raw: (row) => row.number, show: ({ number, state }) => (
          <>
            {number}
            {onWithdraw && number !== null && state !== 'withdrawn' && (
              <button type="button" data-withdraw={number} aria-label={`${words.say('withdraw')} ${number}`}
                onClick={() => onWithdraw(number)}>{words.say('withdraw')}</button>
            )}
          </>
        ) },
        { heading: words.say('lineId'), show: (row) => row.line, raw: (row) => row.line },
        { heading: words.say('district'), show: (row) => nameOf(city, row.district, words.of),
          raw: (row) => row.district },
        { heading: words.say('parcel'), show: (row) => row.parcel, raw: (row) => row.parcel },
        { heading: words.say('payers'), show: (row) => words.code(row.payer), raw: (row) => row.payer },
        { heading: words.say('delta'), unit: words.of(units.yuan), isNumber: true,
          show: (row) => <b data-adjustment={row.yuan}>{signedYuan(row.yuan)}</b>, raw: (row) => row.yuan },
        { heading: words.say('reason'), show: (row) => row.reason, raw: (row) => row.reason },
        { heading: words.say('state'), show: (row) => words.code(row.state), raw: (row) => row.state },
      ]} />
  );
}

const nameOf = (city: City, code: string, of: (text: City['name'] | undefined) => string) =>
  of(city.districts.find((each) => each.code === code)?.name) || code;
