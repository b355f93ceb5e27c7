import { type ReactNode, useState } from 'react';
import type { Dataset, DisplayedChange } from '../api.ts';
import { Button } from './button.tsx';
import { ChangeTexts } from './change-texts.tsx';
import { get, post } from './client.ts';
import { Input, Select } from './fields.tsx';
import { BySeverity } from './filters.tsx';
import { Alert, Problems } from './problems.tsx';
import { useAnswer, useAttempt } from './requests.ts';
import { DRAFT } from './switches.tsx';
import { useApprover, useTexts } from './words.tsx';

interface ChangesProps {
  dataset: Dataset;
  /** State of the dataset: the editions are compared again when it changes. */
  state: string | undefined;
  onOpen(event: string): void;
}

/** The changes between two editions. Those of the draft since the last edition can be approved under a name. */
export function Changes({ dataset, state, onOpen }: ChangesProps): ReactNode {
  const { words, say } = useTexts();
  const last = dataset.editions.at(-1) ?? DRAFT;
  const [chosen, setFrom] = useState<string>();
  const from = chosen ?? last;
  const [to, setTo] = useState<string>(DRAFT);
  const pair = `${from} ${to}`;
  const { value, problems: trouble } = useAnswer(`${pair} ${state}`, async () => ({
    pair,
    changes: await get('/api/compare', { from, to }),
  }));
  // The changes of another pair are hidden until the new pair is compared.
  const changes = value?.pair === pair ? value.changes : undefined;
  const { attempt, isWorking, problems: refused } = useAttempt();
  const [by, setBy] = useApprover();
  const isApproval = from === last && to === DRAFT;
  const canApprove = isApproval && !isWorking && by.trim() !== '';
  const approve = (ids: readonly string[]): void => {
    if (canApprove) void attempt(() => post('/api/approve', { ids, by }));
  };
  const editions = [
    ...dataset.editions.map((name) => [name, say(words.editionNamed, { name })] as const),
    [DRAFT, words.draft] as const,
  ];
  return (
    <div className="groups">
      <div className="pair">
        <Select label={words.compareFrom} value={from} options={editions} onChange={setFrom} />
        <Select label={words.compareTo} value={to} options={editions} onChange={setTo} />
      </div>
      {trouble !== undefined && <Problems problems={trouble} />}
      <p role="status" className="quiet">
        {changes !== undefined
          ? say(words.changesFound, { count: changes.length })
          : trouble === undefined && words.comparing}
      </p>
      {!isApproval && <p className="quiet">{words.notToApprove}</p>}
      {isApproval && changes?.some(({ approvedBy }) => approvedBy === undefined) && (
        <Input
          label={words.yourName}
          value={by}
          autoComplete="name"
          onChange={({ target }) => setBy(target.value)}
        />
      )}
      <Alert problems={refused} />
      <BySeverity
        items={changes ?? []}
        names={words.changeSeverities}
        isOpen={(severity) => severity === 'major'}
      >
        {(own) => {
          const ids = own.filter(({ approvedBy }) => approvedBy === undefined).map((one) => one.id);
          return (
            <>
              <ul>
                {own.map((change) => (
                  <Change
                    key={change.id}
                    change={change}
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
            </>
          );
        }}
      </BySeverity>
    </div>
  );
}

interface ChangeProps {
  change: DisplayedChange;
  /** Whether the displayed dataset contains the event of the change. */
  isKnown: boolean;
  canApprove: boolean;
  onOpen(event: string): void;
  /** Missing if the change cannot be approved. */
  onApprove: (() => void) | undefined;
}

function Change({ change, isKnown, canApprove, onOpen, onApprove }: ChangeProps): ReactNode {
  const { words, say } = useTexts();
  const { event, title, what, approvedBy } = change;
  return (
    <li className="change">
      {event === undefined || !isKnown ? (
        <b>{title}</b>
      ) : (
        <Button text={title} className="link" onClick={() => onOpen(event)} />
      )}{' '}
      <span className="quiet">{what}</span>
      <ChangeTexts change={change} />
      {approvedBy !== undefined ? (
        <p className="quiet">{say(words.approvedBy, { name: approvedBy })}</p>
      ) : onApprove === undefined ? null : (
        <Button text={words.approve} about={title} aria-disabled={!canApprove} onClick={onApprove} />
      )}
    </li>
  );
}
