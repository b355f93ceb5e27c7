/** The language of tables and of their columns, by headings and small words. */
import { type FieldKind, LANGS, type Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';
import { kindAt, type Table } from './table.ts';

/** Small words of a language from which on cells say more of it than their heading does, which may be that of a form. */
export const CLEAR_VOTES = 8;

/** Characters of the texts that are looked at to tell their language. */
const SAMPLE = 20_000;

/** The language of the texts of tables: by their headings and small words; the programme's where nothing tells. */
export function languageOf(tables: readonly Table[], main: Lang): Lang {
  const headings = tables.flatMap(({ columns }) => columns.map(({ heading }) => heading.written));
  const votes = headings.filter((written) => written.length === 1).flat();
  const named = new Set(tables.flatMap(({ fields }) => [...fields.values()].map(languagePart)));
  const several = [...named].filter((lang) => lang !== undefined).length > 1;
  let text = '';
  for (const table of tables) {
    const { rows, fields } = table;
    const told: readonly (FieldKind | undefined)[] = ['title', 'description'];
    const columns = [...fields].filter(
      ([, field]) => told.includes(kindAt(field, table)) && !(several && languagePart(field)),
    );
    for (const { cells } of rows) {
      for (const [column] of columns) text += ` ${cells.get(column)?.text ?? ''}`;
      if (text.length > SAMPLE) break;
    }
  }
  return textLanguage(text) ?? mostVotes(votes) ?? main;
}

/** The language of a path such as `title.fr`. */
export function languagePart(field: string): Lang | undefined {
  return LANGS.find((lang) => field.endsWith(`.${lang}`));
}

const smallWords = byLanguage(({ rules }) => rules.functionWords.split('|'));

/** The language whose small words are the most frequent in a text, with at least so many more than those of any other. */
export function textLanguage(text: string, more = 1): Lang | undefined {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return mostVotes(
    LANGS.flatMap((lang) => words.filter((word) => smallWords(lang).includes(word)).map(() => lang)),
    more,
  );
}

/** The language with the most votes, at least so many more than any other. */
export function mostVotes(votes: readonly Lang[], more = 1): Lang | undefined {
  const counts = LANGS.map((lang) => ({ lang, votes: votes.filter((vote) => vote === lang).length }));
  const [first, second] = counts.sort((a, b) => b.votes - a.votes);
  return first !== undefined && first.votes >= (second?.votes ?? 0) + more ? first.lang : undefined;
}
