import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { emphasisedIn, type HasFields, IdSchema, type Programme, withoutUndefined } from '../model/index.ts';
import { loadYamlWriter, parseFile, upgradeFrom } from '../read/index.ts';
import { messageOf } from './messages.ts';
import { type NamedProposal, type Proposal, ProposalSchema, type ProposedChange } from './schema.ts';

/** The path of the folder for proposals in a data folder. */
export function proposalsDir(data: string): string {
  return path.join(data, 'proposals');
}

/** The path of the file for a proposal. */
export function proposalFile(data: string, name: string): string {
  return path.join(proposalsDir(data), `${name}.yaml`);
}

/** The names of the proposals in a data folder, sorted. */
export async function proposalNames(data: string): Promise<string[]> {
  const found = await readdir(proposalsDir(data)).catch(() => []);
  return found
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .filter((name) => IdSchema.safeParse(name).success)
    .sort();
}

/**
 * Reads a proposal from a data folder and upgrades it to the newest format.
 *
 * @param draft the draft for which the changes are proposed
 * @throws UserError if there is no proposal with this name, or if its file is invalid
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

/** Reads all proposals in a data folder, in the formats of their files. */
export async function readProposals(data: string): Promise<NamedProposal[]> {
  const names = await proposalNames(data);
  return Promise.all(names.map((name) => readAsWritten(data, name)));
}

/** The text of the file for a proposal. */
export async function proposalText(proposal: Proposal): Promise<string> {
  const { STYLE, styledDocument } = await loadYamlWriter();
  return styledDocument(proposal).toString(STYLE);
}

type Fields = NonNullable<ProposedChange['fields']>;

/**
 * Upgrades a proposal to the newest format. In proposals in format 1, texts contain the markup of datasets in format 2.
 * Changes keep their ids, because users refer to changes by id.
 *
 * @param fields the fields of the draft
 */
function upgraded(proposal: Proposal, { fields }: Pick<HasFields, 'fields'>): Proposal {
  if (proposal.format !== 1) return proposal;
  const upgrade = upgradeFrom(2);
  const emphasised = emphasisedIn({ fields });
  const wordsOf = ({ about, field = '', markdown }: ProposedChange): ((words: string) => string) => {
    if (markdown !== undefined) return upgrade.markdown;
    if (about === 'event' && emphasised.has(field)) return upgrade.emphasised;
    return about === 'programme' && field === 'introduction' ? upgrade.introduction : (words) => words;
  };
  const fieldsNow = (written: Fields): Fields =>
    written.map(({ words, ...item }) => {
      const field = upgrade.field(item.field);
      return { ...item, field, words: emphasised.has(field) ? upgrade.emphasised(words) : words };
    });
  const changes = proposal.changes.map((old): ProposedChange => {
    const change = old.field === undefined ? old : { ...old, field: upgrade.field(old.field) };
    const now = wordsOf(change);
    const { base, theirs, written, was, markdown, fields: added, writtenFields } = change;
    // In a change to the text of a part, `base` and `theirs` are printed words without markup and need no upgrade.
    const words = markdown === undefined ? { base, theirs, written, was } : { written, was };
    return withoutUndefined({
      ...change,
      ...withEach(words, now),
      markdown: markdown && withEach(markdown, now),
      fields: added && fieldsNow(added),
      writtenFields: writtenFields && fieldsNow(writtenFields),
    });
  });
  return { ...proposal, format: 2, changes };
}

function withEach<T extends Readonly<Record<string, string | undefined>>>(
  texts: T,
  change: (words: string) => string,
): T {
  const entries = Object.entries(texts).map(([key, words]) => [key, words && change(words)]);
  return Object.fromEntries(entries) as T;
}
