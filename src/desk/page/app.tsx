import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { DESK_LANGUAGES, type DeskLanguage } from '../../../languages/desk/index.ts';
import type { Event } from '../../index.ts';
import type { Dataset, OutlineGroup, SaidFinding, View } from '../api.ts';
import { Changes } from './changes.tsx';
import {
  addEvent,
  type Edits,
  followChanges,
  getDataset,
  getFindings,
  getPages,
  getPreview,
  NoSession,
  Refused,
  sendEdit,
} from './client.ts';
import { type Act, EventPanel, headingOf, wordsOf } from './event-panel.tsx';
import { Findings } from './findings.tsx';
import { Import } from './import.tsx';
import { NewEvent } from './new-event.tsx';
import { Outline } from './outline.tsx';
import { type Goal, Pages, Thumbnails } from './pages.tsx';
import { openPdf, type Pdf } from './pdf.ts';
import { Problems, Trouble } from './problems.tsx';
import { Publish } from './publish.tsx';
import { Review } from './review.tsx';
import { panelAt, placeOf } from './settings-panel.tsx';
import { useUndo } from './undo.ts';
import { useGroupTitles, useSpeech } from './words.tsx';

const DRAFT = 'draft';

/** The desk: the switches for the edition and view, the outline, the pages, and the open event. */
export function App({ onLanguage }: { onLanguage(lang: DeskLanguage): void }): ReactNode {
  const { words, say } = useSpeech();
  const [connection, setConnection] = useState<'there' | 'lost' | 'none'>('there');
  const [state, setState] = useState<string>();
  const [view, setView] = useState<View>({ edition: DRAFT });
  const { dataset, trouble, retry } = useDataset(view.edition, state, () => setConnection('none'));
  const [event, setEvent] = useOpenEvent();
  const [medium, setMedium] = useState<'printed' | 'web'>('printed');
  const [side, setSide] = useState<'outline' | 'thumbnails' | 'findings' | 'changes'>('outline');
  const [panel, setPanel] = useState<'side' | 'middle' | 'event'>('middle');
  const [page, setPage] = useState(0);
  const [goal, setGoal] = useState<Goal | undefined>(event === undefined ? undefined : { name: event });
  const findings = useFindings(state, side === 'findings' || event !== undefined);
  const [isPublishing, setPublishing] = useState(false);
  /** The files to import, while that is open. */
  const [imported, setImported] = useState<readonly File[]>();
  const isDropping = useDroppedFiles(setImported);
  const [reviewed, setReviewed] = useState<string>();
  /** Files that are looked at after the review. */
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const pages = usePages(view, state, dataset !== undefined && medium === 'printed');

  useEffect(() => void followChanges(setState, setConnection), []);
  useEffect(() => {
    document.title = dataset === undefined ? 'programme' : `${dataset.title} – programme`;
  }, [dataset]);

  /** Opens an event without going to its page; it takes the place of a review. */
  const pick = useCallback(
    (id: string): void => {
      setReviewed(undefined);
      setEvent(id);
      setPanel('event');
    },
    [setEvent],
  );
  const open = useCallback(
    (id: string): void => {
      pick(id);
      setGoal(latest.current === undefined ? { name: id } : placeOf(id, latest.current));
    },
    [pick],
  );
  const latest = useRef(dataset);
  latest.current = dataset;

  /** Shows an event on the pages; a panel that is open stays. */
  const show = useCallback(
    (id: string): void => {
      setEvent(id);
      setGoal({ name: id });
    },
    [setEvent],
  );

  const undo = useUndo();
  const [notice, setNotice] = useState('');
  const [added, setAdded] = useState<{ theme: string; after?: string; like?: string }>();
  const step = async (go: (() => Promise<boolean>) | undefined): Promise<void> => {
    if (go !== undefined) setNotice((await go()) ? words.undone : words.cannotUndo);
  };
  useUndoKeys(
    () => void step(undo.undo),
    () => void step(undo.redo),
  );
  const act = async (what: Act): Promise<void> => {
    if (dataset === undefined || event === undefined) return;
    const now = dataset.values[event];
    const theme = dataset.themes.find(({ events }) => events.includes(event));
    if (now === undefined || theme === undefined) return;
    if (what === 'add' || what === 'copy')
      return setAdded({ theme: theme.id, after: event, ...(what === 'copy' && { like: event }) });
    const edit = editOf(what, now, theme, dataset.themes);
    const { undo: edits } = await sendEdit([edit]);
    if (edits.length > 0) undo.add(edits);
    if (what !== 'remove') return;
    const title = dataset.events.find(({ id }) => id === event)?.title ?? event;
    setNotice(say(words.removed, { title }));
    setEvent(undefined);
  };

  const titleOf = (field: string): string => {
    const named: Readonly<Record<string, string>> = { when: words.when, status: words.status };
    const side = dataset?.sides.find(({ id }) => field === `regions.${id}`);
    if (dataset === undefined) return field;
    return side === undefined
      ? (named[field] ?? headingOf(field, dataset))
      : say(words.regionsOf, { side: wordsOf(side.name, dataset.language) });
  };

  if (connection === 'none')
    return (
      <main className="alone">
        <h1>{words.noSession}</h1>
        <p>{words.noSessionHint}</p>
      </main>
    );
  if (dataset === undefined)
    return (
      <main className="alone">
        {trouble === undefined ? (
          <p role="status">{words.loading}</p>
        ) : (
          <Trouble trouble={trouble} onRetry={retry} />
        )}
      </main>
    );
  return (
    <>
      <header>
        <h1>{dataset.title}</h1>
        <div className="steps">
          <button type="button" disabled={undo.undo === undefined} onClick={() => void step(undo.undo)}>
            {words.undo}
          </button>
          <button type="button" disabled={undo.redo === undefined} onClick={() => void step(undo.redo)}>
            {words.redo}
          </button>
          <button type="button" onClick={() => setImported([])}>
            {words.import}
          </button>
          <button type="button" onClick={() => setPublishing(true)}>
            {words.publish}
          </button>
        </div>
        <Switches
          dataset={dataset}
          view={view}
          medium={medium}
          onView={setView}
          onMedium={setMedium}
          onLanguage={onLanguage}
        />
      </header>
      <div role="alert" className="alerts">
        {connection === 'lost' && <p>{words.disconnected}</p>}
        {trouble !== undefined && (
          <Problems problems={trouble} title={words.cannotRead} note={words.keptAsItWas} onEvent={open} />
        )}
      </div>
      <p role="status" className={notice === '' ? 'hidden' : 'notice'}>
        {notice}
      </p>
      {isPublishing && (
        <Publish
          view={view}
          language={dataset.language}
          languages={dataset.languages}
          parts={dataset.extracts}
          state={state}
          onShow={(list) => {
            setSide(list);
            setPanel('side');
          }}
          onClose={() => setPublishing(false)}
        />
      )}
      {imported !== undefined && (
        <Import
          files={imported}
          state={state}
          titleOf={titleOf}
          onFiles={setImported}
          onReview={(name, others) => {
            setWaiting(others);
            setImported(undefined);
            setReviewed(name);
            setPanel('event');
          }}
          onClose={() => setImported(undefined)}
        />
      )}
      {isDropping && <p className="dropping">{words.dropNow}</p>}
      {added !== undefined && (
        <NewEvent
          title={
            added.like === undefined ? '' : (dataset.events.find(({ id }) => id === added.like)?.title ?? '')
          }
          onClose={() => setAdded(undefined)}
          onCreate={async (title) => {
            const { id, undo: edits } = await addEvent({ ...added, title });
            undo.add(edits);
            setAdded(undefined);
            open(id);
          }}
        />
      )}
      <main className={`desk show-${panel}`}>
        <nav className="side" aria-label={words.outline}>
          <div className="tabs">
            <button type="button" aria-pressed={side === 'outline'} onClick={() => setSide('outline')}>
              {words.outline}
            </button>
            <button
              type="button"
              aria-pressed={side === 'thumbnails'}
              onClick={() => setSide('thumbnails')}
              disabled={pages.pdf === undefined}
            >
              {words.thumbnails}
            </button>
            <button type="button" aria-pressed={side === 'findings'} onClick={() => setSide('findings')}>
              {words.findings}
            </button>
            {dataset.editions.length > 0 && (
              <button type="button" aria-pressed={side === 'changes'} onClick={() => setSide('changes')}>
                {words.changes}
              </button>
            )}
          </div>
          {side === 'changes' ? (
            <Changes dataset={dataset} titleOf={titleOf} onOpen={open} />
          ) : side === 'findings' ? (
            <Findings
              findings={findings}
              titleOf={(id) => dataset.events.find((one) => one.id === id)?.title ?? id}
              onOpen={open}
            />
          ) : side === 'thumbnails' && pages.pdf !== undefined ? (
            <div className="groups" data-scroller>
              <Thumbnails pdf={pages.pdf} page={page} onGo={(target) => setGoal({ page: target })} />
            </div>
          ) : (
            <Outline dataset={dataset} selected={event} onOpen={open} />
          )}
        </nav>
        <div className="middle">
          <p role="status" className={pages.isWorking ? 'working' : 'hidden'}>
            {pages.isWorking ? words.updating : pages.pdf === undefined ? '' : words.updated}
          </p>
          {medium === 'web' ? (
            <Preview view={view} state={state} />
          ) : pages.pdf !== undefined ? (
            <>
              {pages.trouble !== undefined && (
                <Problems problems={pages.trouble} title={words.outdatedPages} onEvent={open} />
              )}
              <Pages
                pdf={pages.pdf}
                isOld={pages.isWorking && pages.isSlow}
                selected={event}
                goal={goal}
                onPick={(place) => {
                  const found = panelAt(place);
                  if (found !== undefined) pick(found);
                }}
                onPage={setPage}
              />
            </>
          ) : (
            pages.trouble !== undefined && <Problems problems={pages.trouble} onEvent={open} />
          )}
        </div>
        {reviewed !== undefined ? (
          <Review
            key={reviewed}
            dataset={dataset}
            name={reviewed}
            state={state}
            titleOf={titleOf}
            onShow={show}
            onClose={() => {
              setReviewed(undefined);
              setPanel('middle');
              if (waiting.length > 0) setImported(waiting);
              setWaiting([]);
            }}
          />
        ) : (
          <EventPanel
            dataset={dataset}
            id={event}
            page={event === undefined ? undefined : pageOf(placeOf(event, dataset), pages.pdf)}
            onShow={() => {
              setGoal(event === undefined ? undefined : placeOf(event, dataset));
              setPanel('middle');
            }}
            onOpen={open}
            findings={findings?.filter((one) => one.event === event) ?? []}
            onSaved={undo.add}
            onAct={(what) => void act(what)}
            onClose={() => {
              setEvent(undefined);
              setPanel('middle');
            }}
          />
        )}
      </main>
      <nav className="panels" aria-label={words.areas}>
        {(['side', 'middle', 'event'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={panel === one} onClick={() => setPanel(one)}>
            {
              {
                side: words.outline,
                middle: words.pages,
                event: reviewed === undefined ? words.event : words.review,
              }[one]
            }
          </button>
        ))}
      </nav>
    </>
  );
}

/** The page with a place, counted from 0; undefined if it is not on the pages shown. */
function pageOf(place: Goal, pdf: Pdf | undefined): number | undefined {
  if (place.page !== undefined) return pdf === undefined ? undefined : place.page;
  return pdf?.spots.find(({ name }) => name === place.name)?.page;
}

/** The edit that moves or removes an event. */
function editOf(
  what: Exclude<Act, 'add' | 'copy'>,
  event: Event,
  theme: OutlineGroup,
  themes: readonly OutlineGroup[],
): Edits[number] {
  const { id } = event;
  if (what === 'remove') return { id, before: event };
  const move = (to: string, after: string | undefined): Edits[number] => ({
    id,
    before: event,
    after: event,
    spot: { theme: to, ...(after !== undefined && { after }) },
  });
  if (typeof what === 'object')
    return move(what.theme, themes.find((one) => one.id === what.theme)?.events.at(-1));
  const place = theme.events.indexOf(id);
  return move(theme.id, theme.events[what === 'up' ? place - 2 : place + 1]);
}

/** Ctrl-Z and Ctrl-Y, except in fields, which have an undo of their own. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  const latest = useRef({ undo, redo });
  latest.current = { undo, redo };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const isField = document.activeElement?.matches('input, textarea, select') === true;
      if (isField || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) latest.current.undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) latest.current.redo();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}

/** Whether files are dragged over the window; files that are dropped anywhere but in a field are imported. */
function useDroppedFiles(onDrop: (files: readonly File[]) => void): boolean {
  const [isDropping, setDropping] = useState(false);
  useEffect(() => {
    const control = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void =>
      addEventListener(
        type,
        (event) => {
          // A field that takes files has prevented the default.
          if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
          act(event);
        },
        control,
      );
    on('dragover', (event) => {
      event.preventDefault();
      setDropping(true);
    });
    on('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) setDropping(false);
    });
    on('drop', (event) => {
      event.preventDefault();
      setDropping(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onDrop(files);
    });
    return () => control.abort();
  }, [onDrop]);
  return isDropping;
}

/** The prefix of the id of the open event in the address. */
const OPEN_EVENT = '#event=';

/** The open event. Its id is part of the address, so that a reload opens it again. */
function useOpenEvent(): [string | undefined, (id: string | undefined) => void] {
  const [id, setId] = useState(() =>
    location.hash.startsWith(OPEN_EVENT)
      ? decodeURIComponent(location.hash.slice(OPEN_EVENT.length))
      : undefined,
  );
  const set = useCallback((next: string | undefined): void => {
    history.replaceState(null, '', next === undefined ? '/' : `${OPEN_EVENT}${encodeURIComponent(next)}`);
    setId(next);
  }, []);
  return [id, set];
}

/** The findings on the draft in its newest state that could be proofed, once they are wanted. */
function useFindings(state: string | undefined, isWanted: boolean): readonly SaidFinding[] | undefined {
  const [findings, setFindings] = useState<readonly SaidFinding[]>();
  useEffect(() => {
    if (state === undefined || !isWanted) return;
    let isCurrent = true;
    // Files that cannot be read are named elsewhere.
    getFindings().then(
      (found) => {
        if (isCurrent) setFindings(found);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [state, isWanted]);
  return findings;
}

/** The newest readable state of the dataset, and the problems that prevent a newer one from being read. */
function useDataset(
  edition: string,
  state: string | undefined,
  onNoSession: () => void,
): {
  dataset: Dataset | undefined;
  trouble: readonly Refused['problems'][number][] | undefined;
  retry: () => void;
} {
  const [dataset, setDataset] = useState<Dataset>();
  const [trouble, setTrouble] = useState<Refused['problems']>();
  const [attempt, setAttempt] = useState(0);
  const noSession = useRef(onNoSession);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt reads the same again
  useEffect(() => {
    if (state === undefined) return;
    let isCurrent = true;
    getDataset(edition)
      .then((read) => {
        if (!isCurrent) return;
        setDataset(read);
        setTrouble(undefined);
      })
      .catch((error: unknown) => {
        if (!isCurrent) return;
        if (error instanceof NoSession) noSession.current();
        else setTrouble(error instanceof Refused ? error.problems : []);
      });
    return () => {
      isCurrent = false;
    };
  }, [edition, state, attempt]);
  return { dataset, trouble, retry: () => setAttempt((last) => last + 1) };
}

/** Milliseconds after which pages that are not up to date are marked as old. */
const SLOW = 800;

interface ShownPages {
  pdf: Pdf | undefined;
  isWorking: boolean;
  /** Whether making new pages takes so long that the page should mark these as old. */
  isSlow: boolean;
  trouble: Refused['problems'] | undefined;
}

/** The printed pages of a view. The old pages are shown until the new ones are ready. */
function usePages(view: View, state: string | undefined, isWanted: boolean): ShownPages {
  const [pdf, setPdf] = useState<Pdf>();
  const [trouble, setTrouble] = useState<Refused['problems']>();
  const [isWorking, setWorking] = useState(false);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (state === undefined || !isWanted) return;
    const control = new AbortController();
    setWorking(true);
    setSlow(false);
    const slow = setTimeout(() => setSlow(true), SLOW);
    const show = async (): Promise<void> => {
      try {
        const opened = await openPdf(await getPages(view, control.signal));
        if (control.signal.aborted) return opened.close();
        setPdf(opened);
        setTrouble(undefined);
        setWorking(false);
      } catch (error) {
        // A newer state will follow.
        if (control.signal.aborted) return;
        setTrouble(error instanceof Refused ? error.problems : []);
        setWorking(false);
      } finally {
        clearTimeout(slow);
      }
    };
    void show();
    return () => {
      control.abort();
      clearTimeout(slow);
    };
  }, [view, state, isWanted]);
  // Closes the pages when others replace them.
  useEffect(() => () => pdf?.close(), [pdf]);
  return { pdf, isWorking, isSlow, trouble };
}

/** The web page, in a frame that can run its script but has no access to the desk or the network. */
function Preview({ view, state }: { view: View; state: string | undefined }): ReactNode {
  const { words } = useSpeech();
  const [address, setAddress] = useState<string>();
  const [trouble, setTrouble] = useState<Refused['problems']>();
  useEffect(() => {
    if (state === undefined) return;
    let isCurrent = true;
    getPreview(view)
      .then((found) => {
        if (!isCurrent) return;
        setAddress(found);
        setTrouble(undefined);
      })
      .catch((error: unknown) => {
        if (isCurrent) setTrouble(error instanceof Refused ? error.problems : []);
      });
    return () => {
      isCurrent = false;
    };
  }, [view, state]);
  if (trouble !== undefined) return <Problems problems={trouble} />;
  if (address === undefined) return <p role="status">{words.updating}</p>;
  return <iframe title={words.webPreview} sandbox="allow-scripts" src={address} />;
}

interface SwitchesProps {
  dataset: Dataset;
  view: View;
  medium: 'printed' | 'web';
  onView(view: View): void;
  onMedium(medium: 'printed' | 'web'): void;
  onLanguage(lang: DeskLanguage): void;
}

/** The switches for the edition, the view and the languages. */
function Switches({ dataset, view, medium, onView, onMedium, onLanguage }: SwitchesProps): ReactNode {
  const { words, say, lang } = useSpeech();
  const languages = useMemo(() => new Intl.DisplayNames([words.tag], { type: 'language' }), [words]);
  const titles = useGroupTitles();
  return (
    <div className="switches">
      <Switch
        label={words.edition}
        value={view.edition}
        onChange={(edition) => onView({ edition, ...(view.lang !== undefined && { lang: view.lang }) })}
      >
        <option value={DRAFT}>{words.draft}</option>
        {dataset.editions.map((name) => (
          <option key={name} value={name}>
            {say(words.editionNamed, { name })}
          </option>
        ))}
      </Switch>
      {dataset.languages.length > 1 && (
        <Switch
          label={words.language}
          value={view.lang ?? dataset.language}
          onChange={(next) => onView({ ...view, lang: next })}
        >
          {dataset.languages.map((one) => (
            <option key={one} value={one}>
              {languages.of(one)}
            </option>
          ))}
        </Switch>
      )}
      {dataset.extracts.length > 0 && (
        <Switch
          label={words.part}
          value={view.value === undefined ? '' : `${view.by} ${view.value}`}
          onChange={(chosen) => {
            const { by: _, value: __, ...whole } = view;
            const [by = '', ...key] = chosen.split(' ');
            onView(chosen === '' ? whole : { ...whole, by, value: key.join(' ') });
          }}
        >
          <option value="">{words.wholeProgramme}</option>
          {dataset.extracts.map(({ by, title, values }) => (
            <optgroup key={by} label={title === '' ? titles[by] : title}>
              {values.map(({ key, name, events }) => (
                <option key={key} value={`${by} ${key}`}>
                  {`${name} (${events})`}
                </option>
              ))}
            </optgroup>
          ))}
        </Switch>
      )}
      {dataset.editions.length > 0 && (
        <Switch
          label={words.since}
          value={view.since ?? ''}
          onChange={(since) => {
            const { since: _, ...rest } = view;
            onView(since === '' ? rest : { ...rest, since });
          }}
        >
          <option value="">{words.sinceNone}</option>
          {dataset.editions
            .filter((name) => name !== view.edition)
            .map((name) => (
              <option key={name} value={name}>
                {say(words.sinceEdition, { name })}
              </option>
            ))}
        </Switch>
      )}
      <Switch
        label={words.shown}
        value={medium}
        onChange={(next) => onMedium(next === 'web' ? 'web' : 'printed')}
      >
        <option value="printed">{words.printed}</option>
        <option value="web">{words.web}</option>
      </Switch>
      <Switch
        label={words.interfaceLanguage}
        value={lang}
        onChange={(next) => {
          if (next in DESK_LANGUAGES) onLanguage(next as DeskLanguage);
        }}
      >
        {Object.entries(DESK_LANGUAGES).map(([code, { name }]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </Switch>
    </div>
  );
}

function Switch({
  label,
  value,
  onChange,
  children,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
  children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  );
}
