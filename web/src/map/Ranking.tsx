import type { City } from '../data/documents';
import { fixed } from '../format';
import { useSpeech } from '../language';
import { colourOf, type ColourClass } from './colours';
import type { Measure } from './measures';

/** The districts by the measure, the largest first: the map for those who read or use a keyboard. */
export function Ranking(
  { city, measure, classes, onDistrict }: {
    city: City; measure: Measure; classes: ColourClass[]; onDistrict: (code: string) => void;
  },
) {
  const words = useSpeech();
  const rows = city.districts
    .map((district) => ({ district, value: measure.values.get(district.code) }))
    .sort((left, right) => (right.value ?? -Infinity) - (left.value ?? -Infinity)
      || left.district.code.localeCompare(right.district.code));
  const most = Math.max(...rows.map((row) => Math.abs(row.value ?? 0))) || 1;
  return (
    <section class="ranking" aria-label={words.say('ranking')}>
      <h2>{words.say('ranking')} <span class="unit">{words.of(measure.unit)}</span></h2>
      <p class="quiet">{words.say('rankingHint')}</p>
      <ol>
        {rows.map(({ district, value }) => (
          <li key={district.code}>
            <button type="button" onClick={() => onDistrict(district.code)} data-district={district.code}>
              <span class="name">{words.of(district.name)}</span>
              <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={Math.abs(value ?? 0) / most * 100} height="10" fill={colourOf(classes, value)} />
              </svg>
              <span class="figure">{fixed(value, measure.decimals)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
