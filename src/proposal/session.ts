/**
 * A session in which a person decides on changes one by one by pressing single keys: its state, and the state after
 * each key. This module does no I/O.
 */

/** The decision on a change. */
export interface Answer {
  verdict: 'accepted' | 'refused';
  /** Text that replaces the proposed text. */
  words?: string;
}

/** An item on which the user decides. */
export interface Item {
  id: string;
  /** Kind of the item. One decision can apply to all items of the same kind. */
  kind?: string;
  /** Whether the user must decide on the item individually, as for a conflict or an outdated translation. */
  alone?: boolean;
}

export interface ReviewSession {
  /** The items in the order in which they are shown. */
  items: readonly Item[];
  /** Index of the item that is shown. After the last item, the summary is shown. */
  at: number;
  answers: ReadonlyMap<string, Answer>;
  /** Earlier states, to which `undo` returns. */
  before: readonly Pick<ReviewSession, 'at' | 'answers'>[];
  /** Whether the session has ended, so that its answers can be applied. */
  done: boolean;
}

/** The action of each key. */
export const KEYS = {
  a: 'accept',
  r: 'refuse',
  e: 'edit',
  s: 'skip',
  k: 'accept all of this kind',
  l: 'accept all remaining',
  b: 'back',
  u: 'undo',
  q: 'quit',
} as const;
export type Act = (typeof KEYS)[keyof typeof KEYS];

/** The action of a key; undefined if the key has no action. Ctrl-C and Ctrl-D quit the session. */
export function actOf(key: string): Act | undefined {
  if (key === '\u0003' || key === '\u0004') return 'quit';
  return Object.entries(KEYS).find(([letter]) => letter === key.toLowerCase())?.[1];
}

/**
 * @param given the answers from an interrupted session. The new session starts with the first item that has no answer
 */
export function begin(items: readonly Item[], given: ReviewSession['answers'] = new Map()): ReviewSession {
  const answers = new Map([...given].filter(([id]) => items.some((item) => item.id === id)));
  const first = items.findIndex(({ id }) => !answers.has(id));
  return { items, at: first < 0 ? items.length : first, answers, before: [], done: items.length === 0 };
}

/**
 * Returns the state of the session after an action. The action `edit` requires words. Only `undo` removes an answer;
 * `skip` and `back` do not.
 */
export function after(session: ReviewSession, act: Act, words?: string): ReviewSession {
  const { items, at, answers, before } = session;
  const item = items[at];
  const moved = (to: number, now: ReviewSession['answers'] = answers): ReviewSession => ({
    items,
    at: to,
    answers: now,
    before: [...before, { at, answers }],
    done: false,
  });
  const answered = (answer: Answer): ReviewSession =>
    item === undefined ? session : moved(at + 1, new Map([...answers, [item.id, answer]]));
  const acceptAll = (isMeant: (item: Item) => boolean): ReviewSession => {
    const open = items.filter((item) => !answers.has(item.id) && item.alone !== true && isMeant(item));
    const now = new Map<string, Answer>(answers);
    for (const { id } of open) now.set(id, { verdict: 'accepted' });
    const next = items.findIndex(({ id }, index) => index >= at && !now.has(id));
    return moved(next < 0 ? items.length : next, now);
  };
  switch (act) {
    case 'accept':
      return answered({ verdict: 'accepted' });
    case 'edit':
      return answered({ verdict: 'accepted', ...(words === undefined ? {} : { words }) });
    case 'refuse':
      return answered({ verdict: 'refused' });
    case 'accept all of this kind':
      return item === undefined ? session : acceptAll(({ kind }) => kind === item.kind);
    case 'accept all remaining':
      return acceptAll(() => true);
    case 'skip':
      return item === undefined ? session : moved(at + 1);
    case 'back':
      return at === 0 ? session : moved(at - 1);
    case 'undo': {
      const last = before.at(-1);
      return last === undefined ? session : { items, ...last, before: before.slice(0, -1), done: false };
    }
    case 'quit':
      return { ...session, done: true };
  }
}
