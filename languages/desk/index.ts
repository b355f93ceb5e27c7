/**
 * The texts of the desk. Each language has a file of its own, which is loaded only by the desk page in that language.
 */
import type { DeskWords } from './words.ts';

export type { Counted } from '../messages.ts';
export type { DeskWords, SettingKey } from './words.ts';

/** The languages of the desk, by code. The languages whose texts have been reviewed come first. */
export const DESK_LANGUAGES = {
  en: { name: 'English', words: async () => (await import('./en.ts')).desk },
  fr: { name: 'Français', words: async () => (await import('./fr.ts')).desk },
  de: { name: 'Deutsch', words: async () => (await import('./de.ts')).desk },
  ru: { name: 'Русский', words: async () => (await import('./ru.ts')).desk },
  es: { name: 'Español', words: async () => (await import('./es.ts')).desk },
  it: { name: 'Italiano', words: async () => (await import('./it.ts')).desk },
} as const satisfies Record<string, { name: string; words: () => Promise<DeskWords> }>;

export type DeskLanguage = keyof typeof DESK_LANGUAGES;
