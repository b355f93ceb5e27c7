import type { ChangeKind } from './change-kinds.ts';
import { pictureProblem } from './picture-words.ts';

/** What a kind of fields means: how values are checked, compared and printed. Widths of columns stand in the design, by kind. */
interface KindOfField {
  /** What a field of the kind holds, for documentation; one sentence. */
  holds: string;
  /** Kind of change that other words are. */
  change: ChangeKind;
  /** Words that people read as language: they are proofed and translated. Addresses are neither. */
  prose: boolean;
  /** Fields of the kind can hold emphasis: words of a sentence, where those that group events or are parsed have none. */
  emphasis?: true;
  /** Why words cannot be a value; undefined where they can. Without it any words can. */
  problem?: (words: string) => string | undefined;
  /** Address that the printed words link to, a URI. */
  address?: (words: string) => string;
}

const isEmail = (words: string): boolean =>
  words.length <= 254 &&
  /^[^\s@<>()[\],;:"\\]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]+)+$/u.test(words);

/**
 * The kinds of fields, in the order in which a row is compared: what groups events first. A field's kind is all that the program knows
 * of it.
 */
const KINDS_OF_FIELD = {
  region: { holds: 'Words of a region column, as printed.', change: 'region-changed', prose: true },
  category: {
    holds: 'One of few words that group events: category, audience, level.',
    change: 'category-changed',
    prose: true,
  },
  title: {
    holds: 'Names the event; every programme has exactly one field of this kind.',
    change: 'title-reworded',
    prose: true,
    emphasis: true,
  },
  description: {
    holds: 'A longer text; each line is a paragraph.',
    change: 'description-reworded',
    prose: true,
    emphasis: true,
  },
  date: {
    holds: 'The planned date in words; the same for machines stands in `when`. At most one.',
    change: 'date-changed',
    prose: true,
  },
  time: {
    holds: 'Time of day, as printed: 19:30, 7.30 pm, 10h–12h.',
    change: 'time-changed',
    prose: true,
  },
  text: {
    holds: 'Short words: venue, room, speaker.',
    change: 'text-changed',
    prose: true,
    emphasis: true,
  },
  price: { holds: 'Price, as printed: 12 €, free.', change: 'price-changed', prose: true },
  number: {
    holds: 'A number, as printed: 120, 1 200, 300–400.',
    change: 'number-changed',
    prose: true,
    problem: (words) =>
      /^[~≈<>≤≥±+−-]?\s*\p{Nd}[\p{Nd}\s.,'’%‰/–—-]*\+?$/u.test(words)
        ? undefined
        : 'expected a number such as 120 or 1 200',
  },
  link: {
    holds: 'Address of a page; printed as a link.',
    change: 'link-changed',
    prose: false,
    problem: (words) =>
      isWebAddress(words) ? undefined : 'expected an address such as https://example.org/concert',
    address: webAddress,
  },
  email: {
    holds: 'E-mail address; printed as a link.',
    change: 'contact-changed',
    prose: false,
    problem: (words) => (isEmail(words) ? undefined : 'expected an e-mail address such as name@example.org'),
    address: (words) => `mailto:${encodeURI(words)}`,
  },
  phone: {
    holds: 'Telephone number, as printed.',
    change: 'contact-changed',
    prose: false,
    problem: (words) =>
      (words.match(/\p{Nd}/gu) ?? []).length >= 3
        ? undefined
        : 'expected a telephone number such as +33 1 23 45 67 89',
  },
  picture: {
    holds:
      'A picture: `{ path: pictures/harbour.jpg, alt: The harbour }`, or the same in words: The harbour (pictures/harbour.jpg). One that says nothing has `decoration: true` instead of `alt`, or no words before the path.',
    change: 'picture-changed',
    prose: false,
    problem: pictureProblem,
  },
} as const satisfies Record<string, KindOfField>;

export type FieldKind = keyof typeof KINDS_OF_FIELD;
export const FIELD_KINDS = Object.keys(KINDS_OF_FIELD) as FieldKind[];

/** What a kind means. */
export function kindOfField(kind: FieldKind): KindOfField {
  return KINDS_OF_FIELD[kind];
}

/** Kinds whose fields can hold emphasis. */
export const EMPHASISED_KINDS = FIELD_KINDS.filter((kind) => kindOfField(kind).emphasis);

/** The words as an address with its scheme: `example.org/concert` is one of the web. */
function webAddress(words: string): string {
  return new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(words) ? words : `https://${words}`).href;
}

function isWebAddress(words: string): boolean {
  if (words.length > 2000 || /[\s<>"]/.test(words)) return false;
  try {
    const { protocol, username, hostname } = new URL(webAddress(words));
    return /^https?:$/.test(protocol) && username === '' && /[^.]\.[^.]/.test(hostname);
  } catch {
    return false;
  }
}
