import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  type Comparison,
  DRAFT,
  type Finding,
  type FreezeResult,
  type Gate,
  type Readiness,
  readDataset,
  reviewDraft,
  type VerifyResult,
} from '../index.ts';
import { withoutUndefined } from '../model/index.ts';
import {
  AddSchema,
  ApproveSchema,
  type Changed,
  CompareSchema,
  DatasetQuerySchema,
  type DisplayedFinding,
  EditSchema,
  FileSchema,
  FreezeSchema,
  type Frozen,
  PartsSchema,
  ReadSchema,
  type SaidEdition,
  type SaidGate,
  TokenSchema,
  ViewSchema,
} from './api.ts';
import { datasetOf } from './dataset.ts';
import { deskReader, displayedChange } from './displayed-changes.ts';
import { addEvent, editEvents, readingOf } from './edit-events.ts';
import { INCOMING_ROUTES } from './incoming-routes.ts';
import {
  downloadOf,
  fileOf,
  Nothing,
  type Route,
  reportOf,
  route,
  type Say,
  valueIn,
  written,
} from './route.ts';
import { SETTINGS_ROUTES } from './settings-routes.ts';
import { START_ROUTES } from './start-routes.ts';
import { speakerFor } from './translated-problems.ts';
import { SITE } from './watch.ts';

/** All requests that the page can send, by method and address. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'POST /api/session': route(
    TokenSchema,
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
    follow: (send) => watch.follow((state) => send({ state } satisfies Changed)),
  })),
  'GET /api/dataset': route(DatasetQuerySchema, async ({ edition }, { data, draft }) => ({
    value: await datasetOf(
      data,
      edition === DRAFT ? await draft.read() : await readDataset({ data, edition }),
    ),
  })),
  'GET /api/pages': route(ViewSchema, (view, desk) =>
    fileOf({ file: 'pdf', view }, desk, (bytes) => ({ bytes, type: 'application/pdf' })),
  ),
  'POST /api/preview': route(ViewSchema, (view, desk) =>
    fileOf({ file: 'html', view }, desk, (page) => ({
      value: { address: `/preview/${desk.sessions.offer(page)}` },
    })),
  ),
  'GET /api/file': route(FileSchema, ({ format, ...view }, desk) => downloadOf({ file: format, view }, desk)),
  'GET /api/parts': route(PartsSchema, (query, desk) =>
    // Extracts take long to build, so they are built in parallel to the pages.
    downloadOf(query, desk, desk.reports),
  ),
  'GET /api/site': route(Nothing, async (_, desk) =>
    existsSync(path.join(desk.data, SITE)) ? downloadOf({ site: true }, desk, desk.reports) : { status: 400 },
  ),
  'GET /api/findings': route(Nothing, (_, desk, lang) =>
    reportOf<readonly Finding[]>({ report: 'findings', edition: DRAFT }, desk, lang, (findings, say) =>
      findings.map((finding): DisplayedFinding => {
        const { rule, severity, words, offset, length, fix } = finding;
        return { ...say(finding), rule, severity, words, offset, length, ...(fix && { fix: fix.words }) };
      }),
    ),
  ),
  'GET /api/compare': route(CompareSchema, (editions, desk, lang) =>
    reportOf<Comparison>({ report: 'comparison', ...editions }, desk, lang, (comparison) => {
      const reader = deskReader(comparison, lang);
      return comparison.changes.map((change) => displayedChange(reader, change));
    }),
  ),
  'POST /api/approve': route(ApproveSchema, async ({ ids, by }, { data, watch }) => {
    const { problems } = await reviewDraft({ data, accept: ids, by });
    watch.hurry();
    return problems.length > 0 ? { problems } : { value: {} };
  }),
  'GET /api/gates': route(Nothing, (_, desk, lang) =>
    reportOf<Readiness>({ report: 'gates' }, desk, lang, ({ gates }, say) => saidGates(gates, say)),
  ),
  'GET /api/editions': route(Nothing, async (_, { data, writer }, lang) =>
    // The writer is used because reports wait for the gates, which take long.
    valueIn<readonly VerifyResult[]>(
      await writer.run({ report: 'editions' }),
      (editions) =>
        editions.map(
          ({ edition, fingerprint, published }): SaidEdition => ({
            edition,
            ...withoutUndefined({ fingerprint, published }),
          }),
        ),
      await speakerFor(lang, data),
    ),
  ),
  'POST /api/freeze': route(FreezeSchema, async (options, { data, writer, watch }, lang) => {
    const done = await writer.run({ freeze: options });
    watch.hurry();
    return valueIn<FreezeResult | { notReady: readonly Gate[] }>(
      done,
      (result, say): Frozen =>
        'notReady' in result
          ? { files: [], notReady: saidGates(result.notReady, say) }
          : {
              files: publishedFirst(result.files.map((file) => path.relative(data, file))),
              fingerprint: result.fingerprint,
              published: result.published,
              notReady: [],
            },
      await speakerFor(lang, data),
    );
  }),
  'POST /api/edit': route(EditSchema, ({ edits }, desk) => written(desk, (data) => editEvents(data, edits))),
  'POST /api/add': route(AddSchema, (addition, desk) => written(desk, (data) => addEvent(data, addition))),
  'POST /api/read': route(ReadSchema, async ({ event }, { draft }, lang) => ({
    value: readingOf(await draft.read(), event, lang),
  })),
  ...INCOMING_ROUTES,
  ...SETTINGS_ROUTES,
  ...START_ROUTES,
};

/** Extensions of published files that people read, in the order in which they are listed. */
const READ_BY_PEOPLE = ['.html', '.docx', '.pdf'];

/** The files of an edition: first PDF, Word and web page. */
function publishedFirst(files: readonly string[]): string[] {
  const rank = (file: string): number => READ_BY_PEOPLE.indexOf(path.extname(file));
  return files.toSorted((a, b) => rank(b) - rank(a));
}

function saidGates(gates: readonly Gate[], say: Say): SaidGate[] {
  return gates.map(({ id, state, messages: { title, why, todo = [] } }) => ({
    id,
    state,
    title: say(title),
    why: why.map(say),
    todo: todo.map(say),
  }));
}
