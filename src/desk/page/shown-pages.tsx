import { type ReactNode, useEffect, useState } from 'react';
import type { TranslatedProblem, View } from '../api.ts';
import { getPages, getPreview } from './client.ts';
import { openPdf, type Pdf } from './pdf.ts';
import { Problems } from './problems.tsx';
import { useAnswer } from './requests.ts';
import { useTexts } from './words.tsx';

/** Milliseconds after which outdated pages are marked as old. */
const SLOW = 800;

interface ShownPages {
  pdf: Pdf | undefined;
  isWorking: boolean;
  /** Whether building new pages takes so long that the current ones should be marked as old. */
  isSlow: boolean;
  problems: readonly TranslatedProblem[] | undefined;
}

/** The printed pages of a view. The old pages are shown until the new ones are ready. */
export function usePages(view: View, state: string | undefined, isWanted: boolean): ShownPages {
  const key = state !== undefined && isWanted ? keyOf(view, state) : undefined;
  const {
    value: pdf,
    problems,
    isCurrent,
  } = useAnswer(key, async (signal) => {
    const opened = await openPdf(await getPages(view, signal));
    if (signal.aborted) opened.close();
    return opened;
  });
  // Closes the pages when they are replaced.
  useEffect(() => () => pdf?.close(), [pdf]);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (isCurrent) return;
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, [isCurrent]);
  return { pdf, isWorking: key !== undefined && !isCurrent, isSlow, problems };
}

function keyOf(view: View, state: string): string {
  return JSON.stringify([view, state]);
}

/** The web page, in a frame that can run its script but has no access to the desk or the network. */
export function Preview({ view, state }: { view: View; state: string | undefined }): ReactNode {
  const { words } = useTexts();
  const { value: address, problems } = useAnswer(state === undefined ? undefined : keyOf(view, state), () =>
    getPreview(view),
  );
  return (
    <>
      {problems !== undefined && (
        <Problems problems={problems} {...(address !== undefined && { title: words.outdatedPages })} />
      )}
      {address !== undefined ? (
        <iframe title={words.webPreview} sandbox="allow-scripts" src={address} />
      ) : (
        problems === undefined && <p role="status">{words.updating}</p>
      )}
    </>
  );
}
