/** The form values of settings. */
import type { SettingEdit, Settings, Text } from '../../index.ts';
import type { PartEntry } from '../../model/index.ts';
import type { SettingField } from '../api.ts';
import { keysOf, pathOf, type Slot, valueAt } from './form-values.ts';
import type { ProgrammeLanguages } from './picture-values.ts';

/** The form values of a field of programme.yaml or design.yaml. A text has one value per language. */
export function settingSlots(
  file: 'programme' | 'design',
  { key, kind, options, isRequired }: SettingField,
  settings: Settings,
  spoken: ProgrammeLanguages,
): Slot[] {
  const path = pathOf(file, key);
  if (kind === 'text')
    return keysOf(key, spoken, valueAt(settings, path)).map((one) => ({ ...one, path, kind, isRequired }));
  if (kind === 'picture') return [{ key, path, kind: file === 'design' ? 'pictureObject' : 'picture' }];
  return [{ key, path, kind: options.includes('true') ? 'flag' : 'words', isRequired }];
}

/** The texts and the picture at the beginning of each theme, as form values. */
export function themeSlots({ programme }: Settings, spoken: ProgrammeLanguages): Slot[] {
  return programme.themes.flatMap((_, index): Slot[] => {
    const path = ['programme', 'themes', String(index)];
    const texts = ['introduction', 'caption'].flatMap((name) =>
      textSlots(`themes.${index}.${name}`, [...path, name], spoken),
    );
    return [...texts, { key: `themes.${index}.picture`, path: [...path, 'picture'], kind: 'picture' }];
  });
}

/** A text with one value per language. */
function textSlots(
  key: string,
  path: readonly string[],
  spoken: ProgrammeLanguages,
  isRequired = false,
): Slot[] {
  return keysOf(key, spoken).map((one) => ({ ...one, path, kind: 'text', isRequired }));
}

/** A signature of a part, in the form used in programme.yaml. */
export interface Signature {
  name: Text;
  role?: Text;
  portrait?: Text;
}

interface LongPart {
  id: string;
  text?: Text;
  signatures?: readonly Signature[];
}

const longPart = (entry: PartEntry): LongPart =>
  (typeof entry === 'string' ? { id: entry } : entry) as LongPart;

/** A part of the programme, as the settings describe it. */
export function partIn({ programme }: Settings, id: string): LongPart {
  return (programme.parts ?? []).map(longPart).find((part) => part.id === id) ?? { id };
}

/** Replaces the signatures of a part in the settings. */
export function withSignatures(settings: Settings, id: string, signatures: readonly Signature[]): Settings {
  const { signatures: _, ...unsigned } = partIn(settings, id);
  const signed = signatures.length === 0 ? unsigned : { ...unsigned, signatures };
  const entry = Object.keys(signed).length === 1 ? id : signed;
  const parts = settings.programme.parts?.map((one) => (longPart(one).id === id ? entry : one));
  return { ...settings, programme: { ...settings.programme, parts } as Settings['programme'] };
}

/**
 * The form values of a part: its text, which is stored in programme.yaml or in one file per language, and its
 * signatures.
 */
export function partSlots(settings: Settings, id: string, spoken: ProgrammeLanguages): Slot[] {
  const { text, signatures = [] } = partIn(settings, id);
  const index = settings.programme.parts?.findIndex((one) => longPart(one).id === id);
  const part = ['programme', 'parts', String(index)];
  const texts =
    text === undefined
      ? keysOf('text', spoken).map(
          (one): Slot => ({ ...one, path: ['texts', `${id}.${one.lang}`], kind: 'words' }),
        )
      : textSlots('text', [...part, 'text'], spoken, true);
  return [
    ...texts,
    ...signatures.flatMap((_, place): Slot[] => {
      const signature = `signatures.${place}`;
      const path = [...part, 'signatures', String(place)];
      return [
        ...textSlots(`${signature}.name`, [...path, 'name'], spoken, true),
        ...textSlots(`${signature}.role`, [...path, 'role'], spoken),
        { key: `${signature}.portrait`, path: [...path, 'portrait'], kind: 'picture' },
      ];
    }),
  ];
}

/** The form field to which a problem with a part refers. */
export function fieldOfPart(field: string, id: string, { language }: ProgrammeLanguages): string {
  const key = field.replace(/^parts\.\d+\./, '').replace(`texts.${id}`, 'text');
  return key === `text.${language}` ? 'text' : key;
}

/** The edits that lead from one state of the settings to another. */
export function differences(before: Settings, after: Settings): SettingEdit[] {
  return (['programme', 'design', 'texts'] as const).flatMap((of) => {
    const [old, now]: Record<string, unknown>[] = [{ ...before[of] }, { ...after[of] }];
    return Object.keys({ ...old, ...now })
      .filter((key) => JSON.stringify(old?.[key]) !== JSON.stringify(now?.[key]))
      .map((key): SettingEdit => {
        const edit = { of, key, before: old?.[key], after: now?.[key] };
        return JSON.parse(JSON.stringify(edit)) as SettingEdit;
      });
  });
}
