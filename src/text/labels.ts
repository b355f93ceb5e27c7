import { LANGUAGES } from '../../languages/index.ts';
import type { Counted, Labels, Template } from '../../languages/language.ts';
import type { Lang } from '../model/text.ts';

export type { ChangeLabels, Labels, RemarkLabels } from '../../languages/language.ts';

/** The sign in an empty cell. */
export const EMPTY_CELL = '–';

/** Words that the publisher itself prints in a language. */
export function labels(lang: Lang): Labels {
  return LANGUAGES[lang].labels;
}

/** A label with its places filled in. */
export function fill<Place extends string>(
  label: Template<Place>,
  values: Readonly<Record<Place, string | number>>,
): string {
  return label.replace(/\{(\w+)\}/g, (all, place: Place) => String(values[place] ?? all));
}

/** A label that depends on a number, in the form that the number takes in the language. */
export function counted<Place extends string = never>(
  label: Counted<Place>,
  count: number,
  lang: Lang,
  values?: Readonly<Record<Place, string | number>>,
): string {
  const form = label[LANGUAGES[lang].plural(count)] ?? label.other;
  return fill(form, { ...values, count } as Readonly<Record<Place | 'count', string | number>>);
}
