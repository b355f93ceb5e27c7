import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { DisplayedFinding, TranslatedProblem } from '../api.ts';
import { Button, Entry } from './button.tsx';
import { useDesk } from './desk-context.ts';
import { BySeverity, useFilters } from './filters.tsx';
import { namesAcceptance } from './hints.ts';
import { panelFor } from './panels.ts';
import { Hint, Problems } from './problems.tsx';
import { useTexts } from './words.tsx';

interface FindingsProps {
  findings: readonly DisplayedFinding[] | undefined;
  /** The problems that prevent the findings from being updated. */
  problems: readonly TranslatedProblem[] | undefined;
  /** Whether an action is running. Other actions are ignored until the running action has finished. */
  isWorking: boolean;
  onOpen(panel: string, finding: DisplayedFinding): void;
  /** Applies the corrections of findings about events. */
  onCorrect(findings: readonly DisplayedFinding[]): void;
}

/** Lists the proofreading findings by severity, with filters for rule and theme. Clicking a finding opens its event. */
export function Findings({ findings, problems, isWorking, onOpen, onCorrect }: FindingsProps): ReactNode {
  const { words, say, foreign } = useTexts();
  const { dataset, titleOf } = useDesk();
  const samples = new Map((findings ?? []).toReversed().map(({ rule, message }) => [rule, message]));
  const { shown, chosen, choices } = useFilters(
    findings ?? [],
    ({ rule, event }) => ({
      rule,
      theme: dataset.themes.find(({ events }) => events.includes(event ?? ''))?.title ?? words.outsideThemes,
    }),
    { rule: words.rule, theme: words.theme },
    // The first message of a rule is used as the name of the rule.
    (value) => samples.get(value) ?? value,
  );
  const correctable = shown.filter(({ event, fix }) => event !== undefined && fix !== undefined);
  if (findings === undefined)
    return (
      <div className="groups">
        {problems === undefined && <p role="status">{words.proofing}</p>}
        <Problems problems={problems} />
      </div>
    );
  return (
    <div className="groups">
      <Problems problems={problems} title={words.outdatedFindings} />
      {choices}
      <p role="status" className="quiet">
        {say(words.findingsFound, { count: shown.length })}
      </p>
      {chosen.rule !== undefined && correctable.length > 1 && (
        <Button
          text={say(words.correctAll, { count: correctable.length })}
          aria-disabled={isWorking}
          onClick={() => onCorrect(correctable)}
        />
      )}
      <BySeverity
        items={shown}
        names={words.severities}
        isOpen={(severity) => severity !== 'note' || chosen.rule !== undefined}
      >
        {(ofSeverity) => (
          <ul className="entries">
            {ofSeverity.map((finding) => {
              const panel = panelFor(finding, dataset);
              return (
                <Entry
                  key={keyOf(finding)}
                  disabled={panel === undefined}
                  onClick={() => {
                    if (panel !== undefined) onOpen(panel, finding);
                  }}
                  note={panel === undefined ? (finding.field ?? finding.file) : titleOf(panel)}
                >
                  <span lang={foreign(finding.lang)}>{finding.message}</span>
                  {finding.fix !== undefined && <span>→ {finding.fix}</span>}
                </Entry>
              );
            })}
          </ul>
        )}
      </BySeverity>
    </div>
  );
}

/** A key that identifies a finding. */
export function keyOf({ rule, file, event, field, offset, message }: DisplayedFinding): string {
  return [rule, file, event, field, offset, message].join();
}

interface FieldFindingsProps {
  findings: readonly DisplayedFinding[];
  /** Returns an action that corrects a finding; undefined if the text no longer contains the words that were found. */
  correctionOf?: (finding: DisplayedFinding) => (() => void) | undefined;
  /** Accepts a finding; missing if the findings cannot be accepted. */
  onAccept?: (finding: DisplayedFinding, reason: string) => void;
}

/** Findings, each with its suggested correction and a field for the reason why it is accepted. */
export function FieldFindings({ findings, correctionOf, onAccept }: FieldFindingsProps): ReactNode {
  const { words, say, foreign } = useTexts();
  return findings.map((finding) => {
    const { severity, fix } = finding;
    const correct = correctionOf?.(finding);
    return (
      <div key={keyOf(finding)} data-finding={keyOf(finding)} className={`finding ${severity}`}>
        <b>{words.severities[severity]}</b>{' '}
        <span lang={foreign(finding.lang)}>
          {finding.message}
          {(onAccept !== undefined || !namesAcceptance(finding.code)) && <Hint said={finding} />}
        </span>{' '}
        {fix !== undefined && correct !== undefined && (
          <Button text={say(words.correctTo, { words: fix })} className="link" onClick={correct} />
        )}{' '}
        {onAccept !== undefined && <Accept onAccept={(reason) => onAccept(finding, reason)} />}
      </div>
    );
  });
}

/** A form that asks why a finding is accepted. */
function Accept({ onAccept }: { onAccept(reason: string): void }): ReactNode {
  const { words } = useTexts();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isOpen) input.current?.focus();
  }, [isOpen]);
  const accept = (): void => {
    if (reason.trim() === '') return;
    onAccept(reason);
    setOpen(false);
  };
  return (
    <>
      <Button
        text={words.acceptFinding}
        className="link"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <div className="label">
          <label htmlFor={id}>{words.reason}</label>
          <input
            ref={input}
            id={id}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Pressing Enter must not submit the form that contains the field.
              event.preventDefault();
              accept();
            }}
          />
          <Button text={words.accept} aria-disabled={reason.trim() === ''} onClick={accept} />
        </div>
      )}
    </>
  );
}
