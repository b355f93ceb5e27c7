import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { IdSchema, type Programme } from '../model/index.ts';
import { NO_ALIASES, parseFile, STYLE, styleDocument } from '../read/index.ts';
import { messageOf } from './messages.ts';
import { type NamedProposal, type Proposal, ProposalSchema } from './schema.ts';
import { upgraded } from './upgrade.ts';

/** Folder of the proposals inside a data folder. */
export function proposalsDir(data: string): string {
  return path.join(data, 'proposals');
}

/** File of a proposal. */
export function proposalFile(data: string, name: string): string {
  return path.join(proposalsDir(data), `${name}.yaml`);
}

/** Names of the proposals of a data folder, sorted. */
export async function proposalNames(data: string): Promise<string[]> {
  const found = await readdir(proposalsDir(data)).catch(() => []);
  return found
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .filter((name) => IdSchema.safeParse(name).success)
    .sort();
}

/**
 * A proposal of a data folder, with its words as the newest format has them.
 *
 * @param draft the draft that it is of
 * @throws UserError when there is none of this name, or its file is wrong
 */
export async function readProposal(
  data: string,
  name: string,
  { config }: Pick<Programme, 'config'>,
): Promise<NamedProposal> {
  const { proposal } = await readAsWritten(data, name);
  return { name, proposal: upgraded(proposal, config) };
}

async function readAsWritten(data: string, name: string): Promise<NamedProposal> {
  const names = await proposalNames(data);
  if (!names.includes(name))
    throw new UserError(
      names.length === 0
        ? messageOf('proposals-missing', { name })
        : messageOf('proposal-unknown', { name, known: names }),
    );
  const { value, problems } = await parseFile(proposalFile(data, name), () => ProposalSchema);
  if (value === undefined || problems.length > 0) throw new UserError(problems);
  return { name, proposal: value };
}

/** All proposals of a data folder, with their words as they are written. */
export async function readProposals(data: string): Promise<NamedProposal[]> {
  const names = await proposalNames(data);
  return Promise.all(names.map((name) => readAsWritten(data, name)));
}

/** The text of the file of a proposal. */
export async function proposalText(proposal: Proposal): Promise<string> {
  const yaml = await import('yaml');
  const document = new yaml.Document(proposal, NO_ALIASES);
  styleDocument(yaml, document, false);
  return document.toString(STYLE);
}
