import { emphasisedIn, type HasFields } from '../model/index.ts';
import { upgradeFrom } from '../read/index.ts';
import type { Proposal, ProposedChange } from './schema.ts';

type Fields = NonNullable<ProposedChange['fields']>;

/**
 * Upgrades a proposal to the newest format. Texts in proposals of format 1 are written as in datasets of format 2.
 * Changes keep their ids, because users refer to them.
 *
 * @param fields fields of the draft
 */
export function upgraded(proposal: Proposal, { fields }: Pick<HasFields, 'fields'>): Proposal {
  if (proposal.format !== 1) return proposal;
  const upgrade = upgradeFrom(2);
  const emphasised = emphasisedIn({ fields });
  const wordsOf = ({ about, field = '', markdown }: ProposedChange): ((words: string) => string) => {
    if (markdown !== undefined) return upgrade.markdown;
    if (about === 'event' && emphasised.has(field)) return upgrade.emphasised;
    return about === 'programme' && field === 'introduction' ? upgrade.introduction : (words) => words;
  };
  const fieldsNow = (own: Fields): Fields =>
    own.map(({ words, ...item }) => {
      const field = upgrade.field(item.field);
      return { ...item, field, words: emphasised.has(field) ? upgrade.emphasised(words) : words };
    });
  const changes = proposal.changes.map((old): ProposedChange => {
    const change = old.field === undefined ? old : { ...old, field: upgrade.field(old.field) };
    const now = wordsOf(change);
    const { base, theirs, written, was, markdown, fields: added, writtenFields } = change;
    const isPart = markdown !== undefined;
    return {
      ...change,
      // For the text of a part these are the printed words, which need no upgrade.
      ...(!isPart && base !== undefined && { base: now(base) }),
      ...(!isPart && theirs !== undefined && { theirs: now(theirs) }),
      ...(written !== undefined && { written: now(written) }),
      ...(was !== undefined && { was: now(was) }),
      ...(isPart && { markdown: withEach(markdown, now) }),
      ...(added && { fields: fieldsNow(added) }),
      ...(writtenFields && { writtenFields: fieldsNow(writtenFields) }),
    };
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
