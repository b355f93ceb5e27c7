import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Dataset, DisplayedProposal, SaidProposed, TranslatedProblem, Verdicts } from '../api.ts';
import { Button, Entry } from './button.tsx';
import { ChangeTexts } from './change-texts.tsx';
import { get, post } from './client.ts';
import { useFilters } from './filters.tsx';
import { Alert, Problems } from './problems.tsx';
import { Remainders } from './remainders.tsx';
import { useAnswer, useProblemsOf } from './requests.ts';
import { useApprover, useSettingNames, useTexts } from './words.tsx';

/** The keyboard shortcuts of `programme review`. They work while the focus is in the panel, outside of fields. */
const KEYS = {
  accept: 'a',
  refuse: 'r',
  edit: 'e',
  skip: 's',
  kind: 'k',
  rest: 'l',
  back: 'b',
  undo: 'u',
} as const;
type Act = keyof typeof KEYS;

interface ReviewProps {
  dataset: Dataset;
  /** Name of the proposal. */
  name: string;
  state: string | undefined;
  /** Dropped files that wait for the end of the review. */
  waiting: readonly File[];
  /** Shows an event on the pages. */
  onShow(event: string): void;
  onClose(): void;
}

type Verdict = Verdicts['verdicts'][number];

/** The changes of a proposal, decided one by one or several at once. */
export function Review({ dataset, name, state, waiting, onShow, onClose }: ReviewProps): ReactNode {
  const { words, say, date } = useTexts();
  const id = useId();
  const [by, setBy] = useApprover();
  const { proposal, trouble, problems, give } = useProposal(name, state, by);
  const [at, setAt] = useState<string>();
  const [past, setPast] = useState<readonly { ids: readonly string[]; at: string | undefined }[]>([]);
  const [isEditing, setEditing] = useState(false);
  const [isNameMissing, setNameMissing] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const all = proposal?.changes ?? [];
  const { shown: changes, choices } = useFilters(
    all,
    (change) => ({
      kind: change.what,
      by: change.by ?? words.notNamed,
      theme: change.theme ?? words.outsideThemes,
    }),
    { kind: words.kindOfChange, by: words.person, theme: words.theme },
  );
  const firstOpen = changes.findIndex(({ verdict }) => verdict === 'open');
  const place =
    at === undefined
      ? firstOpen < 0
        ? changes.length
        : firstOpen
      : changes.findIndex((one) => one.id === at);
  const index = place < 0 ? changes.length : place;
  const change = changes[index];
  const { id: shown, event } = change ?? {};

  // The event of a change is shown together with the change, but not again when the dataset is reloaded.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    setEditing(false);
    if (event !== undefined) onShow(event);
    // If the focused button disappeared with its change, the heading gets the focus.
    if (panel.current?.contains(document.activeElement) !== true) heading.current?.focus();
  }, [shown]);

  const open = changes.filter(({ verdict }) => verdict === 'open');
  const together = open.filter(({ alone }) => !alone);
  const alike = change === undefined ? [] : together.filter((one) => one.what === change.what);

  /** Whether a name for the verdicts is entered; otherwise it is asked for. */
  const hasName = (): boolean => {
    if (by.trim() !== '') return true;
    setNameMissing(true);
    nameField.current?.focus();
    return false;
  };
  const rule = (given: readonly Verdict[], then: string | undefined): void => {
    if (given.length === 0 || !hasName()) return;
    setPast((before) => [...before, { ids: given.map((one) => one.id), at: change?.id }]);
    setAt(then);
    give(given, all);
  };
  /** The next change that is still open after some are decided. */
  const nextWithout = (decided: readonly SaidProposed[]): string | undefined => {
    const rest = new Set(open.filter((one) => !decided.includes(one)));
    return (changes.slice(index + 1).find((one) => rest.has(one)) ?? [...rest][0])?.id ?? END;
  };
  const ruleAll = (those: readonly SaidProposed[], verdict: 'accepted' | 'refused'): void =>
    rule(
      those.map((one) => ({ id: one.id, verdict })),
      nextWithout(those),
    );
  const ruleThis = (verdict: Verdict['verdict'], text?: string): void => {
    if (change === undefined) return;
    rule([{ id: change.id, verdict, ...(text !== undefined && { words: text }) }], nextWithout([change]));
  };
  const acts: Readonly<Record<Act, (() => void) | undefined>> = {
    accept: change?.verdict === 'open' ? () => ruleThis('accepted') : undefined,
    refuse: change?.verdict === 'open' ? () => ruleThis('refused') : undefined,
    edit: change?.verdict === 'open' && change.words !== undefined ? () => setEditing(true) : undefined,
    skip: change === undefined ? undefined : () => setAt(changes[index + 1]?.id ?? END),
    kind: alike.length > 1 ? () => ruleAll(alike, 'accepted') : undefined,
    rest: together.length > 1 ? () => ruleAll(together, 'accepted') : undefined,
    back: index > 0 ? () => setAt(changes[index - 1]?.id) : undefined,
    undo:
      past.length === 0
        ? undefined
        : () => {
            const last = past.at(-1);
            if (last === undefined || !hasName()) return;
            setPast(past.slice(0, -1));
            setAt(last.at);
            give(
              last.ids.map((one) => ({ id: one, verdict: 'open' })),
              all,
            );
          },
  };
  const pressed = (press: KeyboardEvent): void => {
    const isField = press.target instanceof Element && press.target.matches('input, textarea, select');
    if (isField || press.ctrlKey || press.metaKey || press.altKey) return;
    const found = Object.entries(KEYS).find(([, key]) => key === press.key.toLowerCase());
    const act = found && acts[found[0] as Act];
    if (act === undefined) return;
    press.preventDefault();
    act();
  };
  const button = (act: Act, label: string, isMain = false): ReactNode =>
    acts[act] !== undefined && (
      <button
        type="button"
        className={isMain ? 'primary' : undefined}
        aria-keyshortcuts={KEYS[act]}
        onClick={acts[act]}
      >
        {label}{' '}
        <span className="key" aria-hidden="true">
          {KEYS[act].toUpperCase()}
        </span>
      </button>
    );

  return (
    <aside ref={panel} className="event review" aria-label={words.review} onKeyDown={pressed}>
      <div className="tools">
        <b>{proposal?.origin?.file ?? name}</b>
        <span className="quiet">{date(proposal?.origin?.date ?? '')}</span>
        <span className="gap" />
        <Button text="×" onClick={onClose} aria-label={words.close} />
      </div>
      <div className="form body">
        {trouble !== undefined && <Problems problems={trouble} />}
        {proposal === undefined && trouble === undefined && <p role="status">{words.loading}</p>}
        {proposal !== undefined && (
          <>
            <div className="field">
              <label htmlFor={`${id}-by`}>{words.yourNameDecides}</label>
              <input
                ref={nameField}
                id={`${id}-by`}
                value={by}
                autoComplete="name"
                aria-invalid={isNameMissing}
                aria-describedby={isNameMissing ? `${id}-missing` : undefined}
                onChange={({ target }) => {
                  setBy(target.value);
                  setNameMissing(false);
                }}
              />
              {isNameMissing && (
                <p id={`${id}-missing`} className="wrong" role="alert">
                  {words.nameMissing}
                </p>
              )}
            </div>
            {choices}
            <p role="status" className="quiet">
              {say(words.openOf, { open: open.length, count: changes.length })}
            </p>
            <Alert problems={problems} />
            <p role="status" className="hidden">
              {change !== undefined &&
                `${say(words.changeOf, { place: index + 1, count: changes.length })}: ${change.title}, ${change.what}`}
            </p>
            <section aria-labelledby={`${id}-change`}>
              <h2 id={`${id}-change`} ref={heading} tabIndex={-1}>
                {change === undefined
                  ? changes.length === 0
                    ? words.noChanges
                    : words.endOfReview
                  : say(words.changeOf, { place: index + 1, count: changes.length })}
              </h2>
              {change !== undefined && (
                <>
                  <p>
                    <b>{change.title}</b>
                  </p>
                  <p className="quiet">
                    {[
                      change.what,
                      change.by,
                      date(change.date ?? ''),
                      change.untracked ? words.untracked : undefined,
                      change.unfinished ? words.unfinished : undefined,
                    ]
                      .filter((part) => part !== undefined && part !== '')
                      .join(' · ')}
                  </p>
                  <State change={change} language={dataset.language} />
                  <ChangeTexts change={change} />
                </>
              )}
              {change !== undefined && isEditing ? (
                <Edit
                  change={change}
                  onAccept={(text) => ruleThis('accepted', text)}
                  onCancel={() => {
                    setEditing(false);
                    heading.current?.focus();
                  }}
                />
              ) : (
                <div className="acts">
                  {button('accept', change?.alone ? words.takeWished : words.accept, true)}
                  {button('refuse', change?.alone ? words.keepDraft : words.refuse)}
                  {button('edit', words.edit)}
                  {change !== undefined && change.verdict !== 'open' && (
                    <Button
                      text={words.decideAgain}
                      onClick={() => rule([{ id: change.id, verdict: 'open' }], change.id)}
                    />
                  )}
                  {button('skip', words.skip)}
                  {button('back', words.back)}
                  {button('undo', words.undo)}
                  {change === undefined && waiting.length > 0 && (
                    <Button
                      text={say(words.nextFile, { name: waiting[0]?.name ?? '', count: waiting.length })}
                      className="primary"
                      onClick={onClose}
                    />
                  )}
                </div>
              )}
            </section>
            <div className="acts">
              {button('kind', say(words.acceptKind, { count: alike.length, kind: change?.what ?? '' }))}
              {button('rest', say(words.acceptRest, { count: together.length }))}
              {together.length > 1 && (
                <Button
                  text={say(words.refuseRest, { count: together.length })}
                  onClick={() => ruleAll(together, 'refused')}
                />
              )}
            </div>
            <Overview changes={changes} current={change?.id} onGo={setAt} />
            <Remainders
              remainders={proposal.remainders}
              dataset={dataset}
              onDone={(one) => {
                if (hasName()) give([], all, [one]);
              }}
            />
          </>
        )}
      </div>
    </aside>
  );
}

/** Replaces the id of a change at the position after the last change. */
const END = '';

/** The proposal, and the verdicts on it: each is sent after the response to the previous one. */
function useProposal(name: string, state: string | undefined, by: string) {
  const { value: read, problems: trouble } = useAnswer(state && `${name} ${state}`, () =>
    get('/api/proposal', { name }),
  );
  const [ruled, setRuled] = useState<{ read: DisplayedProposal | undefined; proposal: DisplayedProposal }>();
  // A proposal that is read after a decision is newer than the response to the decision.
  const proposal = ruled !== undefined && ruled.read === read ? ruled.proposal : read;
  const latest = useRef(read);
  latest.current = read;
  const [problems, setProblems] = useState<readonly TranslatedProblem[]>();
  const problemsOf = useProblemsOf();
  const last = useRef<Promise<void>>(Promise.resolve());
  const give = (
    verdicts: readonly Verdict[],
    shown: readonly SaidProposed[],
    done: readonly string[] = [],
  ): void => {
    const ids = new Set(verdicts.map(({ id }) => id));
    const seen = Object.fromEntries(
      shown.flatMap(({ id, standing }) => (ids.has(id) && standing !== undefined ? [[id, standing]] : [])),
    );
    last.current = last.current.then(async () => {
      const { current: before } = latest;
      try {
        const ruled = await post('/api/verdicts', {
          name,
          by,
          verdicts: [...verdicts],
          seen,
          done: [...done],
        });
        setRuled({ read: before, proposal: ruled.proposal });
        setProblems(ruled.problems.length > 0 ? ruled.problems : undefined);
      } catch (error) {
        setProblems(problemsOf(error));
      }
    });
  };
  return { proposal, trouble, problems, give };
}

/** How a change compares with the draft, or how it was decided. A conflict shows three texts. */
function State({ change, language }: { change: SaidProposed; language: string }): ReactNode {
  const { words, say, date } = useTexts();
  const settingName = useSettingNames();
  const { standing, verdict, decided, written, texts, lang = language, source } = change;
  if (verdict !== 'open')
    return (
      <>
        <p>
          <b>{say(words.verdictBy[verdict], { name: decided?.by ?? '', date: date(decided?.date ?? '') })}</b>
        </p>
        {written !== undefined && <p lang={lang}>{written}</p>}
      </>
    );
  return (
    <>
      {standing?.state === 'done' && <p className="quiet">{words.isInDraft}</p>}
      {standing?.state === 'gone' && (
        <p className="wrong">
          {standing.needs === undefined
            ? words.isGone
            : say(words.needsSetting, { setting: settingName(standing.needs.setting) })}
        </p>
      )}
      {standing?.sourceNow !== undefined && (
        <div className="conflict">
          <p>{words.sourceChanged}</p>
          <p lang={source?.lang}>{standing.sourceNow}</p>
        </div>
      )}
      {standing?.state === 'conflict' && (
        <div className="conflict">
          <p>{words.conflict}</p>
          {texts !== undefined && (
            <dl>
              {(
                [
                  [words.textSent, texts.base],
                  [words.textDraft, texts.ours],
                  [words.textWished, texts.theirs],
                ] as const
              ).map(([label, text]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd lang={lang}>{text ?? <i className="quiet">{words.empty}</i>}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      )}
    </>
  );
}

interface EditProps {
  change: SaidProposed;
  onAccept(text: string): void;
  onCancel(): void;
}

/** A field for a text that is accepted instead of the proposed one. */
function Edit({ change, onAccept, onCancel }: EditProps): ReactNode {
  const { words } = useTexts();
  const id = useId();
  const [text, setText] = useState(change.words ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        onAccept(text);
      }}
    >
      <label htmlFor={id}>{words.otherText}</label>
      <textarea
        ref={field}
        id={id}
        rows={5}
        lang={change.lang}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onAccept(text);
        }}
      />
      <div className="acts">
        <button type="submit" className="primary" disabled={text.trim() === ''}>
          {words.acceptText}
        </button>
        <Button text={words.cancel} onClick={onCancel} />
      </div>
    </form>
  );
}

interface OverviewProps {
  changes: readonly SaidProposed[];
  current: string | undefined;
  onGo(id: string): void;
}

/** All changes that match the filters, each with its verdict. */
function Overview({ changes, current, onGo }: OverviewProps): ReactNode {
  const { words, say } = useTexts();
  if (changes.length < 2) return null;
  return (
    <details>
      <summary>{say(words.allChanges, { count: changes.length })}</summary>
      <ul className="entries">
        {changes.map((change) => (
          <Entry
            key={change.id}
            isCurrent={change.id === current}
            onClick={() => onGo(change.id)}
            note={[
              change.what,
              words.verdicts[change.verdict],
              ...(change.alone && change.verdict === 'open' ? [words.needsDecision] : []),
            ].join(' · ')}
          >
            <span>{change.title}</span>
          </Entry>
        ))}
      </ul>
    </details>
  );
}
