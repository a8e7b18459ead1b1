import type { City } from '../data/documents';
import { fixed } from '../format';
import { useSpeech } from '../language';
import { noDataColour, typeColour, type ColourClass } from './colours';
import type { Measure } from './measures';

/** Colours of the districts with their bounds and unit, and of the parcels when they are shown. */
export function Legend(
  { city, measure, classes, showsParcels, types }: {
    city: City; measure: Measure; classes: ColourClass[]; showsParcels: boolean; types: Set<string>;
  },
) {
  const words = useSpeech();
  const hasGaps = city.districts.some((district) => !measure.values.has(district.code));
  const schematic = city.layers.some((layer) => layer.schematic);
  return (
    <section class="legend" aria-label={words.say('legend')} data-test="legend">
      <h2>{words.of(measure.name)} <span class="unit">{words.of(measure.unit)}</span></h2>
      <ul>
        {classes.map((each) => (
          <li key={each.from}>
            <Swatch colour={each.colour} />
            {fixed(each.from, measure.decimals)} – {fixed(each.to, measure.decimals)}
          </li>
        ))}
        {hasGaps && <li><Swatch colour={noDataColour} />{words.say('noData')}</li>}
      </ul>
      {showsParcels && (
        <>
          <h2>{words.say('ecosystemType')}</h2>
          <ul>
            {city.ecosystemTypes.filter((type) => type.code === type.level1 && types.has(type.code))
              .map((type) => (
                <li key={type.code}><Swatch colour={typeColour(type.code)} />{words.of(type.name)}</li>
              ))}
          </ul>
        </>
      )}
      {schematic && <p class="origin" data-test="origin">⚠ {words.say('schematic')}</p>}
    </section>
  );
}

const Swatch = ({ colour }: { colour: string }) => (
  <svg class="swatch" width="18" height="14" aria-hidden="true">
    <rect width="18" height="14" rx="2" fill={colour} />
  </svg>
);
