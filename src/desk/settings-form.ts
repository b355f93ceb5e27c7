import type { SettingKey } from '../../languages/desk/index.ts';
import { loadDesignFile, PAPER_NAMES } from '../design/index.ts';
import { type JsonSchema, jsonSchema, ProgrammeFileSchema } from '../model/index.ts';
import type { SettingField, SettingsView } from './api.ts';
import { OF_PART } from './part-settings.ts';

/**
 * The settings that the design form contains, in the order of the form. Other design settings can be edited only in
 * design.yaml.
 */
const DESIGN: readonly SettingKey[] = [
  'paper',
  'orientation',
  'size',
  'color.primary',
  'color.secondary',
  'color.foreground',
  'color.background',
  'logo',
  'cover.layout',
  'cover.picture',
  'cover.co-emitter',
  'typography.base',
  'typography.headings',
  'presentation.as',
  'presentation.groups',
  'presentation.places',
  'sections',
  'table.rules',
  'table.zebra',
];

/** The forms of the title page and of the design, derived from the schemas of their files. */
export async function settingsForms(): Promise<SettingsView['forms']> {
  const { DesignFileSchema } = await loadDesignFile();
  return {
    title: fieldsIn(jsonSchema(ProgrammeFileSchema), Object.values(OF_PART).flat()),
    design: fieldsIn(jsonSchema(DesignFileSchema), DESIGN),
  };
}

function fieldsIn(schema: JsonSchema, keys: readonly SettingKey[]): SettingField[] {
  return keys.map((key) => {
    const steps = key.split('.');
    const found = steps.reduce<JsonSchema>((outer, step) => propertyOf(outer, step), schema);
    const isRequired = steps.length === 1 && schema.required?.includes(key) === true;
    return { key, ...formOf(key, found), isRequired, isLong: key === 'introduction' };
  });
}

/** @throws Error if the schema has no such key */
function propertyOf({ properties, anyOf = [] }: JsonSchema, key: string): JsonSchema {
  const found =
    properties?.[key] ?? anyOf.map((one) => one.properties?.[key]).find((one) => one !== undefined);
  if (found === undefined) throw new Error(`no schema has the key ${key}`);
  return found;
}

function formOf(key: SettingKey, schema: JsonSchema): Pick<SettingField, 'kind' | 'options'> {
  const choices = [schema, ...(schema.anyOf ?? [])].find((one) => one.enum !== undefined)?.enum;
  if (choices !== undefined) return { kind: 'choice', options: choices };
  if (schema.type === 'boolean') return { kind: 'choice', options: ['true', 'false'] };
  if (schema.properties?.path !== undefined) return { kind: 'picture', options: [] };
  if (schema.anyOf !== undefined && key.indexOf('.') < 0) return { kind: 'text', options: [] };
  if (key.startsWith('color.')) return { kind: 'colour', options: [] };
  if (key === 'date') return { kind: 'date', options: [] };
  return { kind: 'words', options: key === 'paper' ? [...PAPER_NAMES] : [] };
}
