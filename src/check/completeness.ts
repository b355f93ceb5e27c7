import { own } from '../model/own.ts';
import type { Programme } from '../model/programme.ts';
import type { Lang } from '../model/text.ts';
import { configFields, eventFields, wordsIn } from './texts.ts';

/** How many texts of a kind have words in each published language. */
export interface CompletenessRow {
  /** What the texts are: programme, bodies, or a column. */
  kind: string;
  /** Texts of the kind that the programme has in any language. */
  texts: number;
  /** Those of them that have words in a language. */
  byLang: Readonly<Partial<Record<Lang, number>>>;
}

/** How far a programme is translated. */
export interface Completeness {
  languages: readonly Lang[];
  /** One row a kind of text, and all texts last. */
  rows: readonly CompletenessRow[];
}

const PROGRAMME = 'programme';
const BODIES = 'bodies';
const ALL = 'all';
/** Kinds of texts in the order of their rows. */
const KINDS = [PROGRAMME, 'region', 'category', BODIES, 'title', 'description', 'date'];

/** Counts, for each published language, the texts that have words in it. */
export function completeness({ config, themes }: Programme): Completeness {
  const { language, languages } = config;
  const texts = [
    ...configFields(config).map(({ text }) => ({ kind: PROGRAMME, text })),
    ...themes.flatMap(({ theme, events }) =>
      events.flatMap((event) =>
        eventFields(event, theme).map(({ text, column }) => ({
          kind: own(event.bodies, column) === text ? BODIES : column,
          text,
        })),
      ),
    ),
  ];
  const row = (kind: string): CompletenessRow => {
    const ofKind = kind === ALL ? texts : texts.filter((text) => text.kind === kind);
    const count = (lang: Lang) =>
      ofKind.filter(({ text }) => wordsIn(text, lang, language) !== undefined).length;
    return {
      kind,
      texts: ofKind.length,
      byLang: Object.fromEntries(languages.map((lang) => [lang, count(lang)])),
    };
  };
  return {
    languages,
    rows: [...KINDS.filter((kind) => texts.some((text) => text.kind === kind)), ALL].map(row),
  };
}
