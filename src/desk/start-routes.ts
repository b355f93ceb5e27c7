import { readdir } from 'node:fs/promises';
import { MESSAGES } from '../../languages/index.ts';
import type { Lang, Problem } from '../index.ts';
import { ListSchema } from './incoming-api.ts';
import { type Answer, type Desk, fileRoute, Nothing, type Route, route, type Say, valueIn } from './route.ts';
import type { List, ReadList } from './start.ts';
import type { ListPreview, Start } from './start-api.ts';
import { speakerFor } from './translated-problems.ts';

/** Requests about a new programme, in a folder without one. Only `create` writes files. */
export const START_ROUTES: Readonly<Record<string, Route>> = {
  'GET /api/start': route(Nothing, async (_, { data }) => ({
    value: { isNew: (await readdir(data).catch(() => [])).length === 0 } satisfies Start,
  })),
  'POST /api/list': fileRoute(ListSchema, async (list, { data, writer }, lang) =>
    valueIn<ReadList>(await writer.run({ list }), saidList, await speakerFor(lang, data)),
  ),
  'POST /api/list-pages': fileRoute(ListSchema, async (list, { data, writer }, lang) => {
    const done = await writer.run({ pagesOfList: list });
    if ('bytes' in done) return { bytes: done.bytes, type: 'application/pdf' };
    return valueIn<null>(done, () => null, await speakerFor(lang, data));
  }),
  'POST /api/create': fileRoute(ListSchema, (list, desk, lang) => created(list, desk, lang)),
  'POST /api/create-example': route(Nothing, (_, desk, lang) => created('example', desk, lang)),
};

async function created(from: List | 'example', { data, writer, watch }: Desk, lang: Lang): Promise<Answer> {
  const done = await writer.run({ create: from });
  watch.hurry();
  return valueIn<null>(done, () => ({}), await speakerFor(lang, data));
}

function saidList({ questions, sheets, found }: ReadList, say: Say): ListPreview {
  return {
    questions: questions.map(({ name, form, evidence, answers, proposal, safe, ...message }) => ({
      ...say(message as Problem),
      name,
      form,
      evidence,
      answers,
      isSafe: safe,
      ...(proposal !== undefined && { proposal }),
    })),
    sheets,
    ...(found !== undefined && {
      found: {
        ...found.preview,
        lang: MESSAGES,
        events: found.events,
        themes: found.themes,
        remarks: found.remarks.map(say),
      },
    }),
  };
}
