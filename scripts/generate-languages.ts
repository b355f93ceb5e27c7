/** Updates the CLDR words in the language files, and generates docs/labels.md. */
import { readFileSync } from 'node:fs';
import { LANGS, LANGUAGES } from '../languages/index.ts';
import type { CldrWords } from '../languages/language.ts';
import { labelShapes } from '../src/text/labels.ts';

const LINE_WIDTH = 110;

/** The CLDR words for a language, from the ICU data of the Node version in use. */
function cldrWords(tag: string): CldrWords {
  const part = (date: Date, options: Intl.DateTimeFormatOptions, type: string): string =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
      .formatToParts(date)
      .find((found) => found.type === type)?.value ?? '';
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 9)));
  // 1 January 2024 was a Monday.
  const week = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)));
  const [, and] = new Intl.ListFormat(tag, { type: 'conjunction' }).formatToParts(['1', '2']);
  return {
    months: months.map((date) => part(date, { month: 'long' }, 'month')),
    monthsAfterDay: months.map((date) => part(date, { day: 'numeric', month: 'long' }, 'month')),
    weekdays: week.map((date) => part(date, { weekday: 'long' }, 'weekday')),
    shortWeekdays: week.map((date) => part(date, { weekday: 'short' }, 'weekday')),
    and: (and?.value ?? '').trim(),
  };
}

/** The source of a language file with its CLDR words updated. */
function withCldr(source: string, tag: string): string {
  const { months, monthsAfterDay, weekdays, shortWeekdays, and } = cldrWords(tag);
  const list = (name: string, words: readonly string[]): string => {
    const items = words.map((word) => `'${word}'`);
    const line = `    ${name}: [${items.join(', ')}],`;
    return line.length <= LINE_WIDTH
      ? line
      : `    ${name}: [\n${items.map((item) => `      ${item},\n`).join('')}    ],`;
  };
  const block = [
    '  cldr: {',
    list('months', months),
    list('monthsAfterDay', monthsAfterDay),
    list('weekdays', weekdays),
    list('shortWeekdays', shortWeekdays),
    `    and: '${and}',`,
    '  },',
  ].join('\n');
  const replaced = source.replace(/^ {2}cldr: \{\n.*?^ {2}\},$/ms, () => block);
  if (!replaced.includes(block))
    throw new Error(`the file of ${tag} has no cldr: { … } to write the words of CLDR into`);
  return replaced;
}

/** The text of docs/labels.md: every label with its wording in each language. */
function labelsDoc(): string {
  const wordsOf = (label: unknown, path: readonly string[]): string => {
    const [key, ...rest] = path;
    if (key !== undefined) return wordsOf((label as Record<string, unknown>)[key], rest);
    const forms = typeof label === 'string' ? [label] : Object.values(label as Record<string, string>);
    return forms.map((form) => form.replaceAll('|', '\\|').replaceAll('\u00a0', ' ')).join(' / ');
  };
  return [
    '# Labels',
    '',
    'This page is generated from languages/ (`npm run generate`). Labels are the words that the program adds to the texts of a programme. A programme can override them under `labels` in programme.yaml,',
    'for its main language or for each language. Keep the words in braces. If a label depends on a number, enter its plural forms under their CLDR names:',
    '',
    '```yaml',
    'labels:',
    '  draft: Working copy',
    '  dateIndex: { en: Calendar, fr: Agenda }',
    "  events: { one: '{count} concert', other: '{count} concerts' }",
    '```',
    '',
    `| label | ${LANGS.join(' | ')} |`,
    `|---|${LANGS.map(() => '---|').join('')}`,
    ...[...labelShapes().keys()].map(
      (name) =>
        `| \`${name}\` | ${LANGS.map((lang) => wordsOf(LANGUAGES[lang].labels, name.split('.'))).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

/** The language files and the files that are generated from them, as pairs of path and content. */
export function languageOutputs(): [string, string][] {
  return [
    ['docs/labels.md', labelsDoc()],
    ...LANGS.map((lang): [string, string] => {
      const file = `languages/${lang}.ts`;
      return [file, withCldr(readFileSync(file, 'utf8'), LANGUAGES[lang].tag)];
    }),
  ];
}
