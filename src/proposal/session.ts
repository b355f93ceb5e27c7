/** Going through changes one by one with single keys: a state, and what a key makes of it. Pure. */

/** What was said of a change. */
export interface Answer {
  verdict: 'accepted' | 'refused';
  /** Words instead of those proposed. */
  words?: string;
}

export interface Session {
  /** Ids of the changes, in the order in which they are shown. */
  ids: readonly string[];
  /** Which one is shown; behind the last one, all were. */
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

/** @param given answers of a session that was cut off: it goes on with the first change that has none */
export function begin(ids: readonly string[], given: Session['answers'] = new Map()): Session {
  const answers = new Map([...given].filter(([id]) => ids.includes(id)));
  const first = ids.findIndex((id) => !answers.has(id));
  return { ids, at: Math.max(first, 0), answers, before: [], done: ids.length === 0 };
}

/** The session after an act; to edit gives words. */
export function after(session: Session, act: Act, words?: string): Session {
  const { ids, at, answers, before } = session;
  const id = ids[at] ?? '';
  const moved = (to: number, now: Session['answers']): Session => ({
    ids,
    at: to,
    answers: now,
    before: [...before, { at, answers }],
    done: to >= ids.length,
  });
  switch (act) {
    case 'accept':
      return moved(at + 1, new Map([...answers, [id, { verdict: 'accepted' }]]));
    case 'edit':
      return moved(
        at + 1,
        new Map([...answers, [id, { verdict: 'accepted', ...(words === undefined ? {} : { words }) }]]),
      );
    case 'refuse':
      return moved(at + 1, new Map([...answers, [id, { verdict: 'refused' }]]));
    case 'skip':
      return moved(at + 1, new Map([...answers].filter(([other]) => other !== id)));
    case 'back':
      return at === 0 ? session : moved(at - 1, answers);
    case 'undo': {
      const last = before.at(-1);
      return last === undefined ? session : { ids, ...last, before: before.slice(0, -1), done: false };
    }
    case 'quit':
      return { ...session, done: true };
  }
}
