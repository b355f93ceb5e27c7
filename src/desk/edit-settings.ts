import { ifPossible } from '../errors.ts';
import { editSettings as edit, type Programme, readSettings, type SettingEdit } from '../index.ts';
import { isMade, type PartEntry, partOf, partsOf, withoutUndefined } from '../model/index.ts';
import { idMaker } from '../text/index.ts';
import type { Added, Edited, NewPart, OutlinePart, SettingsView } from './api.ts';
import { settingsForms } from './settings-form.ts';

/** The parts of a programme and, for the draft, the settings with their forms. */
export async function settingsViewOf(
  data: string,
  programme: Programme,
  isDraft: boolean,
): Promise<SettingsView> {
  // If the design file cannot be read, the problem is reported when the pages are made, and events can still be edited.
  const settings = isDraft ? await ifPossible(readSettings({ data, draft: programme })) : undefined;
  return {
    ...withoutUndefined({ settings }),
    parts: partsOf(programme.config).map((part) => outlineOf(part.id, programme)),
    forms: await settingsForms(),
  };
}

function outlineOf(id: string, { config, texts = [] }: Programme): OutlinePart {
  const ofPart = texts.filter(({ part }) => part === id);
  const text = ofPart.find(({ lang }) => lang === config.language) ?? ofPart[0];
  const title = text?.rich.title?.map((run) => run.text).join('');
  return { id, isText: !isMade(id), ...(title !== undefined && { title }) };
}

export async function editSettings(data: string, edits: readonly SettingEdit[]): Promise<Edited> {
  const { undo, conflicts } = await edit({ data, edits });
  return { undo, conflicts: conflicts.map(({ key }) => key) };
}

/** Adds a part after another part: either a predefined part, or a text part with a new id. */
export async function addPart(data: string, { kind, title, text, after }: NewPart): Promise<Added> {
  const { programme } = await readSettings({ data });
  const parts = partsOf(programme).map(({ id }) => id);
  const id = kind ?? idMaker(parts, 'part')([title]);
  const entries: readonly PartEntry[] = programme.parts ?? parts;
  const place = entries.findIndex((entry) => partOf(entry).id === after);
  const heading = title === '' ? '' : `# ${title}\n\n`;
  const edits: SettingEdit[] = [
    {
      of: 'programme',
      key: 'parts',
      ...(programme.parts !== undefined && { before: programme.parts }),
      after: entries.toSpliced(place < 0 ? entries.length : place + 1, 0, id),
    },
    ...(isMade(id)
      ? []
      : [{ of: 'texts', key: `${id}.${programme.language}`, after: `${heading}${text.trim()}\n` } as const]),
  ];
  return { id, ...(await editSettings(data, edits)) };
}
