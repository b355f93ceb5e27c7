import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Language } from './language.ts';
import { ru } from './ru.ts';

/** The languages that programmes are published in, by ISO 639-1 code, in the order in which they are tried. */
const registry = { en, fr, ru, de } satisfies Record<string, Language>;

export type Lang = keyof typeof registry;
export const LANGUAGES: Readonly<Record<Lang, Language>> = registry;
export const LANGS = Object.keys(registry) as Lang[];

/** The language that the program's own messages, and what its proofing rules say, are in. */
export const MESSAGES: Lang = 'en';
