import { useEffect, useState } from 'preact/hooks';
import type { City } from '../data/documents';
import { progressOf, type Progress } from '../data/runs';
import { decide, reviewOf, type Upload } from '../data/uploads';
import { useSpeech } from '../language';
import { Bar } from '../parts/Bar';
import { Problems } from '../parts/Findings';
import { Failed, Loaded, useDocument } from '../parts/Loaded';
import { ReviewOf } from './ReviewOf';

const atWork = ['checking', 'accepting'];

/** One file that was sent: how far its check is, what it found, and the decision. */
export function UploadPanel(
  { city, id, onChange }: { city: City; id: string; onChange: () => void },
) {
  const words = useSpeech();
  const [visit, setVisit] = useState(0);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  /** As the decision made on this page left it. Read again it may be of the next snapshot already. */
  const [decided, setDecided] = useState<Upload | null>(null);
  const shown = useDocument(() => reviewOf(id), [id, visit]);
  const upload = decided ?? shown.value?.upload;
  const run = upload && atWork.includes(upload.state) ? upload.run?.id : undefined;
  const readAgain = () => {
    setFailure(null);
    setDecided(null);
    setVisit((count) => count + 1);
    onChange();
  };
  useEffect(() => {
    if (!run) return;
    let wanted = true;
    const watch = async () => {
      let last: Progress | null = null;
      for await (const each of progressOf(run)) {
        if (!wanted) return;
        last = each;
        setProgress(each);
      }
      if (!wanted) return;
      if (upload!.state === 'accepting' && last?.state === 'succeeded')
        setDecided({ ...upload!, state: 'accepted', snapshot: last.snapshot });
      else readAgain();
    };
    watch()
      .catch((why: Error) => { if (wanted) setFailure(why); })
      .finally(() => { if (wanted) setProgress(null); });
    return () => { wanted = false; };
  }, [run]);
  if (decided?.state === 'accepted') {
    return (
      <p class="notice" role="status" data-test="accepted">
        {words.say('acceptedAs')} <code data-test="new-snapshot">{decided.snapshot}</code>{' '}
        <button type="button" onClick={() => location.reload()}>{words.say('reload')}</button>
      </p>
    );
  }
  return (
    <Loaded document={shown}>
      {({ upload: read, review }) => {
        const known = decided ?? read;
        return (
          <section data-test="upload" data-state={known.state}>
            <h3>
              {known.fileName} → {words.of(known.layer?.name)}{' '}
              <span class="status">{words.code(known.state)}</span>
            </h3>
            {progress && (
              <Bar label={words.of(progress.stage ?? undefined) || words.code(progress.state)}
                done={progress.done} total={progress.total} test="run-progress" />
            )}
            {failure && <Failed why={failure} again={readAgain} />}
            {known.problems.length > 0 && <Problems problems={known.problems} />}
            {review && <ReviewOf city={city} review={review} />}
            {known.state === 'refused' && <p class="warn">{words.say('acceptRefused')}</p>}
            {known.state === 'ready' && (
              <Decision decide={(isAccepted, note) => decide(id, isAccepted, note)}
                onDone={(next) => next.state === 'rejected' ? readAgain() : setDecided(next)} />
            )}
          </section>
        );
      }}
    </Loaded>
  );
}

function Decision({ decide: take, onDone }: {
  decide: (isAccepted: boolean, note: string) => ReturnType<typeof decide>;
  onDone: (upload: Upload) => void;
}) {
  const words = useSpeech();
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [problems, setProblems] = useState<Awaited<ReturnType<typeof decide>>['problems']>([]);
  const [isBusy, setBusy] = useState(false);
  const answer = async (isAccepted: boolean) => {
    setBusy(true);
    setFailure(null);
    try {
      const { upload, problems: refused } = await take(isAccepted, note.trim());
      setProblems(refused);
      if (upload) onDone(upload);
    } catch (why) {
      setFailure(words.failure(why));
    }
    setBusy(false);
  };
  return (
    <div class="step-form">
      <label>
        {words.say('note')}
        <input value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <p class="buttons">
        <button type="button" class="primary" disabled={isBusy} data-test="accept"
          onClick={() => void answer(true)}>{words.say('accept')}</button>
        <button type="button" disabled={isBusy} data-test="reject"
          onClick={() => void answer(false)}>{words.say('reject')}</button>
      </p>
      <div role="status">
        {failure && <p class="failure">{failure}</p>}
        {problems.length > 0 && <Problems problems={problems} />}
      </div>
    </div>
  );
}
