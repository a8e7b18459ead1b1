/** Who signed in: a token kept for this tab only, and sent to this service only. */

const key = 'gep-token';
let token: string | null = read();

function read(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** The head of a request that says who asks. */
export const identity = (): Record<string, string> => token === null ? {} : { Authorization: `Bearer ${token}` };

export const isSignedIn = () => token !== null;

/** Takes a token, or forgets it. */
export function signIn(next: string | null): void {
  token = next;
  try {
    if (next === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, next);
  } catch {
    // Without storage the token lasts until the page is left.
  }
}
