import type { Problem } from '../errors.ts';
import { groupBy } from '../model/index.ts';
import { messageOf } from './messages.ts';

/**
 * Shortens a list of problems. If the messages of several problems differ only in quoted text, addresses or numbers,
 * the first problems are listed, followed by the number of similar problems.
 *
 * @param shown number of problems of one kind that are listed individually
 */
export function grouped(problems: readonly Problem[], shown = 3): Problem[] {
  const kindOf = ({ message }: Problem): string =>
    message.replace(/"[\s\S]*"|https?:\S+/g, '""').replace(/\d+/g, '0');
  return [...groupBy(problems, kindOf).values()].flatMap((group) => {
    const more = group.length - shown;
    if (more < 2) return group;
    return [
      ...group
        .slice(0, shown)
        .map(({ hint, ...problem }, index) => (index === 0 && hint ? { ...problem, hint } : problem)),
      messageOf('more-like-these', { more }),
    ];
  });
}
