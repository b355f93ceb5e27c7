import type { Lang, ProgrammeFile, Text } from '../model/index.ts';
import { fill } from '../text/index.ts';
import { type DatedEdition, editionWords } from './edition-words.ts';
import { type FileList, fileItems, fileListDocument, type LinkedFile, linksTo, linkTo } from './file-list.ts';
import type { Block, Document, ListItem, Run, Sibling } from './model.ts';
import { textSection } from './text-section.ts';
import { type Wording, wordingIn } from './wording.ts';

/** A frozen edition in the list of all editions. */
export interface ListedEdition extends DatedEdition {
  date: string;
  /** Files of the edition, with paths relative to the list; each file is in one language, or for all languages. */
  files: readonly LinkedFile[];
  /** The file that contains the checksums of the other files. */
  sums?: string;
  /** Extracts of the edition. */
  extracts?: readonly { name: Text; files: readonly LinkedFile[] }[];
}

export interface EditionsLinks {
  /** Path of the web page of the newest edition in the language. */
  page?: string;
  /** The page in other languages. */
  siblings: readonly Sibling[];
  /** The accessibility statement. */
  statement: string;
  web: NonNullable<FileList['web']>;
}

/**
 * The page that leads to a programme in one language and then lists all its editions. The page states which edition is
 * current and, for every other edition, by which edition it was superseded.
 *
 * @param config the configuration of the newest edition, whose title the page shows
 * @param editions the newest first
 */
export function editionsDocument(
  config: ProgrammeFile,
  editions: readonly ListedEdition[],
  lang: Lang,
  { page, siblings, statement, web }: EditionsLinks,
): Document {
  const wording = wordingIn(config, lang);
  const { say, runs } = wording;
  const [newest] = editions;
  return fileListDocument(wording, {
    heading: say.screen.editions,
    edition: newest === undefined ? '' : editionWords(newest, wording),
    date: newest?.date ?? config.date,
    lines: [[linkTo(statement, say.accessibility.heading)]],
    stem: 'index',
    siblings,
    web,
    sections: editions.map((edition, index) => {
      const next = editions[index - 1];
      const state =
        next === undefined ? say.screen.current : fill(say.screen.superseded, { edition: next.edition });
      return textSection(
        `edition-${edition.edition}`,
        [{ text: editionWords(edition, wording) }],
        [
          ...(next === undefined && page !== undefined ? [linkBlock(page, runs.run(config.title))] : []),
          { kind: 'paragraph', text: [{ text: state, ...(next === undefined ? { strong: true } : {}) }] },
          filesBlock(edition, wording),
          ...extractBlocks(edition, wording),
        ],
      );
    }),
  });
}

const linkBlock = (file: string, title: Run): Block => ({
  kind: 'paragraph',
  text: [{ ...title, ...linkTo(file, title.text), strong: true }],
});

/** The files of an edition, one line per language. */
function filesBlock({ files, sums }: ListedEdition, wording: Wording): Block {
  const { say } = wording;
  if (files.length === 0) return { kind: 'paragraph', text: [{ text: say.screen.notKept }] };
  const items = fileItems(files, wording);
  if (sums !== undefined) items.push({ text: [linkTo(sums, say.screen.sums)] });
  return { kind: 'list', items };
}

/**
 * The extracts of an edition under a heading, each with its files in the language of the page, or in all languages if
 * it has none in that language.
 */
function extractBlocks({ extracts = [] }: ListedEdition, { lang, say, runs }: Wording): Block[] {
  if (extracts.length === 0) return [];
  const items = extracts.map(({ name, files }): ListItem => {
    const inLang = files.filter((file) => file.lang === lang);
    return {
      text: [runs.run(name), { text: say.changes.colon }, ...linksTo(inLang.length > 0 ? inLang : files)],
    };
  });
  return [
    { kind: 'heading', text: [{ text: say.screen.extracts }] },
    { kind: 'list', items },
  ];
}
