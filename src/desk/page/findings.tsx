import type { ReactNode } from 'react';
import type { Said, SaidFinding } from '../api.ts';
import { Problems } from './problems.tsx';
import { useSpeech } from './words.tsx';

const SEVERITIES = ['error', 'warning', 'note'] as const;

/** The findings of proofing by severity; each opens its event. */
export function Findings({
  findings,
  problems,
  titleOf,
  panelFor,
  onOpen,
}: {
  findings: readonly SaidFinding[] | undefined;
  /** The problems that prevent newer findings. */
  problems: readonly Said[] | undefined;
  titleOf(event: string): string;
  /** The form in which a finding can be corrected: its event, or a panel of settings. */
  panelFor(finding: SaidFinding): string | undefined;
  onOpen(panel: string): void;
}): ReactNode {
  const { words, say, lang } = useSpeech();
  if (findings === undefined)
    return problems === undefined ? <p role="status">{words.proofing}</p> : <Problems problems={problems} />;
  return (
    <div className="groups">
      {problems !== undefined && <Problems problems={problems} title={words.outdatedFindings} />}
      <p role="status" className="quiet">
        {say(words.findingsFound, { count: findings.length })}
      </p>
      {SEVERITIES.map((severity) => ({ severity, own: findings.filter((one) => one.severity === severity) }))
        .filter(({ own }) => own.length > 0)
        .map(({ severity, own }) => (
          <details key={severity} open={severity !== 'note'}>
            <summary>
              {words.severities[severity]} <span className="quiet">{own.length}</span>
            </summary>
            <ul className="entries">
              {own.map((finding) => {
                const panel = panelFor(finding);
                return (
                  <li key={keyOf(finding)}>
                    <button
                      type="button"
                      className="entry"
                      disabled={panel === undefined}
                      onClick={() => {
                        if (panel !== undefined) onOpen(panel);
                      }}
                    >
                      <span lang={finding.lang === lang ? undefined : finding.lang}>{finding.message}</span>
                      <span className="quiet">
                        {panel === undefined ? (finding.field ?? finding.file) : titleOf(panel)}
                      </span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </details>
        ))}
    </div>
  );
}

function keyOf({ rule, file, event, field, offset, message }: SaidFinding): string {
  return [rule, file, event, field, offset, message].join();
}

/** The findings on a field, each with its suggested correction. */
export function FieldFindings({
  findings,
  onCorrect,
}: {
  findings: readonly SaidFinding[];
  onCorrect(finding: SaidFinding): void;
}): ReactNode {
  const { words, lang } = useSpeech();
  return findings.map((finding) => (
    <p key={keyOf(finding)} className={`finding ${finding.severity}`}>
      <b>{words.severities[finding.severity]}</b>{' '}
      <span lang={finding.lang === lang ? undefined : finding.lang}>
        {finding.message}
        {finding.hint !== undefined && <span className="quiet"> {finding.hint}</span>}
      </span>{' '}
      {finding.fix !== undefined && (
        <button type="button" className="link" onClick={() => onCorrect(finding)}>
          {words.correctTo.replace('{words}', finding.fix)}
        </button>
      )}
    </p>
  ));
}
