import type { Finding } from '../check/index.ts';
import { type Comparison, compare, markApproved, openChanges } from '../compare/index.ts';
import { type Lock, lastEdition, readLocks } from '../edition/index.ts';
import { outcomeOf, placeLine, type UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { allEvents, DRAFT, groupBy, type Lang, type Programme, titlesOf } from '../model/index.ts';
import { readProgramme } from '../read/index.ts';
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
import { dateTerm } from '../text/dates/index.ts';
import { readApprovals } from './approvals-file.ts';
import { buildOutputs, type Progress } from './build.ts';
import { checkedProgramme } from './check.ts';
import { openLook } from './design-resources.ts';
import { FORMAT_NAMES } from './formats.ts';
import { type Conformance, conformanceOf } from './verapdf.ts';
import { consistencies } from './verify.ts';

/** Gates that pass even if they were not checked, unless they are required. */
export type OptionalGate = 'verapdf' & Gate['id'];

export interface ReadyOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Gates that fail if they cannot be checked. */
  require?: readonly OptionalGate[] | undefined;
  /** Called before each file is built for the check. */
  progress?: Progress | undefined;
}

/**
 * Checks every gate, in order, to determine whether the draft may be published. If the data cannot be read, only the
 * first gate is returned.
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
  const read = await outcomeOf(readProgramme(data, DRAFT));
  const gates: Gate[] = [];
  if ('error' in read) gates.push(refused('data', read.error, say('correct-files')));
  else {
    const { value: draft } = read;
    const why = say('events-in-themes', {
      events: say('events-counted', { count: allEvents(draft).length }),
      themes: say('themes-counted', { count: draft.themes.length }),
    });
    gates.push(gateOf('data', 'passed', [why]), ...(await dataGates(draft, data)));
    gates.push(...(await outputGates(draft, data, require.includes('verapdf'), progress)));
  }
  return { version: 2, ready: gates.every(({ state }) => state !== 'failed'), gates };
}

/**
 * The gates that check the data of a draft: proofing, approvals and earlier editions.
 *
 * @param published the edition that the draft corrects: the gate counts errors that this edition already contains, but
 * does not fail because of them
 */
export async function dataGates(draft: Programme, data: string, published?: Programme): Promise<Gate[]> {
  return [await checkGate(draft, data, published), await changesGate(draft, data), await editionsGate(data)];
}

/** A gate that failed because something could not be read or built. */
function refused(id: Gate['id'], { message: why }: UserError, todo: Message): Gate {
  return gateOf(id, 'failed', [say('gate-refused', { why })], [todo]);
}

async function checkGate(programme: Programme, data: string, published: Programme | undefined) {
  const checked = await checkedProgramme(programme, data);
  const { findings, withoutDictionary = [], checkedWith = [] } = checked;
  const known = new Set(published && (await checkedProgramme(published, data)).findings.map(sameFinding));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const added = errors.filter((error) => !known.has(sameFinding(error)));
  const why = [summaryOf(findings), ...withoutDictionary.map(spellingNotChecked), ...checkedWith];
  if (published !== undefined && errors.length > 0)
    why.push(say('errors-published', { edition: published.edition, errors: errors.length - added.length }));
  why.push(...translationLines(checked.completeness, programme.config.language));
  return added.length === 0
    ? gateOf('check', 'passed', why)
    : gateOf('check', 'failed', why, correctionsOf(added, programme));
}

/** A key that is the same for the same finding in two editions, even if the position of the event has changed. */
const sameFinding = ({ rule, at, words, message }: Finding): string =>
  JSON.stringify([rule, at.event, at.field, words, message]);

/** Maximum number of remaining tasks to list individually. */
const TODOS_SHOWN = 3;

/** A line for each error, with its event, message and correction. Errors with the same message share a line. */
function correctionsOf(errors: readonly Finding[], programme: Programme): Message[] {
  const titles = titlesOf(programme);
  const placeOf = ({ at }: Finding): string => titles.get(at.event ?? '') ?? at.field ?? placeLine(at);
  const lines = [...groupBy(errors, ({ message }) => message).values()].flatMap((same) => {
    const [first] = same;
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

/** The first open changes, and the commands that approve them. */
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
  const approvals = await readApprovals(data);
  const read = await outcomeOf(lastPublished(data));
  if ('error' in read) return refused('changes', read.error, say('restore-edition'));
  const { value: last } = read;
  if (last === undefined) return gateOf('changes', 'passed', [say('no-earlier-edition')]);
  const { edition } = last;
  const comparison = markApproved(compare(last, programme), approvals);
  const changes = openChanges(comparison, 'major');
  const open = changes.length;
  const why = [
    say('changes-since', { count: comparison.changes.length, edition, open }),
    ...dateWarnings(programme.config.date, { edition, date: last.config.date }),
    ...(comparison.lapsed ?? []).map(({ fingerprint, by, date }) =>
      say('approval-lapsed', { fingerprint, by, date }),
    ),
  ];
  return open === 0
    ? gateOf('changes', 'passed', why)
    : gateOf('changes', 'failed', why, approvalsOf({ ...comparison, changes }, programme.config.language));
}

async function lastPublished(data: string): Promise<Programme | undefined> {
  const lock = lastEdition(await readLocks(data));
  return lock && readProgramme(data, lock.edition);
}

/**
 * A warning if the draft has the same date as the last edition. Two editions may have the same date, so no gate fails.
 */
export function dateWarnings(date: string, last: Pick<Lock, 'edition' | 'date'> | undefined): Message[] {
  if (date !== last?.date) return [];
  return [say('date-of-last-edition', { date: dateTerm(date), edition: last.edition })];
}

async function editionsGate(data: string): Promise<Gate> {
  const results = await consistencies(data);
  const editions = results
    .filter(({ inconsistencies }) => inconsistencies.length > 0)
    .map(({ edition }) => edition);
  if (editions.length === 0)
    return gateOf('editions', 'passed', [say('editions-compared', { compared: results.length })]);
  const why = say('editions-not-consistent', { editions: editions.join(', ') });
  return gateOf('editions', 'failed', [why], [say('restore-files', { command: { command: ['verify'] } })]);
}

async function outputGates(
  programme: Programme,
  data: string,
  required: boolean,
  progress: Progress | undefined,
): Promise<Gate[]> {
  const { config } = programme;
  const target = { formats: FORMAT_NAMES, out: '', source: data, progress };
  const built = await outcomeOf(
    openLook(data, programme.edition, { languages: config.languages, config }).then((look) =>
      buildOutputs(programme, target, look),
    ),
  );
  if ('error' in built) return [refused('outputs', built.error, say('correct-texts'))];
  const outputs = built.value;
  const files = outputs
    .map(({ built: { path, pages } }) => (pages === undefined ? path : `${path} (${pages} pages)`))
    .join(', ');
  const conformance = await conformanceOf(outputs.map(({ file }) => file));
  return [
    gateOf('outputs', 'passed', [say('files-built', { files })]),
    conformanceGate(conformance, required),
  ];
}

const FAILURES_SHOWN = 5;

/**
 * The gate that depends on veraPDF's result for the PDF files.
 *
 * @param required whether the gate fails if veraPDF did not check the files
 */
export function conformanceGate(conformance: Conformance, required = false): Gate {
  if ('notChecked' in conformance) {
    const why = say('verapdf-not-run', { why: conformance.notChecked });
    return gateOf('verapdf', required ? 'failed' : 'not checked', [why], [say('install-verapdf')]);
  }
  const { failures } = conformance;
  if (failures.length === 0) return gateOf('verapdf', 'passed', [say('verapdf-content')]);
  const why = failures.slice(0, FAILURES_SHOWN).map((failure) => say('verapdf-failure', { failure }));
  return gateOf('verapdf', 'failed', why, [say('report-fault')]);
}
