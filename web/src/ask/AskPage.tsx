import { useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech, useTheme } from '../language';
import { Loaded, useDocument } from '../parts/Loaded';
import { examples, type Example } from './examples';
import type { Desk } from './graphiql';

/** GraphiQL with the documents of the API guide. */
export function AskPage() {
  const guide = useDocument(examples, []);
  return <Loaded document={guide}>{(questions) => <Guide questions={questions} />}</Loaded>;
}

function Guide({ questions }: { questions: Example[] }) {
  const words = useSpeech();
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const desk = useRef<Desk | null>(null);
  const [chosen, setChosen] = useState(questions[0]!);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(chosen);
  latest.current = chosen;
  useEffect(() => {
    let wanted = true;
    // React owns what it draws into, so it gets an element that Preact does not know.
    const box = place.current!.appendChild(document.createElement('div'));
    box.className = 'graphiql-box';
    import('./graphiql').then(({ openDesk }) => {
      if (wanted) desk.current = openDesk(box, theme, latest.current.query);
    }, (why: Error) => setFailure(why.message));
    return () => {
      wanted = false;
      desk.current?.remove();
      desk.current = null;
      box.remove();
    };
  }, [theme]);
  const choose = (example: Example) => {
    setChosen(example);
    desk.current?.show(example.query);
  };
  return (
    <article class="ask">
      <nav class="guide" aria-label={words.say('examples')}>
        <h2>{words.say('examples')}</h2>
        <ol>
          {questions.map((example) => (
            <li key={example.id}>
              <button type="button" data-example={example.id} aria-pressed={example === chosen}
                onClick={() => choose(example)}>{words.of(example.name)}</button>
            </li>
          ))}
        </ol>
      </nav>
      <section class="desk-of-questions" aria-label="GraphiQL" ref={place}>
        {failure && <p class="failure" role="alert">{words.say('failed')}: {failure}</p>}
      </section>
    </article>
  );
}
