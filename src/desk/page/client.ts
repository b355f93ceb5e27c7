/** Sends the requests of the page to the server of the desk. */
import type { Event } from '../../index.ts';
import type * as api from '../api.ts';
import { maxBytesOf } from '../limits.ts';

/** The error that is thrown if the server has rejected a request; it contains the problems. */
export class Refused extends Error {
  readonly problems: readonly api.TranslatedProblem[];

  constructor({ problems }: api.Refusal) {
    super(problems.map(({ message }) => message).join('\n'));
    this.problems = problems;
  }
}

/** The error that is thrown if the page has no session, because its address was used before or its desk has ended. */
export class NoSession extends Error {}

/** The error that is thrown if the desk has ended or cannot be reached. */
export class Unreachable extends Error {}

/** The error that is thrown if nothing was written because a value has changed since the page read it. */
export class Conflict extends Error {}

/** The error that is thrown if a request is larger than the desk accepts. */
export class TooLarge extends Error {
  /** Maximum size in bytes. */
  readonly most: number;

  constructor(most: number) {
    super(`more than ${most} bytes`);
    this.most = most;
  }
}

const KEPT = 'session';

/**
 * Exchanges the token in the address of the page for the secret of a session, and removes the token from the address.
 */
export async function beginSession(): Promise<void> {
  const token = /^#([\w-]{43})$/.exec(location.hash)?.[1];
  if (token === undefined) return;
  history.replaceState(null, '', '/');
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) return;
  const { session } = (await response.json()) as { session: string };
  sessionStorage.setItem(KEPT, session);
}

/** Milliseconds to wait before repeating a request if the dataset changed while the request was processed. */
const REPEAT = 300;

/**
 * Sends a request with the secret of the session. The server answers in the language of the page. If the dataset
 * changes before the answer is complete, the request is repeated.
 */
async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const headers = {
      Authorization: `Bearer ${sessionStorage.getItem(KEPT) ?? ''}`,
      'Accept-Language': document.documentElement.lang,
      ...init.headers,
    };
    const response = await fetch(address, { ...init, headers }).catch((error: unknown): never => {
      throw init.signal?.aborted === true ? error : new Unreachable();
    });
    if (response.ok) return response;
    if (response.status === 401) throw new NoSession();
    if (response.status === 422) throw new Refused((await response.json()) as api.Refusal);
    if (response.status !== 409) throw new Error(String(response.status));
    await new Promise((resolve) => setTimeout(resolve, REPEAT));
  }
}

/** The types of the answers to requests without a body, by address. */
interface Read {
  '/api/start': api.Start;
  '/api/dataset': api.Dataset;
  '/api/findings': api.DisplayedFinding[];
  '/api/compare': api.DisplayedChange[];
  '/api/gates': api.SaidGate[];
  '/api/editions': api.SaidEdition[];
  '/api/proposals': api.ListedProposal[];
  '/api/proposal': api.DisplayedProposal;
}

/** The types of JSON request bodies and of the answers to these requests, by address. */
interface Sent {
  '/api/preview': [api.View, { address: string }];
  '/api/edit': [{ edits: readonly api.Edit[] }, api.Edited];
  '/api/part': [api.NewPart, api.Added];
  '/api/add': [api.Addition, api.Added];
  '/api/create-example': [object, unknown];
  '/api/read': [{ event: Event }, api.Reading];
  '/api/approve': [{ ids: readonly string[]; by: string }, unknown];
  '/api/freeze': [{ name: string; dryRun: boolean }, api.Frozen];
  '/api/verdicts': [api.Verdicts, api.Ruled];
}

export async function get<A extends keyof Read>(address: A, query: Query = {}): Promise<Read[A]> {
  return (await (await ask(withQuery(address, query))).json()) as Read[A];
}

export async function post<A extends keyof Sent>(address: A, value: Sent[A][0]): Promise<Sent[A][1]> {
  const response = await send(address, {}, new Blob([JSON.stringify(value)], { type: 'application/json' }));
  return (await response.json()) as Sent[A][1];
}

/** The types of the answers to requests whose body is a file, by address. */
interface SentFile {
  '/api/picture': { path: string };
  '/api/list': api.ListPreview;
  '/api/create': object;
  '/api/incoming': api.SaidIncoming;
}

/** Sends a file with its name and additional values. */
export async function postFile<A extends keyof SentFile>(
  address: A,
  file: File,
  query: Query = {},
): Promise<SentFile[A]> {
  return (await (await sendFile(address, file, query)).json()) as SentFile[A];
}

function sendFile(address: string, file: File, query: Query): Promise<Response> {
  return send(address, { name: file.name, ...query }, file.slice(0, file.size, 'application/octet-stream'));
}

function send(address: string, query: Query, body: Blob): Promise<Response> {
  const most = maxBytesOf(address);
  if (body.size > most) throw new TooLarge(most);
  return ask(withQuery(address, query), { method: 'POST', headers: { 'Content-Type': body.type }, body });
}

type Query = Readonly<Record<string, string | undefined>>;

function withQuery(address: string, query: Query): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given)}`;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes the dataset once all earlier changes by this page are complete. `act` must not itself wait for a later
 * change.
 */
export function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const turn = last.then(act);
  last = turn.catch(() => undefined);
  return turn;
}

let moments = 0;

/** Returns a number that increases with each call, so that requests and writes can be ordered in time. */
export function moment(): number {
  return ++moments;
}

/** A dataset, and the moment (see `moment`) when the page requested it. */
export type ReadDataset = api.Dataset & { askedAt: number };

export async function getDataset(edition: string): Promise<ReadDataset> {
  const askedAt = moment();
  return { ...(await get('/api/dataset', { edition })), askedAt };
}

/** The moment when the last edit or addition by this page was written. */
let writtenAt = 0;

/** Whether a dataset was requested before the last change by this page and may therefore lack the change. */
export function isBehind(dataset: ReadDataset): boolean {
  return dataset.askedAt < writtenAt;
}

/** The printed pages of a view as PDF. */
export async function getPages(view: api.View, signal: AbortSignal): Promise<Uint8Array> {
  const response = await ask(withQuery('/api/pages', view), { signal });
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Sends a group of changes, which must either all concern events or all concern settings.
 *
 * @returns the changes that undo the sent changes
 * @throws Conflict if one of the values has changed since the page read it
 */
export async function sendChanges(edits: readonly api.Edit[]): Promise<readonly api.Edit[]> {
  return undoOf(await post('/api/edit', { edits }));
}

function undoOf({ undo, conflicts }: api.Edited): readonly api.Edit[] {
  if (conflicts.length > 0) throw new Conflict();
  writtenAt = moment();
  return undo;
}

/**
 * Adds an event or a part.
 *
 * @returns the id of the new event or part, and the changes that undo the addition
 * @throws Conflict if an event with this id was added, or the parts have changed since the page read them
 */
export async function add<A extends '/api/add' | '/api/part'>(
  address: A,
  value: Sent[A][0],
): Promise<{ id: string; undo: readonly api.Edit[] }> {
  const added = await post(address, value);
  return { id: added.id, undo: undoOf(added) };
}

/** Answers to the questions about a list, keyed by the names of the questions. */
export type Answers = Readonly<Record<string, string>>;

/** The pages of the programme that can be made from a list; undefined if no events have been found in the list yet. */
export async function getListPages(file: File, answers: Answers): Promise<Uint8Array | undefined> {
  const response = await sendFile('/api/list-pages', file, { answers: JSON.stringify(answers) });
  const isPdf = response.headers.get('Content-Type') === 'application/pdf';
  return isPdf ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

/** Downloads a file. */
export async function save(address: string, query: Query): Promise<void> {
  const response = await ask(withQuery(address, query));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(response.headers.get('X-File-Name') ?? 'file');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Milliseconds between two attempts to connect. */
const PAUSE = 1500;

/**
 * Reports the state of the dataset as long as the page is open.
 *
 * @param onState called with the current state and with each later state
 * @param onConnection called when the connection is lost or restored, and with `none` if the page has no session
 */
export async function followChanges(
  onState: (state: string) => void,
  onConnection: (state: 'there' | 'lost' | 'none') => void,
): Promise<void> {
  for (;;) {
    try {
      const response = await ask('/api/changes');
      onConnection('there');
      for await (const line of linesOf(response)) onState((JSON.parse(line) as api.Changed).state);
    } catch (error) {
      if (error instanceof NoSession) return onConnection('none');
    }
    onConnection('lost');
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done = true, value = '' } = (await reader?.read()) ?? {};
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
    if (done) return;
  }
}
