import { type ReactNode, useId, useState } from 'react';
import type { Dataset, SaidChange } from '../api.ts';
import { Button } from './button.tsx';
import { ChangeTexts, useKindOf } from './change-texts.tsx';
import { approveChanges, getChanges } from './client.ts';
import { Alert, Problems } from './problems.tsx';
import { useAnswer, useAttempt } from './requests.ts';
import { DRAFT } from './switches.tsx';
import { useApprover, useSpeech } from './words.tsx';

const SEVERITIES = ['major', 'minor', 'typographic'] as const;

interface ChangesProps {
  dataset: Dataset;
  /** State of the dataset: the editions are compared again when it changes. */
  state: string | undefined;
  /** Heading of a field of events. */
  titleOf(field: string): string;
  onOpen(event: string): void;
}

/** The changes between two editions. Those of the draft since the last edition can be approved under a name. */
export function Changes({ dataset, state, titleOf, onOpen }: ChangesProps): ReactNode {
  const { words, say } = useSpeech();
  const id = useId();
  const last = dataset.editions.at(-1) ?? DRAFT;
  const [from, setFrom] = useState(last);
  const [to, setTo] = useState<string>(DRAFT);
  const pair = `${from} ${to}`;
  const { value, problems: trouble } = useAnswer(`${pair} ${state}`, async () => ({
    pair,
    changes: await getChanges({ from, to }),
  }));
  // The changes of another pair are hidden until the new pair is compared.
  const changes = value?.pair === pair ? value.changes : undefined;
  const { attempt, isWorking, problems: refused } = useAttempt();
  const [by, setBy] = useApprover();
  const kindOf = useKindOf(titleOf);
  const isApproval = from === last && to === DRAFT;
  const canApprove = isApproval && !isWorking && by.trim() !== '';
  const approve = (ids: readonly string[]): void => {
    if (canApprove) void attempt(() => approveChanges(ids, by));
  };
  const edition = (label: string, value: string, onChange: (edition: string) => void): ReactNode => (
    <label className="field">
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {[...dataset.editions, DRAFT].map((name) => (
          <option key={name} value={name}>
            {name === DRAFT ? words.draft : say(words.editionNamed, { name })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="groups">
      <div className="pair">
        {edition(words.compareFrom, from, setFrom)}
        {edition(words.compareTo, to, setTo)}
      </div>
      {trouble !== undefined && <Problems problems={trouble} />}
      <p role="status" className="quiet">
        {changes !== undefined
          ? say(words.changesFound, { count: changes.length })
          : trouble === undefined && words.comparing}
      </p>
      {!isApproval && <p className="quiet">{words.notToApprove}</p>}
      {isApproval && changes?.some(({ approvedBy }) => approvedBy === undefined) && (
        <div className="field">
          <label htmlFor={id}>{words.yourName}</label>
          <input id={id} value={by} autoComplete="name" onChange={({ target }) => setBy(target.value)} />
        </div>
      )}
      <Alert problems={refused} />
      {SEVERITIES.map((severity) => ({
        severity,
        own: changes?.filter((one) => one.severity === severity) ?? [],
      }))
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
                    isKnown={change.event !== undefined && change.event in dataset.values}
                    canApprove={canApprove}
                    onOpen={onOpen}
                    onApprove={isApproval ? () => approve([change.id]) : undefined}
                  />
                ))}
              </ul>
              {isApproval && ids.length > 1 && (
                <Button
                  text={say(words.approveAll, { count: ids.length })}
                  aria-disabled={!canApprove}
                  onClick={() => approve(ids)}
                />
              )}
            </details>
          );
        })}
    </div>
  );
}

interface ChangeProps {
  change: SaidChange;
  what: string;
  titleOf(field: string): string;
  /** Whether the displayed dataset contains its event. */
  isKnown: boolean;
  canApprove: boolean;
  onOpen(event: string): void;
  /** Missing if the change cannot be approved. */
  onApprove: (() => void) | undefined;
}

function Change({ change, what, titleOf, isKnown, canApprove, onOpen, onApprove }: ChangeProps): ReactNode {
  const { words, say } = useSpeech();
  const { event, title, approvedBy } = change;
  return (
    <li className="change">
      {event === undefined || !isKnown ? (
        <b>{title}</b>
      ) : (
        <Button text={title} className="link" onClick={() => onOpen(event)} />
      )}{' '}
      <span className="quiet">{what}</span>
      <ChangeTexts change={change} titleOf={titleOf} />
      {approvedBy !== undefined ? (
        <p className="quiet">{say(words.approvedBy, { name: approvedBy })}</p>
      ) : onApprove === undefined ? null : (
        <Button
          text={words.approve}
          aria-disabled={!canApprove}
          onClick={onApprove}
          aria-label={`${words.approve}: ${title}`}
        />
      )}
    </li>
  );
}
