import type { ChangeKind } from './change-kinds.ts';
import { pictureProblem } from './picture-words.ts';

/** Codes of the reasons why a value of a field is invalid. */
type FieldReason =
  | 'expected-number'
  | 'expected-address'
  | 'expected-email'
  | 'expected-phone'
  | 'expected-picture';

/**
 * Behaviour of a kind of field: how values are checked, compared and printed. The design sets column widths by kind.
 */
interface KindOfField {
  /** Kind of change if the words differ. */
  change: ChangeKind;
  /** Whether values are natural language, to be proofed and translated, which addresses are not. */
  prose: boolean;
  /** Whether values can contain emphasis. Values that group events, or that are parsed, cannot contain it. */
  emphasis?: true;
  /** Why a value is invalid; undefined if it is valid. Without this function any value is valid. */
  problem?: (words: string) => FieldReason | undefined;
  /** URI that the printed words link to. */
  address?: (words: string) => string;
}

const isEmail = (words: string): boolean =>
  words.length <= 254 &&
  /^[^\s@<>()[\],;:"\\]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]+)+$/u.test(words);

/**
 * The kinds of fields in the order in which a row is compared: fields that group events come first. How the program
 * treats a field depends only on its kind.
 */
const KINDS_OF_FIELD = {
  region: { change: 'region-changed', prose: true },
  category: { change: 'category-changed', prose: true },
  title: { change: 'title-reworded', prose: true, emphasis: true },
  description: { change: 'description-reworded', prose: true, emphasis: true },
  date: { change: 'date-changed', prose: true },
  time: { change: 'time-changed', prose: true },
  text: { change: 'text-changed', prose: true, emphasis: true },
  place: { change: 'place-changed', prose: false },
  price: { change: 'price-changed', prose: true },
  number: {
    change: 'number-changed',
    prose: true,
    problem: (words) =>
      /^[~≈<>≤≥±+−-]?\s*\p{Nd}[\p{Nd}\s.,'’%‰/–—-]*\+?$/u.test(words) ? undefined : 'expected-number',
  },
  link: {
    change: 'link-changed',
    prose: false,
    problem: (words) => (isWebAddress(words) ? undefined : 'expected-address'),
    address: webAddress,
  },
  email: {
    change: 'contact-changed',
    prose: false,
    problem: (words) => (isEmail(words) ? undefined : 'expected-email'),
    address: (words) => `mailto:${encodeURI(words)}`,
  },
  phone: {
    change: 'contact-changed',
    prose: false,
    problem: (words) => ((words.match(/\p{Nd}/gu) ?? []).length >= 3 ? undefined : 'expected-phone'),
  },
  picture: { change: 'picture-changed', prose: false, problem: pictureProblem },
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
