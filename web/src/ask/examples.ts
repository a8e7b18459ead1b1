/** The questions of the API guide, which the service carries beside the page: what it says, the page runs. */
import { ask, once } from '../data/snapshot';
import type { Text } from '../data/documents';

export interface Example { id: string; name: Text; query: string }

const question = /^\d+\. (.+)\n\n```graphql id=(\S+)[^\n]*\n([\s\S]*?)```/gm;
const firstChinese = /[\u3400-\u9fff]/;

/** The questions in the order of the guide. */
export const examples = () => once('api-guide', async () => {
  const guide = await (await ask('/api-guide.md')).text();
  return [...guide.matchAll(question)].map(([, title = '', id = '', query = '']): Example =>
    ({ id, query, name: nameOf(title.trim()) }));
});

/** A title of the guide: English, then Chinese, which may begin with a word of the other. */
function nameOf(title: string): Text {
  const at = title.search(firstChinese);
  if (at <= 0) return { zh: title, en: title };
  return { zh: title.slice(at), en: title.slice(0, at).trim() };
}
