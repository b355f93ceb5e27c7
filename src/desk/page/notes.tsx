import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * The notes below a field: findings, problems and hints. If they grow or shrink above the edited field, the form
 * scrolls to keep the field in its place. If the focused element of a note disappears, the focus moves to the field
 * of the note.
 */
export function Notes({ id, children }: { id?: string; children: ReactNode }): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const focused = useRef<Element>(null);
  useEffect(() => {
    const { current: notes } = element;
    if (notes === null) return;
    let { height } = notes.getBoundingClientRect();
    const observer = new ResizeObserver(() => {
      const growth = notes.getBoundingClientRect().height - height;
      height += growth;
      const { activeElement: edited } = document;
      const scroller = notes.closest('.body');
      const isAbove =
        edited !== null && notes.compareDocumentPosition(edited) === Node.DOCUMENT_POSITION_FOLLOWING;
      if (isAbove && scroller?.contains(edited)) scroller.scrollTop += growth;
    });
    observer.observe(notes);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (focused.current?.isConnected !== false || document.activeElement !== document.body) return;
    focused.current = null;
    const field = element.current?.closest('.field');
    const control = field?.querySelector<HTMLElement>(':is(input, textarea, select):not(.hidden)');
    (control ?? element.current?.closest('.body')?.querySelector<HTMLElement>('h2'))?.focus();
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only observes where the focus is
    <div
      id={id}
      ref={element}
      className="notes"
      onFocus={({ target }) => {
        focused.current = target;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) focused.current = null;
      }}
    >
      {children}
    </div>
  );
}
