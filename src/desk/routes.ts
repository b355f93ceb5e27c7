import { readdir } from 'node:fs/promises';
import path from 'node:path';
import {
  addPicture,
  check,
  DRAFT,
  diff,
  freeze,
  type Gate,
  init,
  listEditions,
  listProposals,
  NotReady,
  readDataset,
  ready,
  review,
  reviewDraft,
  type Standing,
  verify,
} from '../index.ts';
import { withoutUndefined } from '../model/index.ts';
import * as api from './api.ts';
import { datasetOf } from './dataset.ts';
import { deskReader, displayedChange, displayedProposal } from './displayed-changes.ts';
import { addEvent, editDraft, readingOf } from './edit-events.ts';
import { addPart } from './edit-settings.ts';
import { partsZip, sentFile, siteZip, viewFile } from './files.ts';
import { incomingOf } from './incoming.ts';
import type { Answer, Job } from './job-queue.ts';
import { answerOf, Nothing, type Route, route, type Say, slowRoute } from './route.ts';
import { createDataset, pagesOfList, readList } from './start.ts';
import { speakerFor } from './translated-problems.ts';
import { stateOf } from './watch.ts';

/** All requests that the page can send, keyed by method and address. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'POST /api/session': route(
    api.TokenSchema,
    async ({ token }, { sessions }) => {
      const session = sessions.exchange(token);
      return session === undefined ? { status: 401 } : { value: { session } };
    },
    'anybody',
  ),
  'POST /api/token': route(
    Nothing,
    async (_, { sessions }) => ({ value: { token: sessions.newToken() } }),
    'process',
  ),
  'GET /api/changes': route(Nothing, async (_, { watch }) => ({
    follow: (send) => watch.follow((state) => send({ state } satisfies api.Changed)),
  })),
  'GET /api/dataset': route(api.DatasetQuerySchema, async ({ edition }, { data, draft }) => ({
    value: await datasetOf(data, edition === DRAFT ? await draft() : await readDataset({ data, edition })),
  })),

  'GET /api/pages': slowRoute('press', api.ViewSchema, async (view, { data }) => ({
    ...(await viewFile(data, view, 'pdf')),
    type: 'application/pdf',
  })),
  'POST /api/preview': route(api.ViewSchema, async (view, { data, press, sessions }, lang) => {
    const job = { route: 'GET /api/file', input: { ...view, format: 'html' }, lang };
    const made = await press.run(job, await stateOf(data));
    return 'bytes' in made ? { value: { address: `/preview/${sessions.offer(made.bytes)}` } } : made;
  }),
  'GET /api/file': slowRoute('press', api.FileSchema, ({ format, ...view }, { data }) =>
    viewFile(data, view, format),
  ),
  'GET /api/send': slowRoute('press', api.SendSchema, (sending, { data }) => sentFile(data, sending)),
  // Building extracts takes a long time, so it runs in parallel with making pages.
  'GET /api/parts': slowRoute('reports', api.PartsSchema, (query, { data }) => partsZip(data, query)),
  'GET /api/site': slowRoute('reports', Nothing, (_, { data }) => siteZip(data)),

  'GET /api/findings': slowRoute('reports', Nothing, async (_, { data, say }) => {
    const { findings } = await check({ data, edition: DRAFT });
    const value = findings.map((finding): api.DisplayedFinding => {
      const { rule, severity, words, offset, length, fix } = finding;
      return { ...say(finding), rule, severity, words, offset, length, ...(fix && { fix: fix.words }) };
    });
    return { value };
  }),
  'GET /api/compare': slowRoute('reports', api.CompareSchema, async ({ from, to }, { data, lang }) => {
    // `diff` also reads folders, so names other than those of editions are rejected here.
    const editions = [DRAFT, ...(await listEditions({ data }))];
    for (const edition of [from, to]) if (!editions.includes(edition)) await readDataset({ data, edition });
    const { comparison } = await diff({ data, old: from, new: to });
    const reader = deskReader(comparison, lang);
    return { value: comparison.changes.map((change) => displayedChange(reader, change)) };
  }),
  'POST /api/approve': route(api.ApproveSchema, async ({ ids, by }, { data }) => {
    const { problems } = await reviewDraft({ data, accept: ids, by });
    return problems.length > 0 ? { problems } : { value: {} };
  }),
  'GET /api/gates': slowRoute('reports', Nothing, async (_, { data, say }) => ({
    value: saidGates((await ready({ data })).gates, say),
  })),
  // `writer` is used because the jobs in `reports` would have to wait for the gates, which take a long time.
  'GET /api/editions': slowRoute('writer', Nothing, async (_, { data }) => ({
    value: (await verify({ data })).map(
      ({ edition, fingerprint, published }): api.SaidEdition => ({
        edition,
        ...withoutUndefined({ fingerprint, published }),
      }),
    ),
  })),
  'POST /api/freeze': slowRoute('writer', api.FreezeSchema, async (options, { data, say }) => {
    try {
      const { files, fingerprint, published } = await freeze({ ...options, data });
      const names = publishedFirst(files.map((file) => path.relative(data, file)));
      return { value: { files: names, fingerprint, published, notReady: [] } satisfies api.Frozen };
    } catch (error) {
      if (!(error instanceof NotReady)) throw error;
      return { value: { files: [], notReady: saidGates(error.gates, say) } satisfies api.Frozen };
    }
  }),

  'POST /api/edit': route(api.EditSchema, ({ edits }, { data }) => answerWith(editDraft(data, edits))),
  'POST /api/add': route(api.AddSchema, (addition, { data }) => answerWith(addEvent(data, addition))),
  'POST /api/read': route(api.ReadSchema, async ({ event }, { draft }, lang) => ({
    value: readingOf(await draft(), event, lang),
  })),
  'POST /api/part': route(api.PartSchema, (part, { data }) => answerWith(addPart(data, part))),
  'POST /api/picture': route(api.PictureSchema, async (picture, { data }) => ({
    value: { path: await addPicture({ data, ...picture }) },
  })),

  'POST /api/incoming': slowRoute('writer', api.IncomingSchema, (file, task) =>
    answerWith(incomingOf(file, task)),
  ),
  'GET /api/proposals': route(Nothing, (_, { data }) =>
    answerWith<api.ListedProposal[]>(listProposals({ data })),
  ),
  'GET /api/proposal': route(api.ProposalQuerySchema, async ({ name }, { data }, lang) => ({
    value: displayedProposal(await review({ data, name }), lang, await speakerFor(lang, data)),
  })),
  'POST /api/verdicts': route(api.VerdictsSchema, async ({ seen, done, ...verdicts }, { data }, lang) => {
    const standings = Object.entries(seen).map(
      ([id, standing]) => [id, withOurs(standing as unknown as Standing)] as const,
    );
    const result = await review({ data, ...verdicts, tickOff: done, seen: new Map(standings) });
    const say = await speakerFor(lang, data);
    const proposal = displayedProposal(result, lang, say);
    return { value: { proposal, problems: result.problems.map(say) } satisfies api.Ruled };
  }),

  // Requests about a new programme, in a folder that has none yet. Only `create` and `create-example` write files.
  'GET /api/start': route(Nothing, async (_, { data }) => ({
    value: { isNew: (await readdir(data).catch(() => [])).length === 0 } satisfies api.Start,
  })),
  'POST /api/list': slowRoute('writer', api.ListSchema, (list, { say }) => answerWith(readList(list, say))),
  'POST /api/list-pages': slowRoute('writer', api.ListSchema, async (list) => {
    const bytes = await pagesOfList(list);
    return bytes === undefined ? { value: null } : { bytes, type: 'application/pdf' };
  }),
  'POST /api/create': slowRoute('writer', api.ListSchema, (list, { data }) =>
    answerWith(createDataset(data, list)),
  ),
  'POST /api/create-example': slowRoute('writer', Nothing, async (_, { data }) => {
    await init({ dir: data });
    return { value: {} };
  }),
};

/** The answer that contains a value; null if the function returns no value. */
async function answerWith<T>(value: Promise<T>): Promise<Answer> {
  return { value: (await value) ?? null };
}

/** Answers a request to a slow route. Runs in the thread of the route. */
export function doJob(data: string, { route: key, input, lang }: Job): Promise<Answer> {
  return answerOf(async () => {
    const route = ROUTES[key];
    if (route === undefined || !('work' in route)) throw new Error(`${key} is no slow route`);
    return route.work(input, { data, lang, say: await speakerFor(lang, data) });
  });
}

/** Extensions of published files that people read, in reverse order of importance. */
const READ_BY_PEOPLE = ['.html', '.docx', '.pdf'];

/** The files of an edition; the PDF, Word and web page files come first. */
function publishedFirst(files: readonly string[]): string[] {
  const rank = (file: string): number => READ_BY_PEOPLE.indexOf(path.extname(file));
  return files.toSorted((a, b) => rank(b) - rank(a));
}

function saidGates(gates: readonly Gate[], say: Say): api.SaidGate[] {
  return gates.map(({ id, state, messages: { title, why, todo = [] } }) => ({
    id,
    state,
    title: say(title),
    why: why.map(say),
    todo: todo.map(say),
  }));
}

/**
 * JSON has no undefined values. For a conflict with a text that the draft no longer has, the text of the draft is
 * therefore left out.
 */
function withOurs(standing: Standing): Standing {
  return standing.state === 'conflict' && !('ours' in standing)
    ? { ...(standing as { state: 'conflict' }), ours: undefined }
    : standing;
}
