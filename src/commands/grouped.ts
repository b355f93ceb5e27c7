import { groupBy } from '../compare/index.ts';
import type { Problem } from '../errors.ts';
import { messageOf } from './messages.ts';

/** Problems of one kind that are said one by one. */
const SHOWN = 3;

/**
 * Problems for a reader: of those that say the same of different words or numbers the first three, with how many there are besides; in the
 * order of the first of each kind.
 */
export function grouped(problems: readonly Problem[]): Problem[] {
  const kindOf = ({ message }: Problem): string => message.replace(/"[\s\S]*"/g, '""').replace(/\d+/g, '0');
  return [...groupBy(problems, kindOf).values()].flatMap((group) => {
    const more = group.length - SHOWN;
    if (more < 2) return group;
    return [
      ...group
        .slice(0, SHOWN)
        .map(({ hint, ...problem }, index) => (index === 0 && hint ? { ...problem, hint } : problem)),
      { ...messageOf('more-like-these', { more }) },
    ];
  });
}
