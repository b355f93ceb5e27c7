/** The page of the desk. */
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { DeskLanguage } from '../../../languages/desk/index.ts';
import { App } from './app.tsx';
import { beginSession, isNew } from './client.ts';
import { hasTyping } from './form-state.ts';
import { StartPage } from './start-page.tsx';
import { type DeskTexts, ownLanguage, SpeechContext, speechIn } from './words.tsx';

function Desk({ first, isEmpty }: { first: DeskTexts; isEmpty: boolean }): ReactNode {
  const [speech, setSpeech] = useState(first);
  const [isStart, setStart] = useState(isEmpty);
  useEffect(() => {
    document.documentElement.lang = speech.words.tag;
  }, [speech]);
  const speak = (lang: DeskLanguage): void => {
    sessionStorage.setItem('language', lang);
    // An unreachable desk is reported elsewhere.
    speechIn(lang).then(setSpeech, () => undefined);
  };
  return (
    <SpeechContext value={speech}>
      {isStart ? <StartPage onCreated={() => setStart(false)} /> : <App onLanguage={speak} />}
    </SpeechContext>
  );
}

addEventListener('beforeunload', (event) => {
  if (hasTyping()) event.preventDefault();
});

const root = document.querySelector('#desk');
if (root !== null) {
  const [first] = await Promise.all([speechIn(ownLanguage()), beginSession()]);
  document.documentElement.lang = first.words.tag;
  // Without a session, the desk displays a message.
  const isEmpty = await isNew().catch(() => false);
  createRoot(root).render(<Desk first={first} isEmpty={isEmpty} />);
}
