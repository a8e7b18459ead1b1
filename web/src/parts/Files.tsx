import { useState } from 'preact/hooks';
import { ask } from '../data/snapshot';
import { useSpeech } from '../language';
import { save } from './csv';

/** Files of the service to take away, as whoever signed in may have them. */
export function Files({ base, query = '', name, endings }: {
  base: string; query?: string; name: string; endings: string[];
}) {
  const words = useSpeech();
  const [failure, setFailure] = useState<string | null>(null);
  const take = async (ending: string) => {
    try {
      const answer = await ask(`${base}.${ending}${query}`);
      save(`${name}.${ending}`, await answer.blob());
      setFailure(null);
    } catch (why) {
      setFailure(words.failure(why));
    }
  };
  return (
    <p class="files">
      <span class="quiet">{words.say('files')}</span>
      {endings.map((ending) => (
        <button key={ending} type="button" class="download" data-file={ending} onClick={() => void take(ending)}>
          {ending}
        </button>
      ))}
      {failure && <span class="failure" role="alert">{failure}</span>}
    </p>
  );
}
