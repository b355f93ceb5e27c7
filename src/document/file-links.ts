import { LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/text.ts';
import type { Labels } from '../text/labels.ts';
import type { ListItem, Run } from './model.ts';

/** A file beside a page that links to it. */
export interface LinkedFile {
  /** Path beside the page, with forward slashes. */
  file: string;
  /** Name of its format. */
  format: string;
  /** Of none where it is of all. */
  lang?: Lang;
}

/** Items of a list that link to files: those of a language in one line after its name, in their order. */
export function fileItems(files: readonly LinkedFile[], lang: Lang, say: Labels): ListItem[] {
  const groups = new Map<Lang | undefined, LinkedFile[]>();
  for (const file of files) groups.set(file.lang, [...(groups.get(file.lang) ?? []), file]);
  return [...groups].map(([own, group]): ListItem => {
    if (own === undefined) return { text: linksTo(group) };
    const name: Run = { text: LANGUAGES[own].name, ...(own === lang ? {} : { lang: own }) };
    return { text: [name, { text: say.changes.colon }, ...linksTo(group)] };
  });
}

/** Links with the names of the formats, after one another. */
export function linksTo(files: readonly LinkedFile[]): Run[] {
  return files.flatMap(({ file, format }, index): Run[] =>
    index === 0 ? [linkTo(file, format)] : [{ text: ', ' }, linkTo(file, format)],
  );
}

/** @param file path beside the page, with forward slashes */
export const linkTo = (file: string, text: string): Run => ({
  text,
  link: file.split('/').map(encodeURIComponent).join('/'),
});
