/** The entry point of the page. */
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { DeskLanguage } from '../../../languages/desk/index.ts';
import { App } from './app.tsx';
import { beginSession, get } from './client.ts';
import { acceptDrops } from './dropped-files.ts';
import { hasTyping } from './form-state.ts';
import { StartPage } from './start-page.tsx';
import { type DeskTexts, ownLanguage, TextsContext, textsIn } from './words.tsx';

function Desk({ first, isEmpty }: { first: DeskTexts; isEmpty: boolean }): ReactNode {
  const [texts, setTexts] = useState(first);
  const [isStart, setStart] = useState(isEmpty);
  useEffect(() => {
    document.documentElement.lang = texts.words.tag;
  }, [texts]);
  const speak = (lang: DeskLanguage): void => {
    sessionStorage.setItem('language', lang);
    // If the desk cannot be reached, another component reports this.
    textsIn(lang).then(setTexts, () => undefined);
  };
  return (
    <TextsContext value={texts}>
      {isStart ? <StartPage onCreated={() => setStart(false)} /> : <App onLanguage={speak} />}
    </TextsContext>
  );
}

acceptDrops();
addEventListener('beforeunload', (event) => {
  if (hasTyping()) event.preventDefault();
});

const root = document.querySelector('#desk');
if (root !== null) {
  const [first] = await Promise.all([textsIn(ownLanguage()), beginSession()]);
  document.documentElement.lang = first.words.tag;
  // Without a session, the desk only displays a message.
  const isEmpty = await get('/api/start').then(
    ({ isNew }) => isNew,
    () => false,
  );
  createRoot(root).render(<Desk first={first} isEmpty={isEmpty} />);
}
