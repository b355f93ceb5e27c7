import { type ReactNode, useEffect, useId, useState } from 'react';
import type { SaidChange } from '../api.ts';
import { approveChanges, getChanges, Refused } from './client.ts';
import { Problems } from './problems.tsx';
import { useSpeech } from './words.tsx';

const SEVERITIES = ['major', 'minor', 'typographic'] as const;
const NAME = 'approver';

/** The changes of the draft since the last edition, to be approved under a name. */
export function Changes({
  state,
  titleOf,
  onOpen,
}: {
  state: string | undefined;
  /** Heading of a field of events. */
  titleOf(field: string): string;
  onOpen(event: string): void;
}): ReactNode {
  const { words, say } = useSpeech();
  const id = useId();
  const [changes, setChanges] = useState<readonly SaidChange[]>();
  const [trouble, setTrouble] = useState<Refused['problems']>();
  const [by, setBy] = useState(() => sessionStorage.getItem(NAME) ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the dataset has other changes
  useEffect(() => {
    let isCurrent = true;
    getChanges().then(
      (found) => {
        if (isCurrent) setChanges(found);
      },
      (error: unknown) => {
        if (isCurrent && error instanceof Refused) setTrouble(error.problems);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [state]);
  if (trouble !== undefined) return <Problems problems={trouble} />;
  if (changes === undefined) return <p role="status">{words.comparing}</p>;
  const approve = (ids: readonly string[]): void => {
    sessionStorage.setItem(NAME, by);
    approveChanges(ids, by).catch((error: unknown) =>
      setTrouble(error instanceof Refused ? error.problems : []),
    );
  };
  const open = changes.filter(({ approvedBy }) => approvedBy === undefined);
  return (
    <div className="groups">
      <p role="status" className="quiet">
        {say(words.changesFound, { count: changes.length })}
      </p>
      {open.length > 0 && (
        <div className="field">
          <label htmlFor={id}>{words.yourName}</label>
          <input id={id} value={by} autoComplete="name" onChange={(event) => setBy(event.target.value)} />
        </div>
      )}
      {SEVERITIES.map((severity) => ({ severity, own: changes.filter((one) => one.severity === severity) }))
        .filter(({ own }) => own.length > 0)
        .map(({ severity, own }) => {
          const ids = own.filter(({ approvedBy }) => approvedBy === undefined).map((one) => one.id);
          return (
            <details key={severity} open={severity === 'major'}>
              <summary>
                {words.changeSeverities[severity]} <span className="quiet">{own.length}</span>
              </summary>
              <ul>
                {own.map((change) => (
                  <Change
                    key={change.id}
                    change={change}
                    heading={change.field === undefined ? '' : titleOf(change.field)}
                    canApprove={by.trim() !== ''}
                    onOpen={onOpen}
                    onApprove={() => approve([change.id])}
                  />
                ))}
              </ul>
              {ids.length > 1 && (
                <button type="button" disabled={by.trim() === ''} onClick={() => approve(ids)}>
                  {say(words.approveAll, { count: ids.length })}
                </button>
              )}
            </details>
          );
        })}
    </div>
  );
}

function Change({
  change: { event, title, kind, paragraphs, approvedBy },
  heading,
  canApprove,
  onOpen,
  onApprove,
}: {
  change: SaidChange;
  heading: string;
  canApprove: boolean;
  onOpen(event: string): void;
  onApprove(): void;
}): ReactNode {
  const { words, say } = useSpeech();
  return (
    <li className="change">
      {event === undefined ? (
        <b>{title}</b>
      ) : (
        <button type="button" className="link" onClick={() => onOpen(event)}>
          {title}
        </button>
      )}{' '}
      <span className="quiet">{kind === 'changed' ? heading : words.changeKinds[kind]}</span>
      {paragraphs.map((segments, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
        <p key={index}>
          {segments.map((segment, place) => {
            const Tag = ({ same: 'span', deleted: 'del', inserted: 'ins' } as const)[segment.kind];
            // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place
            return <Tag key={place}>{segment.text}</Tag>;
          })}
        </p>
      ))}
      {approvedBy === undefined ? (
        <button
          type="button"
          disabled={!canApprove}
          onClick={onApprove}
          aria-label={`${words.approve}: ${title}`}
        >
          {words.approve}
        </button>
      ) : (
        <p className="quiet">{say(words.approvedBy, { name: approvedBy })}</p>
      )}
    </li>
  );
}
