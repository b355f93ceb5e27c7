/** Styles of event lists and of group headings. A file contains only the styles that it uses. */
import { colourOf, type Design, listPlace, measure } from '../../src/design/index.ts';
import { type EventStyle, hairline, type ParagraphStyle } from './styles.ts';

/**
 * The position of a paragraph in an event: kept with the next paragraph, last in its event with a rule below, or last
 * in its list.
 */
export type EventPlace = 'kept' | 'end' | 'last';
/**
 * The role of a paragraph. A title below a group heading is a subtitle, and a long text may continue on the next
 * page.
 */
export type EventKind = 'title' | 'subtitle' | 'picture' | 'facts' | 'bodies' | 'text' | 'long';

const KINDS = {
  title: 'Event Title',
  subtitle: 'Event Title in Group',
  picture: 'Event Picture',
  facts: 'Event Facts',
  bodies: 'Event Bodies',
  text: 'Event Text',
  long: 'Event Long Text',
} as const satisfies Record<EventKind, string>;
const PLACES = { kept: '', end: ' End', last: ' Last' } as const satisfies Record<EventPlace, string>;

/** Style id of an event paragraph. */
export function eventStyle(kind: EventKind, place: EventPlace): EventStyle {
  return idOf(`${KINDS[kind]}${PLACES[place]}`);
}

/** Id of the style of a group heading, in a list or as wide as a table. */
export function groupStyle(isWide: boolean, first: boolean): EventStyle {
  return idOf(groupName(isWide, first));
}

/** Id of the style of a group heading that is repeated on a later page, and of a note under a group heading. */
export function continuedStyle(isWide: boolean): EventStyle {
  return idOf(`Event Group Continued${isWide ? ' Wide' : ''}`);
}
export function groupNoteStyle(isWide: boolean): EventStyle {
  return idOf(`Event Group Note${isWide ? ' Wide' : ''}`);
}

function groupName(isWide: boolean, first: boolean): string {
  return `Event Group${isWide ? ' Wide' : ''}${first ? ' First' : ''}`;
}

const idOf = (name: string): EventStyle => name.replaceAll(' ', '') as EventStyle;

/** The styles by their ids. */
export function eventParagraphStyles(design: Design): Record<EventStyle, ParagraphStyle> {
  const { events, table, text: column } = design;
  const { width, indent } = listPlace(design, column.width);
  const left = column.left + indent;
  const right = measure(design) - left - width;
  const styles: Record<EventStyle, ParagraphStyle> = {};
  const rule = {
    height: table.rule.weight,
    colour: colourOf(design, table.rule.colour),
    gap: events.gap / 2,
  };
  const after = {
    kept: { after: events.between },
    end: rule.height === 0 ? { after: events.gap } : { after: events.gap / 2, ruleBelow: rule },
    last: { after: 0 },
  } as const satisfies Record<EventPlace, Partial<ParagraphStyle>>;
  const looks = {
    title: { text: events.title, level: 2, hanging: indent },
    subtitle: { text: events.title, level: 3, hanging: indent },
    picture: { text: hairline(design), grows: true },
    facts: { text: events.facts },
    bodies: { text: { ...events.facts, colour: events.text.colour } },
    text: { text: events.text },
    long: { text: events.text },
  } as const satisfies Record<EventKind, Partial<ParagraphStyle>>;
  for (const kind of Object.keys(KINDS) as EventKind[])
    for (const place of Object.keys(PLACES) as EventPlace[])
      styles[eventStyle(kind, place)] = {
        name: `${KINDS[kind]}${PLACES[place]}`,
        left,
        right,
        ...looks[kind],
        ...after[place],
        ...(kind === 'long'
          ? { lines: 'parted' }
          : { lines: 'kept', ...(place === 'kept' ? { keepNext: true } : {}) }),
      };
  for (const isWide of [true, false]) {
    const common = { keepNext: true, after: table.above, ...(isWide ? {} : { left: column.left }) } as const;
    for (const first of [true, false])
      styles[groupStyle(isWide, first)] = {
        ...common,
        name: groupName(isWide, first),
        text: events.group,
        level: 2,
        before: first ? 0 : events.group.above,
      };
    const wide = isWide ? ' Wide' : '';
    // The repeated heading is not a heading for Word, which would otherwise list the group twice.
    styles[continuedStyle(isWide)] = {
      ...common,
      name: `Event Group Continued${wide}`,
      text: events.group,
      pageBreak: true,
    };
    styles[groupNoteStyle(isWide)] = { ...common, name: `Event Group Note${wide}`, text: design.styles.note };
  }
  return styles;
}
