import { useState } from 'preact/hooks';
import { withdrawAdjustment } from '../data/adjustments';
import type { Problem } from '../data/documents';
import { inForm } from '../data/problems';
import { useSpeech } from '../language';
import { Problems } from '../parts/Findings';

/** Takes an adjustment back, with the reason. */
export function Withdraw({ scheme, year, number, onDone }: {
  scheme: string; year: number; number: string; onDone: () => void;
}) {
  const words = useSpeech();
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const send = async (event: Event) => {
    event.preventDefault();
    setFailure(null);
    try {
      const refused = await withdrawAdjustment(scheme, year, number, reason.trim());
      setProblems(refused);
      if (refused.length === 0) onDone();
    } catch (why) {
      setFailure(words.failure(why));
    }
  };
  const label = words.say('reason');
  const placed = problems.map((each) => each.where === 'reason' ? inForm(each, label, 'reason', label) : each);
  return (
    <form class="step-form" data-test="withdraw" onSubmit={(event) => void send(event)}>
      <h4>{words.say('withdraw')} {number}</h4>
      <label>
        {label}
        <input value={reason} aria-invalid={problems.some((each) => each.where === 'reason')}
          onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <p class="buttons"><button type="submit" class="primary">{words.say('withdraw')}</button></p>
      <div role="status">
        {failure && <p class="failure">{failure}</p>}
        {placed.length > 0 && <Problems problems={placed} />}
      </div>
    </form>
  );
}
