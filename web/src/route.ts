/** Which page the address shows: <c>#/account?year=2024</c>. What a page shows can be linked to. */
import { useEffect, useState } from 'preact/hooks';

export const pageNames = ['map', 'account', 'desk', 'layers', 'ask'] as const;
export type PageName = (typeof pageNames)[number];

export interface Route { page: PageName; query: URLSearchParams }

function read(): Route {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const page = pageNames.find((name) => name === path) ?? 'map';
  return { page, query: new URLSearchParams(query) };
}

/** The page that is asked for now. */
export const currentPage = () => read().page;

/** The address of a page with what it shows. */
export function address(page: PageName, query: Record<string, string | number | null> = {}): string {
  const said = Object.entries(query).filter(([, value]) => value !== null && value !== '');
  const text = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString();
  return `#/${page}${text ? `?${text}` : ''}`;
}

/** Shows another thing on the same page without a step in the history. */
export function replace(page: PageName, query: Record<string, string | number | null>): void {
  history.replaceState(null, '', address(page, query));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const follow = () => setRoute(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
