import { type Problem, UserError } from '../errors.ts';
import type { Ruling } from '../proposal/index.ts';
import { messageOf } from './messages.ts';

/** Verdicts as a call names them. */
export interface NamedVerdicts {
  /** Ids of changes. */
  accept?: readonly string[] | undefined;
  refuse?: readonly string[] | undefined;
  /** Verdicts to be taken back. */
  reopen?: readonly string[] | undefined;
  /** Verdicts given one by one, each with its own reason. */
  verdicts?: readonly Ruling[] | undefined;
  /** Why, for those that are named by their ids. */
  why?: string | undefined;
}

/** What became of verdicts. */
export interface GivenVerdicts {
  /** Ids of the changes that were decided on now: accepted as they were proposed, refused, accepted with other words. */
  accepted: readonly string[];
  refused: readonly string[];
  edited: readonly string[];
  /** Verdicts that could not be given. */
  problems: readonly Problem[];
  /** Files that were written. */
  files: readonly string[];
}

/** Whether a verdict accepts a change with other words than those proposed. */
export const isEdited = ({ words, when, fields }: Ruling): boolean =>
  [words, when, fields].some((own) => own !== undefined);

/** The ids of the changes that verdicts decide on, by what they decide. */
export function decidedBy(
  rulings: readonly Ruling[],
): Pick<GivenVerdicts, 'accepted' | 'refused' | 'edited'> {
  const ids = (test: (ruling: Ruling) => boolean): string[] => rulings.filter(test).map(({ id }) => id);
  return {
    accepted: ids((ruling) => ruling.verdict === 'accepted' && !isEdited(ruling)),
    refused: ids(({ verdict }) => verdict === 'refused'),
    edited: ids(isEdited),
  };
}

/**
 * The verdicts that a call gives.
 *
 * @param alike those on all changes of a sort; one that is named by its id comes first
 * @throws UserError when a change is named twice with different verdicts
 */
export function rulingsOf(
  { accept = [], refuse = [], reopen = [], verdicts = [], why }: NamedVerdicts,
  alike: readonly Ruling[],
): Ruling[] {
  const named = new Map<string, Ruling['verdict']>();
  for (const [ids, verdict] of [
    [accept, 'accepted'],
    [refuse, 'refused'],
    [reopen, 'open'],
  ] as const)
    for (const id of ids) {
      const other = named.get(id);
      if (other !== undefined && other !== verdict)
        throw new UserError(messageOf('verdict-given-twice', { id }));
      named.set(id, verdict);
    }
  const given = [...named].map(([id, verdict]): Ruling => ({ id, verdict }));
  const called = [...given, ...alike.filter(({ id }) => !named.has(id))].map((ruling) => ({
    ...ruling,
    ...(why === undefined ? {} : { why }),
  }));
  return [...verdicts, ...called];
}

/** The refusal of verdicts that nobody gives. */
export const nobody = (): UserError => new UserError(messageOf('decider-missing'));
