/** Who changed what, and when, as proposals keep it. */
import type { Stamp } from '../../read/docx/index.ts';
import type { ProposedChange } from '../schema.ts';

/** Who did something and when, as proposals keep it. */
export function whoAndWhen({ by, date }: Stamp): Pick<ProposedChange, 'by' | 'date'> {
  const day = date === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  return {
    ...(by === undefined ? {} : { by: by.slice(0, 200) }),
    ...(day === undefined ? {} : { date: day }),
  };
}

/** Everybody who had a part in it, and when the last did. */
export function authorOf(
  stamps: readonly Stamp[],
  untracked: boolean,
): Pick<ProposedChange, 'by' | 'date' | 'untracked'> {
  const names = [...new Set(stamps.flatMap(({ by }) => by ?? []))];
  const date = stamps
    .flatMap((stamp) => stamp.date ?? [])
    .sort()
    .at(-1);
  return {
    ...whoAndWhen({
      ...(names.length === 0 ? {} : { by: names.join(', ') }),
      ...(date === undefined ? {} : { date }),
    }),
    ...(untracked ? { untracked: true as const } : {}),
  };
}
