/** Pictures as values of forms: a path, and an alternative text in each language. */
import type { Lang, Text } from '../../index.ts';

/** The languages of the programme, as far as forms need them. */
export interface Spoken {
  language: Lang;
  languages: readonly Lang[];
}

export interface PictureValue {
  path: string;
  /** Alternative texts by language; empty for decoration. */
  alt: Partial<Record<Lang, string>>;
}

/** A picture as the value of a form; empty without a picture. */
export function pictureValue(picture: PictureValue | undefined, { languages }: Spoken): string {
  if (picture === undefined) return '';
  const alt = languages.flatMap((lang) => {
    const words = picture.alt[lang];
    return words === undefined ? [] : [[lang, words] as const];
  });
  return JSON.stringify({ path: picture.path, alt: Object.fromEntries(alt) });
}

/** The picture in the value of a form. */
export function readPicture(value: string): PictureValue | undefined {
  return value === '' ? undefined : (JSON.parse(value) as PictureValue);
}

/** Alternative text and path in one text. */
const WRITTEN = /^(?:(\S.*?)\s+)?\(([^()\s][^()]*)\)$/su;

/** The picture in a text such as `The harbour (pictures/harbour.jpg)`, or one by language. */
export function pictureText(
  text: Text | undefined,
  { language, languages }: Spoken,
): PictureValue | undefined {
  if (text === undefined) return undefined;
  const byLanguage: [Lang, string][] =
    typeof text === 'string'
      ? [[language, text]]
      : languages.flatMap((lang) => (text[lang] === undefined ? [] : [[lang, text[lang]]]));
  const found = byLanguage.map(([lang, words]) => ({ lang, ...partsOf(words) }));
  const path = found.find((one) => one.path !== undefined)?.path;
  if (path === undefined) return undefined;
  const said = found.flatMap(({ lang, alt }) => (alt === undefined ? [] : [[lang, alt] as const]));
  return { path, alt: Object.fromEntries(said) };
}

function partsOf(words: string): { path?: string; alt?: string } {
  const [, alt, path] = WRITTEN.exec(words.trim()) ?? [];
  return { ...(path !== undefined && { path }), ...(alt !== undefined && { alt }) };
}

/** The picture in a group of keys, as in design.yaml. */
export function pictureObject(value: unknown, { languages }: Spoken): PictureValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { path = '', alt } = value as { path?: string; alt?: Text };
  // A single text, such as a name, is used for all languages.
  if (typeof alt === 'string') return { path, alt: Object.fromEntries(languages.map((lang) => [lang, alt])) };
  return { path, alt: (alt ?? {}) as PictureValue['alt'] };
}

/** The picture in the value of a form, as both files write it. */
export function pictureIn(
  value: string,
  { language, languages }: Spoken,
): { text: Text; object: object } | undefined {
  const picture = readPicture(value);
  if (picture === undefined) return undefined;
  const { path, alt } = picture;
  const said = Object.entries(alt);
  const [[lang, first] = [], ...others] = said;
  if (first === undefined) return { text: `(${path})`, object: { path, decoration: true } };
  // A single text, such as a name, is used for all languages.
  const isOne = said.length === languages.length && others.every(([, words]) => words === first);
  const texts = said.map(([one, words]) => [one, `${words} (${path})`] as const);
  return {
    text:
      others.length === 0 && lang === language ? `${first} (${path})` : (Object.fromEntries(texts) as Text),
    object: { path, alt: isOne ? first : alt },
  };
}
