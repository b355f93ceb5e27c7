/** data/approvals.yaml: read, and with more entries. */

import path from 'node:path';
import { type ApprovalsFile, ApprovalsFileSchema } from '../compare/index.ts';
import { UserError } from '../errors.ts';
import {
  NO_ALIASES,
  parseFile,
  parseYaml,
  readTextFileIfThere,
  STYLE,
  styleDocument,
} from '../read/index.ts';
import type { OutputFile } from './write-files.ts';

const approvalsFile = (data: string): string => path.join(data, 'approvals.yaml');

/** The approvals of a data folder; none without a file. */
export async function readApprovals(data: string): Promise<ApprovalsFile> {
  const file = approvalsFile(data);
  const text = await readTextFileIfThere(file);
  // A file of comments alone approves nothing.
  if (text === undefined || !/^[^#\s]/m.test(text)) return [];
  const { value, problems } = await parseFile(file, () => ApprovalsFileSchema);
  if (value === undefined) throw new UserError(problems);
  return value;
}

/** The file with more entries, below those that are there. */
export async function approvalsWith(data: string, entries: ApprovalsFile): Promise<OutputFile[]> {
  if (entries.length === 0) return [];
  const file = approvalsFile(data);
  return [{ path: file, bytes: await withEntries(await readTextFileIfThere(file), entries, file) }];
}

/** The text of approvals.yaml with more entries: below those that are there, which stay as they were typed. */
async function withEntries(text: string | undefined, entries: ApprovalsFile, file: string): Promise<string> {
  const yaml = await import('yaml');
  const added = new yaml.Document(entries, NO_ALIASES);
  styleDocument(yaml, added, false);
  const words = added.toString(STYLE);
  if (text === undefined || !/^[^#\s]/m.test(text))
    return `${text ?? ''}${text?.endsWith('\n') === false ? '\n' : ''}${words}`;
  const below = `${text}${text.endsWith('\n') ? '' : '\n'}${words}`;
  const [before, after] = await Promise.all([listIn(text, file), listIn(below, file)]);
  if (before !== undefined && after?.length === before.length + entries.length) return below;
  const document = yaml.parseDocument(text);
  if (yaml.isSeq(document.contents)) document.contents.flow = false;
  for (const entry of entries) document.add(document.createNode(entry, NO_ALIASES));
  return document.toString(STYLE);
}

async function listIn(text: string, file: string): Promise<unknown[] | undefined> {
  const value = await parseYaml(text, file).catch(() => undefined);
  return Array.isArray(value) ? value : undefined;
}
