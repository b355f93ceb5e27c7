/** The values of settings in forms, keyed by setting and language. */
import type { Lang, SettingEdit, Settings, Text } from '../../index.ts';
import type { PartEntry } from '../../model/index.ts';
import type { SettingField } from '../api.ts';
import { languagesOf, textWith, wordsInForm } from './event-values.ts';
import {
  type ProgrammeLanguages,
  pictureIn,
  pictureObject,
  pictureText,
  pictureValue,
} from './picture-values.ts';

type Group = Readonly<Record<string, unknown>>;

/** Reads and writes the values of settings by the keys of a form. */
interface Forms {
  at(settings: Settings, key: string): string;
  with(settings: Settings, key: string, value: string): Settings;
}

/** Groups of design keys that can be written as one value, with the key that this value replaces. */
const SHORT: Readonly<Record<string, string>> = {
  cover: 'layout',
  presentation: 'as',
  'typography.base': 'family',
  'typography.headings': 'family',
};

/** The path of a setting in its file. */
function stepsOf(key: string): string[] {
  const short = key.includes('.') ? SHORT[key] : undefined;
  return [...key.split('.'), ...(short === undefined ? [] : [short])];
}

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null;

function groupIn(value: unknown, place: string): Group {
  if (isGroup(value)) return value;
  const short = SHORT[place];
  return value === undefined || short === undefined ? {} : { [short]: value };
}

function valueIn(group: Group, [step = '', ...rest]: readonly string[], place = ''): unknown {
  const value = group[step];
  return rest.length === 0 ? value : valueIn(groupIn(value, `${place}${step}`), rest, `${place}${step}.`);
}

function withValue(group: Group, [step = '', ...rest]: readonly string[], value: unknown, place = ''): Group {
  const own = `${place}${step}`;
  const next =
    rest.length === 0 ? value : shortened(withValue(groupIn(group[step], own), rest, value, `${own}.`), own);
  if (Array.isArray(group)) return Object.assign([...group], { [step]: next });
  const { [step]: _, ...others } = group;
  return next === undefined ? others : { ...group, [step]: next };
}

/**
 * Leaves out an empty group. If the only key of a group is the one with a short form, the value of this key is
 * written instead of the group.
 */
function shortened(group: Group, place: string): unknown {
  const [first, ...more] = Object.keys(group);
  if (first === undefined) return undefined;
  return more.length === 0 && first === SHORT[place] ? group[first] : group;
}

/** The keys of a setting in a form: one for each language of a text. */
export function keysOf(
  { key, kind }: Pick<SettingField, 'kind'> & { key: string },
  spoken: ProgrammeLanguages,
  text?: unknown,
): { key: string; lang?: Lang }[] {
  if (kind !== 'text') return [{ key }];
  return languagesOf(text, spoken.languages).map((lang) => ({ key: keyIn(key, lang, spoken), lang }));
}

const keyIn = (key: string, lang: Lang, { language }: ProgrammeLanguages): string =>
  lang === language ? key : `${key}.${lang}`;

type FormField = Pick<SettingField, 'kind' | 'options' | 'isRequired'> & { key: string };

/** Reads and writes the values of a form of settings in programme.yaml or design.yaml. */
export function valuesOf(
  of: 'programme' | 'design',
  fields: readonly FormField[],
  spoken: ProgrammeLanguages,
): Forms {
  const slotOf = (key: string): (FormField & { lang: Lang }) | undefined => {
    const field = fields.find(
      (one) => one.key === key || (one.kind === 'text' && key.startsWith(`${one.key}.`)),
    );
    const lang = field === undefined || field.key === key ? spoken.language : key.slice(field.key.length + 1);
    return field && { ...field, lang: lang as Lang };
  };
  const fileIn = (settings: Settings): Group => (settings[of] ?? {}) as Group;
  return {
    at: (settings, key) => {
      const slot = slotOf(key);
      const value = slot && valueIn(fileIn(settings), stepsOf(slot.key));
      if (slot?.kind === 'text') return wordsInForm(value as Text | undefined, slot.lang, spoken.language);
      if (slot?.kind === 'picture')
        return pictureValue(
          of === 'design' ? pictureObject(value, spoken) : pictureText(value as Text | undefined, spoken),
          spoken,
        );
      return value === undefined ? '' : String(value);
    },
    with: (settings, key, words) => {
      const slot = slotOf(key);
      if (slot === undefined) return settings;
      const steps = stepsOf(slot.key);
      const file = fileIn(settings);
      const old = valueIn(file, steps) as Text | undefined;
      const value =
        slot.kind === 'text'
          ? textWith(old, slot.lang, words, spoken.language)
          : slot.kind === 'picture'
            ? pictureIn(words, spoken)?.[of === 'design' ? 'object' : 'text']
            : slot.options.includes('true')
              ? { true: true, false: false }[words]
              : words === ''
                ? undefined
                : words;
      // An empty required value is rejected, not removed.
      const held = value === undefined && slot.isRequired ? '' : value;
      return { ...settings, [of]: withValue(file, steps, held) };
    },
  };
}

/** The texts and the picture with which a theme opens, by its position. */
export const openingFields = (theme: number): FormField[] =>
  (['introduction', 'picture', 'caption'] as const).map((name) => ({
    key: `themes.${theme}.${name}`,
    kind: name === 'picture' ? 'picture' : 'text',
    options: [],
    isRequired: false,
  }));

/** A signature of a part, as in programme.yaml. */
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

/** A part of the programme in its settings. */
export function partIn({ programme }: Settings, id: string): LongPart {
  return (programme.parts ?? []).map(longPart).find((part) => part.id === id) ?? { id };
}

/** Settings in which a part replaces the part with the same id. */
export function withPart(settings: Settings, part: LongPart): Settings {
  const { signatures, text } = part;
  const isShort = text === undefined && (signatures === undefined || signatures.length === 0);
  const { signatures: _, ...unsigned } = part;
  const entry = isShort ? part.id : signatures?.length === 0 ? unsigned : part;
  const parts = settings.programme.parts?.map((one) => (longPart(one).id === part.id ? entry : one));
  return { ...settings, programme: { ...settings.programme, parts } as Settings['programme'] };
}

/** Reads and writes the text and the signatures of a part. */
export function partValues(id: string, spoken: ProgrammeLanguages): Forms {
  const langOf = (key: string): Lang =>
    spoken.languages.find((lang) => key.endsWith(`.${lang}`)) ?? spoken.language;
  const slotOf = (key: string): { index: number; name: keyof Signature } | undefined => {
    const [list, index, name] = key.split('.');
    return list === 'signatures' ? { index: Number(index), name: name as keyof Signature } : undefined;
  };
  const fileOf = (key: string): string => `${id}.${langOf(key)}`;
  return {
    at: (settings, key) => {
      const slot = slotOf(key);
      const { text, signatures = [] } = partIn(settings, id);
      if (slot === undefined)
        return text === undefined
          ? (settings.texts[fileOf(key)] ?? '')
          : wordsInForm(text, langOf(key), spoken.language);
      const value = signatures[slot.index]?.[slot.name];
      return slot.name === 'portrait'
        ? pictureValue(pictureText(value, spoken), spoken)
        : wordsInForm(value, langOf(key), spoken.language);
    },
    with: (settings, key, words) => {
      const slot = slotOf(key);
      const part = partIn(settings, id);
      if (slot === undefined) {
        if (part.text !== undefined)
          return withPart(settings, {
            ...part,
            text: textWith(part.text, langOf(key), words, spoken.language) ?? '',
          });
        const { [fileOf(key)]: _, ...others } = settings.texts;
        return { ...settings, texts: words === '' ? others : { ...settings.texts, [fileOf(key)]: words } };
      }
      const signatures = (part.signatures ?? []).map((one, index) => {
        if (index !== slot.index) return one;
        const value =
          slot.name === 'portrait'
            ? pictureIn(words, spoken)?.text
            : textWith(one[slot.name], langOf(key), words, spoken.language);
        const { [slot.name]: _, ...others } = one;
        if (value !== undefined) return { ...one, [slot.name]: value };
        return (slot.name === 'name' ? { ...one, name: '' } : others) as Signature;
      });
      return withPart(settings, { ...part, signatures });
    },
  };
}

/** The form field of a part that a problem refers to. */
export function fieldOfPart(field: string, id: string, { language }: ProgrammeLanguages): string {
  const own = field.replace(/^parts\.\d+\./, '').replace(`texts.${id}`, 'text');
  return own === `text.${language}` ? 'text' : own;
}

/** The edits between two states of the settings. */
export function differences(before: Settings, after: Settings): SettingEdit[] {
  return (['programme', 'design', 'texts'] as const).flatMap((of) => {
    const [old, now] = [(before[of] ?? {}) as Group, (after[of] ?? {}) as Group];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
      .map((key): SettingEdit => {
        const edit = { of, key, before: old[key], after: now[key] };
        return JSON.parse(JSON.stringify(edit)) as SettingEdit;
      });
  });
}
