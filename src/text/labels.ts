import { type Counted, LANGUAGES, type Labels, MESSAGES, type Template } from '../../languages/index.ts';
import { type LabelWords, type Lang, ownWords, type ProgrammeFile } from '../model/index.ts';

export type { ChangeLabels, Labels, RemarkLabels, ScreenLabels } from '../../languages/index.ts';

/** The character printed in an empty cell. */
export const EMPTY_CELL = '–';

/** A label: a text, a text for each plural form, or a group of labels. */
type LabelTree = string | Counted | { readonly [name: string]: LabelTree };

/** The labels of a programme in a language: those of the language file, unless the programme overrides them. */
export function labelsOf(
  { labels: changed, language }: Pick<ProgrammeFile, 'labels' | 'language'>,
  lang: Lang,
): Labels {
  const labels = LANGUAGES[lang].labels;
  if (changed === undefined) return labels;
  const replaced = (label: LabelTree, name: string): LabelTree => {
    const words = ownWords(changed, name, lang, language);
    if (isWords(label)) return words === undefined ? label : asForms(words, label);
    return Object.fromEntries(
      Object.entries(label).map(([key, inner]) => [
        key,
        replaced(inner, name === '' ? key : `${name}.${key}`),
      ]),
    );
  };
  return replaced(labels as unknown as LabelTree, '') as unknown as Labels;
}

function asForms(words: LabelWords, label: string | Counted): LabelTree {
  if (typeof words !== 'string') return words as Counted;
  return typeof label === 'string' ? words : { other: words };
}

function isWords(label: LabelTree): label is string | Counted {
  return typeof label === 'string' || typeof label.other === 'string';
}

/** The parts that a label must contain if it overrides another label. */
interface LabelShape {
  /** Names of the placeholders in the label. */
  places: readonly string[];
  /** Whether the label has a text for each plural form. */
  counted: boolean;
}

/**
 * The parts that every label must contain, by the name of the label, such as `changes.title`. The names are the same in
 * all languages.
 */
export function labelShapes(): Map<string, LabelShape> {
  const shapes = new Map<string, LabelShape>();
  const walk = (label: LabelTree, name: string): void => {
    if (isWords(label)) {
      const words = typeof label === 'string' ? label : label.other;
      shapes.set(name, { places: placesIn(words), counted: typeof label !== 'string' });
    } else
      for (const [key, inner] of Object.entries(label)) walk(inner, name === '' ? key : `${name}.${key}`);
  };
  walk(LANGUAGES[MESSAGES].labels as unknown as LabelTree, '');
  return shapes;
}

/** The names of the placeholders in a label, in alphabetical order without duplicates. */
export function placesIn(words: string): string[] {
  return [...new Set([...words.matchAll(PLACE)].map(([, place = '']) => place))].sort();
}

const PLACE = /\{(\w+)\}/g;

/** Fills in the placeholders of a label. */
export function fill<Place extends string>(
  label: Template<Place>,
  values: Readonly<Record<Place, string | number>>,
): string {
  return label.replace(PLACE, (all, place: Place) => String(values[place] ?? all));
}

/** Fills in a label that depends on a number, in the correct plural form of the language. */
export function counted<Place extends string = never>(
  label: Counted<Place>,
  count: number,
  lang: Lang,
  values?: Readonly<Record<Place, string | number>>,
): string {
  const form = label[LANGUAGES[lang].plural(count)] ?? label.other;
  return fill(form, { ...values, count } as Readonly<Record<Place | 'count', string | number>>);
}
