/** Subscriptions to /graphql, as server-sent events. */
import { askAnyway } from './snapshot';

/**
 * The answers of a subscription as they come, from snapshot to snapshot; ends when the service has no more, or when
 * aborted.
 */
export async function* answers<T>(
  query: string, variables: Record<string, unknown>, signal?: AbortSignal): AsyncGenerator<T> {
  const answer = await askAnyway('/graphql', {
    method: 'POST', ...(signal ? { signal } : {}),
    headers: { 'Content-Type': 'application/json', 'Accept': 'text/event-stream' },
    body: JSON.stringify({ query, variables }),
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value.replaceAll('\r\n', '\n');
      const events = text.split('\n\n');
      text = events.pop()!;
      for (const event of events) {
        const lines = event.split('\n');
        if (lines.includes('event: complete')) return;
        const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5)).join('\n');
        if (data.trim()) yield JSON.parse(data) as T;
      }
    }
  } finally {
    await reader.cancel();
  }
}
