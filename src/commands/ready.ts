import type { Finding } from '../check/index.ts';
import { type Change, compare, markApproved, openChanges } from '../compare/index.ts';
import { lastEdition, readLocks } from '../edition/index.ts';
import { placeLine, UserError } from '../errors.ts';
import { DRAFT, type Programme } from '../model/index.ts';
import { editionDir, readDesign, readProgramme } from '../read/index.ts';
import { type Gate, type Readiness, summaryOf, translationLines } from '../report/index.ts';
import { readApprovals } from './approvals-file.ts';
import { buildOutputs } from './build.ts';
import { findingsOf, translationsOf } from './check.ts';
import { FORMAT_NAMES } from './formats.ts';
import { openLook } from './look.ts';
import type { Output } from './output.ts';
import { type Conformance, conformanceOf } from './verapdf.ts';
import { consistencies } from './verify.ts';

/** Gates that pass when they were not checked, unless they are required. */
export type OptionalGate = 'verapdf' & Gate['id'];

export interface ReadyOptions {
  /** Folder of the dataset; `data` when left out. */
  data?: string | undefined;
  /** Gates that fail when they were not checked. */
  require?: readonly OptionalGate[] | undefined;
}

/** Whether the draft may be published: every gate, in order. Without readable data there is only the first. */
export async function ready({ data = 'data', require = [] }: ReadyOptions = {}): Promise<Readiness> {
  const read = await readDraft(data);
  const gates = [read.gate];
  if (read.programme !== undefined) {
    gates.push(
      ...(await dataGates(read.programme, data)),
      ...(await outputGates(read.programme, data, require.includes('verapdf'))),
    );
  }
  return { version: 2, ready: gates.every(({ state }) => state !== 'failed'), gates };
}

/**
 * The gates of the data of a draft: proofing, approvals, the earlier editions.
 *
 * @param published the edition that the draft corrects: errors that it has too are counted, and pass
 */
export async function dataGates(draft: Programme, data: string, published?: Programme): Promise<Gate[]> {
  return [await checkGate(draft, data, published), await changesGate(draft, data), await editionsGate(data)];
}

async function readDraft(data: string): Promise<{ gate: Gate; programme?: Programme }> {
  const title = 'The data can be read';
  try {
    const programme = await readProgramme(data, DRAFT);
    const themes = programme.themes.length;
    const events = programme.themes.reduce((sum, theme) => sum + theme.events.length, 0);
    return {
      gate: {
        id: 'data',
        title,
        state: 'passed',
        why: `${events} ${events === 1 ? 'event' : 'events'} in ${themes} ${themes === 1 ? 'theme' : 'themes'}`,
      },
      programme,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { gate: { id: 'data', title, state: 'failed', why: error.message, todo: 'correct the files' } };
  }
}

async function checkGate(
  programme: Programme,
  data: string,
  published: Programme | undefined,
): Promise<Gate> {
  const findings = await findingsOf(programme, data);
  const known = new Set(published && (await findingsOf(published, data)).map(sameFinding));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const added = errors.filter((error) => !known.has(sameFinding(error)));
  const passed = added.length === 0;
  const translated = translationLines(await translationsOf(programme, data), programme.config.language);
  return {
    id: 'check',
    title: 'Proofing finds no error',
    state: passed ? 'passed' : 'failed',
    why: [
      summaryOf(findings),
      ...(published === undefined || errors.length === 0
        ? []
        : [`errors that edition ${published.edition} has too: ${errors.length - added.length}`]),
      ...translated,
    ].join('\n'),
    ...(passed ? {} : { todo: correctionsOf(added) }),
  };
}

/** The same for a finding in two editions, wherever its event stands. */
const sameFinding = ({ rule, at, words, message }: Finding): string =>
  JSON.stringify([rule, at.event, at.field, words, message]);

/** Things to do that are named one by one. */
const TODOS_SHOWN = 5;

/** A line for each error: where it stands, what it is, what to do; those that say the same are one. */
function correctionsOf(errors: readonly Finding[]): string {
  const said = new Map<string, Finding[]>();
  for (const error of errors) said.set(error.message, [...(said.get(error.message) ?? []), error]);
  return todoLines(
    [...said.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const more = same.length === 1 ? '' : ` (and ${same.length - 1} more places)`;
      const hint = first.hint === undefined ? '' : `; ${first.hint}`;
      return [`${placeLine(first.at)}: ${first.message}${hint}${more}`];
    }),
    '`programme check` shows all',
  );
}

/** A line for each change that is open, with what approves it. */
function approvalsOf(changes: readonly Change[], last: string): string {
  const lines = changes.map(
    ({ fingerprint, kind, id }) => `  ${[fingerprint, kind, id ?? ''].join(' ').trim()}`,
  );
  return `\`programme review\` goes through them one by one; \`programme review --accept ID … --by NAME\` approves those that you name:\n${todoLines(lines, `\`programme diff ${last} draft\` lists all`)}`;
}

function todoLines(lines: readonly string[], all: string): string {
  const rest = lines.length - TODOS_SHOWN;
  return [...lines.slice(0, TODOS_SHOWN), ...(rest > 0 ? [`and ${rest} more: ${all}`] : [])].join('\n');
}

async function changesGate(programme: Programme, data: string): Promise<Gate> {
  const title = 'Every major change since the last edition is approved';
  const approvals = await readApprovals(data);
  let last: Programme | undefined;
  try {
    const lock = lastEdition(await readLocks(data));
    last = lock && (await readProgramme(data, lock.edition));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { id: 'changes', title, state: 'failed', why: error.message, todo: 'restore the edition' };
  }
  if (last === undefined)
    return { id: 'changes', title, state: 'passed', why: 'there is no earlier edition' };
  const comparison = markApproved(compare(last, programme), approvals);
  const changes = openChanges(comparison, 'major');
  const open = changes.length;
  const lapsed = (comparison.lapsed ?? []).map(
    ({ fingerprint, by, date }) => `approval ${fingerprint} by ${by} of ${date} matches no change any more`,
  );
  return {
    id: 'changes',
    title,
    state: open === 0 ? 'passed' : 'failed',
    why: [
      `${comparison.changes.length} ${comparison.changes.length === 1 ? 'change' : 'changes'} since edition ${last.edition}, ${open} major and not approved`,
      ...lapsed,
    ].join('\n'),
    ...(programme.config.date === last.config.date && {
      warning: `the date of the draft, ${last.config.date}, is that of edition ${last.edition}: write its own as \`date:\` into programme.yaml`,
    }),
    ...(open === 0
      ? {}
      : {
          todo: approvalsOf(changes, last.edition),
        }),
  };
}

async function editionsGate(data: string): Promise<Gate> {
  const results = await consistencies(data);
  const broken = results
    .filter(({ inconsistencies }) => inconsistencies.length > 0)
    .map(({ edition }) => edition);
  return {
    id: 'editions',
    title: 'The earlier editions are consistent with their locks',
    state: broken.length === 0 ? 'passed' : 'failed',
    why: broken.length === 0 ? `${results.length} compared` : `not consistent: ${broken.join(', ')}`,
    ...(broken.length === 0 ? {} : { todo: '`programme verify` names the files; restore them' }),
  };
}

async function outputGates(programme: Programme, data: string, required: boolean): Promise<Gate[]> {
  const title = 'All outputs can be built';
  let outputs: Output[];
  try {
    const design = await readDesign(data, programme.edition, {
      languages: programme.config.languages,
      config: programme.config,
    });
    const look = await openLook(design, editionDir(data, programme.edition));
    outputs = await buildOutputs(programme, { formats: FORMAT_NAMES, out: '', source: data }, look);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ id: 'outputs', title, state: 'failed', why: error.message, todo: 'correct the texts named' }];
  }
  const built = outputs
    .map(({ built: { path, pages } }) => (pages === undefined ? path : `${path} (${pages} pages)`))
    .join(', ');
  const conformance = await conformanceOf(outputs.map(({ file }) => file));
  return [{ id: 'outputs', title, state: 'passed', why: built }, conformanceGate(conformance, required)];
}

const FAILURES_SHOWN = 5;

/**
 * The gate of what veraPDF says of the PDF files.
 *
 * @param required it fails when veraPDF did not check them
 */
export function conformanceGate(conformance: Conformance, required = false): Gate {
  const gate = { id: 'verapdf', title: 'veraPDF finds PDF/UA-1 and PDF/A-2a kept' } as const;
  if ('notChecked' in conformance)
    return {
      ...gate,
      state: required ? 'failed' : 'not checked',
      why: conformance.notChecked,
      todo: 'install veraPDF, so that `verapdf` runs it, or check the files elsewhere',
    };
  const { failures } = conformance;
  if (failures.length === 0) return { ...gate, state: 'passed', why: 'no rule is broken' };
  return {
    ...gate,
    state: 'failed',
    why: failures.slice(0, FAILURES_SHOWN).join('\n'),
    todo: 'this is a fault of the program: please report it',
  };
}
