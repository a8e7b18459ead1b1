import type { City } from '../data/documents';
import { uploads as readUploads } from '../data/uploads';
import { moment } from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { Loaded, useDocument } from '../parts/Loaded';
import { address, replace } from '../route';
import { UploadForm } from './UploadForm';
import { UploadPanel } from './UploadPanel';

const senders = ['analyst', 'admin'], readers = [...senders, 'auditor'];

/** Sending a file, the file that is looked at, and those sent before. */
export function Uploads({ city, chosen }: { city: City; chosen: string | null }) {
  const words = useSpeech();
  const { roles } = city.caller;
  const mayRead = roles.some((role) => readers.includes(role));
  const sent = useDocument(() => mayRead ? readUploads() : Promise.resolve([]), [city, mayRead]);
  const choose = (id: string) => {
    replace('layers', { upload: id });
    sent.again();
  };
  return (
    <section>
      <h2>{words.say('upload')}</h2>
      {roles.some((role) => senders.includes(role))
        ? <><p class="quiet">{words.say('uploadHint')}</p><UploadForm city={city} onSent={choose} /></>
        : <p class="quiet">{words.say('uploadSignIn')}</p>}
      {mayRead && chosen && <UploadPanel key={chosen} city={city} id={chosen} onChange={sent.again} />}
      <Loaded document={sent}>
        {(all) => all.length === 0 ? null : (
          <>
            <h3>{words.say('uploads')}</h3>
            <DataTable caption={words.say('uploads')} hideCaption rows={all} rowKey={(row) => row.id}
              columns={[
                { heading: words.say('file'), show: (row) => (
                  <a href={address('layers', { upload: row.id })} data-upload={row.id}>{row.fileName}</a>
                ) },
                { heading: words.say('layer'), show: (row) => words.of(row.layer?.name) },
                { heading: words.say('state'), show: (row) => words.code(row.state) },
                { heading: words.say('uploadedBy'), show: (row) => row.uploadedBy },
                { heading: words.say('at'), show: (row) => moment(row.uploadedAt) },
              ]} />
          </>
        )}
      </Loaded>
    </section>
  );
}
