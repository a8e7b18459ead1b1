/** The language of the page, the switch between the two, and light or dark. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Text } from './data/documents';
import { StalePage } from './data/snapshot';
import { codes, words, type Word } from './words';

export type Language = 'zh' | 'en';
export type Theme = 'light' | 'dark';

const languageKey = 'gep-language', themeKey = 'gep-theme';

/** The language kept from an earlier visit; Chinese otherwise. */
export const keptLanguage = (): Language => kept(languageKey) === 'en' ? 'en' : 'zh';

/** The theme kept from an earlier visit; that of the system otherwise. */
export function keptTheme(): Theme {
  const theme = kept(themeKey);
  if (theme === 'light' || theme === 'dark') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function keep(name: 'language' | 'theme', value: string): void {
  try {
    localStorage.setItem(name === 'language' ? languageKey : themeKey, value);
  } catch {
    // Without storage the choice lasts for this visit.
  }
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export interface Speech {
  language: Language;
  /** A word of the page. */
  say: (word: Word) => string;
  /** A text that the service says in both languages. */
  of: (text: Text | undefined) => string;
  /** The name of a code; the code itself when it has none. */
  code: (code: string) => string;
  /** Why something failed. */
  failure: (why: unknown) => string;
}

export function speech(language: Language): Speech {
  return {
    language,
    say: (word) => words[word][language],
    of: (text) => text?.[language] ?? '',
    code: (code) => codes[code]?.[language] ?? code,
    failure: (why) => why instanceof StalePage ? words.stale[language] : (why as Error).message,
  };
}

export const SpeechContext = createContext<Speech>(speech('zh'));
export const ThemeContext = createContext<Theme>('light');
export const useSpeech = () => useContext(SpeechContext);
export const useTheme = () => useContext(ThemeContext);
