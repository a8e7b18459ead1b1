import { useSpeech } from '../language';

/** The years that the workspace has. */
export function YearChoice(
  { years, year, onYear }: { years: number[]; year: number; onYear: (year: number) => void },
) {
  const words = useSpeech();
  return (
    <label>
      {words.say('year')}
      <select value={year} onChange={(event) => onYear(Number(event.currentTarget.value))} data-test="year">
        {years.map((each) => <option key={each} value={each}>{each}</option>)}
      </select>
    </label>
  );
}
