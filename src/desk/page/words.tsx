import { createContext, useContext, useState } from 'react';
import {
  type Counted,
  DESK_LANGUAGES,
  type DeskLanguage,
  type DeskWords,
} from '../../../languages/desk/index.ts';
import { dateIn } from './dates.ts';
import { HINTS } from './hints.ts';

const LANGUAGES = Object.keys(DESK_LANGUAGES) as DeskLanguage[];

/**
 * The language of the desk: the language that was chosen in this window or, if none was chosen, the first language of
 * the browser that the desk supports.
 */
export function ownLanguage(): DeskLanguage {
  const wanted = [sessionStorage.getItem('language') ?? '', ...navigator.languages];
  const found = wanted.map((tag) => LANGUAGES.find((lang) => tag === lang || tag.startsWith(`${lang}-`)));
  return found.find((lang) => lang !== undefined) ?? LANGUAGES[0] ?? raise();
}

function raise(): never {
  throw new Error('the desk speaks no language');
}

/** The texts of the desk in the language of the desk; `say` inserts values and chooses the plural form. */
export interface DeskTexts {
  lang: DeskLanguage;
  words: DeskWords;
  say(text: string | Counted, values: Readonly<Record<string, string | number>>): string;
  /** Formats a date (YYYY-MM-DD, with or without a time); any other text is returned unchanged. */
  date(text: string): string;
  /** The `lang` attribute for a text; undefined if the text is in the language of the desk. */
  foreign(spoken: string | undefined): string | undefined;
  /** The desk's own hint for a message with this code; undefined for most messages. */
  advice(code: string | undefined): string | undefined;
}

export async function textsIn(lang: DeskLanguage): Promise<DeskTexts> {
  const words = await DESK_LANGUAGES[lang].words();
  const forms = new Intl.PluralRules(words.tag);
  const numbers = new Intl.NumberFormat(words.tag);
  const say: DeskTexts['say'] = (text, values) => {
    const form =
      typeof text === 'string'
        ? text
        : (text[forms.select(Number(values.count)) as keyof Counted] ?? text.other);
    return form.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers.format(value) : (value ?? place);
    });
  };
  const { when, publish, sendCorrections } = words;
  return {
    lang,
    words,
    say,
    date: (text) => dateIn(words.tag, text),
    foreign: (spoken) => (spoken === lang ? undefined : spoken),
    advice: (code = '') => {
      const { [code]: hint } = HINTS;
      return hint && say(words.hints[hint], { when, publish, sendCorrections });
    },
  };
}

export const TextsContext = createContext<DeskTexts | undefined>(undefined);

export function useTexts(): DeskTexts {
  return useContext(TextsContext) ?? raise();
}

const APPROVER = 'approver';

/**
 * The name of the person who approves changes and gives verdicts, and a function that changes this name. The name is
 * stored in this browser window.
 */
export function useApprover(): [string, (name: string) => void] {
  const [name, setName] = useState(() => sessionStorage.getItem(APPROVER) ?? '');
  return [
    name,
    (next) => {
      sessionStorage.setItem(APPROVER, next);
      setName(next);
    },
  ];
}

/** Prefix of the paths of settings in design.yaml. */
const DESIGN = 'design.';

/**
 * Returns a function that finds the name of a setting by its path in the files, such as `design.color.primary`. If the
 * setting is not in any form, the name is the path itself.
 */
export function useSettingNames(): (setting: string) => string {
  const { words } = useTexts();
  const names = new Map(Object.entries(words.settings.names));
  return (setting) =>
    names.get(setting.startsWith(DESIGN) ? setting.slice(DESIGN.length) : setting) ?? setting;
}

/** The titles of the groups of extracts that are not grouped by a field. */
export function useGroupTitles(): Readonly<Record<string, string>> {
  const { words } = useTexts();
  return { region: words.regions, theme: words.themes, day: words.days };
}
