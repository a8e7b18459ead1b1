import type { City } from '../data/documents';
import { parcelsWithin, type Within } from '../data/parcels';
import { fixed, hectares, units } from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { Loaded, useDocument } from '../parts/Loaded';
import { wktOf, type Ring } from './drawing';

const parcelsMax = 5000;

interface Row { type: string; parcels: number; squareMetres: number; yuan: number }

/** The parcels that meet a drawn area, by ecosystem type. */
export function SelectionPanel({ city, ring, year }: { city: City; ring: Ring; year: number }) {
  const words = useSpeech();
  const wkt = wktOf(ring);
  const found = useDocument(() => parcelsWithin(wkt, year, parcelsMax), [wkt, year]);
  const nameOf = (code: string) =>
    words.of(city.ecosystemTypes.find((type) => type.code === code)?.name) || code;
  return (
    <section class="selection" aria-label={words.say('selection')} data-test="selection">
      <h2>{words.say('selection')} <span class="quiet">{year}</span></h2>
      <Loaded document={found}>
        {({ count, parcels }) => {
          if (!parcels) return <p>{words.say('tooMany')} ({fixed(count, 0)})</p>;
          const rows = byType(parcels);
          const total = rows.reduce((sum, row) => ({
            type: '', parcels: sum.parcels + row.parcels, squareMetres: sum.squareMetres + row.squareMetres,
            yuan: sum.yuan + row.yuan,
          }), { type: '', parcels: 0, squareMetres: 0, yuan: 0 });
          return (
            <>
              <DataTable caption={words.say('selection')} hideCaption rows={rows} total={total}
                file={`selection-${year}`} rowKey={(row) => row.type}
                columns={[
                  { heading: words.say('ecosystemType'), raw: (row) => row.type,
                    show: (row) => row.type ? nameOf(row.type) : words.say('total') },
                  { heading: words.say('parcels'), isNumber: true, raw: (row) => row.parcels,
                    show: (row) => fixed(row.parcels, 0) },
                  { heading: words.say('netArea'), unit: words.of(units.hectare), isNumber: true,
                    rawUnit: 'm2', raw: (row) => row.squareMetres,
                    show: (row) => fixed(hectares(row.squareMetres), 1) },
                  { heading: words.say('spread'), unit: words.of(units.tenThousandYuan), isNumber: true,
                    rawUnit: 'yuan', raw: (row) => row.yuan, show: (row) => fixed(row.yuan / 1e4, 1) },
                ]} />
              <p class="quiet">{words.say('selectionNote')}</p>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function byType(parcels: Within[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { type, squareMetres, yuan } of parcels) {
    const row = rows.get(type) ?? { type, parcels: 0, squareMetres: 0, yuan: 0 };
    row.parcels++;
    row.squareMetres += squareMetres;
    row.yuan += yuan;
    rows.set(type, row);
  }
  return [...rows.values()].sort((left, right) => left.type.localeCompare(right.type));
}
