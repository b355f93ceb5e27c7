/** Reads data/approvals.yaml and adds entries to it. */

import path from 'node:path';
import { type ApprovalsFile, ApprovalsFileSchema, type Change } from '../compare/index.ts';
import { UserError } from '../errors.ts';
import { loadYamlWriter, parseFile, parseYaml, readTextFileIfThere } from '../read/index.ts';
import type { OutputFile } from './write-files.ts';

const approvalsFile = (data: string): string => path.join(data, 'approvals.yaml');

/** The approvals of a data folder; empty if there is no file. */
export async function readApprovals(data: string): Promise<ApprovalsFile> {
  const file = approvalsFile(data);
  const text = await readTextFileIfThere(file);
  // A file that contains only comments has no approvals.
  if (text === undefined || !/^[^#\s]/m.test(text)) return [];
  const { value, problems } = await parseFile(file, () => ApprovalsFileSchema);
  if (value === undefined) throw new UserError(problems);
  return value;
}

/**
 * Adds approvals.yaml, with new entries appended, to a set of files that are to be written.
 *
 * @param files the set of files, which may already include approvals.yaml
 */
export async function withApprovals(
  files: readonly OutputFile[],
  data: string,
  entries: ApprovalsFile,
): Promise<OutputFile[]> {
  if (entries.length === 0) return [...files];
  const file = approvalsFile(data);
  const other = files.find((edited) => edited.path === file)?.bytes;
  const text = typeof other === 'string' ? other : await readTextFileIfThere(file);
  const others = files.filter((edited) => edited.path !== file);
  return [...others, { path: file, bytes: await withEntries(text, entries, file) }];
}

/**
 * The new content of approvals.yaml, in which the fingerprints of approved changes are in the newest format; empty if
 * no fingerprint needs conversion.
 */
export async function upgradedApprovals(
  data: string,
  changes: readonly Change[],
): Promise<{ path: string; bytes: string }[]> {
  const known = new Set((await readApprovals(data)).map(({ fingerprint }) => fingerprint));
  const older = changes.flatMap(({ olderFingerprint: was, fingerprint }) =>
    was !== undefined && known.has(was) ? [{ was, fingerprint }] : [],
  );
  if (older.length === 0) return [];
  const file = approvalsFile(data);
  let bytes = (await readTextFileIfThere(file)) ?? '';
  for (const { was, fingerprint } of older)
    bytes = bytes.replace(new RegExp(`(["']?)\\b${was}\\b\\1`, 'g'), JSON.stringify(fingerprint));
  return [{ path: file, bytes }];
}

/** The text of approvals.yaml with entries appended; existing entries stay unchanged. */
async function withEntries(text: string | undefined, entries: ApprovalsFile, file: string): Promise<string> {
  const yaml = await import('yaml');
  const { NO_ALIASES, STYLE, styledDocument } = await loadYamlWriter();
  const words = styledDocument(entries).toString(STYLE);
  if (text === undefined) return words;
  const below = `${text}${text.endsWith('\n') ? '' : '\n'}${words}`;
  const [before = [], after] = await Promise.all([listIn(text, file), listIn(below, file)]);
  if (after?.length === before.length + entries.length) return below;
  const document = yaml.parseDocument(text);
  if (yaml.isSeq(document.contents)) document.contents.flow = false;
  for (const entry of entries) document.add(document.createNode(entry, NO_ALIASES));
  return document.toString(STYLE);
}

async function listIn(text: string, file: string): Promise<unknown[] | undefined> {
  const value = await parseYaml(text, file).catch(() => undefined);
  return Array.isArray(value) ? value : undefined;
}
