import { useState } from 'preact/hooks';
import type { City, Problem } from '../data/documents';
import { send } from '../data/uploads';
import { useSpeech } from '../language';
import { Bar } from '../parts/Bar';
import { Problems } from '../parts/Findings';

const bytesPerMebibyte = 1024 * 1024;
const endings = '.geojson,.json,.ndjson,.geojsonl,.geojsons,.gpkg,.zip';

interface Sent { bytes: number; total: number }

const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() ? value.trim() : null;
};

const schematicOf = (text: string | null) => text === null ? null : text === 'yes';

/** A file for a layer, and how much of it has gone. */
export function UploadForm({ city, onSent }: { city: City; onSent: (id: string) => void }) {
  const words = useSpeech();
  const [sent, setSent] = useState<Sent | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) return;
    setProblems([]);
    setFailure(null);
    setSent({ bytes: 0, total: file.size });
    try {
      const { upload, problems: refused } = await send({
        file, layer: textOf(form, 'layer')!, crs: textOf(form, 'crs'),
        isSchematic: schematicOf(textOf(form, 'schematic')), licence: textOf(form, 'licence'),
        note: textOf(form, 'note'),
      }, (bytes, total) => setSent({ bytes, total }));
      setProblems(refused);
      if (upload) onSent(upload.id);
    } catch (why) {
      setFailure(words.failure(why));
    }
    setSent(null);
  };
  return (
    <form class="upload-form" data-test="upload-form" onSubmit={(event) => void submit(event)}>
      <label>
        {words.say('toLayer')}
        <select name="layer" required>
          {city.layers.map((layer) => (
            <option key={layer.id} value={layer.id}>{words.of(layer.name)} ({layer.id})</option>
          ))}
        </select>
      </label>
      <label>{words.say('file')}<input name="file" type="file" required accept={endings} /></label>
      <label>{words.say('crsOfFile')}<input name="crs" placeholder="EPSG:4547" /></label>
      <label>
        {words.say('origin')}
        <select name="schematic">
          <option value="">{words.say('asNow')}</option>
          <option value="yes">{words.say('schematicShort')}</option>
          <option value="no">{words.say('surveyedShort')}</option>
        </select>
      </label>
      <label>{words.say('licence')}<input name="licence" placeholder={words.say('asNow')} /></label>
      <label>{words.say('note')}<input name="note" /></label>
      <p class="buttons">
        <button type="submit" class="primary" disabled={sent !== null} data-test="send">{words.say('send')}</button>
      </p>
      <div role="status" class="wide">
        {sent && <Bar label={words.say('sent')} done={sent.bytes / bytesPerMebibyte}
          total={sent.total / bytesPerMebibyte} unit="MiB" test="sent" />}
        {failure && <p class="failure">{failure}</p>}
        {problems.length > 0 && <Problems problems={problems} />}
      </div>
    </form>
  );
}
