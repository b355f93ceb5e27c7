import { documentTexts, translationDocument } from '../document/index.ts';
import { UserError } from '../errors.ts';
import { LANGS, type Lang, LIMITS, type Programme } from '../model/index.ts';
import { type Translated, translated } from '../proposal/index.ts';
import { type SentTexts, translationsIn } from '../proposal/word/index.ts';
import type { WordFile } from '../read/docx/index.ts';
import { type FileLimit, readBytes, readXliff } from '../read/index.ts';
import { unitGroups } from '../translation/index.ts';
import { type ProposalSource, refuseOther, sumOf } from './proposal-source.ts';

const XLIFF_FILE: FileLimit = {
  mostBytes: LIMITS.translationFileBytes,
  hint: 'have the translations sent in several files, theme by theme',
};

/**
 * What an XLIFF file of translations proposes.
 *
 * @throws UserError when it cannot be read, or is none of this programme
 */
export async function readXliffSource(file: string, draft: Programme): Promise<ProposalSource> {
  const bytes = await readBytes(file, XLIFF_FILE);
  const { names, lang: code, units } = await readXliff(bytes, file);
  const lang = languageOf(code, file);
  const [other] = names.has(draft.config.name) ? [] : names;
  if (other !== undefined) refuseOther(other, draft, file);
  return sourceOf(translated(units, lang, draft), { bytes, file, lang, draft });
}

/**
 * What a Word file of two columns proposes.
 *
 * @param sent what its record says that it was made from; without one the language that it is translated into, and the draft counts
 * @throws UserError when it is none of this programme
 */
export function readTwoColumns(
  bytes: Uint8Array,
  file: string,
  word: WordFile,
  sent: SentTexts | Lang,
  draft: Programme,
): ProposalSource {
  const lang = typeof sent === 'string' ? sent : sent.translation;
  if (typeof sent !== 'string') refuseOther(sent.name, draft, file);
  const groups = unitGroups(draft, lang);
  const units = groups.flatMap((group) => group.units);
  const made =
    typeof sent === 'string'
      ? { units: [], others: documentTexts(translationDocument(draft, lang, groups)) }
      : sent;
  const { texts, comments, unplaced } = translationsIn(word, made, units);
  const found = translated(texts, lang, draft);
  return sourceOf(
    { ...found, comments: [...comments, ...found.comments], unplaced: [...unplaced, ...found.unplaced] },
    { bytes, file, lang, draft },
  );
}

function sourceOf(
  { found, notes, ...rest }: Translated,
  { bytes, file, lang, draft }: { bytes: Uint8Array; file: string; lang: Lang; draft: Programme },
): ProposalSource {
  if (found === 0)
    throw new UserError({
      message: 'no text of this programme is found in the file',
      at: { file },
      hint: 'send `programme export translation.xlf --lang …` to be translated',
    });
  return {
    ...rest,
    base: 'what was sent out to be translated',
    sum: sumOf(bytes),
    notes: [...notes, ...(draft.config.languages.includes(lang) ? [] : [notPublished(lang)])],
  };
}

const notPublished = (lang: Lang): string =>
  `the programme is not published in ${lang}: put it into languages: of programme.yaml once it is translated`;

function languageOf(code: string | undefined, file: string): Lang {
  const lang = LANGS.find((own) => own === code?.slice(0, 2).toLowerCase());
  if (lang === undefined)
    throw new UserError({
      message:
        code === undefined
          ? 'the file does not say which language it is translated into'
          : `the file is translated into ${code}, which is no language of the publisher`,
      at: { file },
      hint: `its target-language is to be one of ${LANGS.join(', ')}`,
    });
  return lang;
}
