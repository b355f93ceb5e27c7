import { useEffect, useSyncExternalStore } from 'react';

/** Files that the user has dropped anywhere on the window, except on an input field. */
interface Drops {
  /** Whether files are dragged over the window. */
  isOver: boolean;
  /** Dropped files that no component has taken yet. */
  waiting: readonly File[];
}

let drops: Drops = { isOver: false, waiting: [] };
const followers = new Set<() => void>();

function set(next: Partial<Drops>): void {
  drops = { ...drops, ...next };
  for (const follow of followers) follow();
}

function on(type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void {
  addEventListener(type, (event) => {
    // If the default action has been prevented, the drop is on a field that accepts files itself.
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
    act(event);
  });
}

/** Accepts dropped files from now on. Otherwise, the browser would open the dropped files instead of the page. */
export function acceptDrops(): void {
  on('dragover', (event) => {
    event.preventDefault();
    set({ isOver: true });
  });
  on('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) set({ isOver: false });
  });
  on('drop', (event) => {
    event.preventDefault();
    set({ isOver: false, waiting: [...(event.dataTransfer?.files ?? []), ...drops.waiting] });
  });
}

/**
 * Returns the dropped files. @param take receives the files; if it is missing, the files wait for a component that
 * takes them
 */
export function useDrops(take?: (files: readonly File[]) => void): Drops {
  const now = useSyncExternalStore(
    (follow) => {
      followers.add(follow);
      return () => followers.delete(follow);
    },
    () => drops,
  );
  useEffect(() => {
    if (take === undefined || now.waiting.length === 0) return;
    set({ waiting: [] });
    take(now.waiting);
  }, [take, now]);
  return now;
}
