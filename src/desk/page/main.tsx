/** The page of the desk. */
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { DeskLanguage } from '../../../languages/desk/index.ts';
import { App } from './app.tsx';
import { beginSession } from './client.ts';
import { ownLanguage, type Speech, SpeechContext, speechIn } from './words.tsx';

function Desk({ first }: { first: Speech }): ReactNode {
  const [speech, setSpeech] = useState(first);
  useEffect(() => {
    document.documentElement.lang = speech.words.tag;
  }, [speech]);
  const speak = (lang: DeskLanguage): void => {
    sessionStorage.setItem('language', lang);
    void speechIn(lang).then(setSpeech);
  };
  return (
    <SpeechContext value={speech}>
      <App onLanguage={speak} />
    </SpeechContext>
  );
}

const root = document.querySelector('#desk');
if (root !== null) {
  const [first] = await Promise.all([speechIn(ownLanguage()), beginSession()]);
  document.documentElement.lang = first.words.tag;
  createRoot(root).render(<Desk first={first} />);
}
