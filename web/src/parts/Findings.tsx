import type { Check, Problem } from '../data/documents';
import { useSpeech } from '../language';
import { address } from '../route';
import { DataTable } from './DataTable';
import { Opening } from './Opening';

/** Checks with what is left over. */
export function Checks({ checks, file }: { checks: Check[]; file: string }) {
  const words = useSpeech();
  return (
    <DataTable caption={words.say('checks')} hideCaption rows={checks} file={file}
      rowKey={(check) => check.code + check.title.en}
      columns={[
        { heading: words.say('check'), show: (check) => check.code, raw: (check) => check.code },
        { heading: words.say('holds'), show: (check) => words.of(check.title),
          raw: (check) => words.of(check.title) },
        { heading: words.say('residual'), isNumber: true, raw: (check) => `${check.residual} ${check.unit}`,
          show: (check) => `${residual(check)} ${check.unit}` },
        { heading: words.say('result'), raw: (check) => check.passed ? 'passed' : 'not passed',
          show: (check) => (
            <span class={check.passed ? 'good' : 'bad'}>
              {check.passed ? `✓ ${words.say('passed')}` : `✗ ${words.say('notPassed')}`}
            </span>
          ) },
      ]} />
  );
}

const digitsShown = 12;

/** Long residuals of floating point are shown to three digits; exact ones as they are. */
const residual = (check: Check) => check.residual.length < digitsShown
  ? check.residual : Number(check.residual).toPrecision(3);

const severities = ['refusal', 'warning'];

/** Problems with place and remedy in their order: what must be looked at first, remarks when opened. */
export function Problems({ problems }: { problems: Problem[] }) {
  const words = useSpeech();
  if (problems.length === 0) return <p class="quiet">{words.say('noProblems')}</p>;
  const grave = severities.flatMap((severity) => problems.filter((each) => each.severity === severity));
  const remarks = problems.filter((each) => !severities.includes(each.severity));
  return (
    <>
      <List problems={grave} />
      {remarks.length > 0 && (
        <Opening head={<>{words.code('remark')} ({remarks.length})</>}><List problems={remarks} /></Opening>
      )}
    </>
  );
}

const coordinates = /@(-?[\d.]+,-?[\d.]+)/;

/** Where a problem is; a place on the ground leads to the map. */
function Where({ place }: { place: string }) {
  const words = useSpeech();
  const found = coordinates.exec(place)?.[1];
  return <>{place} {found && <a href={address('map', { at: found })}>{words.say('onMap')}</a>}</>;
}

function List({ problems }: { problems: Problem[] }) {
  const words = useSpeech();
  return (
    <ul class="problems">
      {problems.map((problem, place) => (
        <li key={place} class={problem.severity}>
          <p><span class="severity">{words.code(problem.severity)}</span> {words.of(problem.message)}</p>
          <p class="quiet">{words.say('remedy')}: {words.of(problem.remedy)}</p>
          <p class="where"><code>{problem.code}</code> <Where place={problem.where} /></p>
        </li>
      ))}
    </ul>
  );
}
