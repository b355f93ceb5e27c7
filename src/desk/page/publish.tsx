import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Frozen, Proofs, TranslatedProblem, View } from '../api.ts';
import { Button, Form } from './button.tsx';
import { get, inTurn, post, save } from './client.ts';
import { useDesk } from './desk-context.ts';
import { Dialog } from './dialog.tsx';
import { Alert, Problems } from './problems.tsx';
import { useAnswer, useAttempt } from './requests.ts';
import { DRAFT, PartSwitch } from './switches.tsx';
import { useGroupTitles, useTexts } from './words.tsx';

/** Formats in which the programme can be downloaded, with their names. */
const FORMATS = {
  pdf: 'PDF',
  docx: 'Word',
  html: 'HTML',
  ics: 'iCalendar',
  csv: 'CSV',
  json: 'JSON',
} as const;

/** The lists in which the problems of failed gates can be fixed. */
type GateList = 'findings' | 'changes';
const LISTS: Readonly<Record<string, GateList>> = { check: 'findings', changes: 'changes' };

/**
 * Code of the message about an approval that no longer matches a change. Because there can be many messages with this
 * code, only their number is shown.
 */
const LAPSED = 'approval-lapsed';

interface PublishProps {
  /** Opens the list in which the problems of a failed gate can be fixed. */
  onShow(list: GateList): void;
  onClose(): void;
}

/** Shows the publishing gates, freezes the draft after a preview of the files, and offers downloads. */
export function Publish({ onShow, onClose }: PublishProps): ReactNode {
  const { words, say } = useTexts();
  const { dataset, view } = useDesk();
  const { editions, language, languages, extracts, hasSite } = dataset;
  const { since: _, ...sent } = view;
  const names = new Intl.DisplayNames([words.tag], { type: 'language' });
  const groups = useGroupTitles();
  const { attempt, isWorking, problems } = useAttempt();
  const [frozen, setFrozen] = useState<Frozen & { name: string }>();
  const file = (text: string, load: () => Promise<void>): ReactNode => (
    <Button key={text} text={text} aria-disabled={isWorking} onClick={() => void attempt(load)} />
  );
  const files = (of: View): ReactNode => (
    <div className="acts">
      {Object.entries(FORMATS).map(([format, name]) =>
        file(name, () => save('/api/file', { ...of, format })),
      )}
    </div>
  );
  return (
    <Dialog title={words.publish} isWide isWorking={isWorking} onClose={onClose}>
      <div className="publish">
        <div>
          {frozen === undefined ? (
            <Gates
              onShow={(list) => {
                onClose();
                onShow(list);
              }}
            >
              <Freeze isWorking={isWorking} attempt={attempt} onFrozen={setFrozen} />
            </Gates>
          ) : (
            <Published edition={frozen}>{files({ edition: frozen.name })}</Published>
          )}
          {editions.length > 0 && <Editions />}
        </div>
        <div>
          <h3>
            {words.downloads}:{' '}
            {view.edition === DRAFT ? words.draft : say(words.editionNamed, { name: view.edition })}
          </h3>
          <div className="switches">
            <PartSwitch />
          </div>
          {files(view)}
          <h3>{words.toSend}</h3>
          <div className="acts">
            {file(words.sendCorrections, () => save('/api/send', { ...sent, send: 'corrections' }))}
            {languages
              .filter((lang) => lang !== language)
              .map((lang) =>
                file(say(words.sendTranslation, { language: names.of(lang) ?? lang }), () =>
                  save('/api/send', { ...sent, lang, send: 'translation' }),
                ),
              )}
          </div>
          {extracts.length > 0 && <h3>{words.allParts}</h3>}
          <div className="acts">
            {extracts.map(({ by, title, values }) =>
              file(`${title === '' ? groups[by] : title} (${values.length})`, () =>
                save('/api/parts', { edition: view.edition, lang: view.lang, parts: by }),
              ),
            )}
          </div>
          {hasSite && (
            <>
              <h3>{words.site}</h3>
              <div className="acts">{file(words.siteFolder, () => save('/api/site', {}))}</div>
            </>
          )}
        </div>
      </div>
      <Alert problems={problems} />
    </Dialog>
  );
}

/** Shows the gates and, once their states are known, the actions that are possible. */
function Gates({ onShow, children }: Pick<PublishProps, 'onShow'> & { children: ReactNode }): ReactNode {
  const { words, say } = useTexts();
  const { value: gates, problems, isCurrent } = useAnswer(useDesk().state, () => get('/api/gates'));
  if (problems !== undefined) return <Problems problems={problems} />;
  if (gates === undefined) return <p role="status">{words.checking}</p>;
  const isReady = gates.every((gate) => gate.state !== 'failed');
  return (
    <>
      <ul className="gates">
        {gates.map(({ id, state, title, why, todo }) => {
          const { [id]: list } = LISTS;
          const lapsed = why.filter(({ code }) => code === LAPSED).length;
          const reasons = why.filter(({ code }) => code !== LAPSED);
          return (
            <li key={id} className={state === 'failed' ? 'failed' : undefined}>
              <p>
                <b>{words.gateStates[state]}</b> <Message said={title} />
              </p>
              {[...reasons, ...(state === 'passed' || list !== undefined ? [] : todo)].map((reason) => (
                <p key={reason.message} className="quiet">
                  <Message said={reason} />
                </p>
              ))}
              {lapsed > 0 && <p className="quiet">{say(words.lapsedApprovals, { count: lapsed })}</p>}
              {state === 'failed' && list !== undefined && (
                <Button text={words.workThrough[list]} className="link" onClick={() => onShow(list)} />
              )}
            </li>
          );
        })}
      </ul>
      <p role="status">
        <b>{!isCurrent ? words.checking : isReady ? words.ready : words.notReady}</b>
      </p>
      {children}
    </>
  );
}

/** Shows a message about a gate. If the message names commands, the desk shows its own text instead. */
function Message({ said: { message, code, lang } }: { said: TranslatedProblem }): ReactNode {
  const { foreign, advice } = useTexts();
  const translated = advice(code);
  return <span lang={translated === undefined ? foreign(lang) : undefined}>{translated ?? message}</span>;
}

interface FreezeProps {
  isWorking: boolean;
  attempt(act: () => Promise<void>): Promise<void>;
  /**
   * Called with the frozen edition; undefined if nothing was frozen, for example because only a preview was requested.
   */
  onFrozen(edition: (Frozen & { name: string }) | undefined): void;
}

/** Freezes the draft after the user has seen which files will be written. */
function Freeze({ isWorking, attempt, onFrozen }: FreezeProps): ReactNode {
  const { words, say } = useTexts();
  const id = useId();
  const [name, setName] = useState('');
  const [plan, setPlan] = useState<Frozen>();
  const run = (dryRun: boolean): void =>
    void attempt(async () => {
      const result = await inTurn(() => post('/api/freeze', { name, dryRun }));
      onFrozen(dryRun || result.notReady.length > 0 ? undefined : { name, ...result });
      setPlan(dryRun || result.notReady.length > 0 ? result : undefined);
    });
  const canFreeze = plan !== undefined && plan.notReady.length === 0;
  return (
    <Form onSubmit={() => run(!canFreeze)}>
      <h3>{words.freeze}</h3>
      <p className="quiet">{words.freezeHint}</p>
      <div className="label">
        <label htmlFor={id}>{words.editionName}</label>
        <input
          id={id}
          required
          readOnly={isWorking}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setPlan(undefined);
          }}
        />
        <button type="submit" aria-disabled={isWorking} className={canFreeze ? 'primary' : undefined}>
          {canFreeze ? say(words.freezeNow, { name }) : words.freezePreview}
        </button>
      </div>
      {plan !== undefined && plan.notReady.length > 0 && (
        <p role="alert" className="wrong">
          {words.notReady}
        </p>
      )}
      {canFreeze && (
        <>
          <p role="status">{words.willBeWritten}</p>
          <Files files={plan.files} />
        </>
      )}
    </Form>
  );
}

interface PublishedProps {
  edition: Frozen & { name: string };
  /** The buttons that download the files of the edition. */
  children: ReactNode;
}

/** Shows the result of a freeze: the downloads, proofs and files of the edition. The heading gets the focus. */
function Published({ edition, children }: PublishedProps): ReactNode {
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

/** Shows the frozen editions with their proofs. */
function Editions(): ReactNode {
  const { words, say } = useTexts();
  const { value: editions = [], problems } = useAnswer(useDesk().state, () => get('/api/editions'));
  return (
    <>
      <h3>{words.editions}</h3>
      <Problems problems={problems} />
      {editions.length > 0 && <p className="quiet">{words.noteProofs}</p>}
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

function Files({ files }: { files: readonly string[] }): ReactNode {
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
