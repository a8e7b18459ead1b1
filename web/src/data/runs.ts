/** How far the runs of the service are. */
import type { Text } from './documents';
import { kebab, textFields } from './graphql';
import { answers } from './stream';

export interface Progress { state: string; stage: Text | null; done: number; total: number; snapshot: string | null }

/** A run at each change, until it is over. */
export async function* progressOf(run: string): AsyncGenerator<Progress> {
  const watched = answers<{ data?: { runProgress: Progress }; errors?: { message: string }[] }>(
    `subscription Progress($id: ID!) {
      runProgress(id: $id) { state stage ${textFields} done total snapshot }
    }`, { id: run });
  for await (const { data, errors } of watched) {
    if (!data) throw new Error(errors?.map((each) => each.message).join(' ') ?? '');
    yield { ...data.runProgress, state: kebab(data.runProgress.state) };
  }
}
