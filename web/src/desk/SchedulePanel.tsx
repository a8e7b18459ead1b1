import type { City, Schedule } from '../data/documents';
import { fixed, toNumber, units, yuan } from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { Checks, Problems } from '../parts/Findings';
import { PaymentLines } from './PaymentLines';

const steps = ['draft', 'submitted', 'reviewed', 'approved', 'noticed', 'issued', 'paid'];

/** One schedule: basis, status, payers, districts, checks, problems, and its lines with their cards. */
export function SchedulePanel(
  { city, schedule, year, district }: {
    city: City; schedule: Schedule; year: number; district: string | null;
  },
) {
  const words = useSpeech();
  const file = `${schedule.scheme}-${year}`;
  return (
    <article data-test="schedule">
      <h2><code>{schedule.scheme}</code> {words.of(schedule.name)} {year}</h2>
      {schedule.totalYuan !== undefined && (
        <p class="main" data-test="schedule-total" data-yuan={schedule.totalYuan}>
          {yuan(schedule.totalYuan)} {words.of(units.yuan)}
        </p>
      )}
      <dl class="figures">
        <dt>{words.say('basis')}</dt>
        <dd>{schedule.basis} <span class="quiet">[{schedule.source.key}] {schedule.source.place}</span></dd>
        <dt>{words.say('schemeStatus')}</dt>
        <dd>
          <span class={schedule.schemeStatus === 'verified' ? 'good' : 'warn'}>
            {words.say(schedule.schemeStatus)}
          </span>{' '}
          {words.of(schedule.statusReason)}
        </dd>
        <dt>{words.say('beneficiaries')}</dt>
        <dd>{words.of(schedule.beneficiaries)}</dd>
      </dl>
      {schedule.totalYuan !== undefined && <Steps schedule={schedule} />}
      {schedule.payers && (
        <section>
          <h3>{words.say('payers')}</h3>
          <DataTable caption={words.say('payers')} hideCaption rows={schedule.payers}
            rowKey={(row) => row.payer} file={`${file}-payers`}
            columns={[
              { heading: words.say('payers'), show: (row) => words.of(row.name), raw: (row) => row.payer },
              { heading: words.say('amount'), unit: words.of(units.yuan), isNumber: true,
                show: (row) => yuan(row.yuan), raw: (row) => row.yuan },
            ]} />
        </section>
      )}
      {schedule.districts && <Districts city={city} schedule={schedule} file={file} />}
      {schedule.checks && (
        <section><h3>{words.say('checks')}</h3><Checks checks={schedule.checks} file={`${file}-checks`} /></section>
      )}
      <section><h3>{words.say('problems')}</h3><Problems problems={schedule.problems} /></section>
      {schedule.lines ? (
        <PaymentLines city={city} scheme={schedule.scheme} year={year} asked={district} />
      ) : null}
    </article>
  );
}

/** How far the schedule has come, and why it goes no further here. */
function Steps({ schedule }: { schedule: Schedule }) {
  const words = useSpeech();
  const reached = steps.indexOf(schedule.status);
  return (
    <section>
      <h3>{words.say('steps')}</h3>
      <ol class="steps">
        {steps.map((step, place) => (
          <li key={step} class={place <= reached ? 'reached' : undefined}
            aria-current={place === reached ? 'step' : undefined}>
            {words.code(step)}
          </li>
        ))}
      </ol>
      {schedule.schemeStatus === 'unverified' && <p class="warn">{words.say('unverifiedNote')}</p>}
      <p class="quiet">{words.say('stepsNote')}</p>
    </section>
  );
}

function Districts({ city, schedule, file }: { city: City; schedule: Schedule; file: string }) {
  const words = useSpeech();
  const total = {
    code: '', lines: schedule.lines!, yuan: schedule.totalYuan!,
    areaMu: String(schedule.districts!.reduce((sum, row) => sum + Number(row.areaMu), 0)),
  };
  return (
    <section>
      <h3>{words.say('ranking')}</h3>
      <DataTable caption={words.say('ranking')} hideCaption rows={schedule.districts!} total={total}
        rowKey={(row) => row.code} file={`${file}-districts`}
        columns={[
          { heading: words.say('district'), raw: (row) => row.code, show: (row) => row.code === ''
            ? words.say('total')
            : words.of(city.districts.find((each) => each.code === row.code)?.name) || row.code },
          { heading: words.say('lines'), isNumber: true, show: (row) => fixed(row.lines, 0),
            raw: (row) => row.lines },
          { heading: words.say('area'), unit: words.of(units.mu), isNumber: true,
            show: (row) => fixed(toNumber(row.areaMu), 2), raw: (row) => row.areaMu },
          { heading: words.say('amount'), unit: words.of(units.yuan), isNumber: true,
            show: (row) => yuan(row.yuan), raw: (row) => row.yuan },
        ]} />
    </section>
  );
}
