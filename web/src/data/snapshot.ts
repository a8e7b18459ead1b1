/** All numbers of the page come from one snapshot: the one that its first answer named. */

import { identity } from './identity';

export const header = 'Gep-Snapshot';
const secondsBetweenLooks = 20;

let taken: string | null = null;
let newer: string | null = null;
const listeners = new Set<() => void>();

/** An answer came from another snapshot than the page, so it was not shown. */
export class StalePage extends Error {}

/** An answer that is no success, with the service's own words. */
export class RefusedRequest extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** The snapshot of the page, and the newer one that the service has meanwhile, if any. */
export function snapshotState(): { taken: string | null; newer: string | null } {
  return { taken, newer };
}

/** Calls back when the snapshot becomes known or stale; returns how to stop that. */
export function onSnapshot(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notes the snapshot of an answer. Returns whether the answer belongs to the page. */
export const witness = (answer: Response): boolean => witnessId(answer.headers.get(header));

/** Notes the snapshot that an answer named, if any. */
export function witnessId(id: string | null): boolean {
  if (id === null) return true;
  if (taken === null) {
    taken = id;
    listeners.forEach((tell) => tell());
    return true;
  }
  const belongs = id === taken;
  const now = belongs ? null : id;
  if (now !== newer) {
    newer = now;
    listeners.forEach((tell) => tell());
  }
  return belongs;
}

/** Fetches, and throws unless the answer is a success of the page's snapshot. */
export async function ask(address: string, init?: RequestInit): Promise<Response> {
  const { answer, belongs } = await heard(address, init);
  if (!belongs) throw new StalePage();
  return success(answer);
}

/** The same for what holds whichever snapshot it is: what became of an upload or of a run. */
export async function askAnyway(address: string, init?: RequestInit): Promise<Response> {
  const { answer } = await heard(address, init);
  return success(answer);
}

async function heard(address: string, init?: RequestInit): Promise<{ answer: Response; belongs: boolean }> {
  const answer = await fetch(address, { ...init, headers: { ...init?.headers, ...identity() } });
  return { answer, belongs: witness(answer) };
}

async function success(answer: Response): Promise<Response> {
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => null)) as { title?: string; detail?: string } | null;
    throw new RefusedRequest(answer.status, [problem?.title, problem?.detail].filter(Boolean).join(' '));
  }
  return answer;
}

const documents = new Map<string, Promise<unknown>>();

/** What was read once, for the life of the page. */
export function once<T>(key: string, read: () => Promise<T>): Promise<T> {
  let known = documents.get(key);
  if (!known) {
    known = read();
    known.catch(() => documents.delete(key));
    documents.set(key, known);
  }
  return known as Promise<T>;
}

/** Forgets what was read, where it may have changed: after a step, or when somebody signs in. */
export function forget(): void {
  documents.clear();
}

async function look(): Promise<void> {
  if (taken === null || document.hidden) return;
  await fetch('/tiles', { method: 'HEAD', cache: 'no-store', headers: identity() }).then(witness).catch(() => undefined);
}

/** Looks from time to time, and when the page is shown again, whether it has become stale. */
export function keepLooking(): void {
  setInterval(look, secondsBetweenLooks * 1000);
  document.addEventListener('visibilitychange', look);
}
