/** The questions of the API guide, read from it when the page is built: what the guide says, the page runs. */
import guide from '../../../docs/api-guide.md?raw';
import type { Text } from '../data/documents';

export interface Example { id: string; name: Text; query: string }

const question = /^\d+\. (.+)\n\n```graphql id=(\S+)[^\n]*\n([\s\S]*?)```/gm;
const firstChinese = /[\u3400-\u9fff]/;

export const examples: Example[] = [...guide.matchAll(question)].map(([, title = '', id = '', query = '']) => ({
  id, query, name: nameOf(title.trim()),
}));

/** A title of the guide: English, then Chinese, which may begin with a word of the other. */
function nameOf(title: string): Text {
  const at = title.search(firstChinese);
  if (at <= 0) return { zh: title, en: title };
  return { zh: title.slice(at), en: title.slice(0, at).trim() };
}
