import { useState } from 'preact/hooks';
import type { City, Schedule } from '../data/documents';
import { dossier as readDossier } from '../data/schedules';
import { fixed, units, yuan } from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { Files } from '../parts/Files';
import { Checks, Problems } from '../parts/Findings';
import { Loaded, useDocument } from '../parts/Loaded';
import { Corrections } from './Corrections';
import { PaymentLines } from './PaymentLines';
import { noAnswer, Workflow } from './Workflow';

/** One schedule: basis, workflow, payers, districts, checks, problems, and its lines with their cards. */
export function SchedulePanel(
  { city, schedule, year, district, onStep }: {
    city: City; schedule: Schedule; year: number; district: string | null; onStep: () => void;
  },
) {
  const words = useSpeech();
  const file = `${schedule.scheme}-${year}`;
  const isDrawn = schedule.totalYuan !== null;
  const [answer, setAnswer] = useState(noAnswer);
  const [note, setNote] = useState('');
  const state = useDocument(() => readDossier(schedule.code), [schedule, city.caller]);
  return (
    <article data-test="schedule">
      <h2><code>{schedule.scheme}</code> {words.of(schedule.name)} {year}</h2>
      {isDrawn && (
        <>
          <p class="main" data-test="schedule-total" data-yuan={schedule.totalYuan}>
            {yuan(schedule.totalYuan)} {words.of(units.yuan)}
          </p>
          <Files base={`/exports/schedules/${year}`} query={`?scheme=${schedule.scheme}`} name={file}
            endings={['xlsx', 'csv', 'json', 'journal']} />
        </>
      )}
      <Basis schedule={schedule} />
      {isDrawn && (
        <Loaded document={state}>
          {(dossier) => (
            <>
              <Workflow city={city} schedule={schedule} dossier={dossier} answer={answer}
                note={note} onNote={setNote} onStep={(told) => {
                  setAnswer(told);
                  if (told === noAnswer) setNote('');
                  onStep();
                }} />
              <Corrections city={city} schedule={schedule} year={year} correction={dossier.correction}
                adjustments={dossier.adjustments} file={file} onSettled={state.again} />
            </>
          )}
        </Loaded>
      )}
      {isDrawn && <Sums city={city} schedule={schedule} file={file} />}
      {isDrawn && (
        <section><h3>{words.say('checks')}</h3><Checks checks={schedule.checks} file={`${file}-checks`} /></section>
      )}
      {schedule.lines > 0 && (
        <PaymentLines city={city} scheme={schedule.scheme} year={year} asked={district} />
      )}
      <section>
        <h3>{words.say('problems')} ({schedule.problems.length})</h3>
        <Problems problems={schedule.problems} />
      </section>
    </article>
  );
}

function Basis({ schedule }: { schedule: Schedule }) {
  const words = useSpeech();
  const { source } = schedule;
  return (
    <dl class="figures">
      <dt>{words.say('basis')}</dt>
      <dd>{schedule.basis} {source && <span class="quiet">[{source.key}] {source.place}</span>}</dd>
      <dt>{words.say('schemeStatus')}</dt>
      <dd>
        <span class={schedule.schemeStatus === 'verified' ? 'good' : 'warn'}>
          {words.say(schedule.schemeStatus)}
        </span>{' '}
        {schedule.statusReason && words.of(schedule.statusReason)}
      </dd>
      <dt>{words.say('beneficiaries')}</dt>
      <dd>{words.of(schedule.beneficiaries)}</dd>
    </dl>
  );
}

function Sums({ city, schedule, file }: { city: City; schedule: Schedule; file: string }) {
  const words = useSpeech();
  const unit = words.of(units.yuan);
  const total = { code: '', lines: schedule.lines, yuan: schedule.totalYuan! };
  return (
    <>
      <section>
        <h3>{words.say('payers')}</h3>
        <DataTable caption={words.say('payers')} hideCaption rows={schedule.payers}
          rowKey={(row) => row.payer} file={`${file}-payers`}
          columns={[
            { heading: words.say('payers'), show: (row) => words.code(row.payer), raw: (row) => row.payer },
            { heading: words.say('amount'), unit, isNumber: true, show: (row) => yuan(row.yuan),
              raw: (row) => row.yuan },
          ]} />
      </section>
      <section>
        <h3>{words.say('ranking')}</h3>
        <DataTable caption={words.say('ranking')} hideCaption rows={schedule.districts} total={total}
          rowKey={(row) => row.code} file={`${file}-districts`}
          columns={[
            { heading: words.say('district'), raw: (row) => row.code, show: (row) => row.code === ''
              ? words.say('total')
              : words.of(city.districts.find((each) => each.code === row.code)?.name) || row.code },
            { heading: words.say('lines'), isNumber: true, show: (row) => fixed(row.lines, 0),
              raw: (row) => row.lines },
            { heading: words.say('amount'), unit, isNumber: true, show: (row) => yuan(row.yuan),
              raw: (row) => row.yuan },
          ]} />
      </section>
    </>
  );
}
