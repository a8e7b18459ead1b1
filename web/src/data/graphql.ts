/** Questions to /graphql, asked as whoever signed in. */
import { ask, once } from './snapshot';

/** The service refused a question or a part of it. */
export class RefusedQuestion extends Error {}

interface Answer<T> { data?: T | null; errors?: { message: string; extensions?: { code?: string } }[] }

/** Asks, and throws when any part could not be answered. */
export async function question<T>(
  query: string, variables: Record<string, unknown> = {}, by: typeof ask = ask): Promise<T> {
  const answer = await by('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json() as Answer<T>;
  if (errors?.length || !data) throw new RefusedQuestion(errors?.map((each) => each.message).join(' ') ?? '');
  return data;
}

/** A question that is asked once for the life of the page. */
export const questionOnce = <T>(query: string, variables: Record<string, unknown> = {}) =>
  once<T>(`${query}${JSON.stringify(variables)}`, () => question<T>(query, variables));

/** Names of enum members as the page's words have them: <c>NOT_DRAWN</c> is <c>not-drawn</c>. */
export const kebab = (name: string) => name.toLowerCase().replaceAll('_', '-');

export const textFields = '{ zh en }';
export const sourceFields = '{ key place confidence }';
export const checkFields = '{ code title { zh en } residual unit passed }';
export const problemFields = '{ code severity where message { zh en } remedy { zh en } }';
