import { buildDocument, type DocumentOptions } from '../document/build.ts';
import { editionFingerprint } from '../edition/files.ts';
import type { Programme } from '../model/programme.ts';
import type { Lang } from '../model/text.ts';
import { editionDir, readProgramme } from '../read/dataset.ts';
import { readDesign } from '../read/design.ts';
import type { Format } from './formats.ts';
import { type Look, openLook } from './look.ts';
import { type Built, type Output, outputOf } from './output.ts';
import { writeFiles } from './write-files.ts';

export interface BuildOptions {
  /** Folder of the dataset. */
  data: string;
  edition: string;
  formats: readonly Format[];
  /** Languages of the outputs; those that the programme names when left out. */
  langs?: readonly Lang[];
  /** Folder that the files go to. */
  out: string;
  /** Earlier edition whose changes are marked. */
  changesSince?: string;
}

/**
 * Builds a programme in all wanted languages and formats and writes the files, all or none.
 *
 * @throws UserError when the dataset or the output folder is wrong
 */
export async function build(options: BuildOptions): Promise<Built[]> {
  const [programme, look] = await Promise.all([
    readProgramme(options.data, options.edition),
    readDesign(options.data, options.edition).then(openLook),
  ]);
  const source = editionDir(options.data, options.edition);
  const common = await documentOptions(programme, options);
  const outputs = await buildOutputs(programme, { ...options, source }, look, common);
  await writeFiles(outputs.map(({ file }) => file));
  return outputs.map(({ built }) => built);
}

/**
 * The outputs of a programme in all wanted languages and formats, not yet written.
 *
 * @param options.source folder that the programme was read from: messages name its files
 * @throws UserError when the fonts lack a character, or a text does not fit
 */
export async function buildOutputs(
  programme: Programme,
  { formats, langs, out, source }: Pick<BuildOptions, 'formats' | 'langs' | 'out'> & { source: string },
  look: Look,
  options: DocumentOptions = {},
): Promise<Output[]> {
  const outputs: Output[] = [];
  try {
    for (const lang of langs ?? programme.config.languages) {
      const document = buildDocument(programme, lang, options);
      for (const format of formats) outputs.push(await outputOf(document, format, look, out));
    }
  } catch (error) {
    const { placedIn } = await import('./source-files.ts');
    throw await placedIn([{ programme, folder: source }], error);
  }
  return outputs;
}

/**
 * What documents of a programme have beside its content: the fingerprint of a frozen edition, and what is new since an earlier one.
 *
 * @throws UserError when one of the editions cannot be read
 */
export async function documentOptions(
  programme: Programme,
  { data, changesSince }: Pick<BuildOptions, 'data' | 'changesSince'>,
): Promise<Pick<DocumentOptions, 'fingerprint' | 'news'>> {
  const [fingerprint, news] = await Promise.all([
    editionFingerprint(data, programme.edition),
    newsSince(changesSince, programme, data),
  ]);
  return { ...news, ...(fingerprint === undefined ? {} : { fingerprint }) };
}

/** What is new in a programme since an earlier edition; nothing is compared, or loaded for it, when no edition is named. */
async function newsSince(
  edition: string | undefined,
  programme: Programme,
  data: string,
): Promise<Pick<DocumentOptions, 'news'>> {
  if (edition === undefined) return {};
  const [{ compare }, { noveltyOf }, earlier] = await Promise.all([
    import('../compare/compare.ts'),
    import('../document/whats-new.ts'),
    readProgramme(data, edition),
  ]);
  return { news: noveltyOf(compare(earlier, programme)) };
}
