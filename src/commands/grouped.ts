import type { Problem } from '../errors.ts';
import { groupBy } from '../model/index.ts';
import { messageOf } from './messages.ts';

/** Problems of one kind that are listed one by one. */
const SHOWN = 3;

/**
 * Shortens a list of problems. Of problems whose messages differ only in quoted text, addresses or numbers, the first three are
 * listed with the number of the others.
 */
export function grouped(problems: readonly Problem[]): Problem[] {
  const kindOf = ({ message }: Problem): string =>
    message.replace(/"[\s\S]*"|https?:\S+/g, '""').replace(/\d+/g, '0');
  return [...groupBy(problems, kindOf).values()].flatMap((group) => {
    const more = group.length - SHOWN;
    if (more < 2) return group;
    return [
      ...group
        .slice(0, SHOWN)
        .map(({ hint, ...problem }, index) => (index === 0 && hint ? { ...problem, hint } : problem)),
      messageOf('more-like-these', { more }),
    ];
  });
}
