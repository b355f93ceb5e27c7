import { type ReactNode, useEffect, useId, useState } from 'react';
import type { SaidChange } from '../api.ts';
import { ChangeTexts, useKindOf } from './change-texts.tsx';
import { approveChanges, getChanges, Refused } from './client.ts';
import { Problems } from './problems.tsx';
import { useApprover, useSpeech } from './words.tsx';

const SEVERITIES = ['major', 'minor', 'typographic'] as const;

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
  const [by, setBy] = useApprover();
  const kindOf = useKindOf(titleOf);
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
                    what={kindOf(change)}
                    titleOf={titleOf}
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
  change,
  what,
  titleOf,
  canApprove,
  onOpen,
  onApprove,
}: {
  change: SaidChange;
  what: string;
  titleOf(field: string): string;
  canApprove: boolean;
  onOpen(event: string): void;
  onApprove(): void;
}): ReactNode {
  const { words, say } = useSpeech();
  const { event, title, approvedBy } = change;
  return (
    <li className="change">
      {event === undefined ? (
        <b>{title}</b>
      ) : (
        <button type="button" className="link" onClick={() => onOpen(event)}>
          {title}
        </button>
      )}{' '}
      <span className="quiet">{what}</span>
      <ChangeTexts change={change} titleOf={titleOf} />
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
