import type { Check, Problem } from '../data/documents';
import { useSpeech } from '../language';
import { DataTable } from './DataTable';

/** Checks with what is left over. */
export function Checks({ checks, file }: { checks: Check[]; file: string }) {
  const words = useSpeech();
  return (
    <DataTable caption={words.say('checks')} hideCaption rows={checks} file={file}
      rowKey={(check) => check.code + check.text.en}
      columns={[
        { heading: words.say('check'), show: (check) => check.code, raw: (check) => check.code },
        { heading: words.say('value'), show: (check) => words.of(check.text),
          raw: (check) => words.of(check.text) },
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

const residual = (check: Check) =>
  typeof check.residual === 'number' ? check.residual.toPrecision(3).replace(/\.?0+($|e)/, '$1') : check.residual;

const severities = ['refusal', 'warning', 'remark'];

/** Problems with place and remedy, the gravest first, otherwise in their order. */
export function Problems({ problems }: { problems: Problem[] }) {
  const words = useSpeech();
  if (problems.length === 0) return <p class="quiet">{words.say('noProblems')}</p>;
  const sorted = severities.flatMap((severity) => problems.filter((each) => each.severity === severity));
  return (
    <ul class="problems">
      {sorted.map((problem, place) => (
        <li key={place} class={problem.severity}>
          <p><span class="severity">{words.code(problem.severity)}</span> {words.of(problem.text)}</p>
          <p class="quiet">{words.say('remedy')}: {words.of(problem.remedy)}</p>
          <p class="where"><code>{problem.code}</code> {problem.where}</p>
        </li>
      ))}
    </ul>
  );
}
