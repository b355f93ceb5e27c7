/** The supported languages. Each language has a data file of its own. */
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { Language } from './language.ts';
import { ru } from './ru.ts';

export { commandWords, optionWords, programmeWords } from './command-line.ts';
export {
  type ChangeLabels,
  type DateInWords,
  type DateRole,
  type DateWriting,
  FILLER_CROSSES,
  FILLER_LATIN,
  type HeadingRole,
  type HourReading,
  type HourWriting,
  type Hyphenator,
  type Labels,
  type Language,
  type NamedDay,
  NBSP,
  type Parting,
  type QuotationMarks,
  type RemarkLabels,
  ROMAN,
  type RoughPart,
  type ScreenLabels,
  type SheetWords,
  WORD_ENDS,
} from './language.ts';
export { CYRILLIC_IN_LATIN, LATIN_IN_ASCII } from './letters.ts';
export type { Catalogue, Counted, MessageWords, Places, PluralForm, Template } from './messages.ts';
export { OTHER_LANGUAGES } from './others.ts';
export { rulesIntroduction, rulesNotCovered, ruleTexts } from './rules.ts';
export { commentWords, kindWords, placesComment, regionsComment, schemaWords } from './schema.ts';

/**
 * The supported languages of programmes, by ISO 639-1 code. If all languages are tried, they are tried in this order.
 */
const registry = { en, fr, ru, de, es, it } satisfies Record<string, Language>;

export type Lang = keyof typeof registry;
export const LANGUAGES: Readonly<Record<Lang, Language>> = registry;
export const LANGS = Object.keys(registry) as Lang[];

/** The language of the program's messages and of the findings. */
export const MESSAGES: Lang = 'en';
