import { UserError } from '../errors.ts';
import type { Ruling } from '../proposal/index.ts';

/** Verdicts as a call names them. */
export interface NamedVerdicts {
  /** Ids of changes. */
  accept?: readonly string[];
  refuse?: readonly string[];
  /** Verdicts to be taken back. */
  reopen?: readonly string[];
  /** Verdicts given one by one, each with its own reason. */
  verdicts?: readonly Ruling[];
  /** Why, for those that are named by their ids. */
  why?: string;
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
        throw new UserError({ message: `two verdicts on the change ${id}`, hint: 'name it once' });
      named.set(id, verdict);
    }
  const given = [...named].map(([id, verdict]): Ruling => ({ id, verdict }));
  const called = [...given, ...alike.filter(({ id }) => !named.has(id))].map((ruling) => ({
    ...ruling,
    ...(why === undefined ? {} : { why }),
  }));
  return [...verdicts, ...called];
}
