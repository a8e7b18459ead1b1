import type { City, Schedule, Schedules } from '../data/documents';
import { schedules as readSchedules } from '../data/schedules';
import { forget } from '../data/snapshot';
import { fixed, units, yuan } from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { Loaded, useDocument } from '../parts/Loaded';
import { YearChoice } from '../parts/YearChoice';
import { address, replace } from '../route';
import { SchedulePanel } from './SchedulePanel';

/** The schedules of a year, and the one that is chosen. */
export function DeskPage({ city, query }: { city: City; query: URLSearchParams }) {
  const year = city.years.find((each) => String(each) === query.get('year')) ?? city.years[0]!;
  const drawn = useDocument(() => readSchedules(year), [year, city.caller]);
  const onStep = () => {
    forget();
    drawn.again();
  };
  return (
    <>
      <div class="tools">
        <YearChoice years={city.years} year={year} onYear={(next) => replace('desk', { year: next })} />
      </div>
      <Loaded document={drawn}>
        {(value) => <Desk city={city} schedules={value} query={query} onStep={onStep} />}
      </Loaded>
    </>
  );
}

function Desk(
  { city, schedules, query, onStep }: {
    city: City; schedules: Schedules; query: URLSearchParams; onStep: () => void;
  },
) {
  const words = useSpeech();
  const chosen = schedules.schedules.find((each) => each.scheme === query.get('scheme'));
  const drawn = schedules.schedules.filter((each) => each.totalYuan !== null);
  const rest = schedules.schedules.filter((each) => each.totalYuan === null);
  return (
    <div class="desk-columns">
      <div class="list">
        <h2>{words.say('schedules')} {schedules.year}</h2>
        <h3>{words.say('drawnHeading')}</h3>
        <Drawn schedules={drawn} year={schedules.year} chosen={chosen} />
        <details class="rest" open={rest.some((each) => each === chosen)}>
          <summary><h3>{words.say('notDrawnHeading')} ({rest.length})</h3></summary>
          <ul>
            {rest.map((each) => (
              <li key={each.scheme}>
                <a href={address('desk', { year: schedules.year, scheme: each.scheme })}
                  aria-current={each === chosen ? 'true' : undefined}>
                  {each.scheme} {words.of(each.name)}
                </a>
                <p class="quiet">
                  {words.of(each.problems.find((one) => one.severity === 'refusal')?.message)}
                </p>
              </li>
            ))}
          </ul>
        </details>
      </div>
      <div class="detail">
        {chosen
          ? <SchedulePanel key={chosen.code} city={city} schedule={chosen} year={schedules.year}
              district={query.get('district')} onStep={onStep} />
          : <p class="quiet">{words.say('choose')}</p>}
      </div>
    </div>
  );
}

function Drawn({ schedules, year, chosen }: { schedules: Schedule[]; year: number; chosen: Schedule | undefined }) {
  const words = useSpeech();
  const passed = (row: Schedule) => row.checks.filter((check) => check.passed).length;
  return (
    <DataTable caption={words.say('schedules')} hideCaption rows={schedules} rowKey={(row) => row.scheme}
      file={`schedules-${year}`}
      columns={[
        { heading: words.say('scheme'), raw: (row) => row.scheme, show: (row) => (
          <a href={address('desk', { year, scheme: row.scheme })} data-scheme={row.scheme}
            aria-current={row === chosen ? 'true' : undefined}>
            <code>{row.scheme}</code> {words.of(row.name)}
          </a>
        ) },
        { heading: words.say('status'), raw: (row) => row.status, show: (row) => (
          <>
            <span class="status">{words.code(row.status)}</span>{' '}
            <span class={row.schemeStatus === 'verified' ? 'good' : 'warn'}>{words.say(row.schemeStatus)}</span>
          </>
        ) },
        { heading: words.say('amount'), unit: words.of(units.yuan), isNumber: true,
          show: (row) => <span data-yuan={row.totalYuan}>{yuan(row.totalYuan)}</span>,
          raw: (row) => row.totalYuan },
        { heading: words.say('lines'), isNumber: true, show: (row) => fixed(row.lines, 0),
          raw: (row) => row.lines },
        { heading: words.say('checks'), isNumber: true, show: (row) => `${passed(row)} / ${row.checks.length}`,
          raw: passed },
      ]} />
  );
}
