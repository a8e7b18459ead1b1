import type { ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { AccountPage } from './account/AccountPage';
import { AskPage } from './ask/AskPage';
import { city as readCity } from './data/city';
import type { City } from './data/documents';
import { RefusedQuestion } from './data/graphql';
import { onSnapshot, snapshotState } from './data/snapshot';
import { DeskPage } from './desk/DeskPage';
import {
  keep, keptLanguage, keptTheme, speech, SpeechContext, ThemeContext, type Speech,
} from './language';
import { LayersPage } from './layers/LayersPage';
import { SignIn } from './parts/SignIn';
import { MapPage } from './map/MapPage';
import { Loaded, useDocument } from './parts/Loaded';
import { address, pageNames, useRoute, type PageName } from './route';

const pages: Record<PageName, ComponentType<{ city: City; query: URLSearchParams }>> = {
  map: MapPage, account: AccountPage, desk: DeskPage, layers: LayersPage, ask: AskPage,
};

/** While the service still reads its workspace, the page tries again. */
const secondsBetweenTries = 3;

/** Head with pages, language and theme; the page; foot with origin and snapshot. */
export function App() {
  const [language, setLanguage] = useState(keptLanguage);
  const [theme, setTheme] = useState(keptTheme);
  const route = useRoute();
  const [visit, setVisit] = useState(0);
  const city = useDocument(readCity, [visit]);
  const isBeginning = city.failure instanceof RefusedQuestion;
  useEffect(() => {
    if (!isBeginning) return;
    const soon = setTimeout(city.again, secondsBetweenTries * 1000);
    return () => clearTimeout(soon);
  }, [city]);
  const words = useMemo(() => speech(language), [language]);
  const Page = pages[route.page];

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = theme;
    document.title = `${words.say(route.page)} · ${words.say('title')}`;
    keep('language', language);
    keep('theme', theme);
  }, [language, theme, words, route.page]);

  return (
    <SpeechContext.Provider value={words}>
      <ThemeContext.Provider value={theme}>
        <a class="skip" href="#main" onClick={skip}>{words.say('skip')}</a>
        <header class="head">
          <h1>{city.value ? `${words.of(city.value.name)} · ` : ''}{words.say('title')}</h1>
          <nav aria-label={words.say('pages')}>
            {pageNames.map((name) => (
              <a key={name} href={address(name)} aria-current={name === route.page ? 'page' : undefined}>
                {words.say(name)}
              </a>
            ))}
          </nav>
          <div class="switches">
            <SignIn caller={city.value?.caller} onChange={() => setVisit(visit + 1)} />
            <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'}
              onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>{words.say('language')}</button>
            <button type="button" onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}>
              {words.say(theme === 'light' ? 'dark' : 'light')}
            </button>
          </div>
        </header>
        <StaleNotice words={words} />
        <main id="main" tabIndex={-1} class={`page ${route.page}`}>
          <Loaded document={city}>{(value) => <Page city={value} query={route.query} />}</Loaded>
        </main>
        <Foot words={words} city={city.value} />
      </ThemeContext.Provider>
    </SpeechContext.Provider>
  );
}

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function useSnapshot() {
  const [state, setState] = useState(snapshotState);
  useEffect(() => onSnapshot(() => setState(snapshotState())), []);
  return state;
}

function StaleNotice({ words }: { words: Speech }) {
  const { newer } = useSnapshot();
  return (
    <div role="status" aria-live="polite">
      {newer && (
        <p class="stale">
          {words.say('stale')} <code>{newer}</code>{' '}
          <button type="button" onClick={() => location.reload()}>{words.say('reload')}</button>
        </p>
      )}
    </div>
  );
}

function Foot({ words, city }: { words: Speech; city: City | undefined }) {
  const { taken } = useSnapshot();
  const schematic = city?.layers.filter((layer) => layer.schematic).length ?? 0;
  const origin = schematic === 0 ? 'surveyed' : schematic === city?.layers.length ? 'schematic' : 'mixed';
  return (
    <footer class="foot">
      {city && <span class="origin">{words.say(origin)}</span>}
      {taken && <span>{words.say('snapshotOf')} <code data-test="snapshot">{taken}</code></span>}
      {city && <span>{words.say('profile')} {city.profile}</span>}
    </footer>
  );
}
