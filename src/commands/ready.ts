import { dayCalled, type Finding } from '../check/index.ts';
import { type Comparison, compare, markApproved, openChanges } from '../compare/index.ts';
import { type Lock, lastEdition, readLocks } from '../edition/index.ts';
import { placeLine, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { allEvents, DRAFT, groupBy, type Lang, type Programme } from '../model/index.ts';
import { editionDir, readDesign, readProgramme } from '../read/index.ts';
import {
  changesInLines,
  type Gate,
  gateOf,
  type Readiness,
  messageOf as say,
  spellingNotChecked,
  summaryOf,
  translationLines,
} from '../report/index.ts';
import { readApprovals } from './approvals-file.ts';
import { buildOutputs, type Progress } from './build.ts';
import { checkedProgramme, findingsOf, translationsOf } from './check.ts';
import { openDesignResources } from './design-resources.ts';
import { FORMAT_NAMES } from './formats.ts';
import type { Output } from './output.ts';
import { titlesOf } from './titles.ts';
import { type Conformance, conformanceOf } from './verapdf.ts';
import { consistencies } from './verify.ts';

/** Gates that pass if they were not checked, unless they are required. */
export type OptionalGate = 'verapdf' & Gate['id'];

export interface ReadyOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Gates that fail if they were not checked. */
  require?: readonly OptionalGate[] | undefined;
  /** Called before each file that is built to check it. */
  progress?: Progress | undefined;
}

/**
 * Checks whether the draft may be published: every gate, in order. If the data cannot be read, only the first gate is
 * returned.
 *
 * @example
 * ```ts
 * import { ready } from 'programme';
 *
 * const { gates } = await ready();
 * for (const { id, state, why } of gates) console.error(id, state, why);
 * console.log(gates[0]?.state); // passed
 * ```
 */
export async function ready({
  data = 'data',
  require = [],
  progress,
}: ReadyOptions = {}): Promise<Readiness> {
  const read = await readDraft(data);
  const gates = [read.gate];
  if (read.programme !== undefined) {
    gates.push(
      ...(await dataGates(read.programme, data)),
      ...(await outputGates(read.programme, data, { required: require.includes('verapdf'), progress })),
    );
  }
  return { version: 2, ready: gates.every(({ state }) => state !== 'failed'), gates };
}

/**
 * The gates on the data of a draft: proofing, approvals, the earlier editions.
 *
 * @param published the edition that the draft corrects: errors that this edition also has are counted but do not fail
 * the gate
 */
export async function dataGates(draft: Programme, data: string, published?: Programme): Promise<Gate[]> {
  return [await checkGate(draft, data, published), await changesGate(draft, data), await editionsGate(data)];
}

async function readDraft(data: string): Promise<{ gate: Gate; programme?: Programme }> {
  const title = say('gate-data');
  try {
    const programme = await readProgramme(data, DRAFT);
    const events = allEvents(programme).length;
    const why = say('events-in-themes', {
      events: say('events-counted', { count: events }),
      themes: say('themes-counted', { count: programme.themes.length }),
    });
    return { gate: gateOf({ id: 'data', state: 'passed' }, { title, why: [why] }), programme };
  } catch (error) {
    return {
      gate: gateOf(
        { id: 'data', state: 'failed' },
        { title, why: [refusal(error)], todo: [say('correct-files')] },
      ),
    };
  }
}

/** The message of a `UserError` as the reason of a gate; any other error is thrown. */
function refusal(error: unknown): Message {
  if (!(error instanceof UserError)) throw error;
  return say('gate-refused', { why: error.message });
}

async function checkGate(
  programme: Programme,
  data: string,
  published: Programme | undefined,
): Promise<Gate> {
  const { findings, withoutDictionary = [], checkedWith = [] } = await checkedProgramme(programme, data);
  const known = new Set(published && (await findingsOf(published, data)).map(sameFinding));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const added = errors.filter((error) => !known.has(sameFinding(error)));
  const passed = added.length === 0;
  const translated = translationLines(await translationsOf(programme, data), programme.config.language);
  return gateOf(
    { id: 'check', state: passed ? 'passed' : 'failed' },
    {
      title: say('gate-check'),
      why: [
        summaryOf(findings),
        ...withoutDictionary.map(spellingNotChecked),
        ...checkedWith,
        ...(published === undefined || errors.length === 0
          ? []
          : [
              say('errors-published', {
                edition: published.edition,
                errors: errors.length - added.length,
              }),
            ]),
        ...translated,
      ],
      ...(passed ? {} : { todo: correctionsOf(added, programme) }),
    },
  );
}

/** A key that is equal for the same finding in two editions, regardless of the position of its event. */
const sameFinding = ({ rule, at, words, message }: Finding): string =>
  JSON.stringify([rule, at.event, at.field, words, message]);

/** Maximum number of remaining tasks that are listed individually. */
const TODOS_SHOWN = 3;

/** A line for each error: its event, message and correction; errors with the same message are merged. */
function correctionsOf(errors: readonly Finding[], programme: Programme): Message[] {
  const titles = titlesOf(programme);
  const placeOf = ({ at }: Finding): string => titles.get(at.event ?? '') ?? at.field ?? placeLine(at);
  const lines = [...groupBy(errors, ({ message }) => message).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { code, parameters, message, hint } = first;
    const finding = { code, parameters, message };
    const found = { place: placeOf(first), finding, ...(hint !== undefined && { hint }) };
    const count = same.length - 1;
    if (hint === undefined)
      return count === 0 ? say('correction', found) : say('correction-in-places', { ...found, count });
    return count === 0
      ? say('correction-with-hint', { ...found, hint })
      : say('correction-with-hint-in-places', { ...found, hint, count });
  });
  return todoLines(lines, (count) =>
    say('more-corrections', { count, command: { command: ['check', '--all'] } }),
  );
}

/** The first open changes, and the command that approves them. */
function approvalsOf(open: Comparison, lang: Lang): Message[] {
  const { edition } = open.old;
  return [
    say('approve-changes', { command: { command: ['review'] } }),
    ...todoLines(
      changesInLines(open, lang).map((change) => say('change-to-approve', { change })),
      (count) => say('more-changes', { count, command: { command: ['diff', edition, 'draft', '--all'] } }),
    ),
  ];
}

function todoLines(lines: readonly Message[], more: (count: number) => Message): Message[] {
  const rest = lines.length - TODOS_SHOWN;
  return [...lines.slice(0, TODOS_SHOWN), ...(rest > 0 ? [more(rest)] : [])];
}

async function changesGate(programme: Programme, data: string): Promise<Gate> {
  const title = say('gate-changes');
  const approvals = await readApprovals(data);
  let last: Programme | undefined;
  try {
    const lock = lastEdition(await readLocks(data));
    last = lock && (await readProgramme(data, lock.edition));
  } catch (error) {
    return gateOf(
      { id: 'changes', state: 'failed' },
      { title, why: [refusal(error)], todo: [say('restore-edition')] },
    );
  }
  if (last === undefined)
    return gateOf({ id: 'changes', state: 'passed' }, { title, why: [say('no-earlier-edition')] });
  const { edition } = last;
  const comparison = markApproved(compare(last, programme), approvals);
  const changes = openChanges(comparison, 'major');
  const open = changes.length;
  const lapsed = (comparison.lapsed ?? []).map(({ fingerprint, by, date }) =>
    say('approval-lapsed', { fingerprint, by, date }),
  );
  return gateOf(
    { id: 'changes', state: open === 0 ? 'passed' : 'failed' },
    {
      title,
      why: [
        say('changes-since', { count: comparison.changes.length, edition, open }),
        ...dateWarnings(programme.config.date, { edition, date: last.config.date }),
        ...lapsed,
      ],
      ...(open === 0 ? {} : { todo: approvalsOf({ ...comparison, changes }, programme.config.language) }),
    },
  );
}

/** A warning if a draft has the date of the last edition. Two editions can have the same date, so no gate fails. */
export function dateWarnings(date: string, last: Pick<Lock, 'edition' | 'date'> | undefined): Message[] {
  if (date !== last?.date) return [];
  return [say('date-of-last-edition', { date: dayCalled(date), edition: last.edition })];
}

async function editionsGate(data: string): Promise<Gate> {
  const results = await consistencies(data);
  const editions = results
    .filter(({ inconsistencies }) => inconsistencies.length > 0)
    .map(({ edition }) => edition);
  const isBroken = editions.length > 0;
  return gateOf(
    { id: 'editions', state: isBroken ? 'failed' : 'passed' },
    {
      title: say('gate-editions'),
      why: [
        isBroken
          ? say('editions-not-consistent', { editions: editions.join(', ') })
          : say('editions-compared', { compared: results.length }),
      ],
      ...(isBroken && { todo: [say('restore-files', { command: { command: ['verify'] } })] }),
    },
  );
}

async function outputGates(
  programme: Programme,
  data: string,
  { required, progress }: { required: boolean; progress: Progress | undefined },
): Promise<Gate[]> {
  const title = say('gate-outputs');
  let outputs: Output[];
  try {
    const design = await readDesign(data, programme.edition, {
      languages: programme.config.languages,
      config: programme.config,
    });
    const look = await openDesignResources(design, editionDir(data, programme.edition));
    outputs = await buildOutputs(programme, { formats: FORMAT_NAMES, out: '', source: data, progress }, look);
  } catch (error) {
    return [
      gateOf(
        { id: 'outputs', state: 'failed' },
        { title, why: [refusal(error)], todo: [say('correct-texts')] },
      ),
    ];
  }
  const files = outputs
    .map(({ built: { path, pages } }) => (pages === undefined ? path : `${path} (${pages} pages)`))
    .join(', ');
  const conformance = await conformanceOf(outputs.map(({ file }) => file));
  return [
    gateOf({ id: 'outputs', state: 'passed' }, { title, why: [say('files-built', { files })] }),
    conformanceGate(conformance, required),
  ];
}

const FAILURES_SHOWN = 5;

/**
 * The gate on veraPDF's result for the PDF files.
 *
 * @param required whether the gate fails if veraPDF did not check the files
 */
export function conformanceGate(conformance: Conformance, required = false): Gate {
  const title = say('gate-verapdf');
  if ('notChecked' in conformance)
    return gateOf(
      { id: 'verapdf', state: required ? 'failed' : 'not checked' },
      {
        title,
        why: [say('verapdf-not-run', { why: conformance.notChecked })],
        todo: [say('install-verapdf')],
      },
    );
  const { failures } = conformance;
  if (failures.length === 0)
    return gateOf({ id: 'verapdf', state: 'passed' }, { title, why: [say('verapdf-content')] });
  return gateOf(
    { id: 'verapdf', state: 'failed' },
    {
      title,
      why: failures.slice(0, FAILURES_SHOWN).map((failure) => say('verapdf-failure', { failure })),
      todo: [say('report-fault')],
    },
  );
}
