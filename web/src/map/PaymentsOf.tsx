import type { Schedules } from '../data/documents';
import { fixed, units, yuan } from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { address } from '../route';

/** What the schedules of a year give to one district, scheme by scheme. */
export function PaymentsOf({ schedules, district }: { schedules: Schedules; district: string }) {
  const words = useSpeech();
  const rows = schedules.schedules.flatMap((schedule) =>
    schedule.districts.filter((each) => each.code === district).map((sum) => ({ schedule, sum })));
  if (rows.length === 0) return <p class="quiet">{words.say('noPayments')}</p>;
  return (
    <DataTable caption={words.say('paymentsHere')} hideCaption rows={rows}
      file={`payments-${district}-${schedules.year}`} rowKey={(row) => row.schedule.scheme}
      columns={[
        { heading: words.say('scheme'), raw: (row) => row.schedule.scheme, show: (row) => (
          <>
            <a href={address('desk', { year: schedules.year, scheme: row.schedule.scheme, district })}>
              {words.of(row.schedule.name)}
            </a>
            <span class="quiet"> {words.code(row.schedule.status)} · {words.say(row.schedule.schemeStatus)}</span>
          </>
        ) },
        { heading: words.say('lines'), isNumber: true, show: (row) => fixed(row.sum.lines, 0),
          raw: (row) => row.sum.lines },
        { heading: words.say('amount'), unit: words.of(units.yuan), isNumber: true,
          show: (row) => yuan(row.sum.yuan), raw: (row) => row.sum.yuan },
      ]} />
  );
}
