import { useState } from 'preact/hooks';
import { ask, RefusedRequest } from '../data/snapshot';
import { useSpeech } from '../language';
import { Loaded, useDocument } from '../parts/Loaded';
import { examples, type Example } from './examples';

interface Told { text: string; milliseconds: number; isFailure: boolean }

/** A desk for GraphQL: the documents of the API guide, a query, its variables and the answer. */
export function AskPage() {
  const guide = useDocument(examples, []);
  return <Loaded document={guide}>{(questions) => <Desk questions={questions} />}</Loaded>;
}

function Desk({ questions }: { questions: Example[] }) {
  const words = useSpeech();
  const [query, setQuery] = useState(questions[0]?.query ?? '');
  const [variables, setVariables] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setTold(await answerTo(query, variables, words.say('noGraphQL')));
    setBusy(false);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run();
  };
  return (
    <article class="ask-grid" onKeyDown={onKey}>
      <section>
        <label>
          {words.say('examples')}
          <select data-test="example" onChange={(event) => {
            const example = questions[Number(event.currentTarget.value)]!;
            setQuery(example.query);
            setVariables('');
          }}>
            {questions.map((example, place) => (
              <option key={place} value={place}>{example.id} {words.of(example.name)}</option>
            ))}
          </select>
        </label>
        <label>
          {words.say('query')}
          <textarea spellcheck={false} rows={18} value={query} data-test="query"
            onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
        <label>
          {words.say('variables')}
          <textarea spellcheck={false} rows={4} value={variables}
            onInput={(event) => setVariables(event.currentTarget.value)} />
        </label>
        <button type="button" class="primary" disabled={isBusy} onClick={() => void run()} data-test="run">
          {words.say('run')}
        </button>
      </section>
      <section aria-live="polite">
        <h2>{words.say('answer')} {told && <span class="unit">{told.milliseconds} ms</span>}</h2>
        {told && <pre tabIndex={0} class={told.isFailure ? 'failure' : undefined} data-test="answer">{told.text}</pre>}
      </section>
    </article>
  );
}

async function answerTo(query: string, variables: string, absent: string): Promise<Told> {
  const begun = performance.now();
  const told = (text: string, isFailure: boolean): Told =>
    ({ text, isFailure, milliseconds: Math.round(performance.now() - begun) });
  try {
    const answer = await ask('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept': 'application/json' },
      body: JSON.stringify({ query, variables: variables.trim() === '' ? {} : JSON.parse(variables) }),
    });
    const body = await answer.json() as { errors?: unknown };
    return told(JSON.stringify(body, null, 2), body.errors !== undefined);
  } catch (failure) {
    if (failure instanceof RefusedRequest && failure.status === 404) return told(absent, true);
    return told(String(failure), true);
  }
}
