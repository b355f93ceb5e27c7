import type { Lang, Programme, ProgrammeFile } from '../model/index.ts';
import { inPlainWords } from '../text/index.ts';
import { editionWords } from './edition-words.ts';
import type { Block } from './model.ts';
import { numberThemes } from './numbered.ts';
import { wordsOf } from './texts.ts';
import { type Novelty, newsSection } from './whats-new.ts';
import { wordingIn } from './wording.ts';

/** The frozen editions of a programme for feed readers, in one language. */
export interface Feed {
  title: string;
  author: string;
  lang: Lang;
  /** Web address of the feed, and of the page to which the feed belongs. */
  address: string;
  home: string;
  /** Entries for the editions, the newest first. */
  entries: readonly FeedEntry[];
}

export interface FeedEntry {
  title: string;
  address: string;
  /** YYYY-MM-DD */
  date: string;
  /** The changes since the previous edition: titles of events by kind of change. */
  news: readonly { heading: string; titles: readonly string[] }[];
}

/** A frozen edition and its changes; `news` is undefined for the first edition. */
export interface FeedEdition {
  programme: Programme;
  address: string;
  /** For an erratum: the edition that it corrects. */
  corrects?: string;
  news?: Novelty;
}

/**
 * The feed of a programme.
 *
 * @param config configuration of the newest edition
 * @param editions the newest first
 */
export function editionsFeed(
  config: ProgrammeFile,
  editions: readonly FeedEdition[],
  lang: Lang,
  { address, home }: Pick<Feed, 'address' | 'home'>,
): Feed {
  return {
    title: wordingIn(config, lang).runs.words(config.title),
    author: config.author,
    lang,
    address,
    home,
    entries: editions.map((edition) => entryOf(edition, lang)),
  };
}

function entryOf({ programme, address, corrects, news }: FeedEdition, lang: Lang): FeedEntry {
  const { config, edition } = programme;
  const wording = wordingIn(config, lang);
  const section = news && newsSection(news, numberThemes(inPlainWords(programme)), wording);
  return {
    title: editionWords({ edition, date: config.date, corrects }, wording),
    address,
    date: config.date,
    news: section === undefined ? [] : listsIn(section.blocks),
  };
}

/** The lists of a section with their headings. */
function listsIn(blocks: readonly Block[]): FeedEntry['news'] {
  return blocks.flatMap((block) =>
    block.kind !== 'index'
      ? []
      : block.groups.map(({ heading, notes = [], entries }) => ({
          heading: wordsOf(heading),
          titles: [...notes, ...entries.map(({ text }) => text)].map(wordsOf),
        })),
  );
}
