import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { publishRecords, recordAdjustments, type Settlement } from '../data/adjustments';
import type { City, Problem, Schedule } from '../data/documents';
import { inForm } from '../data/problems';
import { progressOf, type Progress } from '../data/runs';
import { units } from '../format';
import { useSpeech } from '../language';
import { Bar } from '../parts/Bar';
import { Problems } from '../parts/Findings';
import type { Word } from '../words';

/** Which field of the form a problem such as the one at <c>adjustments[1].yuan</c> is about. */
const fields: Record<string, Word> = { id: 'adjustmentNumber', yuan: 'amount', reason: 'reason', line: 'lineId' };
const place = /^adjustments\[(\d+)\]\.(\w+)$/;

/** Settles differences of an issued schedule with that of a later year. */
export function Settle({ city, schedule, year, chosen, onChange, onDone }: {
  city: City; schedule: Schedule; year: number; chosen: Settlement[];
  onChange: (chosen: Settlement[]) => void; onDone: (into: number) => void;
}) {
  const words = useSpeech();
  const later = city.years.filter((each) => each > year);
  const [into, setInto] = useState(later[0]);
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (into === undefined) return <p class="quiet">{words.say('noLaterYear')}</p>;
  const isFaulty = (field: string, row?: number) => problems.some(({ where }) => {
    const [, at, name] = place.exec(where) ?? [];
    return name === field && (row === undefined || at === String(row));
  });
  const send = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const refused = await recordAdjustments(schedule.scheme, into, number.trim(), reason.trim(), chosen);
      setProblems(refused);
      if (refused.length === 0) onDone(into);
    } catch (why) {
      setFailure(words.failure(why));
    }
    setBusy(false);
  };
  const placed = problems.map((problem) => {
    const [, row, name = ''] = place.exec(problem.where) ?? [];
    const field = fields[name];
    if (!field) return problem;
    const label = words.say(field);
    return inForm(problem, `${words.say('row')} ${Number(row) + 1} · ${label}`, name, label);
  });
  return (
    <form class="step-form" data-test="settle" onSubmit={(event) => void send(event)}>
      <h4>{words.say('settle')}</h4>
      <label>
        {words.say('settleWith')}{' '}
        <select value={into} onChange={(event) => setInto(Number(event.currentTarget.value))}>
          {later.map((each) => <option key={each} value={each}>{each}</option>)}
        </select>
      </label>
      <ol class="settlements">
        {chosen.map((one, row) => (
          <li key={`${one.difference.issuedLine} ${one.difference.dueLine} ${one.payer}`}><div>
            <label>
              {one.difference.parcel} {one.difference.payee} · {words.code(one.payer)} · {words.say('amount')}{' '}
              {words.of(units.yuan)}
              <input inputMode="decimal" value={one.yuan} data-test={`settle-yuan-${row + 1}`}
                aria-invalid={isFaulty('yuan', row)}
                onInput={(event) => onChange(chosen.with(row, { ...one, yuan: event.currentTarget.value }))} />
            </label>
            <button type="button" onClick={() => onChange(chosen.filter((each) => each !== one))}>
              {words.say('leaveOut')}
            </button>
          </div></li>
        ))}
      </ol>
      <label>
        {words.say('adjustmentNumber')}
        <input value={number} data-test="settle-number" aria-invalid={isFaulty('id')}
          onInput={(event) => setNumber(event.currentTarget.value)} />
      </label>
      <label>
        {words.say('reason')}
        <input value={reason} data-test="settle-reason" aria-invalid={isFaulty('reason')}
          onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <p class="buttons">
        <button type="submit" class="primary" disabled={isBusy}>{words.say('recordAdjustments')}</button>
      </p>
      <div role="status" data-test="settle-answer">
        {failure && <p class="failure">{failure}</p>}
        {placed.length > 0 && <Problems problems={placed} />}
      </div>
    </form>
  );
}

/** Puts in force what was recorded, and says with which snapshot it then is; until then, what it is. */
export function PublishRecorded({ children }: { children?: ComponentChildren }) {
  const words = useSpeech();
  const [run, setRun] = useState<string | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (!run) return;
    let wanted = true;
    const watch = async () => {
      for await (const each of progressOf(run)) {
        if (!wanted) return;
        setProgress(each);
      }
    };
    watch().catch((why: Error) => { if (wanted) setFailure(words.failure(why)); });
    return () => { wanted = false; };
  }, [run]);
  const publish = async () => {
    setFailure(null);
    try {
      const told = await publishRecords();
      setProblems(told.problems);
      setRun(told.run);
    } catch (why) {
      setFailure(words.failure(why));
    }
  };
  const isDone = progress?.state === 'succeeded';
  const hasFailed = failure !== null || ['refused', 'failed'].includes(progress?.state ?? '');
  return (
    <div role="status" data-test="publish-records">
      {isDone
        ? (
          <p class="notice">
            {words.say('publishedAs')} <code data-test="new-snapshot">{progress.snapshot}</code>{' '}
            <button type="button" onClick={() => location.reload()}>{words.say('reload')}</button>
          </p>
        )
        : (
          <>
            {children && <p>{children}</p>}
            <p>
              <button type="button" class="primary" disabled={run !== null && !hasFailed}
                onClick={() => void publish()}>{words.say('publishRecords')}</button>
            </p>
          </>
        )}
      {progress && !isDone && (
        <Bar label={words.of(progress.stage ?? undefined) || words.code(progress.state)}
          done={progress.done} total={progress.total} test="run-progress" />
      )}
      {failure && <p class="failure">{failure}</p>}
      {problems.length > 0 && <Problems problems={problems} />}
    </div>
  );
}
