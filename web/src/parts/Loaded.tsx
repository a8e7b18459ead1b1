import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSpeech } from '../language';

/** A document on its way: not there yet, there, or failed. */
export interface Document<T> { value?: T; failure?: Error; again: () => void }

/** Reads a document when what it depends on changes; answers that come too late are dropped. */
export function useDocument<T>(read: () => Promise<T>, dependencies: unknown[]): Document<T> {
  const [state, setState] = useState<{ value?: T; failure?: Error; of: unknown[] }>({ of: [] });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    read().then(
      (value) => wanted && setState({ value, of: dependencies }),
      (failure: Error) => wanted && setState({ failure, of: dependencies }));
    return () => { wanted = false; };
  }, [...dependencies, attempt]);
  const again = () => setAttempt(attempt + 1);
  const isCurrent = state.of.length === dependencies.length
    && state.of.every((each, place) => Object.is(each, dependencies[place]));
  return isCurrent ? { ...state, again } : { again };
}

/** Shows a document, or that it is on its way, or why it did not come. */
export function Loaded<T>(
  { document, children }: { document: Document<T>; children: (value: T) => ComponentChildren },
) {
  const words = useSpeech();
  if (document.value !== undefined) return <>{children(document.value)}</>;
  if (!document.failure) return <p class="quiet" aria-busy="true">{words.say('loading')}</p>;
  return <Failed why={document.failure} again={document.again} />;
}

/** Why something did not come, and another try. */
export function Failed({ why, again }: { why: Error; again: () => void }) {
  const words = useSpeech();
  return (
    <p class="failure" role="alert">
      {words.say('failed')}: {words.failure(why)}{' '}
      <button type="button" onClick={again}>{words.say('again')}</button>
    </p>
  );
}
