import type { City } from '../data/documents';
import { ask, once } from '../data/snapshot';
import { fixed, toHundredMillion, units } from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { Loaded, useDocument } from '../parts/Loaded';
import { Opening } from '../parts/Opening';

interface Range { service: string; lowYuan: string; centralYuan: string; highYuan: string; worstGrade: string }

const ranges = (year: number) => once(`ranges ${year}`, async () => {
  const account = await (await ask(`/exports/accounts/${year}.json`)).json() as { uncertainty: Range[] };
  return account.uncertainty;
});

/** Low, central and high value of each service, read when it is opened. */
export function Ranges({ city, year }: { city: City; year: number }) {
  const words = useSpeech();
  return (
    <Opening head={<h3>{words.say('ranges')} · {year}</h3>} test="ranges">
      <RangesOf city={city} year={year} />
    </Opening>
  );
}

function RangesOf({ city, year }: { city: City; year: number }) {
  const words = useSpeech();
  const rows = useDocument(() => ranges(year), [year]);
  const unit = words.of(units.hundredMillionYuan), rawUnit = words.of(units.yuan);
  return (
    <Loaded document={rows}>
      {(value) => (
        <DataTable caption={words.say('ranges')} hideCaption rows={value} rowKey={(row) => row.service}
          file={`ranges-${year}`}
          columns={[
            { heading: words.say('service'), raw: (row) => row.service,
              show: (row) => words.of(city.services.find((each) => each.code === row.service)?.name) },
            { heading: words.say('low'), unit, rawUnit, isNumber: true, raw: (row) => row.lowYuan,
              show: (row) => fixed(toHundredMillion(row.lowYuan), 2) },
            { heading: words.say('central'), unit, rawUnit, isNumber: true, raw: (row) => row.centralYuan,
              show: (row) => fixed(toHundredMillion(row.centralYuan), 2) },
            { heading: words.say('high'), unit, rawUnit, isNumber: true, raw: (row) => row.highYuan,
              show: (row) => fixed(toHundredMillion(row.highYuan), 2) },
            { heading: words.say('qualityGrade'), show: (row) => row.worstGrade, raw: (row) => row.worstGrade },
          ]} />
      )}
    </Loaded>
  );
}
