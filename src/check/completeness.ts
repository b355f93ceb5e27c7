import { type EventText, eventTexts } from '../model/field.ts';
import type { Programme } from '../model/programme.ts';
import type { Lang } from '../model/text.ts';
import { configFields, eventFields, isTranslated, partTexts, wordsIn } from './texts.ts';

/** How many texts of a kind have words in each published language. */
export interface CompletenessRow {
  /** What the texts are: programme, texts (of parts), bodies, or a column. */
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
const TEXTS = 'texts';
const ALL = 'all';
/** Counts, for each published language, the texts that have words in it. */
export function completeness(programme: Programme): Completeness {
  const { config, themes } = programme;
  const { language, languages } = config;
  const said = eventTexts(config);
  const nameOf = ({ column, kind }: Pick<EventText, 'column' | 'kind'>): string =>
    kind === 'body' ? BODIES : column;
  const names = [...new Set([PROGRAMME, TEXTS, ...said.map(nameOf)])];
  const texts = [
    ...configFields(config).map(({ text }) => ({ kind: PROGRAMME, text })),
    ...partTexts(programme).map((own) => ({
      kind: TEXTS,
      text: Object.fromEntries(own.map(({ lang, rich }) => [lang, rich.words])),
    })),
    ...themes.flatMap(({ events }) =>
      events.flatMap((event) =>
        eventFields(event, said)
          .filter(isTranslated)
          .map(({ text, column, kind }) => ({ kind: nameOf({ column, kind }), text })),
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
    rows: [...names.filter((kind) => texts.some((text) => text.kind === kind)), ALL].map(row),
  };
}
