import * as z from 'zod';
import type { Lang, Problem } from '../index.ts';
import { type Changed, DatasetQuerySchema, TokenSchema, type View, ViewSchema } from './api.ts';
import { datasetOf } from './dataset.ts';
import type { Made } from './pages.ts';
import { OUTDATED, type Press } from './press.ts';
import type { Sessions } from './sessions.ts';
import { stateOf, type Watch } from './watch.ts';

/** The data and services that the routes use. */
export interface Desk {
  /** Folder of the dataset. */
  data: string;
  sessions: Sessions;
  press: Press;
  watch: Watch;
}

/**
 * The response of a route: a value, a file, a stream of values that ends with the connection, or the reason for an
 * error.
 */
export type Answer =
  | { value: unknown }
  | { bytes: Uint8Array; type: string; state?: string }
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
  'GET /api/pages': route(ViewSchema, async (view, desk) => {
    const { made, state } = await pagesOf(view, 'pdf', desk);
    if (made === OUTDATED) return { status: 409 };
    return 'bytes' in made ? { ...made, type: 'application/pdf', state } : made;
  }),
  'POST /api/preview': route(ViewSchema, async (view, desk) => {
    const { made } = await pagesOf(view, 'html', desk);
    if (made === OUTDATED) return { status: 409 };
    return 'bytes' in made ? { value: { address: `/preview/${desk.sessions.offer(made.bytes)}` } } : made;
  }),
};

async function pagesOf(
  view: View,
  format: 'pdf' | 'html',
  { data, press }: Desk,
): Promise<{ made: Made | typeof OUTDATED; state: string }> {
  const state = await stateOf(data);
  return { made: await press.make({ ...view, format }, state), state };
}
