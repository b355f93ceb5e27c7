import type { ChangeKind } from './change-kinds.ts';
import { pictureProblem } from './picture-words.ts';

/**
 * Behaviour of a kind of field: how values are checked, compared and printed. The design sets column widths by kind.
 */
interface KindOfField {
  /** Description of the values for the documentation; one sentence. */
  holds: string;
  /** Kind of change if the words differ. */
  change: ChangeKind;
  /** Whether values are natural language, to be proofed and translated. Addresses are not. */
  prose: boolean;
  /** Whether values can contain emphasis. Values that group events or are parsed cannot. */
  emphasis?: true;
  /** Why a value is invalid; undefined if it is valid. Without this function any value is valid. */
  problem?: (words: string) => string | undefined;
  /** URI that the printed words link to. */
  address?: (words: string) => string;
}

const isEmail = (words: string): boolean =>
  words.length <= 254 &&
  /^[^\s@<>()[\],;:"\\]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]+)+$/u.test(words);

/**
 * The kinds of fields in the order in which a row is compared: fields that group events come first. The program
 * treats a field only by its kind.
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
    holds: 'The planned date in words; `when` contains its machine-readable form. At most one.',
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
  place: {
    holds:
      'A place of `reference/places.yaml`, by its id or name; printed as its name. Several places are on separate lines.',
    change: 'place-changed',
    prose: false,
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
      'A picture: `{ path: pictures/harbour.jpg, alt: The harbour }`, or the same in words: The harbour (pictures/harbour.jpg). A decorative picture has `decoration: true` instead of `alt`, or no words before the path. A caption with the credit is below the picture: `caption: "Photo: A. Exemple"`, or words after the path.',
    change: 'picture-changed',
    prose: false,
    problem: pictureProblem,
  },
} as const satisfies Record<string, KindOfField>;

export type FieldKind = keyof typeof KINDS_OF_FIELD;
export const FIELD_KINDS = Object.keys(KINDS_OF_FIELD) as FieldKind[];

/** Behaviour of a kind. */
export function kindOfField(kind: FieldKind): KindOfField {
  return KINDS_OF_FIELD[kind];
}

/** Kinds whose fields can contain emphasis. */
export const EMPHASISED_KINDS = FIELD_KINDS.filter((kind) => kindOfField(kind).emphasis);

/** Adds the scheme to an address: `example.org/concert` is a web address. */
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
