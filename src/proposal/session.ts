/** Going through changes one by one with single keys: a state, and what a key makes of it. Pure. */

/** What was said of a change. */
export interface Answer {
  verdict: 'accepted' | 'refused';
  /** Words instead of those proposed. */
  words?: string;
}

/** What is decided on. */
export interface Item {
  id: string;
  /** What it is one of, for decisions on all of a kind. */
  kind?: string;
  /** It is decided alone, never together with others: a conflict, an outdated translation. */
  alone?: boolean;
}

export interface Session {
  /** What is decided on, in the order in which it is shown. */
  items: readonly Item[];
  /** Which one is shown; behind the last one, the summary is. */
  at: number;
  answers: ReadonlyMap<string, Answer>;
  /** Earlier states, which undo brings back. */
  before: readonly Pick<Session, 'at' | 'answers'>[];
  /** It is over: the answers are to be taken. */
  done: boolean;
}

/** Keys, and what they do. */
export const KEYS = {
  a: 'accept',
  r: 'refuse',
  e: 'edit',
  s: 'skip',
  k: 'accept all of this kind',
  l: 'accept all that are left',
  b: 'back',
  u: 'undo',
  q: 'quit',
} as const;
export type Act = (typeof KEYS)[keyof typeof KEYS];

/** The act of a key; nothing for a key without one. The keys that end programs end the session. */
export function actOf(key: string): Act | undefined {
  if (key === '\u0003' || key === '\u0004') return 'quit';
  return Object.entries(KEYS).find(([letter]) => letter === key.toLowerCase())?.[1];
}

/** @param given answers of a session that was cut off: it goes on with the first item that has none */
export function begin(items: readonly Item[], given: Session['answers'] = new Map()): Session {
  const answers = new Map([...given].filter(([id]) => items.some((item) => item.id === id)));
  const first = items.findIndex(({ id }) => !answers.has(id));
  return {
    items,
    at: first < 0 ? items.length : first,
    answers,
    before: [],
    done: items.length === 0,
  };
}

/** The session after an act; to edit gives words. Only undo takes an answer away: skip and back leave it as it is. */
export function after(session: Session, act: Act, words?: string): Session {
  const { items, at, answers, before } = session;
  const item = items[at];
  const moved = (to: number, now: Session['answers'] = answers): Session => ({
    items,
    at: to,
    answers: now,
    before: [...before, { at, answers }],
    done: false,
  });
  const answered = (answer: Answer): Session =>
    item === undefined ? session : moved(at + 1, new Map([...answers, [item.id, answer]]));
  const acceptAll = (isMeant: (item: Item) => boolean): Session => {
    const open = items.filter((own) => !answers.has(own.id) && own.alone !== true && isMeant(own));
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
    case 'accept all that are left':
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
