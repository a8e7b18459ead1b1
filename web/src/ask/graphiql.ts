/** GraphiQL, fetched only when the page Ask is opened. It asks as whoever signed in. */
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ask } from '../data/snapshot';
import { answers } from '../data/stream';
import type { Theme } from '../language';

interface Asked { query: string; operationName?: string | null; variables?: Record<string, unknown> | null }

const isSubscription = /^\s*subscription\b/m;

/** Answers of queries and mutations, and those of subscriptions one after another. */
function fetcher({ query, operationName, variables }: Asked) {
  if (isSubscription.test(query)) return answers<object>(query, variables ?? {});
  return ask('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept': 'application/json' },
    body: JSON.stringify({ query, operationName, variables }),
  }).then((answer) => answer.json());
}

export interface Desk { show: (query: string) => void; remove: () => void }

/** GraphiQL in an element, with a document to begin with. */
export function openDesk(element: HTMLElement, theme: Theme, first: string): Desk {
  const root = createRoot(element);
  const naming = new MutationObserver(() => nameEditors(element));
  naming.observe(element, { childList: true, subtree: true });
  const draw = (query: string) => root.render(createElement(GraphiQL, {
    fetcher, query, forcedTheme: theme, isHeadersEditorEnabled: false, onEditQuery: draw,
  }, createElement(GraphiQL.Logo, {}, 'GraphiQL')));
  draw(first);
  return {
    show: draw,
    remove: () => {
      naming.disconnect();
      root.unmount();
    },
  };
}

/** Names the fields of the editors for those who listen, and lets the keyboard scroll them. */
function nameEditors(element: HTMLElement): void {
  for (const field of element.querySelectorAll('.CodeMirror textarea:not([aria-label])'))
    field.setAttribute('aria-label', field.closest('section')?.getAttribute('aria-label') ?? 'GraphQL');
  for (const scroll of element.querySelectorAll<HTMLElement>('.CodeMirror-scroll[tabindex="-1"]'))
    scroll.tabIndex = 0;
}
