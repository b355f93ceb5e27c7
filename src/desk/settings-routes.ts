import { addPicture } from '../index.ts';
import { addPart, editSettings } from './edit-settings.ts';
import { fileRoute, type Route, route, written } from './route.ts';
import { PartSchema, PictureSchema, SettingsSchema } from './settings-api.ts';

/** Requests about title page, parts, design and pictures. */
export const SETTINGS_ROUTES: Readonly<Record<string, Route>> = {
  'POST /api/settings': route(SettingsSchema, ({ edits }, desk) =>
    written(desk, (data) => editSettings(data, edits)),
  ),
  'POST /api/part': route(PartSchema, (part, desk) => written(desk, (data) => addPart(data, part))),
  'POST /api/picture': fileRoute(PictureSchema, async ({ name, bytes }, { data }) => ({
    value: { path: await addPicture({ data, name, bytes }) },
  })),
};
