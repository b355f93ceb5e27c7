import { type ReactNode, useState } from 'react';
import type { DisplayedChange } from '../api.ts';
import { Button } from './button.tsx';
import { get, post } from './client.ts';
import { useDesk } from './desk-context.ts';
import { Input, Select } from './fields.tsx';
import { BySeverity } from './filters.tsx';
import { Alert, Problems } from './problems.tsx';
import { useAnswer, useAttempt } from './requests.ts';
import { DRAFT } from './switches.tsx';
import { useApprover, useSettingNames, useTexts } from './words.tsx';

/**
 * Shows the changes between two editions. Changes in the draft since the last edition can be approved once the user has
 * entered a name.
 */
export function Changes(): ReactNode {
  const { words, say } = useTexts();
  const { dataset, state } = useDesk();
  const last = dataset.editions.at(-1) ?? DRAFT;
  const [chosen, setFrom] = useState<string>();
  const from = chosen ?? last;
  const [to, setTo] = useState<string>(DRAFT);
  const pair = `${from} ${to}`;
  const { value, problems: trouble } = useAnswer(`${pair} ${state}`, async () => ({
    pair,
    changes: await get('/api/compare', { from, to }),
  }));
  // When another pair of editions is chosen, the changes are hidden until the new pair has been compared.
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
      <Problems problems={trouble} />
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
        {(ofSeverity) => {
          const ids = ofSeverity.filter(({ approvedBy }) => approvedBy === undefined).map((one) => one.id);
          return (
            <>
              <ul>
                {ofSeverity.map((change) => (
                  <Change
                    key={change.id}
                    change={change}
                    canApprove={canApprove}
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
  canApprove: boolean;
  /** Missing if the change cannot be approved. */
  onApprove: (() => void) | undefined;
}

function Change({ change, canApprove, onApprove }: ChangeProps): ReactNode {
  const { words, say } = useTexts();
  const { dataset, open } = useDesk();
  const { event, title, what, approvedBy } = change;
  return (
    <li className="change">
      {event === undefined || dataset.values[event] === undefined ? (
        <b>{title}</b>
      ) : (
        <Button text={title} className="link" onClick={() => open(event)} />
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

/**
 * Shows the texts before and after a change, separately for each field if there are several; for a move, shows both
 * positions.
 */
export function ChangeTexts({
  change: { code, field = '', note, parts },
}: {
  change: DisplayedChange;
}): ReactNode {
  const { foreign } = useTexts();
  const settingName = useSettingNames();
  const texts = parts.map(({ label, lang, paragraphs }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is identified by its position
    <div key={index}>
      {label !== undefined && <p className="term">{label}</p>}
      {paragraphs.map((segments, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is identified by its position
        <p key={place} lang={foreign(lang)}>
          {segments.map(({ kind, text }, number) => {
            const Tag = ({ same: 'span', deleted: 'del', inserted: 'ins' } as const)[kind];
            // biome-ignore lint/suspicious/noArrayIndexKey: a segment is identified by its position
            return <Tag key={number}>{text}</Tag>;
          })}
        </p>
      ))}
    </div>
  ));
  return (
    <>
      {note !== undefined && <p>{note}</p>}
      {code === 'settings' ? (
        <details>
          <summary>{settingName(field)}</summary>
          {texts}
        </details>
      ) : (
        texts
      )}
    </>
  );
}
