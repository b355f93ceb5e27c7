import { type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { View } from '../api.ts';
import { Button } from './button.tsx';
import { getPages, post } from './client.ts';
import { useDesk } from './desk-context.ts';
import { type PagePoint, spotAt } from './page-positions.ts';
import { type Link, openPdf, type Pdf } from './pdf.ts';
import { Problems } from './problems.tsx';
import { type Answered, useAnswer } from './requests.ts';
import { useTexts } from './words.tsx';

/** A position to scroll to: either the beginning of an event or part, or a page, whose index starts from 0. */
export interface Goal {
  name?: string;
  page?: number;
}

interface PagesProps {
  pdf: Pdf;
  /** Whether the dataset has changed since the pages were made. */
  isOld: boolean;
  /** The position to scroll to. If a new object is passed, the page scrolls again, even if the position is the same. */
  goal: Goal | undefined;
  /**
   * Called with the `PagePoint.name` of the event or part that the user has clicked; undefined if the user has clicked
   * a position before the first event or part, such as the cover.
   */
  onPick(name: string | undefined): void;
  onPage(page: number): void;
}

/** Space between pages, in pixels. The style sheet must define the same value. */
const GAP = 16;
const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
/** Pixels per point at a zoom of 100%. */
const PIXELS = 96 / 72;

/** Shows the printed pages one below another. Only pages in or near the view are drawn. */
export function Pages({ pdf, isOld, goal, onPick, onPage }: PagesProps): ReactNode {
  const { words, say } = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [zoom, setZoom] = useState<number>();
  const [page, setPage] = useState(0);
  const scale = zoom === undefined ? Math.max(0.1, (room - 2 * GAP) / pdf.width) : zoom * PIXELS;
  const step = pdf.height * scale + GAP;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    // In a narrow window, the pages may be hidden and then have no width. The scroll position is kept while the pages
    // are hidden.
    const measure = (): void => {
      if (element.clientWidth > 0) setRoom(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const topOf = (spot: PagePoint): number => GAP + spot.page * step + (pdf.height - spot.y) * scale;
  useKeptPlace(scroller, pdf, topOf, step);

  /**
   * The last goal that the page has scrolled to. A new event is not on any page at first, so the page cannot scroll to
   * it until new pages have been made.
   */
  const reached = useRef<Goal>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page size must not scroll again
  useEffect(() => {
    const element = scroller.current;
    if (element === null || goal === undefined || room === 0 || goal === reached.current) return;
    const spot = pdf.spots.find(({ name }) => name === goal.name);
    if (spot !== undefined || goal.page !== undefined) reached.current = goal;
    if (spot !== undefined && goal.page === undefined) {
      const top = topOf(spot);
      const isSeen = top > element.scrollTop && top < element.scrollTop + element.clientHeight * 0.8;
      if (!isSeen) element.scrollTop = top - element.clientHeight / 4;
    } else if (goal.page !== undefined) element.scrollTop = goal.page * step;
  }, [goal, room === 0, pdf]);

  const scrolled = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const isEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1;
    const seen = isEnd ? pdf.pages - 1 : Math.floor((scrollTop + clientHeight / 3) / step);
    const now = Math.max(0, Math.min(pdf.pages - 1, seen));
    if (now === page) return;
    setPage(now);
    onPage(now);
  };
  const goTo = (target: number): void => {
    if (scroller.current !== null) scroller.current.scrollTop = target * step;
  };
  const zoomTo = (direction: 1 | -1): void => {
    const now = scale / PIXELS;
    const next = ZOOMS.filter((one) => (direction > 0 ? one > now + 0.01 : one < now - 0.01));
    setZoom((direction > 0 ? next[0] : next.at(-1)) ?? now);
  };

  return (
    <div className="pages">
      <div className="tools" role="toolbar" aria-label={words.pages}>
        <Button
          text="↑"
          onClick={() => goTo(page - 1)}
          disabled={page === 0}
          aria-label={words.previousPage}
        />
        <span className="count">{say(words.pageOf, { page: page + 1, pages: pdf.pages })}</span>
        <Button
          text="↓"
          onClick={() => goTo(page + 1)}
          disabled={page === pdf.pages - 1}
          aria-label={words.nextPage}
        />
        <span className="gap" />
        <Button text="−" onClick={() => zoomTo(-1)} aria-label={words.zoomOut} />
        <span className="count" role="status">
          {say(words.zoom, { percent: Math.round((scale / PIXELS) * 100) })}
        </span>
        <Button text="+" onClick={() => zoomTo(1)} aria-label={words.zoomIn} />
        <Button text={words.fitWidth} onClick={() => setZoom(undefined)} aria-pressed={zoom === undefined} />
      </div>
      {isOld && <p className="old">{words.outdatedPages}</p>}
      <section
        data-scroller
        className="paper"
        ref={scroller}
        onScroll={scrolled}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users scroll it with the arrow keys
        tabIndex={0}
        aria-label={words.pages}
      >
        {room > 0 &&
          Array.from({ length: pdf.pages }, (_, index) => (
            <Page
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is identified by its number
              key={index}
              pdf={pdf}
              index={index}
              scale={scale}
              onPick={onPick}
              onGo={(name) => {
                const spot = pdf.spots.find((one) => one.name === name);
                if (spot !== undefined && scroller.current !== null)
                  scroller.current.scrollTop = topOf(spot) - GAP;
              }}
            />
          ))}
      </section>
    </div>
  );
}

/**
 * Preserves the scroll position when the pages are replaced, relative to the open event or, if that is not in view, to
 * an event in view.
 */
function useKeptPlace(
  scroller: React.RefObject<HTMLDivElement | null>,
  pdf: Pdf,
  topOf: (spot: PagePoint) => number,
  step: number,
): void {
  const { opened } = useDesk();
  const before = useRef({ pdf, topOf, step });
  useLayoutEffect(() => {
    const { pdf: old, topOf: oldTopOf, step: oldStep } = before.current;
    before.current = { pdf, topOf, step };
    const element = scroller.current;
    if (element === null || element.scrollTop === 0 || (old === pdf && oldStep === step)) return;
    const { scrollTop, clientHeight } = element;
    const isSeen = (spot: PagePoint): boolean => {
      const top = oldTopOf(spot);
      return top >= scrollTop && top <= scrollTop + clientHeight;
    };
    const seen = old.spots.filter(isSeen);
    const anchor = seen.find(({ name }) => name === opened) ?? seen[0];
    const now = anchor && pdf.spots.find(({ name }) => name === anchor.name);
    if (anchor === undefined || now === undefined) {
      element.scrollTop = (scrollTop / oldStep) * step;
      return;
    }
    element.scrollTop = scrollTop + topOf(now) - oldTopOf(anchor);
  }, [scroller, pdf, opened, topOf, step]);
}

interface PageProps {
  pdf: Pdf;
  index: number;
  scale: number;
  onPick(name: string | undefined): void;
  onGo(name: string): void;
}

function Page({ pdf, index, scale, onPick, onGo }: PageProps): ReactNode {
  const { words, say } = useTexts();
  const frame = useRef<HTMLElement>(null);
  const isNear = useNearness(frame);
  const text = useRef<HTMLDivElement>(null);
  const [links, setLinks] = useState<readonly Link[]>([]);

  useEffect(() => {
    if (!isNear) {
      text.current?.replaceChildren();
      return;
    }
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const layer = document.createElement('div');
      layer.className = 'textLayer';
      await pdf.putText(index, scale, layer);
      const found = await pdf.links(index);
      if (!isCurrent) return;
      text.current?.replaceChildren(layer);
      setLinks(found);
    };
    // Reading fails if the document was closed in the meantime.
    read().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [pdf, index, scale, isNear]);

  const pick = (event: MouseEvent): void => {
    if (getSelection()?.isCollapsed === false || frame.current === null) return;
    const frameBox = frame.current.getBoundingClientRect();
    const x = (event.clientX - frameBox.left) / scale;
    const y = pdf.height - (event.clientY - frameBox.top) / scale;
    const link = links.find(
      ({ rect: [left, bottom, right, top] }) => x >= left && x <= right && y >= bottom && y <= top,
    );
    if (link !== undefined) onGo(link.target);
    const name = link?.target ?? spotAt(pdf.spots, index, x, y)?.name;
    if (link === undefined || name?.startsWith('_') === false) onPick(name);
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: each event can be opened in the outline with the keyboard
    <section
      className="page"
      ref={frame}
      aria-label={say(words.page, { page: index + 1 })}
      style={
        { width: pdf.width * scale, height: pdf.height * scale, '--total-scale-factor': scale } as object
      }
      onClick={pick}
    >
      <div aria-hidden="true">{isNear && <Picture pdf={pdf} index={index} scale={scale} />}</div>
      <Selection {...{ pdf, index, scale }} />
      <div ref={text} />
    </section>
  );
}

/** A bar in the margin next to the open event. */
function Selection({ pdf, index: page, scale }: Pick<PageProps, 'pdf' | 'index' | 'scale'>): ReactNode {
  const { opened } = useDesk();
  const place = pdf.spots.findIndex(({ name }) => name === opened);
  const spot = pdf.spots[place];
  if (spot === undefined || spot.page !== page) return null;
  const next = pdf.spots
    .slice(place + 1)
    .find((one) => one.page === page && one.y < spot.y && one.x === spot.x);
  const height = next === undefined ? 24 : spot.y - next.y;
  return (
    <div
      className="selection"
      style={{ top: (pdf.height - spot.y) * scale, left: (spot.x - 8) * scale, height: height * scale }}
    />
  );
}

/** Whether an element is in view, or its distance from the view is less than the height of the view. */
function useNearness(element: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: element.current.closest('[data-scroller]'),
      rootMargin: '75% 0%',
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}

interface ThumbnailsProps {
  pdf: Pdf;
  page: number;
  onGo(page: number): void;
}

/** Thumbnails of all pages. */
export function Thumbnails({ pdf, page, onGo }: ThumbnailsProps): ReactNode {
  return (
    <div className="groups" data-scroller>
      <ul className="thumbnails">
        {Array.from({ length: pdf.pages }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is identified by its number
          <Thumbnail key={index} index={index} {...{ pdf, page, onGo }} />
        ))}
      </ul>
    </div>
  );
}

const THUMBNAIL_WIDTH = 110;

function Thumbnail({ pdf, index, page, onGo }: ThumbnailsProps & { index: number }): ReactNode {
  const { words, say } = useTexts();
  const frame = useRef<HTMLLIElement>(null);
  const isNear = useNearness(frame);
  const scale = THUMBNAIL_WIDTH / pdf.width;
  return (
    <li ref={frame}>
      <button
        type="button"
        onClick={() => onGo(index)}
        aria-current={page === index ? 'page' : undefined}
        aria-label={say(words.page, { page: index + 1 })}
      >
        <span className="thumbnail" style={{ width: THUMBNAIL_WIDTH, height: pdf.height * scale }}>
          {isNear && <Picture pdf={pdf} index={index} scale={scale} />}
        </span>
        {index + 1}
      </button>
    </li>
  );
}

/** A page as an image without text. */
export function Picture({ pdf, index, scale }: { pdf: Pdf; index: number; scale: number }): ReactNode {
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let isCurrent = true;
    pdf.draw(index, scale).then(
      (canvas) => {
        if (isCurrent) frame.current?.replaceChildren(canvas);
      },
      // Drawing fails if the document was closed in the meantime.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [pdf, index, scale]);
  return <span ref={frame} />;
}

/** Milliseconds before outdated pages are marked as such. */
const SLOW = 800;

/**
 * Opens a PDF, and opens a new PDF whenever the key changes. The old PDF is shown until the new one has been opened.
 */
export function usePdf(
  key: string | undefined,
  load: (signal: AbortSignal) => Promise<Uint8Array | undefined>,
): Answered<Pdf | undefined> {
  const answer = useAnswer(key, async (signal) => {
    const bytes = await load(signal);
    const opened = bytes && (await openPdf(bytes));
    if (signal.aborted) opened?.close();
    return opened;
  });
  const { value: pdf } = answer;
  useEffect(() => () => pdf?.close(), [pdf]);
  return answer;
}

/**
 * The printed pages of a view. The old pages are shown until the new pages are ready; if this takes long (`isSlow`),
 * they should be marked as outdated.
 */
export function usePages(view: View, state: string, isWanted: boolean) {
  const key = isWanted ? JSON.stringify([view, state]) : undefined;
  const { value: pdf, problems, isCurrent } = usePdf(key, (signal) => getPages(view, signal));
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (isCurrent) return;
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, [isCurrent]);
  return { pdf, isWorking: key !== undefined && !isCurrent, isSlow, problems };
}

/** Shows the web page in a frame. The script of the web page can run, but has no access to the desk or the network. */
export function Preview(): ReactNode {
  const { words } = useTexts();
  const { view, state } = useDesk();
  const { value: preview, problems } = useAnswer(JSON.stringify([view, state]), () =>
    post('/api/preview', view),
  );
  return (
    <>
      <Problems problems={problems} title={preview && words.outdatedPages} />
      {preview !== undefined ? (
        <iframe title={words.webPreview} sandbox="allow-scripts" src={preview.address} />
      ) : (
        problems === undefined && <p role="status">{words.updating}</p>
      )}
    </>
  );
}
