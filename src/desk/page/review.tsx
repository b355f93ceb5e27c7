import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type {
  DisplayedProposal,
  DisplayedRemainder,
  SaidProposed,
  TranslatedProblem,
  Verdicts,
} from '../api.ts';
import { Button, Entry, Form } from './button.tsx';
import { ChangeTexts } from './changes.tsx';
import { get, inTurn, post } from './client.ts';
import { useDesk } from './desk-context.ts';
import { Input } from './fields.tsx';
import { useFilters } from './filters.tsx';
import { Alert, Problems } from './problems.tsx';
import { useAnswer, useProblemsOf } from './requests.ts';
import { useApprover, useSettingNames, useTexts } from './words.tsx';

/**
 * A button of the review. The elements of the tuple are the action (false or undefined if the action is not possible
 * now), the text, and the shortcut. The shortcut is the same as in `programme review`, and works while the focus is in
 * the panel but not in a field.
 */
type Command = readonly [run: (() => void) | false | undefined, text: string, key?: string];

interface ReviewProps {
  /** Name of the proposal. */
  name: string;
  /** Dropped files that are examined once the review has ended. */
  waiting: readonly File[];
  /** Shows an event on the printed pages. */
  onShow(event: string): void;
  onClose(): void;
}

type Verdict = Verdicts['verdicts'][number];

/** Shows the changes in a proposal. The user decides on the changes one by one, or on several at once. */
export function Review({ name, waiting, onShow, onClose }: ReviewProps): ReactNode {
  const { words, say, date } = useTexts();
  const id = useId();
  const [by, setBy] = useApprover();
  const { proposal, sending, trouble, problems, give } = useProposal(name, by);
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
  const found = changes.findIndex(({ id, verdict }) => (at === undefined ? verdict === 'open' : id === at));
  const index = found < 0 ? changes.length : found;
  const change = changes[index];
  const { id: shown, event } = change ?? {};

  // The event of a change is shown when the change is shown, but not again when the dataset is reloaded.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    setEditing(false);
    if (event !== undefined) onShow(event);
    // If the focused button has disappeared together with its change, the heading gets the focus.
    if (panel.current?.contains(document.activeElement) !== true) heading.current?.focus();
  }, [shown]);

  const open = changes.filter(({ id, verdict }) => verdict === 'open' && !sending.includes(id));
  const together = open.filter(({ alone }) => !alone);
  const alike = change === undefined ? [] : together.filter((one) => one.what === change.what);

  /** Whether the user has entered a name for the verdicts; moves the focus to the name field if it is empty. */
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
  /** The next change that is still open once the given changes have been decided. */
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
  const undoLast = (): void => {
    const last = past.at(-1);
    if (last === undefined || !hasName()) return;
    setPast(past.slice(0, -1));
    setAt(last.at);
    give(
      last.ids.map((one) => ({ id: one, verdict: 'open' })),
      all,
    );
  };
  const isOpen = change?.verdict === 'open';
  const [accept, refuse] = change?.alone ? [words.takeWished, words.keepDraft] : [words.accept, words.refuse];
  const next = { name: waiting[0]?.name ?? '', count: waiting.length };
  const ofThis: readonly Command[] = [
    [isOpen && (() => ruleThis('accepted')), accept, 'a'],
    [isOpen && (() => ruleThis('refused')), refuse, 'r'],
    [isOpen && change.words !== undefined && (() => setEditing(true)), words.edit, 'e'],
    [change && !isOpen && (() => rule([{ id: change.id, verdict: 'open' }], change.id)), words.decideAgain],
    [change && (() => setAt(changes[index + 1]?.id ?? END)), words.skip, 's'],
    [index > 0 && (() => setAt(changes[index - 1]?.id)), words.back, 'b'],
    [past.length > 0 && undoLast, words.undo, 'u'],
    [change === undefined && waiting.length > 0 && onClose, say(words.nextFile, next)],
  ];
  const [ofKind, rest] = [alike.length > 1, together.length > 1];
  const count = together.length;
  const ofSeveral: readonly Command[] = [
    [
      ofKind && (() => ruleAll(alike, 'accepted')),
      say(words.acceptKind, { count: alike.length, kind: change?.what ?? '' }),
      'k',
    ],
    [rest && (() => ruleAll(together, 'accepted')), say(words.acceptRest, { count }), 'l'],
    [rest && (() => ruleAll(together, 'refused')), say(words.refuseRest, { count })],
  ];
  const pressed = (press: KeyboardEvent): void => {
    const isField = press.target instanceof Element && press.target.matches('input, textarea, select');
    if (isField || press.ctrlKey || press.metaKey || press.altKey) return;
    const [run] = [...ofThis, ...ofSeveral].find(([, , key]) => key === press.key.toLowerCase()) ?? [];
    if (!run) return;
    press.preventDefault();
    run();
  };
  const place = say(words.changeOf, { place: index + 1, count: changes.length });

  return (
    <aside ref={panel} className="event review" aria-label={words.review} onKeyDown={pressed}>
      <div className="tools">
        <b>{proposal?.origin?.file ?? name}</b>
        <span className="quiet">{date(proposal?.origin?.date ?? '')}</span>
        <span className="gap" />
        <Button text="×" onClick={onClose} aria-label={words.close} />
      </div>
      <div className="form body">
        <Problems problems={trouble} />
        {proposal === undefined && trouble === undefined && <p role="status">{words.loading}</p>}
        {proposal !== undefined && (
          <>
            <Input
              ref={nameField}
              label={words.yourNameDecides}
              value={by}
              autoComplete="name"
              aria-invalid={isNameMissing}
              aria-describedby={isNameMissing ? `${id}-missing` : undefined}
              onChange={({ target }) => {
                setBy(target.value);
                setNameMissing(false);
              }}
            >
              {isNameMissing && (
                <p id={`${id}-missing`} className="wrong" role="alert">
                  {words.nameMissing}
                </p>
              )}
            </Input>
            {choices}
            <p role="status" className="quiet">
              {say(words.openOf, { open: open.length, count: changes.length })}
            </p>
            <Alert problems={problems} />
            <p role="status" className="hidden">
              {change !== undefined && `${place}: ${change.title}, ${change.what}`}
            </p>
            <section aria-labelledby={`${id}-change`}>
              <h2 id={`${id}-change`} ref={heading} tabIndex={-1}>
                {change === undefined ? (changes.length === 0 ? words.noChanges : words.endOfReview) : place}
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
                  <State change={change} />
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
                <Commands
                  commands={ofThis}
                  main={change === undefined ? say(words.nextFile, next) : accept}
                />
              )}
            </section>
            <Commands commands={ofSeveral} />
            <Overview changes={changes} current={change?.id} onGo={setAt} />
            <Remainders
              remainders={proposal.remainders}
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

/** Buttons for the commands that are possible now, each with its shortcut. */
function Commands({ commands, main }: { commands: readonly Command[]; main?: string }): ReactNode {
  return (
    <div className="acts">
      {commands.map(
        ([run, text, key]) =>
          run && (
            <button
              key={key ?? text}
              type="button"
              className={text === main ? 'primary' : undefined}
              aria-keyshortcuts={key}
              onClick={run}
            >
              {text}{' '}
              {key !== undefined && (
                <span className="key" aria-hidden="true">
                  {key.toUpperCase()}
                </span>
              )}
            </button>
          ),
      )}
    </div>
  );
}

/** The value that is used instead of the id of a change when the review is past the last change. */
const END = '';

/**
 * Reads a proposal, and sends verdicts on it. Each verdict is sent after the response to the previous verdict has
 * arrived.
 */
function useProposal(name: string, by: string) {
  const { state } = useDesk();
  const { value: read, problems: trouble } = useAnswer(`${name} ${state}`, () =>
    get('/api/proposal', { name }),
  );
  const [ruled, setRuled] = useState<{ read: DisplayedProposal | undefined; proposal: DisplayedProposal }>();
  // A proposal that was read after verdicts were sent is newer than the proposal in the response to these verdicts.
  const proposal = ruled !== undefined && ruled.read === read ? ruled.proposal : read;
  /** The newest states of the proposal that the server has sent, even if they have not been rendered yet. */
  const latest = useRef({ read, proposal });
  latest.current = { read, proposal };
  const [problems, setProblems] = useState<readonly TranslatedProblem[]>();
  /** Ids of the changes whose verdicts the server has not confirmed yet. */
  const [sending, setSending] = useState<readonly string[]>([]);
  const problemsOf = useProblemsOf();
  const give = (
    verdicts: readonly Verdict[],
    shown: readonly SaidProposed[],
    done: readonly string[] = [],
  ): void => {
    const ids = new Set(verdicts.map(({ id }) => id));
    setSending((now) => [...now, ...ids]);
    const isSent = ({ id }: SaidProposed): boolean => sending.includes(id);
    void inTurn(async () => {
      const { read: before, proposal: answered } = latest.current;
      // If the server has not confirmed an earlier verdict on a change yet, the new state of the change has not been
      // displayed, so the state in the latest response is used.
      const known = [...shown.filter((one) => !isSent(one)), ...(answered?.changes ?? []).filter(isSent)];
      const seen = Object.fromEntries(
        known.flatMap(({ id, standing }) => (ids.has(id) && standing !== undefined ? [[id, standing]] : [])),
      );
      try {
        const ruled = await post('/api/verdicts', {
          name,
          by,
          verdicts: [...verdicts],
          seen,
          done: [...done],
        });
        setRuled({ read: before, proposal: ruled.proposal });
        latest.current.proposal = ruled.proposal;
        setProblems(ruled.problems.length > 0 ? ruled.problems : undefined);
      } catch (error) {
        setProblems(problemsOf(error));
      }
      setSending((now) => now.filter((id) => !ids.has(id)));
    });
  };
  return { proposal, sending, trouble, problems, give };
}

/** Shows how a change relates to the draft, or how it was decided. For a conflict, three texts are shown. */
function State({ change }: { change: SaidProposed }): ReactNode {
  const { words, say, date } = useTexts();
  const { language } = useDesk().dataset;
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

/** A field for a text that is accepted instead of the proposed text. */
function Edit({ change, onAccept, onCancel }: EditProps): ReactNode {
  const { words } = useTexts();
  const [text, setText] = useState(change.words ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Form onSubmit={() => onAccept(text)}>
      <Input
        as="textarea"
        label={words.otherText}
        ref={field}
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
    </Form>
  );
}

interface OverviewProps {
  changes: readonly SaidProposed[];
  current: string | undefined;
  onGo(id: string): void;
}

/** Lists all changes that match the filters, each with its verdict. */
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

interface RemaindersProps {
  remainders: readonly DisplayedRemainder[];
  onDone?(id: string): void;
}

/** Lists comments and texts without a position, each with a button that marks it as done if this is possible. */
export function Remainders({ remainders, onDone }: RemaindersProps): ReactNode {
  const { words, date } = useTexts();
  const { titleOf, nameOf } = useDesk();
  return (['comment', 'unplaced'] as const).map((kind) => {
    const ofKind = remainders.filter((one) => one.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <section key={kind} aria-label={words.remainders[kind]}>
        <h3>{words.remainders[kind]}</h3>
        <ul>
          {ofKind.map(({ id, words: text, where, event, field, by, date: day }) => (
            <li key={id} className="change">
              <span className="quiet">
                {[event && titleOf(event), field && nameOf(field), where, by, day && date(day)]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </span>
              <p className="text">{text}</p>
              {onDone !== undefined && (
                <Button text={words.markDone} about={text} onClick={() => onDone(id)} />
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
