import { type Problem, UserError } from '../errors.ts';
import type { Ruling } from '../proposal/index.ts';
import { messageOf } from './messages.ts';

/** Verdicts that a caller gives. */
export interface NamedVerdicts {
  /** Ids of the changes to accept and to refuse. */
  accept?: readonly string[] | undefined;
  refuse?: readonly string[] | undefined;
  /** Ids of changes whose verdicts are undone. */
  reopen?: readonly string[] | undefined;
  /** Individual verdicts, each with its own reason. */
  verdicts?: readonly Ruling[] | undefined;
  /** The reason for all verdicts that name only the id of a change. */
  why?: string | undefined;
}

/** The outcome of verdicts. */
export interface GivenVerdicts {
  /**
   * Ids of the changes that were decided in this call: accepted as proposed, refused, or accepted with a different
   * text.
   */
  accepted: readonly string[];
  refused: readonly string[];
  edited: readonly string[];
  /** Verdicts that could not be applied. */
  problems: readonly Problem[];
  /** Written files. */
  files: readonly string[];
}

/** Whether a verdict accepts a change with a text that differs from the proposed one. */
export const isEdited = ({ words, when, fields }: Ruling): boolean =>
  [words, when, fields].some((value) => value !== undefined);

/** The ids of decided changes, grouped by verdict. */
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
 * Returns all verdicts in the options of a call as a list, with one entry per change.
 *
 * @param alike verdicts on all changes of a kind; a verdict on a single change takes precedence
 * @throws UserError when a change has two different verdicts
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

/** The error that is thrown if verdicts lack the name of the person who decides. */
export const deciderMissing = (): UserError => new UserError(messageOf('decider-missing'));
