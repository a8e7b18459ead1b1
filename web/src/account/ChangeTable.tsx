import type { Change, Comparison } from '../data/documents';
import { fixed, toHundredMillion, units } from '../format';
import { useSpeech } from '../language';
import { DataTable, type Column } from '../parts/DataTable';

type Yuan = Exclude<keyof Change, 'code'>;

/** Two years side by side, and why they differ: the four effects add up to the change, to the fen. */
export function ChangeTable(
  { caption, heading, rows, nameOf, comparison, file }: {
    caption: string; heading: string; rows: Change[]; nameOf: (code: string) => string;
    comparison: Comparison; file: string;
  },
) {
  const words = useSpeech();
  const unit = words.of(units.hundredMillionYuan), rawUnit = words.of(units.yuan);
  const money = (name: string, of: Yuan): Column<Change> => ({
    heading: name, unit, rawUnit, isNumber: true, raw: (row) => row[of],
    show: (row) => <span data-yuan={row[of]}>{fixed(toHundredMillion(row[of]), 2)}</span>,
  });
  const total = { ...comparison.total, code: '' };
  return (
    <div>
      <DataTable caption={caption} hideCaption rows={rows} rowKey={(row) => row.code} total={total} file={file}
        columns={[
          { heading, show: (row) => row.code ? nameOf(row.code) : words.say('total'), raw: (row) => row.code },
          money(String(comparison.from), 'openingYuan'),
          money(String(comparison.to), 'closingYuan'),
          money(words.say('change'), 'changeYuan'),
          money(words.say('areaEffect'), 'areaYuan'),
          money(words.say('intensityEffect'), 'intensityYuan'),
          money(words.say('priceEffect'), 'priceYuan'),
          money(words.say('methodEffect'), 'methodYuan'),
        ]} />
      <p class="quiet">{words.say('effects')}</p>
    </div>
  );
}
