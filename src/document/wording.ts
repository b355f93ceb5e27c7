import type { Lang, ProgrammeFile } from '../model/index.ts';
import { type Labels, labelsOf } from '../text/index.ts';
import { type Runs, runsIn } from './runs.ts';

/**
 * The data for writing the texts of a document: its language, and the labels and the programme's texts in this
 * language.
 */
export interface Wording {
  config: ProgrammeFile;
  lang: Lang;
  say: Labels;
  runs: Runs;
}

export function wordingIn(config: ProgrammeFile, lang: Lang): Wording {
  return { config, lang, say: labelsOf(config, lang), runs: runsIn(lang, config.language) };
}
