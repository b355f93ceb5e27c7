import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../errors.ts';
import {
  DRAFT,
  isMade,
  isTextFile,
  LANGS,
  type Programme,
  type ProgrammeFile,
  partsOf,
  textField,
  textFile,
  WordsSchema,
  withoutUndefined,
} from '../model/index.ts';
import {
  editionDir,
  filesAfter,
  readDataset as readFolder,
  readProgrammeFolder,
  validated,
} from '../read/index.ts';
import { type TextSource, textsOfParts } from '../text/index.ts';
import { changeDataset, type Decision } from './change-dataset.ts';
import { withDesign } from './design-settings.ts';
import { type DraftFile, draftFiles, validConfig } from './draft-files.ts';
import { messageOf } from './messages.ts';

/** The settings of a draft: all its data except events and reference data. */
export interface Settings {
  /** The values of programme.yaml. */
  programme: ProgrammeFile;
  /**
   * The values of design.yaml; missing if the file contains all values of a design, because values in such a file
   * cannot be edited one by one.
   */
  design?: object;
  /** The Markdown of the texts that are stored in files, keyed by part and language, such as `foreword.fr`. */
  texts: Readonly<Record<string, string>>;
}

/** The state of a setting before and after an edit. */
export interface SettingEdit {
  of: keyof Settings;
  /**
   * A key of programme.yaml or design.yaml; for a text, the name of the part and the language, such as `foreword.fr`.
   */
  key: string;
  /** The value as it was read; missing if there was none. */
  before?: unknown;
  /** The new value; missing if the setting is to be removed. */
  after?: unknown;
}

export interface ReadSettingsOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** The draft, if it has already been read. */
  draft?: Programme | undefined;
}

export interface EditSettingsOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Edits, each of a different setting. */
  edits: readonly SettingEdit[];
}

export interface EditSettingsResult {
  /** Paths of the written files. */
  written: readonly string[];
  /** Settings that somebody else has changed since they were read. If there is a conflict, nothing was written. */
  conflicts: readonly Pick<SettingEdit, 'of' | 'key'>[];
  /** The edits that undo this call; empty if there was a conflict. */
  undo: readonly SettingEdit[];
}

/**
 * The settings of the draft, for programs that edit them.
 *
 * @throws UserError with every problem in every file
 *
 * @example
 * ```ts
 * import { readSettings } from 'programme';
 *
 * const { programme } = await readSettings();
 * console.log(programme.period); // 2021
 * ```
 */
export async function readSettings({ data = 'data', draft }: ReadSettingsOptions = {}): Promise<Settings> {
  return settingsOf(await withDesign(draft ?? (await readFolder(data, DRAFT)), data));
}

function settingsOf({ config, design, texts = [] }: Programme): Settings {
  const sources = texts
    .filter(isTextFile)
    .map(({ part, lang, source }) => [`${part}.${lang}`, source] as const);
  return { programme: config, ...(design !== undefined && { design }), texts: Object.fromEntries(sources) };
}

/**
 * Edits settings of the draft. Only the lines that differ are changed in the files. Edited values are removed from
 * the list of placeholders.
 *
 * @throws UserError when the dataset would be invalid, or the files cannot be written
 *
 * @example
 * ```ts
 * import { editSettings, readSettings } from 'programme';
 *
 * const { programme } = await readSettings();
 * const { written, conflicts } = await editSettings({
 *   edits: [{ of: 'programme', key: 'author', before: programme.author, after: 'Town of Example' }],
 * });
 * console.log(written.length, conflicts.length); // 1 0
 * ```
 */
export function editSettings({ data = 'data', edits }: EditSettingsOptions): Promise<EditSettingsResult> {
  return changeDataset(data, async (): Promise<Decision<EditSettingsResult>> => {
    const draft = await withDesign(await readFolder(data, DRAFT), data);
    const settings = settingsOf(draft);
    const conflicts = edits
      .filter(({ of, key, before }) => !isDeepStrictEqual(valueAt(settings, of, key), before))
      .map(({ of, key }) => ({ of, key }));
    if (conflicts.length > 0) return { files: [], result: { written: [], conflicts, undo: [] } };
    const all = [...edits, ...replacedPlaceholders(settings.programme, edits)];
    const after = withSettings(draft, all.reduce(withEdit, settings));
    const files = await filesOf(data, draft, after);
    // The values as they would be if they were read from the files, for example with composed characters.
    const now = settingsOf(after);
    const undo = all.map(({ of, key, before }): SettingEdit => {
      const value = valueAt(now, of, key);
      return { of, key, ...withoutUndefined({ before: value, after: before }) };
    });
    return { files, result: { written: files.map((file) => file.path), conflicts, undo } };
  });
}

function valueAt(settings: Settings, of: SettingEdit['of'], key: string): unknown {
  return new Map<string, unknown>(Object.entries(settings[of] ?? {})).get(key);
}

function withEdit(settings: Settings, { of, key, after }: SettingEdit): Settings {
  // A replaced value keeps its position among the other values.
  const values = new Map<string, unknown>(Object.entries(settings[of] ?? {}));
  if (after === undefined) values.delete(key);
  else values.set(key, after);
  return { ...settings, [of]: Object.fromEntries(values) };
}

/** The edit that removes edited values from the list of placeholders. */
function replacedPlaceholders(
  { placeholders = [] }: ProgrammeFile,
  edits: readonly SettingEdit[],
): SettingEdit[] {
  const edited = new Set(edits.filter(({ of }) => of === 'programme').map(({ key }) => key));
  const rest = placeholders.filter((key) => !edited.has(key));
  if (rest.length === placeholders.length || edited.has('placeholders')) return [];
  const after = rest.length === 0 ? {} : { after: rest };
  return [{ of: 'programme', key: 'placeholders', before: placeholders, ...after }];
}

/**
 * A draft with its settings replaced.
 *
 * @throws UserError if they are invalid
 */
function withSettings(draft: Programme, { programme, design, texts }: Settings): Programme {
  const config = validConfig(programme);
  const themes = config.themes.map((theme) => ({
    theme,
    events: draft.themes.find((one) => one.theme.id === theme.id)?.events ?? [],
  }));
  const lost = draft.themes.filter(
    ({ theme, events }) => events.length > 0 && !themes.some((one) => one.theme.id === theme.id),
  );
  if (lost.length > 0)
    throw new UserError(
      lost.map(({ theme }) => ({
        ...messageOf('theme-has-events', { theme: theme.id }),
        at: { field: 'themes' },
      })),
    );
  const sources = Object.entries(texts).map(([key, source]) => fileText(key, source, config));
  return {
    ...draft,
    config,
    themes,
    texts: textsOfParts(config, sources),
    ...(design !== undefined && { design }),
  };
}

/** @throws UserError if there is no such part or language */
function fileText(key: string, source: string, config: ProgrammeFile): TextSource {
  const [id = '', code = ''] = key.split('.');
  const part = partsOf(config).find((one) => one.id === id && !isMade(id));
  const lang = LANGS.find((one) => one === code);
  if (part === undefined || lang === undefined)
    throw new UserError(messageOf('text-of-no-part', { text: key }), { field: `texts.${key}` });
  const field = textField(id, lang);
  const { value, problems } = validated(WordsSchema, source, () => ({ field }));
  if (value === undefined) throw new UserError(problems);
  return { part: id, lang, field, source: value };
}

/**
 * The files in which two drafts with the same events differ.
 *
 * @throws UserError if the written files could not be read again
 */
async function filesOf(data: string, before: Programme, after: Programme): Promise<DraftFile[]> {
  const dir = editionDir(data, DRAFT);
  const fields = new Set(after.texts?.map(({ field }) => field));
  const removed = (before.texts ?? [])
    .filter((text) => isTextFile(text) && !fields.has(text.field))
    .map(
      ({ part, lang, source }): DraftFile => ({
        path: path.join(dir, textFile(part, lang)),
        bytes: source,
        remove: true,
      }),
    );
  const texts = (before.texts ?? []).filter((text) => !isTextFile(text) || fields.has(text.field));
  const files = [...(await draftFiles(data, { ...before, texts }, after)), ...removed];
  // Some problems, such as a picture that does not exist, are found only when all files are read together.
  await readProgrammeFolder(dir, DRAFT, filesAfter(files));
  return files;
}
