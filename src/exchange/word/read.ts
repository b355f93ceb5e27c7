import { LANGUAGES } from '../../../languages/index.ts';
import { buildDocument, documentTexts } from '../../document/index.ts';
import { UserError } from '../../errors.ts';
import { allEvents, DRAFT, LANGS, type Lang, type Programme, publicPart } from '../../model/index.ts';
import { readWord, textInReading, type WordFile } from '../../read/docx/index.ts';
import { type Incoming, type Opened, requireOurs } from '../incoming.ts';
import { messageOf } from '../messages.ts';
import { allUnits, translated, unitGroups } from '../xliff/index.ts';
import { correctionsDocument } from './corrections.ts';
import { likestState, type State } from './likest.ts';
import { withoutPrintedValues } from './printed-values.ts';
import { type Sent, type SentTexts, sentOf, sentOfRecord, sentTexts } from './record.ts';
import { returned } from './returned.ts';
import { translationsIn } from './translations.ts';
import { translationDocument } from './two-columns.ts';

/** The frozen editions of a programme from which a file may have been made. */
export interface Editions {
  list: readonly { edition: string; fingerprint: string }[];
  read(edition: string): Promise<Programme>;
}

/**
 * Reads the changes in a returned Word file: a file for corrections or for a translator, the programme itself, or an
 * extract or a redline of the programme.
 *
 * @throws UserError if it cannot be read, or is not a file of this programme
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
  const { events, ...states } = returned(word, sent, known, draft);
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
  const notes = [...(known ? [] : [unknown(from)]), ...states.notes];
  const base = withoutPrintedValues(states.base, draft, sent.lang);
  const wished = withoutPrintedValues(states.wished, draft, sent.lang);
  return { ...states, base, wished, from, notes, printedIn: sent.lang };
}

const unknown = (from: string): string =>
  `the file does not say what it was made from: it is most like ${from}, and what differs from it is proposed; of tracked changes what stood there before counts`;

/** @param sent the record of the file; for a file without a record, the language of the translation */
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

/** The record of a file for a translator; without a record, the language that its headings show. */
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
 * The content from which a file was made: determined by its record, or by the fingerprint of its edition; otherwise
 * the draft or the edition that resembles it most.
 */
async function sentFor(
  word: WordFile,
  draft: Programme,
  editions: () => Promise<Editions>,
): Promise<{ sent: Sent; known: boolean; from: string }> {
  const { record, fingerprint, language } = word;
  const recorded = record && sentOfRecord(record);
  if (recorded !== undefined)
    return { sent: recorded, known: true, from: `what was sent out, of ${recorded.edition}` };
  const { list, read } = await editions();
  const own = list.find((edition) => edition.fingerprint === fingerprint);
  const names = own === undefined ? [DRAFT, ...list.map(({ edition }) => edition)] : [own.edition];
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
  // Indexes and headings are also printed in languages in which the programme has no texts.
  const printed = LANGS.filter((own) => own !== lang && own === language?.slice(0, 2)).flatMap((own) =>
    documentTexts(buildDocument(programme, own)),
  );
  return {
    sent: { ...sent, others: [...sent.others, ...help, ...printed], complete: false },
    known: own !== undefined,
    from: programme.edition === DRAFT ? 'the draft as it was then' : `edition ${programme.edition}`,
  };
}
