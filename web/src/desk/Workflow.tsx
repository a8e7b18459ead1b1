import { useState } from 'preact/hooks';
import type { City, Dossier, NextStep, Problem, Schedule } from '../data/documents';
import { takeStep } from '../data/schedules';
import { moment } from '../format';
import { useSpeech } from '../language';
import { Problems } from '../parts/Findings';

const stages = ['draft', 'submitted', 'reviewed', 'approved', 'noticed', 'issued', 'paid'];

/** Steps that lead back or stop; the others lead on. */
const leadingBack = ['return', 'void', 'contest'];

/** What came of the last step: why it was refused, or that it failed. Nothing of a step that was taken. */
export interface StepAnswer { problems: Problem[]; failure: string | null }

export const noAnswer: StepAnswer = { problems: [], failure: null };

/** What the form asks for and tells; the note that was typed outlasts a reload after a refused step. */
interface StepFormOf {
  schedule: Schedule; steps: NextStep[]; answer: StepAnswer; note: string;
  onNote: (note: string) => void; onStep: (answer: StepAnswer) => void;
}

/** How far a schedule has come, its notice, the steps that whoever signed in may take, and why not others. */
export function Workflow(
  { city, schedule, dossier, ...form }: Omit<StepFormOf, 'steps'> & { city: City; dossier: Dossier },
) {
  const words = useSpeech();
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
      {dossier.notice && <Notice notice={dossier.notice} />}
      {schedule.schemeStatus === 'unverified' && <p class="warn">{words.say('unverifiedNote')}</p>}
      <p class="quiet">{words.say('stepsNote')}</p>
      <StepForm schedule={schedule} steps={dossier.nextSteps.filter((each) => each.reasons.length === 0)}
        {...form} />
      <NotYet city={city} steps={dossier.nextSteps.filter((each) => each.reasons.length > 0)} />
      <Log schedule={schedule} />
    </section>
  );
}

function Notice({ notice }: { notice: NonNullable<Dossier['notice']> }) {
  const words = useSpeech();
  return (
    <p class="notice" data-test="notice" data-days-left={notice.daysLeft}>
      <b>{words.say('notice')}</b>{' '}
      <time dateTime={notice.begins}>{moment(notice.begins)}</time> –{' '}
      <time dateTime={notice.ends}>{moment(notice.ends)}</time> {words.say('noticeEnds')} ·{' '}
      {notice.daysLeft > 0
        ? <b>{words.say('daysLeft')} {notice.daysLeft}</b>
        : <b class="good">{words.say('noticeOver')}</b>}
    </p>
  );
}

/** The buttons of the steps that may be taken, with what they need. */
function StepForm({ schedule, steps, answer, note, onNote, onStep }: StepFormOf) {
  const words = useSpeech();
  const [contested, setContested] = useState('');
  const [stage, setStage] = useState('');
  const [isBusy, setBusy] = useState(false);
  const reachable = steps.flatMap((each) => each.stages);
  const take = async ({ step, needsLines, stages: open }: NextStep) => {
    setBusy(true);
    try {
      const problems = await takeStep(schedule, step, note.trim(),
        needsLines ? contested.split(/\s+/).filter(Boolean) : [],
        open.length === 0 ? null : open.includes(stage) ? stage : open[0]!);
      onStep(problems.length > 0 ? { problems, failure: null } : noAnswer);
    } catch (why) {
      onStep({ problems: [], failure: words.failure(why) });
    }
    setBusy(false);
  };
  return (
    <>
      {steps.length > 0 && (
        <div class="step-form">
          <label>
            {words.say('note')}
            <input value={note} onInput={(event) => onNote(event.currentTarget.value)} data-test="note" />
          </label>
          {steps.some((each) => each.needsLines) && (
            <label>
              {words.say('contested')}
              <input value={contested} onInput={(event) => setContested(event.currentTarget.value)} />
            </label>
          )}
          {reachable.length > 0 && (
            <label>
              {words.say('stage')}{' '}
              <select value={stage} onChange={(event) => setStage(event.currentTarget.value)}>
                {reachable.map((each) => <option key={each} value={each}>{words.code(each)}</option>)}
              </select>
            </label>
          )}
          <p class="buttons">
            {steps.map((each) => (
              <button key={each.step} type="button" disabled={isBusy} data-step={each.step}
                onClick={() => void take(each)}
                class={leadingBack.includes(each.step) ? undefined : 'primary'}>
                {words.code(each.step)}
              </button>
            ))}
          </p>
        </div>
      )}
      <div role="status" data-test="step-answer">
        {answer.failure && <p class="failure">{answer.failure}</p>}
        {answer.problems.length > 0 && <Problems problems={answer.problems} />}
      </div>
    </>
  );
}

/** The steps that may follow and not be taken now, each with the reason. */
function NotYet({ city, steps }: { city: City; steps: NextStep[] }) {
  const words = useSpeech();
  const isForRoles = ({ reasons }: NextStep) => reasons[0]!.code === 'role-forbidden';
  const isForOthers = ({ role }: NextStep) => role !== null && !city.caller.roles.includes(role);
  if (steps.length === 0) return null;
  return (
    <>
      <h4>{words.say('notYet')}</h4>
      <ul class="not-yet" data-test="not-yet">
        {steps.map((each) => (
          <li key={each.step} data-not-yet={each.step}>
            <b>{words.code(each.step)}</b>{' '}
            {isForOthers(each) ? <>{words.say('roleTakes')}{words.code(each.role!)}</>
              : isForRoles(each) ? words.say('severalRoles')
                : each.reasons.map((reason, place) => <span key={place}>{words.of(reason.message)} </span>)}
          </li>
        ))}
      </ul>
    </>
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
            <time dateTime={step.at}>{moment(step.at)}</time>
            {step.stage && ` · ${words.code(step.stage)}`}{step.note && ` · ${step.note}`}{' '}
            <code class="quiet">{step.hash.slice(0, 12)}…</code>
          </li>
        ))}
      </ol>
    </>
  );
}
