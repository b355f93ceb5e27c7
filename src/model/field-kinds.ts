import type { ChangeKind } from './change-kinds.ts';
import { pictureProblem } from './picture-words.ts';

/** The codes of the reasons why the value of a field is invalid. */
type FieldReason =
  | 'expected-number'
  | 'expected-address'
  | 'expected-email'
  | 'expected-phone'
  | 'expected-picture';

/**
 * The properties of a kind of field: how its values are checked, compared and printed. Column widths are defined by
 * kind in the design.
 */
interface KindOfField {
  /** The kind of change that is reported if the values in two editions differ. */
  change: ChangeKind;
  /** Whether values are in natural language, so that they are proofread and translated (addresses are not). */
  prose: boolean;
  /**
   * Whether values can contain emphasis. Values by which events are grouped, and values that are parsed, cannot contain
   * it.
   */
  emphasis?: true;
  /**
   * Returns the reason why a value is invalid; undefined if it is valid. If this function is missing, any value is
   * valid.
   */
  problem?: (words: string) => FieldReason | undefined;
  /** Returns the URI to which the printed words link. */
  address?: (words: string) => string;
}

const isEmail = (words: string): boolean =>
  words.length <= 254 &&
  /^[^\s@<>()[\],;:"\\]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]+)+$/u.test(words);

/**
 * The kinds of fields, in the order in which the fields of an event are compared. Fields by which events are grouped
 * come first. How a field is treated depends only on its kind.
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

/** The properties of a kind of field. */
export function kindOfField(kind: FieldKind): KindOfField {
  return KINDS_OF_FIELD[kind];
}

/** The kinds of fields that can contain emphasis. */
export const EMPHASISED_KINDS = FIELD_KINDS.filter((kind) => kindOfField(kind).emphasis);

/** Adds the scheme to a web address if it is missing, as in `example.org/concert`. */
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
