import { useState } from 'preact/hooks';
import type { Caller } from '../data/documents';
import { isSignedIn, signIn } from '../data/identity';
import { forget } from '../data/snapshot';
import { useSpeech } from '../language';

/** Who is asking, and a place to give a token or to take it back. */
export function SignIn({ caller, onChange }: { caller: Caller | undefined; onChange: () => void }) {
  const words = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const take = (token: string | null) => {
    signIn(token);
    forget();
    setOpen(false);
    onChange();
  };
  if (isSignedIn()) {
    return (
      <span class="caller">
        <span data-test="caller">
          {caller ? `${caller.name} (${caller.roles.map(words.code).join(', ')})` : words.say('unknownToken')}
        </span>{' '}
        <button type="button" onClick={() => take(null)}>{words.say('signOut')}</button>
      </span>
    );
  }
  if (!isOpen) {
    return <button type="button" data-test="sign-in" onClick={() => setOpen(true)}>{words.say('signIn')}</button>;
  }
  return (
    <form class="sign-in" onSubmit={(event) => {
      event.preventDefault();
      const token = new FormData(event.currentTarget).get('token');
      take(typeof token === 'string' && token.trim() ? token.trim() : null);
    }}>
      <label>
        <span class="hidden">{words.say('token')}</span>
        <input name="token" type="password" autocomplete="off" placeholder={words.say('token')} autofocus />
      </label>
      <button type="submit">{words.say('signIn')}</button>
    </form>
  );
}
