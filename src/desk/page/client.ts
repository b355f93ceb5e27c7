/** The requests of the page to the server of the desk. */
import type { Event, SettingEdit } from '../../index.ts';
import type {
  Added,
  Addition,
  Changed,
  ComparedEditions,
  Dataset,
  Edited,
  Edits as EditsOfEvents,
  Frozen,
  Reading,
  Refusal,
  Said,
  SaidChange,
  SaidFinding,
  SaidGate,
  View,
} from '../api.ts';
import type {
  ListedProposal,
  Ruled,
  SaidIncoming,
  SaidProposal,
  Sending,
  Verdicts,
} from '../incoming-api.ts';
import type { NewPart, PartAdded, SettingsEdited } from '../settings-api.ts';
import type { SaidList, Start } from '../start-api.ts';

/** The server refused a request; contains the problems. */
export class Refused extends Error {
  readonly problems: readonly Said[];

  constructor({ problems }: Refusal) {
    super(problems.map(({ message }) => message).join('\n'));
    this.problems = problems;
  }
}

/** The page has no session: its address was used before, or its desk has ended. */
export class NoSession extends Error {}

const KEPT = 'session';

/** Exchanges the token in the address of the page for the secret of a session, and removes it from the address. */
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

/** Milliseconds before a request is repeated that the dataset has overtaken. */
const REPEAT = 300;

/**
 * Sends a request with the secret of the session; the server answers in the language of the page. If the dataset
 * changes before the answer is made, the request is repeated.
 */
async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const response = await fetch(address, {
      ...init,
      headers: {
        Authorization: `Bearer ${sessionStorage.getItem(KEPT) ?? ''}`,
        'Accept-Language': document.documentElement.lang,
        ...init.headers,
      },
    });
    if (response.ok) return response;
    if (response.status === 401) throw new NoSession();
    if (response.status === 422) throw new Refused((await response.json()) as Refusal);
    if (response.status !== 409) throw new Error(String(response.status));
    await new Promise((resolve) => setTimeout(resolve, REPEAT));
  }
}

async function post<T>(address: string, value: unknown): Promise<T> {
  const body = JSON.stringify(value);
  const response = await ask(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  return (await response.json()) as T;
}

export async function getDataset(edition: string): Promise<Dataset> {
  const response = await ask(`/api/dataset?${new URLSearchParams({ edition })}`);
  return (await response.json()) as Dataset;
}

/** The printed pages of a view as a PDF. */
export async function getPages(view: View, signal: AbortSignal): Promise<Uint8Array> {
  const given = Object.entries(view).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  const response = await ask(`/api/pages?${new URLSearchParams(given)}`, { signal });
  return new Uint8Array(await response.arrayBuffer());
}

/** The address of the web page of a view; it can be opened once. */
export async function getPreview(view: View): Promise<string> {
  return (await post<{ address: string }>('/api/preview', view)).address;
}

export type Edits = EditsOfEvents['edits'];

export function sendEdit(edits: Edits): Promise<Edited> {
  return post('/api/edit', { edits });
}

/** An edit of an event or of a setting. */
export type Change = Edits[number] | SettingEdit;

/** Sends changes that belong together: all of events, or all of settings. */
export function sendChanges(changes: readonly Change[]): Promise<Edited | SettingsEdited> {
  const ofSettings = changes.flatMap((one) => ('of' in one ? [one] : []));
  const ofEvents = changes.flatMap((one) => ('of' in one ? [] : [one]));
  return ofSettings.length > 0 ? sendSettings(ofSettings) : sendEdit(ofEvents);
}

export function sendSettings(edits: readonly SettingEdit[]): Promise<SettingsEdited> {
  return post('/api/settings', { edits });
}

export function addPart(part: NewPart): Promise<PartAdded> {
  return post('/api/part', part);
}

/** Adds the picture in a file, and gives its path in the dataset. */
export async function addPicture(file: File): Promise<string> {
  const response = await ask(`/api/picture?${new URLSearchParams({ name: file.name })}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  return ((await response.json()) as { path: string }).path;
}

/** Whether the folder of the desk has no programme yet. */
export async function isNew(): Promise<boolean> {
  return ((await (await ask('/api/start')).json()) as Start).isNew;
}

/** Sends a list with answers to its questions. */
function sendList(address: string, file: File, answers: Answers): Promise<Response> {
  const query = new URLSearchParams({ name: file.name, answers: JSON.stringify(answers) });
  return ask(`${address}?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
}

/** Answers to the questions of a list, by their names. */
export type Answers = Readonly<Record<string, string>>;

/** What a list leaves open, and what would be made from it. */
export async function readList(file: File, answers: Answers): Promise<SaidList> {
  return (await (await sendList('/api/list', file, answers)).json()) as SaidList;
}

/** The pages of the programme that would be made from a list; undefined if it has no events yet. */
export async function getListPages(file: File, answers: Answers): Promise<Uint8Array | undefined> {
  const response = await sendList('/api/list-pages', file, answers);
  const isPdf = response.headers.get('Content-Type') === 'application/pdf';
  return isPdf ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

/** Writes a new programme: of a list, or the example. */
export async function createProgramme(from: { file: File; answers: Answers } | undefined): Promise<void> {
  if (from === undefined) await post('/api/create-example', {});
  else await sendList('/api/create', from.file, from.answers);
}

export function addEvent(addition: Addition): Promise<Added> {
  return post('/api/add', addition);
}

/** What the program reads in an event. */
export function readEvent(event: Event): Promise<Reading> {
  return post('/api/read', { event });
}

export async function getFindings(): Promise<SaidFinding[]> {
  return (await (await ask('/api/findings')).json()) as SaidFinding[];
}

export async function getChanges(editions: ComparedEditions): Promise<SaidChange[]> {
  return (await (await ask(`/api/compare?${new URLSearchParams(editions)}`)).json()) as SaidChange[];
}

export async function approveChanges(ids: readonly string[], by: string): Promise<void> {
  await post('/api/approve', { ids, by });
}

export async function getGates(): Promise<SaidGate[]> {
  return (await (await ask('/api/gates')).json()) as SaidGate[];
}

export function freezeEdition(name: string, dryRun: boolean): Promise<Frozen> {
  return post('/api/freeze', { name, dryRun });
}

/** What a file is, and what it would change; with `keep`, its changes are stored as a proposal. */
export async function bringIn(
  file: File,
  keep: boolean,
  answers: Readonly<Record<string, string>>,
): Promise<SaidIncoming> {
  const query = { name: file.name, keep: keep ? 'yes' : 'no', answers: JSON.stringify(answers) };
  const response = await ask(`/api/incoming?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  return (await response.json()) as SaidIncoming;
}

export async function getProposals(): Promise<ListedProposal[]> {
  return (await (await ask('/api/proposals')).json()) as ListedProposal[];
}

export async function getProposal(name: string): Promise<SaidProposal> {
  return (await (await ask(`/api/proposal?${new URLSearchParams({ name })}`)).json()) as SaidProposal;
}

export function giveVerdicts(verdicts: Verdicts): Promise<Ruled> {
  return post('/api/verdicts', verdicts);
}

/** Saves a file of a view where the browser keeps downloads. */
export function download(view: View, format: string): Promise<void> {
  return save('/api/file', { ...view, format });
}

/** Saves a file for others where the browser keeps downloads. */
export function downloadFor(send: Sending['send'], { since: _, ...view }: View): Promise<void> {
  return save('/api/send', { ...view, send });
}

/** Saves all parts by a property as one ZIP file where the browser keeps downloads. */
export function downloadParts(parts: string, { edition, lang }: View): Promise<void> {
  return save('/api/parts', { edition, lang, parts });
}

async function save(address: string, query: Readonly<Record<string, string | undefined>>): Promise<void> {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  const response = await ask(`${address}?${new URLSearchParams(given)}`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(response.headers.get('X-File-Name') ?? 'file');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Milliseconds between two attempts to connect. */
const PAUSE = 1500;

/**
 * Follows the states of the dataset while the page is open.
 * ⏎ @param onState called with the current state and with each later one
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
      for await (const line of linesOf(response)) onState((JSON.parse(line) as Changed).state);
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
