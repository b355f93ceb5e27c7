import path from 'node:path';
import * as z from 'zod';
import {
  type Change,
  DRAFT,
  type Finding,
  type FreezeResult,
  type Gate,
  type Lang,
  type Problem,
  type Readiness,
  reviewDraft,
} from '../index.ts';
import {
  AddSchema,
  ApproveSchema,
  type Changed,
  DatasetQuerySchema,
  EditSchema,
  FileSchema,
  FreezeSchema,
  type Frozen,
  ReadSchema,
  type Said,
  type SaidChange,
  type SaidFinding,
  type SaidGate,
  TokenSchema,
  ViewSchema,
} from './api.ts';
import { datasetOf } from './dataset.ts';
import { addEvent, editEvents, readingOf } from './edit-events.ts';
import type { Done, Job } from './jobs.ts';
import { type Doer, OUTDATED, type Press } from './press.ts';
import { speakerFor } from './said.ts';
import type { Sessions } from './sessions.ts';
import { stateOf, type Watch } from './watch.ts';

/** The data and services that the routes use. */
export interface Desk {
  /** Folder of the dataset. */
  data: string;
  sessions: Sessions;
  /** Makes pages. */
  press: Press;
  /** Makes reports, beside the pages. */
  reports: Press;
  /** Writes editions; it is never stopped. */
  writer: Doer;
  watch: Watch;
}

/**
 * The response of a route: a value, a file, a stream of values that ends with the connection, or the reason for an
 * error.
 */
export type Answer =
  | { value: unknown }
  | { bytes: Uint8Array; type: string; state?: string; name?: string }
  | { follow: (send: (value: unknown) => void) => () => void }
  | { status: 401 | 409 }
  | { problems: readonly Problem[] }
  | { fault: string };

/**
 * The allowed caller of a route: the page with the secret of its session, a page without a session, or another
 * process.
 */
type Caller = 'page' | 'anybody' | 'process';

interface Route {
  caller: Caller;
  /** Maximum size of the body in bytes. */
  maxBytes: number;
  /** @throws ZodError if the query or body does not match the schema */
  run(input: unknown, desk: Desk, lang: Lang): Promise<Answer>;
}

/** Maximum size in bytes of a body that does not contain a file. */
const MAX_BYTES = 1_000_000;

function route<S extends z.ZodType>(
  schema: S,
  run: (input: z.output<S>, desk: Desk, lang: Lang) => Promise<Answer>,
  { caller = 'page', maxBytes = MAX_BYTES }: Partial<Pick<Route, 'caller' | 'maxBytes'>> = {},
): Route {
  return { caller, maxBytes, run: (input, desk, lang) => run(schema.parse(input), desk, lang) };
}

const Nothing = z.strictObject({});

/** All requests that the page can send, by method and address. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'POST /api/session': route(
    TokenSchema,
    async ({ token }, { sessions }) => {
      const session = sessions.exchange(token);
      return session === undefined ? { status: 401 } : { value: { session } };
    },
    { caller: 'anybody' },
  ),
  'POST /api/token': route(Nothing, async (_, { sessions }) => ({ value: { token: sessions.newToken() } }), {
    caller: 'process',
  }),
  'GET /api/changes': route(Nothing, async (_, { watch }) => ({
    follow: (send) => watch.follow((state) => send({ state } satisfies Changed)),
  })),
  'GET /api/dataset': route(DatasetQuerySchema, async ({ edition }, { data }) => {
    const state = await stateOf(data);
    return { value: { state, ...(await datasetOf(data, edition)) } };
  }),
  'GET /api/pages': route(ViewSchema, (view, desk) =>
    fileOf({ file: 'pdf', view }, desk, (bytes, state) => ({ bytes, type: 'application/pdf', state })),
  ),
  'POST /api/preview': route(ViewSchema, (view, desk) =>
    fileOf({ file: 'html', view }, desk, (page) => ({
      value: { address: `/preview/${desk.sessions.offer(page)}` },
    })),
  ),
  'GET /api/file': route(FileSchema, ({ format, ...view }, desk) =>
    fileOf({ file: format, view }, desk, (bytes, _, name) => ({
      bytes,
      type: 'application/octet-stream',
      name,
    })),
  ),
  'GET /api/findings': route(Nothing, (_, desk, lang) =>
    reportOf<readonly Finding[]>({ report: 'findings', edition: DRAFT }, desk, lang, (findings, say) =>
      findings.map((finding): SaidFinding => {
        const { rule, severity, words, offset, length, fix } = finding;
        return { ...say(finding), rule, severity, words, offset, length, ...(fix && { fix: fix.words }) };
      }),
    ),
  ),
  'GET /api/review': route(Nothing, (_, desk, lang) =>
    reportOf<readonly Change[]>({ report: 'changes' }, desk, lang, (changes) => changes.map(saidChange)),
  ),
  'POST /api/approve': route(ApproveSchema, async ({ ids, by }, { data, watch }) => {
    const { problems } = await reviewDraft({ data, accept: ids, by });
    watch.hurry();
    return problems.length > 0 ? { problems } : { value: {} };
  }),
  'GET /api/gates': route(Nothing, (_, desk, lang) =>
    reportOf<Readiness>({ report: 'gates' }, desk, lang, ({ gates }, say) => saidGates(gates, say)),
  ),
  'POST /api/freeze': route(FreezeSchema, async (options, { data, writer, watch }, lang) => {
    const done = await writer.run({ freeze: options });
    watch.hurry();
    return valueIn<FreezeResult | { notReady: readonly Gate[] }>(
      done,
      (result, say): Frozen =>
        'notReady' in result
          ? { files: [], fingerprint: '', notReady: saidGates(result.notReady, say) }
          : {
              files: result.files.map((file) => path.relative(data, file)),
              fingerprint: result.fingerprint,
              notReady: [],
            },
      await speakerFor(lang, data),
    );
  }),
  'POST /api/edit': route(EditSchema, async ({ edits }, { data, watch }) => {
    const value = await editEvents(data, edits);
    watch.hurry();
    return { value };
  }),
  'POST /api/add': route(AddSchema, async (addition, { data, watch }) => {
    const value = await addEvent(data, addition);
    watch.hurry();
    return { value };
  }),
  'POST /api/read': route(ReadSchema, async ({ event }, { data }, lang) => ({
    value: await readingOf(data, event, lang),
  })),
};

/** Says messages in the language of the page. */
type Say = (problem: Problem) => Said;

function saidGates(gates: readonly Gate[], say: Say): SaidGate[] {
  return gates.map(({ id, state, messages: { title, why, todo = [] } }) => ({
    id,
    state,
    title: say(title),
    why: why.map(say),
    todo: todo.map(say),
  }));
}

function saidChange({
  fingerprint: id,
  severity,
  about,
  place,
  field,
  paragraphs,
  approval,
}: Change): SaidChange {
  const { title = '' } = place.new ?? place.old ?? {};
  const kind =
    place.old === undefined
      ? 'added'
      : place.new === undefined
        ? 'removed'
        : field === undefined
          ? 'moved'
          : 'changed';
  return {
    id,
    severity,
    kind,
    ...(about === 'event' && place.new !== undefined && { event: place.new.id }),
    title: typeof title === 'string' ? title : (Object.values(title)[0] ?? ''),
    ...(field !== undefined && { field }),
    paragraphs,
    ...(approval !== undefined && { approvedBy: approval.by }),
  };
}

/** The answer to a request for a report on the state of the files now. */
async function reportOf<T>(
  job: Job,
  { data, reports }: Desk,
  lang: Lang,
  give: (report: T, say: Say) => unknown,
): Promise<Answer> {
  const done = await reports.run(job, await stateOf(data));
  if (done === OUTDATED) return { status: 409 };
  return valueIn(done, give, await speakerFor(lang, data));
}

function valueIn<T>(done: Done, give: (report: T, say: Say) => unknown, say: Say): Answer {
  if ('json' in done) return { value: give(JSON.parse(done.json) as T, say) };
  return 'bytes' in done ? { fault: 'a report of bytes' } : done;
}

/** The answer to a request for a file, made for the state of the files now. */
async function fileOf(
  job: Extract<Job, { view: unknown }>,
  { data, press }: Desk,
  give: (bytes: Uint8Array, state: string, name: string) => Answer,
): Promise<Answer> {
  const state = await stateOf(data);
  const done = await press.run(job, state);
  if (done === OUTDATED) return { status: 409 };
  if ('bytes' in done) return give(done.bytes, state, done.name);
  return 'json' in done ? { fault: 'a file without bytes' } : done;
}
