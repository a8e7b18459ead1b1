/** Files sent as layers: sending, checking, what was found, and the decision. */
import type { Bounds, Problem, Text } from './documents';
import { kebab, problemFields, question, textFields } from './graphql';
import { identity } from './identity';
import { problemsOf } from './problems';
import { askAnyway, header, RefusedRequest, StalePage, witnessId } from './snapshot';

export interface Upload {
  id: string; layer: { code: string; name: Text } | null; fileName: string; byteCount: number; state: string;
  uploadedBy: string; uploadedAt: string; crs: string | null; snapshot: string | null; run: { id: string } | null;
  note: string | null; problems: Problem[];
}

export interface Measured { featureCount: number; area: { amount: number }; bounds: Bounds | null }

export interface Finding extends Problem {
  feature: number | null; featureId: string | null; longitude: number | null; latitude: number | null;
  moved: { amount: number } | null;
}

export interface ClassChange {
  code: string; name: Text; featuresBefore: number; featuresAfter: number; areaBefore: { amount: number };
  areaAfter: { amount: number };
}

export interface Review {
  basis: string; before: Measured; after: Measured; classes: ClassChange[];
  accounts: { year: number; before: { amount: string }; after: { amount: string } }[];
  refusalCount: number; warningCount: number; remarkCount: number; repairCount: number;
  findings: Finding[]; suspicions: Finding[]; shownCount: number;
  map: GeoJSON.FeatureCollection; places: GeoJSON.FeatureCollection;
}

const uploadFields = `{
  id layer { code name ${textFields} } fileName byteCount state uploadedBy uploadedAt crs snapshot
  run { id } note problems ${problemFields}
}`;
const findingFields = `{
  code severity where message ${textFields} remedy ${textFields} feature featureId longitude latitude
  moved { amount }
}`;
const measureFields = '{ featureCount area(unit: HECTARE) { amount } bounds { west south east north } }';

const uploadOf = (told: Upload): Upload =>
  ({ ...told, state: kebab(told.state), problems: problemsOf(told.problems) });

const findingsOf = (found: Finding[]): Finding[] =>
  found.map((each) => ({ ...each, severity: kebab(each.severity) }));

/** The files that were sent, newest first. */
export async function uploads(): Promise<Upload[]> {
  const told = await question<{ uploads: Upload[] }>(`query Uploads { uploads ${uploadFields} }`);
  return told.uploads.map(uploadOf);
}

/** A file and what it would make of its layer, once that is known. */
export async function reviewOf(id: string): Promise<{ upload: Upload; review: Review | null }> {
  const { upload: { review, ...upload } } = await question<{ upload: Upload & { review: Review | null } }>(
    `query Review($id: ID!) { upload(id: $id) {
      ...Head review {
        basis before ${measureFields} after ${measureFields}
        classes {
          code name ${textFields} featuresBefore featuresAfter areaBefore { amount } areaAfter { amount }
        }
        accounts { year before { amount } after { amount } }
        refusalCount warningCount remarkCount repairCount shownCount map places
        findings ${findingFields} suspicions ${findingFields}
      }
    } }
    fragment Head on LayerUpload ${uploadFields}`, { id });
  return {
    upload: uploadOf(upload),
    review: review && {
      ...review, findings: findingsOf(review.findings), suspicions: findingsOf(review.suspicions),
    },
  };
}

export interface Sending {
  layer: string; file: File; crs: string | null; isSchematic: boolean | null; licence: string | null;
  note: string | null;
}

interface Payload { upload: Upload | null; problems: Problem[] }

const payloadFields = `{ upload ${uploadFields} problems ${problemFields} }`;

const payloadOf = ({ upload, problems }: Payload): Payload =>
  ({ upload: upload && uploadOf(upload), problems: problemsOf(problems) });

const sendQuery = `mutation Send($input: UploadLayerInput!) { uploadLayer(input: $input) ${payloadFields} }`;

/** Sends a file by the multipart rules of GraphQL; tells how many of its bytes have gone. */
export function send(sending: Sending, onSent: (bytes: number, total: number) => void): Promise<Payload> {
  const { file, ...rest } = sending;
  const body = new FormData();
  body.append('operations', JSON.stringify({
    query: sendQuery,
    variables: { input: { ...rest, file: null, idempotencyKey: crypto.randomUUID() } },
  }));
  body.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
  body.append('0', file, file.name);
  // Only this kind of request tells how much of it was sent.
  const request = new XMLHttpRequest();
  return new Promise((done, fail) => {
    request.upload.onprogress = (event) => onSent(event.loaded, event.total);
    request.onerror = () => fail(new RefusedRequest(0, request.statusText));
    request.onload = () => {
      if (!witnessId(request.getResponseHeader(header))) return fail(new StalePage());
      try {
        done(sent(request));
      } catch (why) {
        fail(why as Error);
      }
    };
    request.open('POST', '/graphql');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('GraphQL-Preflight', '1');
    for (const [name, value] of Object.entries(identity())) request.setRequestHeader(name, value);
    request.send(body);
  });
}

function sent(request: XMLHttpRequest): Payload {
  const { data, errors, title, detail } = JSON.parse(request.responseText) as {
    data?: { uploadLayer: Payload } | null; errors?: { message: string }[]; title?: string; detail?: string;
  };
  if (data?.uploadLayer) return payloadOf(data.uploadLayer);
  const why = errors?.map((each) => each.message).join(' ') ?? [title, detail].filter(Boolean).join(' ');
  throw new RefusedRequest(request.status, why);
}

/** Accepts a file, or lays it aside; the answer may already name the snapshot with it. */
export async function decide(id: string, isAccepted: boolean, note: string): Promise<Payload> {
  const input = { upload: id, idempotencyKey: crypto.randomUUID() };
  const { told } = isAccepted
    ? await question<{ told: Payload }>(
      `mutation Accept($input: AcceptUploadInput!) { told: acceptUpload(input: $input) ${payloadFields} }`, { input },
      askAnyway)
    : await question<{ told: Payload }>(
      `mutation Reject($input: RejectUploadInput!) { told: rejectUpload(input: $input) ${payloadFields} }`,
      { input: { ...input, note: note || null } }, askAnyway);
  return payloadOf(told);
}
