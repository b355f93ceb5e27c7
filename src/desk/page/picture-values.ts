/**
 * Pictures as form values: each consists of a path and, for each language, an alternative text and an optional caption.
 */
import type { Lang, Text } from '../../index.ts';

/** The main language and all languages of the programme. */
export interface ProgrammeLanguages {
  language: Lang;
  languages: readonly Lang[];
}

export interface PictureValue {
  path: string;
  /** Alternative texts, keyed by language; empty if the picture is decoration. */
  alt: ByLanguage;
  /** Captions, keyed by language; absent if there is no caption. */
  caption?: ByLanguage;
}

type ByLanguage = Partial<Record<Lang, string>>;

/** A picture as a form value; empty if there is no picture. */
export function pictureValue(picture: PictureValue | undefined, { languages }: ProgrammeLanguages): string {
  if (picture === undefined) return '';
  const { path, alt, caption = {} } = picture;
  const ordered = (texts: ByLanguage): ByLanguage =>
    byLanguage(languages.map((lang) => [lang, texts[lang]] as const));
  const below = ordered(caption);
  return JSON.stringify({
    path,
    alt: ordered(alt),
    ...(Object.values(below).some(Boolean) && { caption: below }),
  });
}

/** The picture in a form value. */
export function readPicture(value: string): PictureValue | undefined {
  return value === '' ? undefined : (JSON.parse(value) as PictureValue);
}

/** The path of a picture in a text, between the alternative text and the caption. */
const PATH = /(?<=^|\s)\(([^()\s][^()]*\.\w{3,4})\)(?=\s|$)/u;

/** The picture in a text such as `The harbour (pictures/harbour.jpg)`, or in one such text for each language. */
export function pictureText(
  text: Text | undefined,
  { language, languages }: ProgrammeLanguages,
): PictureValue | undefined {
  if (text === undefined) return undefined;
  const texts: [Lang, string][] =
    typeof text === 'string'
      ? [[language, text]]
      : languages.flatMap((lang) => (text[lang] === undefined ? [] : [[lang, text[lang]]]));
  const found = texts.map(([lang, words]) => ({ lang, ...partsOf(words) }));
  const path = found.find((one) => one.path !== undefined)?.path;
  if (path === undefined) return undefined;
  const caption = byLanguage(found.map((one) => [one.lang, one.caption] as const));
  return {
    path,
    alt: byLanguage(found.map(({ lang, alt }) => [lang, alt] as const)),
    ...(Object.keys(caption).length > 0 && { caption }),
  };
}

const byLanguage = (texts: readonly (readonly [Lang, string | undefined])[]): ByLanguage =>
  Object.fromEntries(texts.filter(([, words]) => words !== undefined));

function partsOf(words: string): { [Part in 'path' | 'alt' | 'caption']?: string | undefined } {
  const path = PATH.exec(words);
  if (path === null) return {};
  const [alt, caption] = [words.slice(0, path.index), words.slice(path.index + path[0].length)];
  return { alt: alt.trim() || undefined, path: path[1], caption: caption.trim() || undefined };
}

/** Reads a picture from a group of keys, as in design.yaml. */
export function pictureObject(value: unknown, { languages }: ProgrammeLanguages): PictureValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { path = '', alt } = value as { path?: string; alt?: Text };
  // If there is only one text, such as a name, it is used for all languages.
  if (typeof alt === 'string') return { path, alt: Object.fromEntries(languages.map((lang) => [lang, alt])) };
  return { path, alt: (alt ?? {}) as PictureValue['alt'] };
}

/**
 * Converts a form value to a picture: `text` is the notation of programme.yaml, `object` the notation of design.yaml.
 */
export function pictureIn(
  value: string,
  { language, languages }: ProgrammeLanguages,
): { text: Text; object: object } | undefined {
  const picture = readPicture(value);
  if (picture === undefined) return undefined;
  const { path, alt, caption = {} } = picture;
  const written = (lang: Lang): string => [alt[lang], `(${path})`, caption[lang]].filter(Boolean).join(' ');
  const used = languages.filter((lang) => alt[lang] !== undefined || caption[lang]);
  const text = used.every((lang) => lang === language)
    ? written(language)
    : byLanguage(used.map((lang) => [lang, written(lang)] as const));
  const [first, ...others] = Object.values(alt);
  if (first === undefined) return { text, object: { path, decoration: true } };
  // If the text is the same in all languages, such as a name, it is stored as a single text.
  const isOne = others.length + 1 === languages.length && others.every((words) => words === first);
  return { text, object: { path, alt: isOne ? first : alt } };
}
