import { createHash } from 'node:crypto';
import { LANGUAGES } from '../../languages/index.ts';
import { buildDocument } from '../document/build.ts';
import { correctionsDocument } from '../document/corrections.ts';
import { readLocks } from '../edition/files.ts';
import { UserError } from '../errors.ts';
import { LIMITS } from '../model/limits.ts';
import { type Programme, publicPart } from '../model/programme.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { returned } from '../proposal/word/returned.ts';
import { type Sent, sentOf, sentOfRecord } from '../proposal/word/sent.ts';
import { type SentTexts, sentTexts } from '../proposal/word/translations.ts';
import { readProgramme } from '../read/dataset.ts';
import type { WordFile } from '../read/docx/model.ts';
import { readWord } from '../read/docx/read.ts';
import { wordsIn } from '../read/docx/settle.ts';
import { type FileLimit, readBytes } from '../read/file.ts';
import type { Source } from './propose.ts';
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
export async function readWordSource(data: string, file: string, draft: Programme): Promise<Source> {
  const bytes = await readBytes(file, WORD_FILE);
  const word = await readWord(bytes, file);
  const translation = translationOf(word);
  if (translation !== undefined) return readTwoColumns(bytes, file, word, translation, draft);
  const { sent, known, base } = await sentFor(data, word, draft);
  const { name } = draft.config;
  if (sent.name !== name)
    throw new UserError({
      message: `this is a file of the programme ${sent.name}, and the dataset is that of ${name}`,
      at: { file },
      hint: 'name the folder of the other dataset with --data DIR',
    });
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
    sum: createHash('sha256').update(bytes).digest('hex'),
    comments,
    unplaced,
    notes: known ? [] : [UNKNOWN],
  };
}

const UNKNOWN =
  'the file does not say what it was made from: what differs from the draft is proposed, and of tracked changes what stood there before counts';

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

/** What a file was made from: its record says it, or the edition that it is of; else it is compared with the draft. */
async function sentFor(
  data: string,
  { record, fingerprint, language }: WordFile,
  draft: Programme,
): Promise<{ sent: Sent; known: boolean; base: string }> {
  const recorded = record && sentOfRecord(record);
  if (recorded !== undefined)
    return { sent: recorded, known: true, base: `what was sent out, of ${recorded.edition}` };
  const lang: Lang = LANGS.find((own) => own === language?.slice(0, 2)) ?? draft.config.language;
  const lock =
    fingerprint === undefined
      ? undefined
      : (await readLocks(data)).find((own) => own.fingerprint === fingerprint);
  const programme = lock === undefined ? publicPart(draft) : await readProgramme(data, lock.edition);
  const document = buildDocument(programme, lang);
  const help = correctionsDocument(programme, lang);
  const sent = sentOf(programme, document);
  return {
    sent: { ...sent, others: [...sent.others, ...sentOf(programme, help).others], complete: false },
    known: lock !== undefined,
    base: lock === undefined ? 'the draft as it was then' : `edition ${lock.edition}`,
  };
}
