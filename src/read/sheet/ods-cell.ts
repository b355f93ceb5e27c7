import type { RichRun } from '../../model/index.ts';
import { emphatic, looksAmong, saysAddress } from '../../text/index.ts';
import type { Cell } from './model.ts';

/** Attributes of an element, without their prefixes. */
export type Attributes = Readonly<Record<string, string>>;

/** Properties of a style for cells and their text. */
export interface Style {
  strong?: boolean;
  emphasis?: boolean;
  struck?: boolean;
  /** Name of the date format. */
  format?: string | undefined;
  /** The sheet is hidden. */
  hidden?: boolean;
}

/** Parts of a date that a date format shows. */
export interface DateFormat {
  month: boolean;
  day: boolean;
  hours: boolean;
}

/** A run of text in a cell. */
interface Words extends RichRun {
  struck?: boolean;
}

/** A cell while it is read. */
export interface OpenCell {
  attributes: Attributes;
  style: Style;
  words: Words[];
  paragraphs: number;
  /** Number of characters in the cell's text and comments. */
  characters: number;
}

/** The formatting in text properties. */
export function looksOf(attributes: Attributes): Style {
  const {
    'font-weight': weight,
    'font-style': slant,
    'text-line-through-style': line,
    'text-line-through-type': type,
  } = attributes;
  const struck = line ?? type;
  return {
    ...(weight === undefined ? {} : { strong: weight === 'bold' || Number(weight) >= 600 }),
    ...(slant === undefined ? {} : { emphasis: slant !== 'normal' }),
    ...(struck === undefined ? {} : { struck: struck !== 'none' }),
  };
}

/** A cell as users see it: its text, or its date with the displayed precision. */
export function cellOf(
  { attributes, style, words }: OpenCell,
  formats: ReadonlyMap<string, DateFormat>,
): Cell {
  const struckWords = wordsOf(words.filter(({ struck }) => struck));
  const isStruck = style.struck === true || (struckWords !== '' && wordsOf(words) === struckWords);
  const marked = isStruck ? { struck: true as const } : {};
  const date =
    attributes['value-type'] === 'date'
      ? dateOf(attributes['date-value'], formats.get(style.format ?? ''))
      : undefined;
  if (date !== undefined) return { text: date.date, ...date, ...marked };
  const shown = isStruck ? words : words.filter(({ struck }) => !struck);
  const runs = looksAmong(
    shown.map(({ struck: _, link, ...run }) => ({
      ...run,
      ...(link !== undefined && !saysAddress(run.text, link) && { link }),
    })),
  );
  const hasLooks = emphatic(runs).length > 0 || runs.some(({ link }) => link !== undefined);
  return {
    text: wordsOf(shown),
    ...(hasLooks ? { runs } : {}),
    ...(!isStruck && struckWords !== '' ? { struckWords } : {}),
    ...marked,
  };
}

const wordsOf = (words: readonly Words[]): string =>
  words
    .map(({ text }) => text)
    .join('')
    .trim();

/**
 * The date of a value, with its time if the format shows hours. With an unknown format, all parts of the value are
 * used.
 */
function dateOf(value = '', format?: DateFormat): (Pick<Cell, 'time'> & { date: string }) | undefined {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const date = format?.day === false ? (format.month ? `${year}-${month}` : year) : `${year}-${month}-${day}`;
  const hasTime = time !== undefined && format?.hours !== false && time !== '00:00';
  return { date, ...(hasTime ? { time } : {}) };
}
