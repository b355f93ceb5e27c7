import { type ReactNode, useEffect, useRef } from 'react';
import type { Frozen, Proofs } from '../api.ts';
import { get } from './client.ts';
import { Problems } from './problems.tsx';
import { useAnswer } from './requests.ts';
import { useTexts } from './words.tsx';

interface PublishedProps {
  edition: Frozen & { name: string };
  /** The buttons that download the files of the edition. */
  children: ReactNode;
}

/** The result of a freeze: the downloads, proofs and files of the edition. Its heading gets the focus. */
export function Published({ edition, children }: PublishedProps): ReactNode {
  const { words, say } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each frozen edition gets the focus
  useEffect(() => heading.current?.focus(), [edition]);
  return (
    <section className="published">
      <h3 ref={heading} tabIndex={-1}>
        {say(words.isFrozen, { name: edition.name })}
      </h3>
      {children}
      <p>{words.noteProofs}</p>
      <ProofList proofs={edition} />
      <Files files={edition.files} />
    </section>
  );
}

/** The frozen editions with their proofs. */
export function Editions({ state }: { state: string | undefined }): ReactNode {
  const { words, say } = useTexts();
  const { value: editions = [], problems } = useAnswer(state, () => get('/api/editions'));
  return (
    <>
      <h3>{words.editions}</h3>
      {problems !== undefined && <Problems problems={problems} />}
      <ul className="gates">
        {editions.map(({ edition, ...proofs }) => (
          <li key={edition}>
            <b>{say(words.editionNamed, { name: edition })}</b>
            <ProofList proofs={proofs} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ProofList({ proofs }: { proofs: Proofs }): ReactNode {
  const { words } = useTexts();
  return (
    <dl>
      {(['fingerprint', 'published'] as const).map(
        (proof) =>
          proofs[proof] !== undefined && (
            <div key={proof}>
              <dt>{words.proofs[proof]}</dt>
              <dd>
                <code>{proofs[proof]}</code>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** The files of an edition. */
export function Files({ files }: { files: readonly string[] }): ReactNode {
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file}>
          <code>{file}</code>
        </li>
      ))}
    </ul>
  );
}
