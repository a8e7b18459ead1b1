import { useState } from 'preact/hooks';
import type { City, Problem, Schedule } from '../data/documents';
import { takeStep } from '../data/schedules';
import { useSpeech } from '../language';
import { Problems } from '../parts/Findings';

const stages = ['draft', 'submitted', 'reviewed', 'approved', 'noticed', 'issued', 'paid'];

/** Which step leads on from a status, and which role takes it. */
const onward: Record<string, { step: string; role: string }> = {
  draft: { step: 'submit', role: 'officer' },
  submitted: { step: 'review', role: 'department' },
  reviewed: { step: 'approve', role: 'finance' },
  approved: { step: 'notice', role: 'notary' },
  noticed: { step: 'issue', role: 'finance-leader' },
  issued: { step: 'pay', role: 'treasury' },
};

const payingRoles = ['officer', 'department', 'finance', 'notary', 'finance-leader', 'treasury', 'auditor'];

/** Stages of payment in their order. */
const payingStages = ['to-submit', 'to-review', 'to-correct', 'to-push', 'pushed', 'to-pay', 'paying', 'paid'];

const returnable = ['submitted', 'reviewed', 'approved', 'noticed'];

/** Steps that the caller's roles name for a status; whether one is granted the service decides. */
function stepsFor(status: string, roles: string[]): string[] {
  if (!roles.some((role) => payingRoles.includes(role)) || status === 'void') return [];
  const isAuditorOnly = roles.every((role) => role === 'auditor' || !payingRoles.includes(role));
  const next = onward[status];
  const steps = next && roles.includes(next.role) ? [next.step] : [];
  if (status === 'noticed' || status === 'issued') {
    steps.push('contest');
    if (roles.includes('department')) steps.push('settle');
  }
  if (isAuditorOnly) return steps;
  if (returnable.includes(status)) steps.push('return');
  if (status === 'draft' || returnable.includes(status)) steps.push('void');
  return steps;
}

/** How far a schedule has come, what was done with it, and the steps that whoever signed in may take. */
export function Workflow(
  { city, schedule, onStep }: { city: City; schedule: Schedule; onStep: () => void },
) {
  const words = useSpeech();
  const [note, setNote] = useState('');
  const [contested, setContested] = useState('');
  const [stage, setStage] = useState('paid');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const steps = stepsFor(schedule.status, city.caller.roles);
  const take = async (step: string) => {
    setBusy(true);
    setFailure(null);
    try {
      const refused = await takeStep(schedule, step, note.trim(), contested.split(/\s+/).filter(Boolean),
        step === 'pay' ? stage : null);
      setProblems(refused);
      if (refused.length === 0) setNote('');
      onStep();
    } catch (why) {
      setFailure((why as Error).message);
    }
    setBusy(false);
  };
  return (
    <section data-test="workflow">
      <h3>{words.say('steps')}</h3>
      <ol class="steps">
        {stages.map((stage, place) => (
          <li key={stage} class={place <= stages.indexOf(schedule.status) ? 'reached' : undefined}
            aria-current={stage === schedule.status ? 'step' : undefined}>
            {words.code(stage)}
          </li>
        ))}
        {schedule.status === 'void' && <li class="reached" aria-current="step">{words.code('void')}</li>}
      </ol>
      {schedule.schemeStatus === 'unverified' && <p class="warn">{words.say('unverifiedNote')}</p>}
      <p class="quiet">{words.say('stepsNote')}</p>
      {steps.length > 0 && (
        <div class="step-form">
          <label>
            {words.say('note')}
            <input value={note} onInput={(event) => setNote(event.currentTarget.value)} data-test="note" />
          </label>
          {steps.includes('contest') && (
            <label>
              {words.say('contested')}
              <input value={contested} onInput={(event) => setContested(event.currentTarget.value)} />
            </label>
          )}
          {steps.includes('pay') && (
            <label>
              {words.say('stage')}{' '}
              <select value={stage} onChange={(event) => setStage(event.currentTarget.value)}>
                {payingStages.map((each) => <option key={each} value={each}>{words.code(each)}</option>)}
              </select>
            </label>
          )}
          <p class="buttons">
            {steps.map((step) => (
              <button key={step} type="button" disabled={isBusy} data-step={step} onClick={() => void take(step)}
                class={onward[schedule.status]?.step === step ? 'primary' : undefined}>
                {words.code(step)}
              </button>
            ))}
          </p>
        </div>
      )}
      <div role="status">
        {failure && <p class="failure">{failure}</p>}
        {problems.length > 0 && <Problems problems={problems} />}
      </div>
      <Log schedule={schedule} />
    </section>
  );
}

function Log({ schedule }: { schedule: Schedule }) {
  const words = useSpeech();
  if (schedule.steps.length === 0) return <p class="quiet">{words.say('noSteps')}</p>;
  return (
    <>
      <h4>{words.say('log')}</h4>
      <ol class="log" data-test="log">
        {schedule.steps.map((step) => (
          <li key={step.number}>
            <b>{words.code(step.step)}</b> {words.code(step.role)} · {step.actor} ·{' '}
            <time dateTime={step.at}>{step.at.slice(0, 16).replace('T', ' ')}</time>
            {step.stage && ` · ${words.code(step.stage)}`}{step.note && ` · ${step.note}`} <code class="quiet">{step.hash.slice(0, 12)}…</code>
          </li>
        ))}
      </ol>
    </>
  );
}
