/**
 * Generates files from the sources: JSON Schemas for editors, docs/fields.md, docs/design.md, docs/rules.md,
 * docs/messages.md, docs/labels.md and NOTICE, the script of the web page, and the CLDR words in the language files.
 * `npm run generate` writes them; `npm run generate -- --check` exits with 1 if one of them is not current.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { RULES } from '../src/check/rules/index.ts';
import { DesignFileSchema } from '../src/design/file.ts';
import { FIELD_KINDS, kindOfField } from '../src/model/field-kinds.ts';
import { datasetSchemas, type JsonSchema, jsonSchema, schemaText } from '../src/model/json-schema.ts';
import { readProgramme } from '../src/read/dataset.ts';
import { OpenDataSchema } from '../src/render/data/package.ts';
import { renderRulesDoc } from '../src/report/findings-rules.ts';
import { bundledPackages } from './bundled.mjs';
import { languageOutputs } from './generate-languages.ts';
import { messagesPage } from './generate-messages.ts';
import { notice } from './notice.ts';
import { PARTS } from './parts.ts';

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

\`data/design.yaml\` gives a programme the look of its publisher, in PDF and Word alike. This page is generated from its schema (\`npm run generate\`). ${designSchema.description ?? ''}

\`\`\`yaml
# yaml-language-server: $schema=schema/design.schema.json
paper: A4
orientation: portrait
color: { primary: "#b3261e" }
logo: { path: pictures/logo.png, alt: Ville-Exemple }
cover: band
table: { zebra: true }
\`\`\`

These lines are all that another colour, upright paper and a logo take.

A colour needs its quotes: without them YAML takes what follows a number sign for a comment. A length has a unit: mm, cm, in or pt. Keys that are not listed are errors.

Pictures are SVG, PNG or JPEG files in the folder of the dataset, such as \`pictures/logo.svg\`; a logo is best as SVG, which is sharp in every size. Of SVG, texts are converted to outlines first, in the program that drew them; what else cannot be printed as it is drawn, such as filters, is named with its line. Each has words for those who do not see it, \`alt\`: one text, such as a name, or one for each language (\`alt: { en: The harbour, fr: Le port }\`); or it says \`decoration: true\`. Logos stand on a tab of paper where the cover has a colour or a picture. What files of photographs say of people and places is left out ([decisions/pictures.md](decisions/pictures.md)).

Words must be readable: a contrast of 4.5 : 1 with what they stand on (WCAG 2.1 AA). A pale primary or secondary colour is used as it is for areas; words have its nearest shade that can be read, which \`build\` names. A colour set for text (\`foreground\`, \`typography.headings.color\`) is refused when its contrast is too low; the message gives the nearest shade that is readable.

What follows from the paper need not be said: on narrow paper titles stand above their texts, tables have smaller letters and narrower columns, indexes fewer columns; the cover is arranged anew.

An existing brand.yml file is taken over with \`extends: _brand.yml\`: its \`color\`, \`typography\` and \`logo\`, as far as the keys below are the same; values of the design file override them. What it holds besides is named when the programme is built. Nothing is fetched from the network: the file lies in the folder of the dataset, and families are those that come with the program or whose files lie in \`fonts/\` there.

Fonts that it lists are taken over where \`base\` or \`headings\` name them and their files lie in \`fonts/\` of the dataset: of several weights the nearest to regular and to bold. Those of Google or Bunny Fonts are refused, with the way to do it without the network.

Own faces are TrueType or OpenType files (.ttf, .otf) that may be embedded, a regular and a bold one, and italic ones (\`style: italic\`) for emphasised words, which are bold without:

\`\`\`yaml
typography:
  fonts:
    - family: Example Sans
      files: [fonts/ExampleSans-Regular.ttf, { path: fonts/ExampleSans-Bold.ttf, weight: bold }]
  base: Example Sans
\`\`\`

Any family that is listed also stands in for characters that the letters lack. What their makers allow (OS/2.fsType) is kept: a font of which no part may be embedded alone is in the files whole, and one for preview and print only is in the PDF, while Word files name it. They name fonts with PostScript outlines (most .otf files) too, since Word embeds none; \`build\` says so, and which face of the program stands in where the font is not installed. What cannot be used is refused with the reason: fonts that may not be embedded, variable fonts, web fonts, collections ([decision](decisions/font-licences.md)).

\`presentation: list\` prints each event with its title, a line of facts and its description, which suits upright paper (plain words of more than three columns each under their name); \`size: large\` prints large letters, and themes as lists. With \`groups\` the values of a field are headings, with a table or a list of their own under each, in the order in which they first come. Events are numbered in printed order.

\`groups: day\` prints a theme by day, from the dates of its events (\`when\`); a column named \`day\` takes precedence. Each day is a heading with its weekday, and its events are sorted by the hour at which they begin. Events of several days come first, and the days on which they take place name them, except for stretches of more than a week, such as exhibitions. Months, dates in words and open dates come last. The column of dates is left out where every date only repeats its heading.

\`\`\`yaml
presentation: { as: list, groups: day, themes: { exhibitions: table } }
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
  const { code } = await transform(readFileSync('src/page/find.ts', 'utf8'), {
    loader: 'ts',
    format: 'iife',
    target: 'es2022',
    minify: true,
  });
  return `/** The script of the page: generated from src/page/find.ts (\`npm run generate\`). */\nexport const SCRIPT =\n  ${JSON.stringify(code.trim())};\n`;
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

const outputs: [string, string][] = [
  ['docs/ARCHITECTURE.md', architecture()],
  ...[...datasetSchemas(config).set('design', designSchema)].map(([name, schema]): [string, string] => [
    `${DATA}/schema/${name}.schema.json`,
    schemaText(schema),
  ]),
  ['docs/schema/open-data.schema.json', schemaText(jsonSchema(OpenDataSchema))],
  ['docs/fields.md', `${fields}\n`],
  ['docs/design.md', design],
  ['docs/rules.md', renderRulesDoc(RULES)],
  ['docs/messages.md', await messagesPage()],
  ...languageOutputs(),
  ['src/render/html/script.ts', await pageScript()],
  ['NOTICE', notice(await bundledPackages())],
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
