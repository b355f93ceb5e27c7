/** The messages about settings: title page, parts, design, pictures. */
import * as z from 'zod';
import type { SettingKey } from '../../languages/desk/index.ts';
import type { SettingEdit, Settings } from '../index.ts';

const Name = z.string().max(200);

/** Edits of settings, in the form that the public interface takes; the commands check their values. */
export const SettingsSchema = z.strictObject({
  edits: z
    .array(
      z.strictObject({
        of: z.enum(['programme', 'design', 'texts']),
        key: Name,
        before: z.unknown().optional(),
        after: z.unknown().optional(),
      }),
    )
    .max(100),
});

/** The result of an edit: the edits that undo it, or the settings that have changed since they were read. */
export interface SettingsEdited {
  undo: SettingEdit[];
  conflicts: string[];
}

/** A new part: its id if it is of a known kind, its title and text if it has any, and the part that it follows. */
export const PartSchema = z.strictObject({
  kind: Name.optional(),
  title: z.string().max(2000),
  text: z.string().max(200_000),
  after: Name,
});
export type NewPart = z.infer<typeof PartSchema>;

export interface PartAdded extends SettingsEdited {
  id: string;
}

/** A picture to add, with the name of its file. */
export const PictureSchema = z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) });

/** A value of a form. */
export interface SettingField {
  key: SettingKey;
  /** `text` has one value per language. */
  kind: 'words' | 'text' | 'choice' | 'colour' | 'date' | 'picture';
  /** The values of a choice, or suggestions. */
  options: string[];
  isRequired: boolean;
  /** Whether the value can have several lines and emphasis. */
  isLong: boolean;
}

/** A part of the publication in the outline. */
export interface OutlinePart {
  id: string;
  /** Title of the part; missing for parts that the page names. */
  title?: string;
  /** Whether it is a text; other parts are generated from the data. */
  isText: boolean;
}

/** The settings of the displayed dataset; only the draft has them. */
export interface SettingsView {
  /** Missing if the design cannot be read, or the edition is frozen. */
  settings?: Settings;
  parts: OutlinePart[];
  forms: { title: SettingField[]; design: SettingField[] };
}
