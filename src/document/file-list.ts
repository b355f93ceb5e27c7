import { LANGUAGES } from '../../languages/index.ts';
import { groupBy, type Lang } from '../model/index.ts';
import type { Document, ListItem, Meta, Paragraph, Run, Section, Sibling } from './model.ts';
import { kickerOf } from './period.ts';
import type { Wording } from './wording.ts';

/** A file next to a page that links to it. */
export interface LinkedFile {
  /** Path relative to the page, with forward slashes. */
  file: string;
  /** Name of the file's format. */
  format: string;
  /** Language of the file; undefined if the file is for all languages. */
  lang?: Lang;
}

/** The content of a page that links to files. */
export interface FileList {
  /** The subject of the page's list. */
  heading: string;
  /** The printed name of the edition. */
  edition: string;
  /** Date of the edition, YYYY-MM-DD. */
  date: string;
  /** Lines of the cover, printed below the heading. */
  lines: readonly Paragraph[];
  /** File name of the page without extension. */
  stem: string;
  /** The page in other languages. */
  siblings: readonly Sibling[];
  sections: readonly Section[];
  /** The web address of the page, and the related addresses on the web. */
  web?: Pick<Meta, 'address' | 'feed' | 'picture'>;
}

/** Builds a page in one language that links to files of a programme and shows the title of the programme. */
export function fileListDocument(
  wording: Wording,
  { heading, edition, date, lines, stem, siblings, sections, web }: FileList,
): Document {
  const { config, lang, say, runs } = wording;
  return {
    meta: {
      title: `${runs.words(config.title)} – ${heading}`,
      author: config.author,
      subject: runs.words(config.subject),
      lang,
      date,
      stem,
      ...web,
    },
    words: { edition, page: say.page, screen: say.screen },
    cover: {
      ...kickerOf(wording),
      title: [runs.run(config.title)],
      lines: [[{ text: heading, strong: true }], ...lines],
      publisher: [runs.run({ [config.language]: config.author })],
    },
    siblings,
    sections,
  };
}

/**
 * List items that link to files, in the order of the files. Each item begins with the name of a language and links to
 * all files in this language.
 */
export function fileItems(files: readonly LinkedFile[], { lang, say }: Wording): ListItem[] {
  return [...groupBy(files, (file) => file.lang)].map(([fileLang, group]): ListItem => {
    if (fileLang === undefined) return { text: linksTo(group) };
    const name: Run = { text: LANGUAGES[fileLang].name, ...(fileLang === lang ? {} : { lang: fileLang }) };
    return { text: [name, { text: say.changes.colon }, ...linksTo(group)] };
  });
}

/** Links to files, separated by commas and labelled with the names of their formats. */
export function linksTo(files: readonly LinkedFile[]): Run[] {
  return files.flatMap(({ file, format }, index): Run[] =>
    index === 0 ? [linkTo(file, format)] : [{ text: ', ' }, linkTo(file, format)],
  );
}

/** @param file path relative to the page, with forward slashes */
export const linkTo = (file: string, text: string): Run => ({
  text,
  link: file.split('/').map(encodeURIComponent).join('/'),
});
