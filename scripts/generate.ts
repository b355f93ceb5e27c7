/**
 * Generates files from the sources: JSON Schemas for editors, pages and tables of docs/, NOTICE, sbom.cdx.json, the
 * script of the web page, and the CLDR words in the language files. `npm run generate` writes them; `npm run generate
 * -- --check` exits with 1 if any of them is out of date.
 */
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { kindWords } from '../languages/index.ts';
import about from '../package.json' with { type: 'json' };
import { RULES } from '../src/check/rules/index.ts';
import { DesignFileSchema } from '../src/design/file.ts';
import { FIELD_KINDS, kindOfField } from '../src/model/field-kinds.ts';
import { datasetSchemas, type JsonSchema, jsonSchema, schemaText } from '../src/model/json-schema.ts';
import { readProgramme } from '../src/read/dataset.ts';
import { OpenDataSchema } from '../src/render/data/package.ts';
import { renderRulesDoc } from '../src/report/findings-rules.ts';
import { bundledPackages } from './bundled.mjs';
import { commandsPage } from './generate-commands.ts';
import { designPage, kind } from './generate-design.ts';
import { languageOutputs } from './generate-languages.ts';
import { messagesPage } from './generate-messages.ts';
import { notice } from './notice.ts';
import { PARTS } from './parts.ts';
import { sbom } from './sbom.ts';

const DATA = 'data';
const { config } = await readProgramme(DATA);

/**
 * The documented schemas. They contain the keys that every event has, and one key for each kind of field, whereas the
 * schemas of a dataset contain the fields of that dataset.
 */
const documented = datasetSchemas({ fields: [{ id: '<title>', kind: 'title' }], sides: [] });
const FILES: Readonly<Record<string, string>> = {
  programme: 'programme.yaml',
  events: '`events/<theme>.yaml`',
  regions: 'reference/regions.yaml',
  places: 'reference/places.yaml',
};

/** The table rows for a group of keys and for the groups within it. */
function rows(schema: JsonSchema, prefix: string): string[] {
  const own = schema.type === 'array' ? (schema.items ?? {}) : schema;
  const required = new Set(own.required ?? []);
  return Object.entries(own.properties ?? {}).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    const inner = value.type === 'array' ? value.items : value;
    const row = `| \`${path}\` | ${required.has(key) ? 'yes' : ''} | ${kind(value)} | ${(value.description ?? '').replaceAll('|', '\\|')} |`;
    return [row, ...(inner?.properties === undefined ? [] : rows(inner, `${path}.`))];
  });
}

const fields = [
  '# Fields of the dataset',
  'This page is generated from the schemas (`npm run generate`). Any key that is not listed here is an error.',
  ...[...documented].map(([name, json]) =>
    [
      `## ${FILES[name] ?? name}`,
      '',
      ...(json.description === undefined ? [] : [json.description, '']),
      '| field | required | value | description |',
      '|---|---|---|---|',
      ...rows(json, ''),
    ].join('\n'),
  ),
  [
    '## Kinds of fields',
    '',
    'In addition to the keys above, an event can have a value for each field that programme.yaml declares. The key is the id of the field; the value is a text in the main language, or one text per language. [add-a-field.md](add-a-field.md) explains how to add a field.',
    '',
    '| kind | content | kind of change |',
    '|---|---|---|',
    ...FIELD_KINDS.map((kind) => `| \`${kind}\` | ${kindWords[kind]} | \`${kindOfField(kind).change}\` |`),
  ].join('\n'),
].join('\n\n');

const designSchema = jsonSchema(DesignFileSchema);

/** The minified script of the web page. */
async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/page/find.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
  });
  const code = outputFiles[0]?.text ?? '';
  return `/** The script of the page: generated from src/page/ (\`npm run generate\`). */\nexport const SCRIPT =\n  ${JSON.stringify(code.trim())};\n`;
}

/** The parts of the program and their entry files, as a table. */
function partsTable(): string {
  const short = (part: string): string => part.replace(/^src\//, '');
  const rows = Object.entries(PARTS).map(([part, { holds, imports }]) => {
    const isFile = existsSync(`${part}.ts`);
    const entries = isFile ? [] : entriesIn(part);
    const cells = [
      `\`${part}${isFile ? '.ts' : '/'}\``,
      holds,
      imports.map(short).join(', ') || 'nothing',
      entries.map((entry) => `\`${entry}\``).join(', '),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| folder or file | holds | may import | start reading at |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** Entry files in a folder, except those of nested parts, which have rows of their own. */
function entriesIn(folder: string): string[] {
  const isPart = (name: string): boolean => path.join(folder, path.dirname(name)) in PARTS;
  return ['index.ts', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]
    .filter((name, index, all) => path.basename(name) === 'index.ts' && all.indexOf(name) === index)
    .filter((name) => name === 'index.ts' || !isPart(name))
    .filter((name) => existsSync(path.join(folder, name)))
    .sort((a, b) => a.length - b.length);
}

/** The text of docs/ARCHITECTURE.md with an up-to-date table of the parts. */
function architecture(): string {
  const text = readFileSync('docs/ARCHITECTURE.md', 'utf8');
  return text.replace(
    /(<!-- parts: [^\n]*-->\n).*?(<!-- \/parts -->)/s,
    (_, start, end) => `${start}${partsTable()}\n${end}`,
  );
}

/** The fonts of the package with their SHA-256. */
function fontSums(): Map<string, string> {
  const fonts = readdirSync('fonts').filter((name) => name.endsWith('.ttf'));
  return new Map(fonts.map((name) => [name, hash('sha256', readFileSync(`fonts/${name}`))]));
}

const bundled = await bundledPackages();
const outputs: [string, string][] = [
  ['docs/ARCHITECTURE.md', architecture()],
  ...[...datasetSchemas(config).set('design', designSchema)].map(([name, schema]): [string, string] => [
    `${DATA}/schema/${name}.schema.json`,
    schemaText(schema),
  ]),
  ['docs/schema/open-data.schema.json', schemaText(jsonSchema(OpenDataSchema))],
  ['docs/commands.md', await commandsPage()],
  ['docs/fields.md', `${fields}\n`],
  ['docs/design.md', designPage(designSchema)],
  ['docs/rules.md', renderRulesDoc(RULES)],
  ['docs/messages.md', await messagesPage()],
  ...languageOutputs(),
  ['src/render/html/script.ts', await pageScript()],
  ['NOTICE', notice(bundled)],
  ['sbom.cdx.json', sbom(about, bundled, JSON.parse(readFileSync('package-lock.json', 'utf8')), fontSums())],
];

const check = process.argv.includes('--check');
for (const [file, text] of outputs) {
  if (check) {
    let current = '';
    try {
      current = readFileSync(file, 'utf8');
    } catch {
      // A missing file counts as out of date.
    }
    if (current !== text) {
      console.error(`${file} is not current: run npm run generate`);
      process.exitCode = 1;
    }
  } else {
    writeFileSync(file, text);
  }
}
