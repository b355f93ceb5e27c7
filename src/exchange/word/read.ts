import { LANGUAGES } from '../../../languages/index.ts';
import { normalWords } from '../../compare/index.ts';
import { buildDocument, documentTexts } from '../../document/index.ts';
import { UserError } from '../../errors.ts';
import {
  allEvents,
  DRAFT,
  type Event,
  eventTexts,
  highest,
  LANGS,
  type Lang,
  type Programme,
  publicPart,
  textOf,
  withEvents,
  wordsIn,
} from '../../model/index.ts';
import { readWord, textInReading, type WordFile } from '../../read/docx/index.ts';
import { fromValue, withWordsFromValues } from '../../text/index.ts';
import { type Incoming, type Opened, requireOurs } from '../incoming.ts';
import { messageOf } from '../messages.ts';
import { eventWith, wordsOfEvent } from '../places.ts';
import { allUnits, translated, unitGroups } from '../xliff/index.ts';
import { correctionsDocument, translationDocument } from './documents.ts';
import { otherWords } from './leftovers.ts';
import { type SentTexts, sentOf, sentOfRecord, sentTexts } from './record.ts';
import { ReturnedFile } from './returned.ts';
import { translationsIn } from './translations.ts';

/** The frozen editions of a programme, from one of which a returned file may have been generated. */
export interface Editions {
  list: readonly { edition: string; fingerprint: string }[];
  read(edition: string): Promise<Programme>;
}

/**
 * Reads the changes in a returned Word file, which can be a file for corrections, a file for a translator, the
 * programme itself, an extract of it or a redline of it.
 *
 * @throws UserError if the file cannot be read, or does not belong to this programme
 */
export async function readWordFile(
  { bytes, file }: Opened,
  draft: Programme,
  editions: () => Promise<Editions>,
): Promise<Incoming> {
  const word = await readWord(bytes, file);
  const translation = translationOf(word);
  if (translation !== undefined) return translations(word, file, translation, draft);
  const { sent, known, from } = await sentFor(word, draft, editions);
  requireOurs(sent.name, draft, file);
  const { events, ...states } = new ReturnedFile(word, sent, known, draft).states();
  if (events === 0)
    throw new UserError(
      messageOf('word-without-events', {
        events: allEvents(draft).length,
        tables: word.blocks.filter(({ kind }) => kind === 'table').length,
        paragraphs: word.blocks.filter(({ kind }) => kind === 'paragraph').length,
        command: { command: ['export', 'corrections.docx'] },
      }),
      { file },
    );
  const notes = [...(known ? [] : [messageOf('word-source-unknown', { from })]), ...states.notes];
  const base = withoutPrintedValues(states.base, draft, sent.lang);
  const wished = withoutPrintedValues(states.wished, draft, sent.lang);
  return { ...states, base, wished, from, notes, printedIn: sent.lang };
}

/** @param sent the sent data that is stored in the file or, if it contains none, the language of the translation */
function translations(word: WordFile, file: string, sent: SentTexts | Lang, draft: Programme): Incoming {
  const lang = typeof sent === 'string' ? sent : sent.translation;
  if (typeof sent !== 'string') requireOurs(sent.name, draft, file);
  const groups = unitGroups(draft, lang);
  const made =
    typeof sent === 'string'
      ? { units: [], others: documentTexts(translationDocument(draft, lang, groups)) }
      : sent;
  const units = allUnits(draft, lang);
  const { texts, comments, leftovers } = translationsIn(word, made, units);
  const found = translated(texts, lang, draft, file);
  return {
    ...found,
    comments: [...comments, ...found.comments],
    leftovers: [...leftovers, ...found.leftovers],
  };
}

/**
 * The sent data that is stored in a file for a translator. If a file has only the headings of a file for a translator,
 * the target language of these headings is returned; undefined for all other files.
 */
function translationOf({ record, blocks }: WordFile): SentTexts | Lang | undefined {
  const sent = record && sentTexts(record);
  if (sent !== undefined) return sent;
  const heads = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.slice(0, 1) : []));
  return LANGS.find((lang) => {
    const { source, target } = LANGUAGES[lang].translation;
    return heads.some(
      ({ cells }) =>
        cells.length === 2 &&
        [source, target].every(
          (words, index) => textInReading(cells[index]?.paragraphs ?? [], 'accepted') === words,
        ),
    );
  });
}

/**
 * The content from which a file was generated. The content is determined by the sent data in the file, or by the
 * fingerprint of the edition. If the file contains neither, the draft or the edition that is most similar to the file
 * is used.
 */
async function sentFor(word: WordFile, draft: Programme, editions: () => Promise<Editions>) {
  const { record, fingerprint, language } = word;
  const recorded = record && sentOfRecord(record);
  if (recorded !== undefined) return { sent: recorded, known: true, from: messageOf('base-sent') };
  const { list, read } = await editions();
  const match = list.find((edition) => edition.fingerprint === fingerprint);
  const names = match === undefined ? [DRAFT, ...list.map(({ edition }) => edition)] : [match.edition];
  const states: State[] = [];
  for (const name of names) {
    const programme = name === DRAFT ? publicPart(draft) : await read(name);
    const { languages } = programme.config;
    const spoken = LANGS.filter((lang) => lang === language?.slice(0, 2));
    const isPublished = spoken.some((lang) => languages.includes(lang));
    for (const lang of isPublished ? spoken : [...languages, ...spoken]) states.push({ programme, lang });
  }
  const { programme, lang } = likestState(word, states) ?? { programme: draft, lang: draft.config.language };
  const sent = sentOf(programme, buildDocument(programme, lang));
  const help = documentTexts(correctionsDocument(programme, lang));
  // Indexes and headings can also be printed in a language that the programme does not contain.
  const printed = LANGS.filter((other) => other !== lang && other === language?.slice(0, 2)).flatMap(
    (other) => documentTexts(buildDocument(programme, other)),
  );
  return {
    sent: { ...sent, others: [...sent.others, ...help, ...printed], complete: false },
    known: match !== undefined,
    from:
      programme.edition === DRAFT
        ? messageOf('base-draft')
        : messageOf('base-edition', { edition: programme.edition }),
  };
}

export interface State {
  programme: Programme;
  lang: Lang;
}

/**
 * The state that has the most texts in common with the cells of a file, with its tracked changes rejected. If several
 * states have equally many texts in common, the first of them is returned.
 */
export function likestState(
  { blocks }: Pick<WordFile, 'blocks'>,
  states: readonly State[],
): State | undefined {
  const cells = blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .flatMap((row) => row.cells.map(({ paragraphs }) => otherWords(textInReading(paragraphs, 'rejected'))));
  const inFile = new Set(cells);
  return highest(states, (state) => scoreOf(state, inFile));
}

/** The number of texts of a state that, as printed in its language, occur in the cells of a file. */
function scoreOf({ programme, lang }: State, inFile: ReadonlySet<string>): number {
  const { themes, config } = withWordsFromValues(programme, lang);
  return themes
    .flatMap(({ events }) =>
      events.flatMap((event) => {
        const texts = wordsOfEvent(event, config);
        const inLang = texts.filter((text) => text.lang === lang);
        const translated = new Set(inLang.map(({ field }) => field));
        const others = texts.filter((text) => text.lang === config.language && !translated.has(text.field));
        return [...inLang, ...others];
      }),
    )
    .filter(({ words }) => inFile.has(otherWords(words))).length;
}

/**
 * Removes texts that were generated from values, such as dates, because the draft does not contain them in the language
 * of the file. A correction of a generated text is therefore proposed as a new text, not as a change.
 */
export function withoutPrintedValues(state: Programme, draft: Programme, lang: Lang): Programme {
  const main = draft.config.language;
  if (lang === main) return state;
  const columns = eventTexts(draft.config);
  const drafts = new Map(draft.themes.flatMap(({ events }) => events.map((event) => [event.id, event])));
  const isPrinted = (event: Event, { column, kind }: (typeof columns)[number]): boolean => {
    const inDraft = drafts.get(event.id);
    const text = inDraft && textOf(inDraft, column);
    const words = wordsIn(textOf(event, column), lang, main);
    if (text === undefined || words === undefined || wordsIn(text, lang, main) !== undefined) return false;
    const printed = fromValue({ kind, text, when: inDraft?.when }, lang, main);
    return printed !== undefined && normalWords(printed) === normalWords(words);
  };
  return withEvents(state, (events) =>
    events.map((event) =>
      columns
        .filter((column) => isPrinted(event, column))
        .reduce((result, { path }) => eventWith(result, { field: path, lang }, main), event),
    ),
  );
}
