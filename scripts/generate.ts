/**
 * Writes what is made from the sources: JSON Schemas for editors, docs/fields.md, docs/rules.md, docs/labels.md and NOTICE; and the words
 * of CLDR into the files of the languages. `npm run generate` writes them,
 * `npm run generate -- --check` ends with 1 when one of them is not as it would be written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { RULES } from '../src/check/registry.ts';
import { EventsFileSchema } from '../src/model/event.ts';
import { ProgrammeFileSchema } from '../src/model/programme.ts';
import { PlacesFileSchema, RegionsFileSchema } from '../src/model/reference.ts';
import { renderRulesDoc } from '../src/report/findings-rules.ts';
import { bundledPackages } from './bundled.mjs';
import { languageOutputs } from './generate-languages.ts';
import { notice } from './notice.ts';

interface JsonSchema {
  type?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: string[];
  const?: unknown;
  anyOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
}

const FILES = [
  { name: 'programme', file: 'programme.yaml', schema: ProgrammeFileSchema },
  { name: 'events', file: 'events/<theme>.yaml', schema: EventsFileSchema },
  { name: 'regions', file: 'reference/regions.yaml', schema: RegionsFileSchema },
  { name: 'places', file: 'reference/places.yaml', schema: PlacesFileSchema },
] as const;

const schemas = FILES.map(({ name, file, schema }) => ({
  name,
  file,
  json: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema,
}));

/** The kind of a value in words. */
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

/** The rows of a group of keys, and of the groups inside it. */
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
  ...schemas.map(({ file, json }) =>
    [
      `## ${file}`,
      '',
      ...(json.description === undefined ? [] : [json.description, '']),
      '| field | required | value | what it is |',
      '|---|---|---|---|',
      ...rows(json, ''),
    ].join('\n'),
  ),
].join('\n\n');

const outputs: [string, string][] = [
  ...schemas.map(({ name, json }): [string, string] => [
    `data/schema/${name}.schema.json`,
    `${JSON.stringify(json, null, 2)}\n`,
  ]),
  ['docs/fields.md', `${fields}\n`],
  ['docs/rules.md', renderRulesDoc(RULES)],
  ...languageOutputs(),
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
