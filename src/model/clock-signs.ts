import { LANGUAGES } from '../../languages/index.ts';
import { LANGS } from './text.ts';

const signs = LANGS.map((lang) => LANGUAGES[lang].dates.read.clock);
const anyOf = (patterns: readonly (string | undefined)[]): string =>
  patterns.filter((pattern) => pattern !== undefined).join('|');

/** Signs of clock times in figures, of all languages, as patterns: between hours and minutes, after a time, and after those of half days. */
export const CLOCK_SIGNS = {
  between: anyOf([':', ...signs.map(({ between }) => between)]),
  after: anyOf(signs.map(({ after }) => after)),
  morning: anyOf(signs.map(({ halves }) => halves?.morning)),
  afternoon: anyOf(signs.map(({ halves }) => halves?.afternoon)),
} as const;
