/**
 * Generates the reference of all messages, by area: the codes, the English texts, the parameters, and the number of
 * translated messages in each language.
 */
import * as english from '../languages/en/messages/index.ts';
import { type Catalogue, LANGS, LANGUAGES, MESSAGES, type MessageWords } from '../languages/index.ts';

const areas: Readonly<Record<string, Catalogue>> = english;

/** The message reference as Markdown. */
export async function messagesPage(): Promise<string> {
  return `${[
    '# Messages',
    'This page is generated from `languages/en/messages/` (`npm run generate`); each section corresponds to one file in this folder, such as `commands.ts`. Every message about an input has a code, parameters and, if known, a position, all of which are included in JSON output. Codes and parameter names are stable; the English texts may change. Names in braces are parameters. If a message has the parameter `count`, a slash separates the singular from the plural.',
    await coverage(),
    ...Object.entries(areas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([area, catalogue]) =>
        [`## ${area}`, '', '| code | text | hint |', '|---|---|---|', ...rowsOf(catalogue)].join('\n'),
      ),
  ].join('\n\n')}\n`;
}

async function coverage(): Promise<string> {
  const all = codesOf(areas);
  const counts = await Promise.all(
    LANGS.map(async (lang) => {
      const has = lang === MESSAGES ? all : codesOf((await LANGUAGES[lang].messages?.()) ?? {});
      return `| ${LANGUAGES[lang].englishName} | ${has.length} | ${all.length - has.length} |`;
    }),
  );
  return ['| language | has | falls back to English |', '|---|---|---|', ...counts].join('\n');
}

const codesOf = (catalogues: Readonly<Record<string, Catalogue>>): string[] =>
  Object.values(catalogues).flatMap((catalogue) => Object.keys(catalogue));

function rowsOf(catalogue: Catalogue): string[] {
  return Object.entries(catalogue)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, words]) => {
      const [message, hint] = inCells(words);
      return `| \`${code}\` | ${message} | ${hint} |`;
    });
}

function inCells(words: MessageWords): [message: string, hint: string] {
  return typeof words === 'string' || 'other' in words
    ? [inCell(words), '']
    : [inCell(words.message), inCell(words.hint)];
}

function inCell(words: string | Readonly<Record<string, unknown>>): string {
  const forms = typeof words === 'string' ? [words] : Object.values(words).map(String);
  return forms
    .join(' / ')
    .replace(/[|<*_[\]]/g, '\\$&')
    .replaceAll('\n', ' ');
}
