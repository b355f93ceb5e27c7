/**
 * Generates files from the sources: JSON Schemas for editors, docs/commands.md, docs/fields.md, docs/design.md,
 * docs/rules.md, docs/messages.md, docs/labels.md, NOTICE and sbom.cdx.json, the script of the web page, and the CLDR
 * words in the language files.
 * `npm run generate` writes them; `npm run generate -- --check` exits with 1 if one of them is not current.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
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
import { languageOutputs } from './generate-languages.ts';
import { messagesPage } from './generate-messages.ts';
import { notice } from './notice.ts';
import { PARTS } from './parts.ts';
import { sbom } from './sbom.ts';

const DATA = 'data';
const { config } = await readProgramme(DATA);

/**
 * The keys that every event has, and one key for each kind of field; the schemas of a dataset contain only its own
 * fields.
 */
const documented = datasetSchemas({ fields: [{ id: '<title>', kind: 'title' }], sides: [] });
const FILES: Readonly<Record<string, string>> = {
  programme: 'programme.yaml',
  events: 'events/<theme>.yaml',
  regions: 'reference/regions.yaml',
  places: 'reference/places.yaml',
};

/** The kind of a value as text. */
function kind(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(kind))].join(', or ');
  if (schema.type === 'array') return `list of ${kind(schema.items ?? {})}`;
  if (schema.type === 'object') return 'group of keys';
  return (
    { string: 'text', boolean: 'true or false', integer: 'number', number: 'number' }[schema.type ?? ''] ??
    'text'
  );
}

/** Table rows for a group of keys and the groups inside it. */
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
  'This page is generated from the schemas (`npm run generate`). Keys that are not listed are errors.',
  ...[...documented].map(([name, json]) =>
    [
      `## ${FILES[name] ?? name}`,
      '',
      ...(json.description === undefined ? [] : [json.description, '']),
      '| field | required | value | what it is |',
      '|---|---|---|---|',
      ...rows(json, ''),
    ].join('\n'),
  ),
  [
    '## Kinds of fields',
    '',
    'Besides the keys above, an event has a value for each field that programme.yaml declares, under the id of the field: words in the main language, or by language. [add-a-field.md](add-a-field.md) shows how one is added.',
    '',
    '| kind | what it holds | kind of change |',
    '|---|---|---|',
    ...FIELD_KINDS.map(
      (kind) => `| \`${kind}\` | ${kindOfField(kind).holds} | \`${kindOfField(kind).change}\` |`,
    ),
  ].join('\n'),
].join('\n\n');

const designSchema = jsonSchema(DesignFileSchema);
const design = `# The design file

\`data/design.yaml\` defines the look of a programme in PDF, Word and web pages. This page is generated from its schema (\`npm run generate\`). ${designSchema.description ?? ''}

\`\`\`yaml
# yaml-language-server: $schema=schema/design.schema.json
paper: A4
orientation: portrait
color: { primary: "#b3261e" }
logo: { path: pictures/logo.png, alt: Ville-Exemple }
cover: band
table: { zebra: true }
\`\`\`

This example sets a colour, portrait orientation and a logo.

Write colours in quotes, because an unquoted number sign starts a YAML comment. Lengths need a unit: mm, cm, in or pt. Unknown keys are errors.

Pictures are SVG, PNG or JPEG files in the dataset folder, such as \`pictures/logo.svg\`. Use SVG for logos, because it is sharp at every size. Convert texts in SVG files to outlines first, in the drawing program; other unsupported features, such as filters, are rejected with their line. Each picture needs alternative text, \`alt\`: one text, such as a name, or one for each language (\`alt: { en: The harbour, fr: Le port }\`); or set \`decoration: true\`. On covers with a colour or a picture, logos have a white background. Metadata of photographs, such as places and names, is removed ([decisions/pictures.md](decisions/pictures.md)).

Text must have a contrast of 4.5 : 1 with its background (WCAG 2.1 AA). A pale primary or secondary colour is used unchanged for areas; text has its nearest readable shade, which \`build\` reports. A text colour (\`foreground\`, \`typography.headings.color\`) with too little contrast is rejected; the message gives the nearest readable shade.

The layout adapts to the paper: on narrow paper, titles are above their texts, tables have a smaller font size and narrower columns, indexes have fewer columns, and the cover has another layout.

To use an existing brand.yml file, write \`extends: _brand.yml\`. Its keys under \`color\`, \`typography\` and \`logo\` are used if they are in the table below; values of the design file override them. \`build\` lists the keys that are ignored. Nothing is downloaded: the file must be in the dataset folder, and fonts must be included in the program or be in the folder \`fonts/\` of the dataset.

Fonts of the brand file are used if \`base\` or \`headings\` names them and their files are in \`fonts/\`. If there are several weights, the nearest to regular and bold are used. Fonts from Google or Bunny Fonts are rejected with instructions for using them offline.

Additional fonts are TrueType or OpenType files (.ttf, .otf) that may be embedded: a regular and a bold file, and optionally italic files (\`style: italic\`) for emphasised words, which are otherwise bold:

\`\`\`yaml
typography:
  fonts:
    - family: Example Sans
      files: [fonts/ExampleSans-Regular.ttf, { path: fonts/ExampleSans-Bold.ttf, weight: bold }]
  base: Example Sans
\`\`\`

All listed families are also used for characters that the other fonts lack. Embedding permissions (OS/2.fsType) are respected: a font that forbids subsets is embedded as a whole, and a font for preview and print is embedded only in the PDF. Word files do not embed such a font, nor fonts with PostScript outlines (most .otf files); \`build\` reports this, and the replacement on computers without the font. Fonts that forbid embedding, variable fonts, web fonts and collections are rejected with the reason ([decision](decisions/font-licences.md)).

\`presentation: list\` prints each event with its title, a line of facts and its description, which suits portrait paper. If a theme has more than three columns of plain text, each text has its column heading. \`size: large\` is large print, with themes as lists. With \`groups\`, the values of a field become headings, in order of first occurrence, each with a separate table or list. Events are numbered in printed order.

\`groups: day\` prints a theme by day, from the dates of its events (\`when\`); a column named \`day\` takes precedence. Each day is a heading with its weekday, and its events are sorted by the hour at which they begin. Events of several days come first, and the days on which they take place name them, except for stretches of more than a week, such as exhibitions. Months, dates in words and open dates come last. The column of dates is left out where every date only repeats its heading.

\`\`\`yaml
presentation: { as: list, groups: day, themes: { exhibitions: table } }
\`\`\`

\`presentation: timetable\` prints a page for each day, with places side by side and hours from top to bottom, before the themes; these follow as lists by day. An event covers the rows of its length, or one row if its end is not stated; an event without a place, such as a break, goes across all places unless something else takes place. Each theme has a colour and a letter, which a line explains. Events of the day without an hour are named above the grid. A place has several columns if events take place there at once. If the grid fits on no page, in letters of at least 7 pt, the day is printed as a list, and \`build\` says so. \`places\` names the field of places:

\`\`\`yaml
presentation: { as: timetable, places: room }
\`\`\`

A field is printed where it is a column of the theme (\`columns\` in programme.yaml), in the order of the columns. Proof sheets and files for corrections have tables always; a redline has the lists, but no groups, since it shows what moved from one to another ([decision](decisions/lists-and-groups.md)).

\`programme freeze\` writes the design with all its values into the edition. A \`data/design.yaml\` may be such a complete design too: [looks.md](looks.md).

| key | value | what it is |
|---|---|---|
${rows(designSchema, '')
  .map((row) => row.replace(/^(\|[^|]*\|)[^|]*\|/, '$1'))
  .join('\n')}
`;

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

/** The parts of the program as a table, each with its entry files. */
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

/** Entry files in a folder, without those of nested parts, which have rows of their own. */
function entriesIn(folder: string): string[] {
  const isPart = (name: string): boolean => path.join(folder, path.dirname(name)) in PARTS;
  return ['index.ts', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]
    .filter((name, index, all) => path.basename(name) === 'index.ts' && all.indexOf(name) === index)
    .filter((name) => name === 'index.ts' || !isPart(name))
    .filter((name) => existsSync(path.join(folder, name)))
    .sort((a, b) => a.length - b.length);
}

/** docs/ARCHITECTURE.md with its table. */
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
  return new Map(
    fonts.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(`fonts/${name}`))
        .digest('hex'),
    ]),
  );
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
  ['docs/design.md', design],
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
      // A missing file is not current.
    }
    if (current !== text) {
      console.error(`${file} is not current: run npm run generate`);
      process.exitCode = 1;
    }
  } else {
    writeFileSync(file, text);
  }
}
