import { LANGUAGES } from '../../languages/index.ts';
import { LANGS } from '../model/index.ts';

/** Whether a text names a consulate, an embassy or a chamber of commerce, in any language. */
export function namesConsulate(words: string): boolean {
  return LANGS.some((lang) => LANGUAGES[lang].rules.missions.test(words));
}
