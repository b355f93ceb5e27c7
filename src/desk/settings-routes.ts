import { addPicture } from '../index.ts';
import { addPart, editSettings } from './edit-settings.ts';
import { fileRoute, type Route, route } from './route.ts';
import { PartSchema, PictureSchema, SettingsSchema } from './settings-api.ts';

/** Requests about title page, parts, design and pictures. */
export const SETTINGS_ROUTES: Readonly<Record<string, Route>> = {
  'POST /api/settings': route(SettingsSchema, async ({ edits }, { data, watch }) => {
    const value = await editSettings(data, edits);
    watch.hurry();
    return { value };
  }),
  'POST /api/part': route(PartSchema, async (part, { data, watch }) => {
    const value = await addPart(data, part);
    watch.hurry();
    return { value };
  }),
  'POST /api/picture': fileRoute(PictureSchema, async ({ name, bytes }, { data }) => ({
    value: { path: await addPicture({ data, name, bytes }) },
  })),
};
