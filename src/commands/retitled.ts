import type { Problem } from '../errors.ts';
import { dateOf, type Event, groupBy, type HasFields, titleOf } from '../model/index.ts';
import type { EventRow } from '../read/table-import/index.ts';
import { messageOf } from './messages.ts';

/** An event and its theme. */
interface Placed {
  event: Event;
  theme: string;
}

/**
 * Reports each new event of a spreadsheet that equals a missing event of the draft except for title and description:
 * only the user can decide whether it is the same event under a new title. Events with several candidates are not
 * reported.
 *
 * @param added new events, each with its row
 * @param missing events of the draft that are missing from the spreadsheet
 */
export function retitled(
  added: readonly (Placed & { row: EventRow })[],
  missing: readonly Placed[],
  config: HasFields,
): Problem[] {
  const title = titleOf(config);
  const date = dateOf(config);
  const skipped = new Set([
    ...['id', 'accept', 'regions', 'status', 'timezone', 'repeat'],
    ...config.fields.filter(({ kind }) => kind === 'title' || kind === 'description').map(({ id }) => id),
  ]);
  /** A key from the data of an event other than its title; empty if the event has too little data. */
  const occasionOf = ({ event, theme }: Placed): string => {
    const facts = Object.entries(event).filter(([key]) => !skipped.has(key));
    const isDated = facts.some(([key, value]) => key === date && value !== '');
    return isDated && facts.length >= MIN_FACTS ? JSON.stringify([theme, ...facts.sort()]) : '';
  };
  const fresh = groupBy(added, occasionOf);
  return [...groupBy(missing, occasionOf)].flatMap(([occasion, [gone, ...others]]) => {
    const [found, ...more] = (occasion !== '' && fresh.get(occasion)) || [];
    if (gone === undefined || found === undefined || others.length > 0 || more.length > 0) return [];
    const at = found.row.cells.get(title)?.at ?? found.row.at;
    return { ...messageOf('event-perhaps-retitled', { id: gone.event.id }), at };
  });
}

/** Minimum number of facts (date, EDTF, place, time …) that identify an event. */
const MIN_FACTS = 3;
