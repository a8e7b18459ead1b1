import type { City } from '../data/documents';
import { fixed } from '../format';
import { useSpeech, type Speech } from '../language';
import { noDataColour, typeColour, type ColourClass } from './colours';
import type { Measure } from './measures';
import type { Key } from './picture';

/** Colours of the districts with their bounds and unit, and of the parcels when they are shown. */
export function Legend(
  { city, measure, classes, showsParcels, types }: {
    city: City; measure: Measure; classes: ColourClass[]; showsParcels: boolean; types: Set<string>;
  },
) {
  const words = useSpeech();
  const schematic = city.layers.some((layer) => layer.schematic);
  return (
    <section class="legend" aria-label={words.say('legend')} data-test="legend">
      <h2>{words.of(measure.name)} <span class="unit">{words.of(measure.unit)}</span></h2>
      <ul>
        {measureKeys(city, measure, classes, words).map((key) => <Entry key={key.text} of={key} />)}
      </ul>
      {showsParcels && (
        <>
          <h2>{words.say('ecosystemType')}</h2>
          <ul>
            {typeKeys(city, types, words).map((key) => <Entry key={key.text} of={key} />)}
          </ul>
        </>
      )}
      {schematic && <p class="origin" data-test="origin">⚠ {words.say('schematic')}</p>}
    </section>
  );
}

const Entry = ({ of: key }: { of: Key }) => (
  <li>
    <svg class="swatch" width="18" height="14" aria-hidden="true">
      <rect width="18" height="14" rx="2" fill={key.colour} />
    </svg>
    {key.text}
  </li>
);

/** The classes of a measure with their bounds, and the colour of districts that it has no value of. */
export function measureKeys(city: City, measure: Measure, classes: ColourClass[], words: Speech): Key[] {
  const shown = (value: number) => fixed(value, measure.decimals);
  const keys = classes.map(({ colour, from, to }) => ({ colour, text: `${shown(from)} – ${shown(to)}` }));
  const hasGaps = city.districts.some((district) => !measure.values.has(district.code));
  return hasGaps ? [...keys, { colour: noDataColour, text: words.say('noData') }] : keys;
}

/** The ecosystem types of the first level that the city has. */
export const typeKeys = (city: City, types: Set<string>, words: Speech): Key[] => city.ecosystemTypes
  .filter((type) => type.code === type.level1 && types.has(type.code))
  .map((type) => ({ colour: typeColour(type.code), text: words.of(type.name) }));
