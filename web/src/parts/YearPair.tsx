import type { Pair } from '../data/documents';
import { useSpeech } from '../language';
import type { Word } from '../words';

/**
 * The years of an address such as <c>#/map?measure=change&from=2019&to=2024</c>, otherwise the first and the last;
 * null where there is one year only.
 */
export function pairOf(years: number[], query: URLSearchParams): Pair | null {
  if (years.length < 2) return null;
  const asked = (name: string) => years.find((each) => String(each) === query.get(name));
  return { from: asked('from') ?? years[0]!, to: asked('to') ?? years.at(-1)! };
}

/** Chooses the two years, and says what equal ones or those in the other order mean. */
export function YearPair(
  { years, pair, onPair }: { years: number[]; pair: Pair; onPair: (pair: Pair) => void },
) {
  const words = useSpeech();
  const choice = (end: keyof Pair, name: Word) => (
    <label>
      {words.say(name)}
      <select value={pair[end]} data-test={`pair-${end}`}
        onChange={(event) => onPair({ ...pair, [end]: Number(event.currentTarget.value) })}>
        {years.map((each) => <option key={each} value={each}>{each}</option>)}
      </select>
    </label>
  );
  return (
    <div class="pair" role="group" aria-label={words.say('measureChange')}>
      {choice('from', 'fromYear')}
      {choice('to', 'toYear')}
      <span role="status" class="warn" data-test="pair-note">
        {pair.from === pair.to ? words.say('equalYears') : pair.from > pair.to && words.say('yearsBackwards')}
      </span>
    </div>
  );
}
