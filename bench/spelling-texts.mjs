/**
 * Writes the texts that spelling.mjs measures: `node spelling-texts.mjs CLONES FOLDER`.
 *
 * CLONES contains a bare clone of each repository that spelling/programmes.json lists (`git clone --bare
 * https://github.com/OWNER/NAME CLONES/OWNER+NAME`). The script writes a folder for each language to FOLDER. Each of
 * these contains one file per programme, with one paragraph per line, and a copy of the list of words that are not
 * counted (spelling/apart). A paragraph is used if it has at least eight words, and more function words of the language
 * than of any other language. The first 4,000 words of each programme are used; a programme with fewer than 200 words
 * is omitted. Only the first ten programmes in a language are used. With `--half tuning` or `--half unseen`, only every
 * second programme in alphabetical order is written. With `--set NAME`, the list and the words are read from
 * spelling/NAME instead.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: 'string' }, set: { type: 'string', default: '' } },
});
const [clones, folder] = positionals;
if (clones === undefined || folder === undefined)
  throw new Error('name the folder of clones and a new folder');

const LONGEST = 4000;
const SHORTEST = 200;
const MOST = 10;
const FUNCTION_WORDS = {
  de: 'der die das und in den von zu mit ist im für auf ein eine des dem sich nicht wir sie am auch als wie werden oder bei aus wird sind zum zur',
  en: 'the of and to in is for with on that this are from by you we at as be it an will or have a was were all our',
  es: 'el la los las de del y en un una para que con por es se al su como más o sus este esta a',
  fr: 'le la les de des du et en un une pour dans que qui est sur avec par vous nous au aux ce cette pas plus ou à',
  it: 'il lo la i gli le di del della e in un una per che con è si al dei delle nel alla da come più a',
  ru: 'и в на с не что для по из как от это к о за мы вы до или у их при он она а',
};
/** The minimum share of function words in a paragraph. */
const SHARE = { ru: 0.08, other: 0.2 };
const TEXT_FILE = /\.(?:md|mdx|markdown|html?|php|txt|json|ya?ml|csv|tsx|jsx|vue|astro)$/i;
/** Files about the software, the administration or the licence of a website, and files by other authors. */
const OTHER_FILE =
  /(?:^|\/)(?:node_modules|vendor|dist|build|\.\w[^/]*|docs?|tests?|bower_components|wp-includes|wp-admin|libs?|plugins|languages|lang|i18n|locales|cache|scripts|api|\w+-guide)\/|(?:^|\/)(?:readme|licen[cs]e|changelog|contributing|package|composer|tsconfig|code_of_conduct|claude|agents|todo|prd|datenschutz|impressum)|\.min\.|privacy|cookie|mentions|rgpd|gdpr|admin|satzung|openapi|swagger|schema|setup|deploy|guide|manual/i;
const CAPITAL_FILE = /(?:^|\/)[A-Z][A-Z0-9_-]{3,}\.(?:md|txt)$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: binary files contain them
const CODE = /[{}=\\$<>\u0000-\u001f]|\b(?:const|console|className|undefined|TODO|npm|localhost)\b/;

const set = path.join(import.meta.dirname, 'spelling', values.set);
const programmes = JSON.parse(readFileSync(path.join(set, 'programmes.json'), 'utf8'));
const functionWords = Object.entries(FUNCTION_WORDS).map(([lang, words]) => [
  lang,
  new Set(words.split(' ')),
]);
for (const [lang, names] of Object.entries(programmes)) write(lang, names);

function write(lang, names) {
  const texts = names
    .map((name) => ({ file: `${name.replace('/', '+')}.txt`, paragraphs: paragraphsOf(name, lang) }))
    .filter(({ paragraphs }) => wordsIn(paragraphs) >= SHORTEST)
    .slice(0, MOST)
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .filter((_, at) => values.half === undefined || (at % 2 === 0) === (values.half === 'tuning'));
  mkdirSync(path.join(folder, lang), { recursive: true });
  for (const { file, paragraphs } of texts)
    writeFileSync(path.join(folder, lang, file), `${paragraphs.join('\n')}\n`);
  copyFileSync(path.join(set, 'apart', `${lang}.txt`), path.join(folder, lang, 'apart.txt'));
  console.log(lang, texts.map(({ file, paragraphs }) => `${file} ${wordsIn(paragraphs)}`).join(', '));
}

function wordsIn(paragraphs) {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.split(' ').length, 0);
}

function paragraphsOf(name, lang) {
  const git = (...args) =>
    execFileSync('git', [`--git-dir=${path.join(clones, name.replace('/', '+'))}`, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const files = git('-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', 'HEAD')
    .split('\n')
    .filter((file) => TEXT_FILE.test(file) && !OTHER_FILE.test(file) && !CAPITAL_FILE.test(file));
  const found = new Set();
  let words = 0;
  for (const file of files)
    for (const paragraph of plainParagraphs(contentOf(git, file))) {
      if (words >= LONGEST) return [...found];
      if (found.has(paragraph) || CODE.test(paragraph) || languageOf(paragraph) !== lang) continue;
      found.add(paragraph);
      words += paragraph.split(' ').length;
    }
  return [...found];
}

/**
 * The content of a file; empty if a partial clone does not contain the file, which can be the case for large data
 * files.
 */
function contentOf(git, file) {
  try {
    return git('show', `HEAD:${file}`);
  } catch {
    return '';
  }
}

/** The paragraphs of a file, without markup, code comments and addresses. */
function plainParagraphs(text) {
  return text
    .replaceAll('\r', '')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '\n')
    .replaceAll(/(?:^|\s)\/\/ .*$/gm, '\n')
    .replaceAll(/```[\s\S]*?```|<(script|style|svg)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '\n')
    .replaceAll(/<\/?(?:a|b|i|u|em|strong|span|cite|sup|sub|small|abbr)\b[^>]*>/gi, '')
    .replaceAll(/<[^<>]*>/g, '\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#39;|&rsquo;|&apos;/g, '’')
    .replaceAll('&laquo;', '«')
    .replaceAll('&raquo;', '»')
    .replaceAll(/&[nm]dash;/g, '–')
    .replaceAll(/&#?\w+;/g, '\n')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(?:https?:|www\.)\S+/g, ' ')
    .replaceAll(/\\u([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\[nrt]/g, '\n')
    .replaceAll(/\\(["'])/g, '$1')
    .split(/\n\s*\n|["`]|\n(?=\s*[-*•#>|])|(?<=[,\]:}({])\s*\n|'(?=\s*[,:\])}])|(?<=[:([,{=]\s*)'/u)
    .map((paragraph) =>
      paragraph
        .replaceAll(/[*_#>|`]+/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
}

/**
 * The language of a paragraph according to its function words; undefined if the paragraph is short or contains few
 * function words.
 */
function languageOf(paragraph) {
  const words = paragraph.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 8) return undefined;
  const shares = functionWords
    .map(([lang, own]) => ({ lang, share: words.filter((word) => own.has(word)).length / words.length }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  return first.share >= (SHARE[first.lang] ?? SHARE.other) && first.share > second.share
    ? first.lang
    : undefined;
}
