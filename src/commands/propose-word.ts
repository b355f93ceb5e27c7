import { LANGUAGES } from '../../languages/index.ts';
import { buildDocument, correctionsDocument } from '../document/index.ts';
import { readLocks } from '../edition/index.ts';
import { UserError } from '../errors.ts';
import { DRAFT, LANGS, type Lang, LIMITS, type Programme, publicPart } from '../model/index.ts';
import type { ProposedChange } from '../proposal/index.ts';
import {
  likestState,
  returned,
  type Sent,
  type SentTexts,
  type State,
  sentOf,
  sentOfRecord,
  sentTexts,
} from '../proposal/word/index.ts';
import { readWord, type WordFile, wordsIn } from '../read/docx/index.ts';
import { type FileLimit, readBytes, readProgramme } from '../read/index.ts';
import { type ProposalSource, refuseOther, sumOf } from './proposal-source.ts';
import { readTwoColumns } from './propose-translation.ts';

const WORD_FILE: FileLimit = {
  mostBytes: LIMITS.wordFileBytes,
  hint: 'send the texts that were corrected in a file of their own, without pictures',
};

/**
 * What a Word file that came back proposes: one that was exported for corrections, the programme itself, an extract or a redline of it.
 *
 * @throws UserError when it cannot be read, or is none of this programme
 */
export async function readWordSource(data: string, file: string, draft: Programme): Promise<ProposalSource> {
  const bytes = await readBytes(file, WORD_FILE);
  const word = await readWord(bytes, file);
  const translation = translationOf(word);
  if (translation !== undefined) return readTwoColumns(bytes, file, word, translation, draft);
  const { sent, known, base } = await sentFor(data, word, draft);
  refuseOther(sent.name, draft, file);
  const { changes, byHand, comments, unplaced, events } = returned(word, sent, known, draft);
  if (events === 0)
    throw new UserError({
      message: 'no event of this programme is found in the file',
      at: { file },
      hint: 'send `programme export corrections.docx` to be corrected, or take the corrections by hand',
    });
  return {
    changes,
    byHand,
    base,
    sum: sumOf(bytes),
    comments,
    unplaced,
    notes: [...(known ? [] : [unknown(base)]), ...inOtherLanguages(changes, sent.lang)],
  };
}

/** Said of words that a file printed in the main language for want of others: who corrects them may have meant to translate them. */
function inOtherLanguages(changes: readonly ProposedChange[], lang: Lang): string[] {
  const others = changes.filter(
    (own) => own.about === 'event' && own.lang !== undefined && own.lang !== lang,
  );
  if (others.length === 0) return [];
  return [
    `there were no words in ${lang} at these places, so the file had those of another language; accepted, that language changes: ${others.map(({ id }) => id).join(', ')}`,
  ];
}

const unknown = (base: string): string =>
  `the file does not say what it was made from: it is most like ${base}, and what differs from it is proposed; of tracked changes what stood there before counts`;

/** What a file for a translator was made from; without its record, its headings say which language it is translated into. */
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
          (words, index) => wordsIn(cells[index]?.paragraphs ?? [], 'accepted') === words,
        ),
    );
  });
}

/** What a file was made from: its record says it, or the edition that it is of; else it is the draft or the edition that it is most like. */
async function sentFor(
  data: string,
  word: WordFile,
  draft: Programme,
): Promise<{ sent: Sent; known: boolean; base: string }> {
  const { record, fingerprint, language } = word;
  const recorded = record && sentOfRecord(record);
  if (recorded !== undefined)
    return { sent: recorded, known: true, base: `what was sent out, of ${recorded.edition}` };
  const editions = await readLocks(data);
  const lock = editions.find((own) => own.fingerprint === fingerprint);
  const names = lock === undefined ? [DRAFT, ...editions.map(({ edition }) => edition)] : [lock.edition];
  const states: State[] = [];
  for (const name of names) {
    const programme = name === DRAFT ? publicPart(draft) : await readProgramme(data, name);
    const { languages } = programme.config;
    const own = languages.filter((lang) => lang === language?.slice(0, 2));
    for (const lang of own.length > 0 ? own : languages) states.push({ programme, lang });
  }
  const { programme, lang } = likestState(word, states) ?? { programme: draft, lang: draft.config.language };
  const sent = sentOf(programme, buildDocument(programme, lang));
  const help = sentOf(programme, correctionsDocument(programme, lang));
  return {
    sent: { ...sent, others: [...sent.others, ...help.others], complete: false },
    known: lock !== undefined,
    base: programme.edition === DRAFT ? 'the draft as it was then' : `edition ${programme.edition}`,
  };
}
