import { type ReactNode, useEffect, useState } from 'react';
import type { DeskLanguage } from '../../../languages/desk/index.ts';
import type { View } from '../api.ts';
import { Button } from './button.tsx';
import { followChanges, getDataset } from './client.ts';
import { useDrops } from './dropped-files.ts';
import { Problems } from './problems.tsx';
import { useAnswer } from './requests.ts';
import { DRAFT } from './switches.tsx';
import { useTexts } from './words.tsx';
import { Workspace } from './workspace.tsx';

/** The root component of the desk, which connects to the server and shows the dataset. */
export function App({ onLanguage }: { onLanguage(lang: DeskLanguage): void }): ReactNode {
  const { words } = useTexts();
  const { waiting } = useDrops();
  const [connection, setConnection] = useState<'there' | 'lost' | 'none'>('there');
  /** The state of the files, and the number of the current connection. */
  const [state, setState] = useState<string>();
  const [view, setView] = useState<View>({ edition: DRAFT });
  const [retries, setRetries] = useState(0);
  const { value: dataset, problems: trouble } = useAnswer(
    state === undefined ? undefined : [view.edition, state, retries].join(' '),
    () => getDataset(view.edition),
  );
  useEffect(() => {
    // Counts the connections, so that requests that failed while the connection was lost are sent again.
    let connections = 0;
    void followChanges(
      (files) => setState(`${files} ${connections}`),
      (now) => {
        if (now === 'there') connections++;
        setConnection(now);
      },
    );
  }, []);
  useEffect(() => {
    document.title = dataset === undefined ? 'programme' : `${dataset.title} – programme`;
  }, [dataset]);
  if (connection === 'none')
    return (
      <main className="alone">
        <h1>{words.noSession}</h1>
        <p>{words.noSessionHint}</p>
      </main>
    );
  if (dataset !== undefined && state !== undefined)
    return (
      <Workspace
        {...{ dataset, state, view, trouble, onLanguage }}
        isConnected={connection === 'there'}
        onView={setView}
      />
    );
  return (
    <main className="alone">
      {trouble === undefined ? (
        <p role="status">{words.loading}</p>
      ) : (
        <div role="alert">
          <h1>{words.cannotRead}</h1>
          <Problems problems={trouble} />
          <Button text={words.tryAgain} onClick={() => setRetries(retries + 1)} />
        </div>
      )}
      {waiting.length > 0 && <p role="status">{words.dropsWait}</p>}
    </main>
  );
}
