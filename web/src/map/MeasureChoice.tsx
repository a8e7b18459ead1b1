import { useSpeech } from '../language';
import type { Measure } from './measures';

const groups = ['measureOverall', 'measureService', 'measureType', 'measurePayment', 'measureChange'] as const;

/** The menu of measures, by kind. */
export function MeasureChoice(
  { measures, measure, onMeasure }: {
    measures: Measure[]; measure: Measure; onMeasure: (id: string) => void;
  },
) {
  const words = useSpeech();
  return (
    <label>
      {words.say('measure')}
      <select value={measure.id} onChange={(event) => onMeasure(event.currentTarget.value)} data-test="measure">
        {groups.map((group) => (
          <optgroup key={group} label={words.say(group)}>
            {measures.filter((each) => each.group === group).map((each) => (
              <option key={each.id} value={each.id}>{words.of(each.name)} ({words.of(each.unit)})</option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
