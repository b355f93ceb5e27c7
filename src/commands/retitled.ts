import { groupBy } from '../compare/index.ts';
import type { Problem } from '../errors.ts';
import { dateOf, type Event, type HasFields, titleOf } from '../model/index.ts';
import type { EventRow } from '../read/table-import/index.ts';
import { messageOf } from './messages.ts';

/** An event and the theme it stands in. */
interface Placed {
  event: Event;
  theme: string;
}

/**
 * Names each new event of a spreadsheet that is, but for title and description, one which the spreadsheet has no more: it may be the same
 * under another title, and only the user can say. Events that several others could be are left alone.
 *
 * @param added new events, each with its row
 * @param missing events of the draft that the spreadsheet has not
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
  /** What tells an event beside its title; nothing where that is too little. */
  const occasionOf = ({ event, theme }: Placed): string => {
    const facts = Object.entries(event).filter(([key]) => !skipped.has(key));
    const isDated = facts.some(([key, value]) => key === date && value !== '');
    return isDated && facts.length >= LEAST_FACTS ? JSON.stringify([theme, ...facts.sort()]) : '';
  };
  const fresh = groupBy(added, occasionOf);
  return [...groupBy(missing, occasionOf)].flatMap(([occasion, [gone, ...others]]) => {
    const [found, ...more] = (occasion !== '' && fresh.get(occasion)) || [];
    if (gone === undefined || found === undefined || others.length > 0 || more.length > 0) return [];
    const at = found.row.cells.get(title)?.at ?? found.row.at;
    return {
      ...messageOf('event-perhaps-retitled', { id: gone.event.id }),
      at,
    };
  });
}

/** Of date (in words and for machines), place, hour …, how many an event must have for them to tell it. */
const LEAST_FACTS = 3;
