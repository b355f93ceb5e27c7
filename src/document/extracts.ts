import { MESSAGES } from '../../languages/index.ts';
import { type Lang, type Programme, type Text, titleIn } from '../model/index.ts';
import { counted, inPlainWords } from '../text/index.ts';
import { editionWords } from './edition-words.ts';
import type { Extract } from './extract.ts';
import { fileItems, fileListDocument, type LinkedFile } from './file-list.ts';
import type { Document, ListItem, Paragraph, Run, Sibling } from './model.ts';
import { listSection } from './text-section.ts';
import { type Wording, wordingIn } from './wording.ts';

/** The outcome of an extract: its files, relative to the list of all extracts, or the reason why they are missing. */
export interface MadeExtract extends Pick<Extract, 'name' | 'side'> {
  /** Number of events in the extract. */
  events: number;
  files: readonly LinkedFile[];
  /** The reason why the files are missing: a message for the editor, in the language of messages. */
  failed?: string;
}

/**
 * The page that links to all extracts of one kind, such as the regions of each side, in one language.
 *
 * @param by kind of the shared value: the id of a field or side, or `region`, `theme`, `day`
 * @param without ids of events that are not in any extract
 * @param stem file name of the page without extension
 * @param siblings the page in other languages
 */
export function extractsDocument(
  programme: Programme,
  by: string,
  extracts: readonly MadeExtract[],
  without: readonly string[],
  lang: Lang,
  stem: string,
  siblings: readonly Sibling[],
): Document {
  const { config, edition, themes } = inPlainWords(programme);
  const wording = wordingIn(config, lang);
  const { say, runs } = wording;
  const editionLine = editionWords({ edition, date: config.date }, wording);
  const named = [...config.fields, ...config.sides].find(({ id }) => id === by)?.heading;
  const ofSide = (side: string | undefined): ListItem[] =>
    extracts
      .filter((extract) => extract.side === side && extract.failed === undefined)
      .flatMap((extract) => itemsOf(extract, wording));
  const failed = extracts.flatMap(({ name, failed: message }): ListItem[] =>
    message === undefined ? [] : [{ text: [...nameOf(name, wording), messageRun(message, lang)] }],
  );
  const events = themes.flatMap((theme) => theme.events);
  const inNone = events
    .filter(({ id }) => without.includes(id))
    .map((event): ListItem => ({ text: runs.paragraph(titleIn(event, config)) }));
  return fileListDocument(wording, {
    heading: say.screen.extracts,
    edition: editionLine,
    date: config.date,
    lines: [[{ text: editionLine }], [{ text: counted(say.events, events.length, lang) }]],
    stem,
    siblings,
    sections: [
      ...config.sides.flatMap(({ id, name }) => listSection(`_side-${id}`, runs.paragraph(name), ofSide(id))),
      ...listSection('_extracts', runs.paragraph(named ?? say.screen.extracts), ofSide(undefined)),
      ...listSection('_not-made', [{ text: say.screen.notMade }], failed),
      ...listSection('_in-none', [{ text: say.screen.inNoExtract }], inNone),
    ],
  });
}

/** The name of an extract with its number of events, followed by its files, one line per language. */
function itemsOf({ name, events, files }: MadeExtract, wording: Wording): ListItem[] {
  const count = counted(wording.say.events, events, wording.lang);
  return [
    { text: [...nameOf(name, wording), { text: count }] },
    ...fileItems(files, wording).map((item): ListItem => ({ ...item, level: 1 })),
  ];
}

function nameOf(name: Text, { say, runs }: Wording): Paragraph {
  return [{ ...runs.run(name), strong: true }, { text: say.changes.colon }];
}

function messageRun(text: string, lang: Lang): Run {
  return lang === MESSAGES ? { text } : { text, lang: MESSAGES };
}
