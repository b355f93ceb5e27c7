import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ExtractGroup, Frozen, SaidGate, View } from '../api.ts';
import { Button } from './button.tsx';
import { download, downloadFor, downloadParts, freezeEdition, getGates } from './client.ts';
import { Alert, Problems } from './problems.tsx';
import { useAnswer, useAttempt } from './requests.ts';
import { useGroupTitles, useSpeech } from './words.tsx';

/** Formats that can be downloaded, with their names. */
const FORMATS = {
  pdf: 'PDF',
  docx: 'Word',
  html: 'HTML',
  ics: 'iCalendar',
  csv: 'CSV',
  json: 'JSON',
} as const;

/** The panels in which the problems of failed gates can be fixed. */
type GateList = 'findings' | 'changes';
const LISTS: Readonly<Record<string, GateList>> = { check: 'findings', changes: 'changes' };

interface PublishProps {
  view: View;
  /** The main language and all languages of the programme. */
  language: string;
  languages: readonly string[];
  /** The values by which the programme can be split into extracts. */
  parts: readonly ExtractGroup[];
  /** State of the dataset; when it changes, the gates are checked again. */
  state: string | undefined;
  /** Opens the panel in which the problems of a failed gate can be fixed. */
  onShow(list: GateList): void;
  onClose(): void;
}

/** The gates of publishing, freezing with a preview of the files, and downloads. */
export function Publish({
  view,
  language,
  languages,
  parts,
  state,
  onShow,
  onClose,
}: PublishProps): ReactNode {
  const { words, say } = useSpeech();
  const names = new Intl.DisplayNames([words.tag], { type: 'language' });
  const groups = useGroupTitles();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { attempt, isWorking, problems } = useAttempt();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={heading} className="publish">
      <div className="label">
        <h2 id={heading}>{words.publish}</h2>
        <span className="gap" />
        <Button text="×" onClick={() => dialog.current?.close()} aria-label={words.close} />
      </div>
      <Gates
        state={state}
        onShow={(list) => {
          dialog.current?.close();
          onShow(list);
        }}
      />
      <Freeze isWorking={isWorking} attempt={attempt} />
      <h3>{words.downloads}</h3>
      <div className="acts">
        {Object.entries(FORMATS).map(([format, name]) => (
          <Button
            key={format}
            text={name}
            aria-disabled={isWorking}
            onClick={() => void attempt(() => download(view, format))}
          />
        ))}
      </div>
      {parts.length > 0 && <h3>{words.allParts}</h3>}
      <div className="acts">
        {parts.map(({ by, title, values }) => (
          <button
            key={by}
            type="button"
            aria-disabled={isWorking}
            onClick={() => void attempt(() => downloadParts(by, view))}
          >
            {title === '' ? groups[by] : title} ({values.length})
          </button>
        ))}
      </div>
      <h3>{words.toSend}</h3>
      <div className="acts">
        <Button
          text={words.sendCorrections}
          aria-disabled={isWorking}
          onClick={() => void attempt(() => downloadFor('corrections', view))}
        />
        {languages
          .filter((lang) => lang !== language)
          .map((lang) => (
            <Button
              key={lang}
              text={say(words.sendTranslation, { language: names.of(lang) ?? lang })}
              aria-disabled={isWorking}
              onClick={() => void attempt(() => downloadFor('translation', { ...view, lang }))}
            />
          ))}
      </div>
      <p role="status" className="quiet">
        {isWorking ? words.working : ''}
      </p>
      <Alert problems={problems} />
    </dialog>
  );
}

function Gates({ state, onShow }: Pick<PublishProps, 'state' | 'onShow'>): ReactNode {
  const { words } = useSpeech();
  const { value: gates, problems, isCurrent } = useAnswer(state, getGates);
  if (problems !== undefined) return <Problems problems={problems} />;
  if (gates === undefined) return <p role="status">{words.checking}</p>;
  return (
    <>
      <GateItems gates={gates} onShow={onShow} />
      <p role="status">
        <b>
          {isCurrent
            ? gates.every((gate) => gate.state !== 'failed')
              ? words.ready
              : words.notReady
            : words.checking}
        </b>
      </p>
    </>
  );
}

interface GateItemsProps {
  gates: readonly SaidGate[];
  onShow(list: GateList): void;
}

function GateItems({ gates, onShow }: GateItemsProps): ReactNode {
  const { words, lang } = useSpeech();
  return (
    <ul className="gates">
      {gates.map(({ id, state, title, why, todo }) => (
        <li key={id} className={state === 'failed' ? 'failed' : undefined}>
          <p>
            <b>{words.gateStates[state]}</b>{' '}
            <span lang={title.lang === lang ? undefined : title.lang}>{title.message}</span>
          </p>
          {[...why, ...(state === 'passed' || id in LISTS ? [] : todo)].map(({ message, lang: spoken }) => (
            <p key={message} className="quiet" lang={spoken === lang ? undefined : spoken}>
              {message}
            </p>
          ))}
          {state === 'failed' && <ListLink list={LISTS[id]} onShow={onShow} />}
        </li>
      ))}
    </ul>
  );
}

function ListLink({ list, onShow }: { list: GateList | undefined; onShow(list: GateList): void }): ReactNode {
  const { words } = useSpeech();
  if (list === undefined) return null;
  return <Button text={words.workThrough[list]} className="link" onClick={() => onShow(list)} />;
}

interface FreezeProps {
  isWorking: boolean;
  attempt(act: () => Promise<void>): Promise<void>;
}

/** Freezes the draft after a preview of the files that will be written. */
function Freeze({ isWorking, attempt }: FreezeProps): ReactNode {
  const { words, say } = useSpeech();
  const id = useId();
  const [name, setName] = useState('');
  const [plan, setPlan] = useState<Frozen>();
  const [frozen, setFrozen] = useState<Frozen>();
  const run = (dryRun: boolean): void =>
    void attempt(async () => {
      const result = await freezeEdition(name, dryRun);
      setFrozen(dryRun || result.notReady.length > 0 ? undefined : result);
      setPlan(dryRun || result.notReady.length > 0 ? result : undefined);
    });
  const canFreeze = plan !== undefined && plan.notReady.length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run(!canFreeze);
      }}
    >
      <h3>{words.freeze}</h3>
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
          <ul className="files">
            {plan.files.map((file) => (
              <li key={file}>
                <code>{file}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {frozen !== undefined && (
        <p role="status">
          {say(words.isFrozen, { name })} <code>{frozen.fingerprint}</code>
        </p>
      )}
    </form>
  );
}
