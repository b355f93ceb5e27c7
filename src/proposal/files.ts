import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { IdSchema, type Programme } from '../model/index.ts';
import { loadYamlWriter, parseFile } from '../read/index.ts';
import { messageOf } from './messages.ts';
import { type NamedProposal, type Proposal, ProposalSchema } from './schema.ts';
import { upgraded } from './upgrade.ts';

/** Folder of the proposals in a data folder. */
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
 * Reads a proposal of a data folder, upgraded to the newest format.
 *
 * @param draft the draft for which the changes are proposed
 * @throws UserError if there is no proposal with this name, or its file is invalid
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

/** Reads all proposals of a data folder in the format of their files. */
export async function readProposals(data: string): Promise<NamedProposal[]> {
  const names = await proposalNames(data);
  return Promise.all(names.map((name) => readAsWritten(data, name)));
}

/** Serializes a proposal for its file. */
export async function proposalText(proposal: Proposal): Promise<string> {
  const { STYLE, styledDocument } = await loadYamlWriter();
  return styledDocument(proposal).toString(STYLE);
}
