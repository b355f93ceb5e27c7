import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DeskLanguage } from '../../../languages/desk/index.ts';
import type { EventEdit } from '../../index.ts';
import type { Addition, DisplayedFinding, Edit, OutlineGroup, TranslatedProblem, View } from '../api.ts';
import { Button } from './button.tsx';
import { Changes } from './changes.tsx';
import { add, get, getDataset, inTurn, isBehind, type ReadDataset, sendChanges } from './client.ts';
import { DeskContext } from './desk-context.ts';
import { NewEvent } from './dialog.tsx';
import { useDrops } from './dropped-files.ts';
import { type Act, EventPanel, headingOf } from './event-panel.tsx';
import { withCorrections } from './event-values.ts';
import { Findings, keyOf } from './findings.tsx';
import { Import } from './import.tsx';
import { Outline } from './outline.tsx';
import { type Goal, Pages, Preview, Thumbnails, usePages } from './pages.tsx';
import { panelAt, panelFor, panelOf, placeOf, titleOfPanel } from './panels.ts';
import type { Pdf } from './pdf.ts';
import { Problems } from './problems.tsx';
import { Publish } from './publish.tsx';
import { useAnswer, useAttempt } from './requests.ts';
import { Review } from './review.tsx';
import { DRAFT, Switches } from './switches.tsx';
import { type Undo, useUndo, useUndoKeys } from './undo.ts';
import { changedFields } from './undo-steps.ts';
import { useTexts } from './words.tsx';

/** The lists that can be shown next to the pages. */
const SIDES = ['outline', 'thumbnails', 'findings', 'changes'] as const;

interface WorkspaceProps {
  dataset: ReadDataset;
  state: string;
  /** The problems that prevent a newer dataset from being read. */
  trouble: readonly TranslatedProblem[] | undefined;
  isConnected: boolean;
  view: View;
  onView(view: View): void;
  onLanguage(lang: DeskLanguage): void;
}

/** Shows the controls for edition and view, the outline, the pages, and the open event. */
export function Workspace(props: WorkspaceProps): ReactNode {
  const { dataset, state, trouble, isConnected, view, onView, onLanguage } = props;
  const { words, say } = useTexts();
  const [event, setEvent] = useOpenEvent();
  const [medium, setMedium] = useState<'printed' | 'web'>('printed');
  const [side, setSide] = useState<(typeof SIDES)[number]>('outline');
  const [panel, setPanel] = useState<'side' | 'middle' | 'event'>('middle');
  const [page, setPage] = useState(0);
  const [goal, setGoal] = useState<Goal | undefined>(event === undefined ? undefined : { name: event });
  const isProofed = side === 'findings' || event !== undefined;
  const { value: findings, problems: notProofed } = useAnswer(isProofed ? state : undefined, () =>
    get('/api/findings'),
  );
  const [isPublishing, setPublishing] = useState(false);
  /** Dropped or chosen files that have not been imported yet. */
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isImporting, setImporting] = useState(false);
  const { isOver } = useDrops((dropped) => {
    setFiles((waiting) => [...dropped, ...waiting]);
    setImporting(true);
  });
  const [reviewed, setReviewed] = useState<string>();
  const pages = usePages(view, state, medium === 'printed');
  /**
   * The problems that prevent new pages from being made. Empty if the files cannot be read at all, because the reading
   * problems are already shown.
   */
  const notPrinted = trouble === undefined ? pages.problems : undefined;

  /**
   * A notice about the last action. The number distinguishes two notices with the same text, so that both are
   * announced.
   */
  const [notice, setNotice] = useState({ text: '', number: 0 });
  const tell = (text: string): void => setNotice(({ number }) => ({ text, number: number + 1 }));
  /** Opens an event without scrolling to its page. If a review is open, the event replaces the review. */
  const pick = (id: string): void => {
    tell('');
    setReviewed(undefined);
    setEvent(id);
    setPanel('event');
  };
  const latest = useRef(dataset);
  latest.current = dataset;
  const open = (id: string): void => {
    pick(id);
    setGoal(placeOf(id, latest.current));
  };

  /** Closes the open event. The focus returns to the entry of the event in the outline, or to an element near it. */
  const closeEvent = (isRemoved = false): void => {
    const places = [...(isRemoved ? [] : ['.side .entry[aria-current]']), ...BESIDE_ENTRIES];
    const found = places.flatMap((place) => [...document.querySelectorAll<HTMLElement>(place)]);
    found.find((one) => one.checkVisibility())?.focus();
    setEvent(undefined);
    setPanel('middle');
  };

  const titleIn = (now: ReadDataset, id: string): string =>
    now.events.find((one) => one.id === id)?.title ?? titleOfPanel(id, now, words);
  const titleOf = (id: string): string => titleIn(dataset, id);
  const nameOf = (field: string): string => {
    const headings = new Map([
      ['when', words.when],
      ['status', words.status],
      ...dataset.sides.map(
        ({ id, name }) => [`regions.${id}`, say(words.regionsOf, { side: name })] as const,
      ),
    ]);
    return headings.get(field) ?? headingOf(field, dataset);
  };
  const undo = useUndo();
  const { run, attempt, isWorking, problems: notDone, forget } = useAttempt();
  const saved = (edits: readonly Edit[], about?: string): void => {
    forget();
    tell('');
    undo.add(edits, about);
  };
  const change = <C extends Edit>(make: (dataset: ReadDataset) => readonly C[]): Promise<readonly C[]> =>
    inTurn(async () => {
      const changes = make(isBehind(latest.current) ? await getDataset(DRAFT) : latest.current);
      if (changes.length > 0) saved(await sendChanges(changes));
      return changes;
    });
  /**
   * Describes what an undone step has changed: the event and its fields, or the settings panel; empty if the step
   * contains several edits.
   */
  const subjectOf = (edits: readonly Edit[]): readonly string[] => {
    const [first] = edits;
    if (first === undefined || edits.length > 1) return [];
    if ('of' in first) {
      const found = panelOf(first.of === 'texts' ? `texts.${first.key}` : first.key, dataset);
      return found === undefined ? [] : [titleOf(found)];
    }
    const event = dataset.events.find(({ id }) => id === first.id);
    const fields = changedFields(first).filter((field) => nameOf(field) !== field);
    return event === undefined ? [] : [event.title, ...fields.map(nameOf)];
  };
  const step = (go: Undo['undo'], done: string): void =>
    void run(async () => {
      tell('');
      if (go !== undefined) tell([done, ...subjectOf(await go())].join(' · '));
    });
  const undoLast = (): void => step(undo.undo, words.undone);
  const redoLast = (): void => step(undo.redo, words.redone);
  useUndoKeys(undoLast, redoLast);
  const [added, setAdded] = useState<Omit<Addition, 'title'>>();
  // The outline may be filtered, so the last event of the theme is looked up in the dataset.
  const addTo = ({ id }: OutlineGroup): void =>
    setAdded({ theme: id, after: dataset.themes.find((one) => one.id === id)?.events.at(-1) });
  const act = async (what: Act, id: string): Promise<void> => {
    tell('');
    if (what === 'add' || what === 'copy') {
      const theme = themeOf(id, dataset);
      if (theme !== undefined) setAdded({ theme: theme.id, after: id, ...(what === 'copy' && { like: id }) });
      return;
    }
    let title = '';
    const [edit] = await change((now) => {
      title = titleIn(now, id);
      return editOf(what, id, now);
    });
    if (edit === undefined) return;
    if (what === 'remove') {
      tell(say(words.removed, { title }));
      closeEvent(true);
    } else tell(say(words.moved, { title, ...placeAfter(edit, dataset.themes) }));
  };

  /** The finding that was opened last; the form of its event scrolls to this finding. */
  const [sought, setSought] = useState<DisplayedFinding>();
  useEffect(() => {
    if (sought === undefined) return;
    const place = `[data-finding="${CSS.escape(keyOf(sought))}"]`;
    document.querySelector(place)?.scrollIntoView({ block: 'center' });
  }, [sought]);

  /** Corrects the texts of events; all these corrections can be undone in one step. */
  const correct = async (those: readonly DisplayedFinding[]): Promise<void> => {
    const events = [...new Set(those.map((one) => one.event))];
    await change((now) =>
      events.flatMap((id = '') => {
        const before = now.values[id];
        const ofEvent = those.filter((one) => one.event === id);
        return before === undefined ? [] : [{ id, before, after: withCorrections(before, ofEvent, now) }];
      }),
    );
  };

  const areas = {
    side: words.outline,
    middle: words.pages,
    event: reviewed === undefined ? words.event : words.review,
  };
  return (
    <DeskContext
      value={{ dataset, state, view, setView: onView, opened: event, titleOf, nameOf, open, change, saved }}
    >
      <header>
        <h1>{dataset.title}</h1>
        <div className="steps">
          <Button text={words.undo} disabled={undo.undo === undefined} onClick={undoLast} />
          <Button text={words.redo} disabled={undo.redo === undefined} onClick={redoLast} />
          <Button text={words.import} onClick={() => setImporting(true)} />
          <Button text={words.publish} onClick={() => setPublishing(true)} />
        </div>
        <Switches medium={medium} onMedium={setMedium} onLanguage={onLanguage} />
      </header>
      {isPublishing && (
        <Publish
          onShow={(list) => {
            setSide(list);
            setPanel('side');
          }}
          onClose={() => setPublishing(false)}
        />
      )}
      {isImporting && (
        <Import
          files={files}
          onFiles={setFiles}
          onReview={(name, others) => {
            setFiles(others);
            setImporting(false);
            setReviewed(name);
            setPanel('event');
          }}
          onClose={() => {
            // During a review, dropped files wait until the review has ended.
            if (reviewed === undefined) setFiles([]);
            setImporting(false);
          }}
        />
      )}
      {isOver && <p className="dropping">{words.dropNow}</p>}
      {added !== undefined && (
        <NewEvent
          title={added.like === undefined ? '' : titleOf(added.like)}
          onClose={() => setAdded(undefined)}
          onCreate={async (title) => {
            const { id, undo: edits } = await inTurn(() => add('/api/add', { ...added, title }));
            saved(edits);
            setAdded(undefined);
            open(id);
            tell(say(words.wasAdded, { title }));
          }}
        />
      )}
      <main className={`desk show-${panel}`}>
        <nav className="side" aria-label={words.outline}>
          <div className="tabs">
            {SIDES.filter((one) => one !== 'changes' || dataset.editions.length > 0).map((one) => (
              <Button
                key={one}
                text={words[one]}
                aria-pressed={side === one}
                disabled={one === 'thumbnails' && pages.pdf === undefined}
                onClick={() => setSide(one)}
              />
            ))}
          </div>
          {side === 'changes' ? (
            <Changes />
          ) : side === 'findings' ? (
            <Findings
              findings={findings}
              problems={notProofed}
              isWorking={isWorking}
              onOpen={(form, finding) => {
                open(form);
                setSought(finding);
              }}
              onCorrect={(those) => void attempt(() => correct(those))}
            />
          ) : side === 'thumbnails' && pages.pdf !== undefined ? (
            <Thumbnails pdf={pages.pdf} page={page} onGo={(target) => setGoal({ page: target })} />
          ) : (
            <Outline onAdd={dataset.isFrozen ? undefined : addTo} />
          )}
        </nav>
        <div className="middle">
          <p role="status" className={pages.isWorking ? 'working' : 'hidden'}>
            {pages.isWorking ? words.updating : pages.pdf === undefined ? '' : words.updated}
          </p>
          {medium === 'web' ? (
            <Preview />
          ) : (
            <>
              <Problems problems={notPrinted} title={pages.pdf && words.outdatedPages} onEvent={open} />
              {pages.pdf !== undefined && (
                <Pages
                  pdf={pages.pdf}
                  isOld={pages.isWorking && pages.isSlow}
                  goal={goal}
                  onPick={(place) => {
                    const found = panelAt(place);
                    if (found !== undefined) pick(found);
                  }}
                  onPage={setPage}
                />
              )}
            </>
          )}
        </div>
        {reviewed !== undefined ? (
          <Review
            key={reviewed}
            name={reviewed}
            waiting={files}
            onShow={(id) => {
              setEvent(id);
              setGoal({ name: id });
            }}
            onClose={() => {
              setReviewed(undefined);
              setPanel('middle');
              setImporting(files.length > 0);
            }}
          />
        ) : (
          event !== undefined && (
            <EventPanel
              key={event}
              id={event}
              isOutdated={isBehind(dataset)}
              page={pageOf(placeOf(event, dataset), pages.pdf)}
              onShow={() => {
                setGoal(placeOf(event, dataset));
                setPanel('middle');
              }}
              findings={findings?.filter((one) => panelFor(one, dataset) === event) ?? []}
              onAct={(what) => void run(() => act(what, event))}
              onClose={() => closeEvent()}
            />
          )
        )}
      </main>
      <div role="alert" className="alerts">
        {!isConnected && <p>{words.disconnected}</p>}
        <Problems problems={trouble} title={words.cannotRead} note={words.keptAsItWas} onEvent={open} />
        <Problems problems={notDone} title={words.notDone} />
      </div>
      <div role="status" className={notice.text === '' ? 'hidden' : 'notice'}>
        <p key={notice.number}>{notice.text}</p>
      </div>
      <nav className="panels" aria-label={words.areas}>
        {Object.entries(areas).map(([one, text]) => (
          <Button
            key={one}
            text={text}
            aria-pressed={panel === one}
            onClick={() => setPanel(one as keyof typeof areas)}
          />
        ))}
      </nav>
    </DeskContext>
  );
}

/**
 * The elements that can get the focus if the entry of a closed event is not visible: the tab of the list or, in narrow
 * windows, the tab of the area.
 */
const BESIDE_ENTRIES = ['.tabs [aria-pressed=true]', '.panels [aria-pressed=true]'];

/** The theme and position of an event after an edit that moves it. */
function placeAfter(
  { id, spot }: EventEdit,
  themes: readonly OutlineGroup[],
): { theme: string; place: number } {
  const { title = '', events = [] } = themes.find((theme) => theme.id === spot?.theme) ?? {};
  const others = events.filter((one) => one !== id);
  return { theme: title, place: others.indexOf(spot?.after ?? '') + 2 };
}

/** The index of the page that contains a position; undefined if the displayed pages do not contain it. */
function pageOf(place: Goal, pdf: Pdf | undefined): number | undefined {
  if (place.page !== undefined) return pdf === undefined ? undefined : place.page;
  return pdf?.spots.find(({ name }) => name === place.name)?.page;
}

function themeOf(id: string, { themes }: ReadDataset): OutlineGroup | undefined {
  return themes.find(({ events }) => events.includes(id));
}

/**
 * The edit that moves or removes an event; undefined if this is not possible, for example because the event has already
 * been removed.
 */
function editOf(what: Exclude<Act, 'add' | 'copy'>, id: string, dataset: ReadDataset): EventEdit[] {
  const { [id]: event } = dataset.values;
  const theme = themeOf(id, dataset);
  if (event === undefined || theme === undefined) return [];
  if (what === 'remove') return [{ id, before: event }];
  const move = (to: string, after: string | undefined): EventEdit[] => [
    { id, before: event, after: event, spot: { theme: to, ...(after !== undefined && { after }) } },
  ];
  if (typeof what === 'object')
    return move(what.theme, dataset.themes.find((one) => one.id === what.theme)?.events.at(-1));
  const place = theme.events.indexOf(id);
  const next = what === 'up' ? place - 1 : place + 1;
  return next in theme.events ? move(theme.id, theme.events[what === 'up' ? place - 2 : next]) : [];
}

/** The part of the page address that precedes the id of the open event. */
const OPEN_EVENT = '#event=';

/**
 * The open event, and a function that opens another one. The id of the event is part of the address, so that the event
 * is opened again after a reload.
 */
function useOpenEvent(): [string | undefined, (id: string | undefined) => void] {
  const [id, setId] = useState(() =>
    location.hash.startsWith(OPEN_EVENT)
      ? decodeURIComponent(location.hash.slice(OPEN_EVENT.length))
      : undefined,
  );
  const set = (next: string | undefined): void => {
    history.replaceState(null, '', next === undefined ? '/' : `${OPEN_EVENT}${encodeURIComponent(next)}`);
    setId(next);
  };
  return [id, set];
}
