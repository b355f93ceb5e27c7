import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import { LIMITS } from '../model/limits.ts';
import type { Programme } from '../model/programme.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { translated } from '../proposal/translated.ts';
import { type FileLimit, readBytes } from '../read/file.ts';
import { readXliff } from '../read/xliff.ts';
import type { Source } from './propose.ts';

const XLIFF_FILE: FileLimit = {
  mostBytes: LIMITS.translationFileBytes,
  hint: 'have the translations sent in several files, theme by theme',
};

/**
 * What an XLIFF file of translations proposes.
 *
 * @throws UserError when it cannot be read, or is none of this programme
 */
export async function readXliffSource(file: string, draft: Programme): Promise<Source> {
  const bytes = await readBytes(file, XLIFF_FILE);
  const { names, lang: code, units } = await readXliff(bytes, file);
  const lang = languageOf(code, file);
  const { name } = draft.config;
  const [other] = [...names].filter((own) => own !== name);
  if (other !== undefined && !names.has(name))
    throw new UserError({
      message: `this is a file of the programme ${other}, and the dataset is that of ${name}`,
      at: { file },
      hint: 'name the folder of the other dataset with --data DIR',
    });
  const { found, notes, ...rest } = translated(units, lang, draft);
  if (found === 0)
    throw new UserError({
      message: 'no text of this programme is found in the file',
      at: { file },
      hint: 'send `programme export translation.xlf --lang …` to be translated',
    });
  return {
    ...rest,
    base: 'what was sent out to be translated',
    sum: createHash('sha256').update(bytes).digest('hex'),
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
