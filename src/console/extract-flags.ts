import type { ExtractQuery } from '../commands/index.ts';
import { UserError } from '../errors.ts';
import { messageOf } from './messages.ts';

/** The flags that select an extract. */
export interface ExtractFlags {
  by?: string;
  value?: string;
  region?: string;
}

/** The extract that the flags select; undefined if they select none. */
export function extractQuery({ by, value, region }: ExtractFlags): ExtractQuery | undefined {
  if (region !== undefined) return { by: 'region', value: region };
  return value === undefined ? undefined : { by: by ?? 'region', value };
}

/** The selected extract as an option, for commands that can also run on the whole programme. */
export function extractFilter(flags: ExtractFlags): { extract?: ExtractQuery } {
  const extract = extractQuery(flags);
  if (extract === undefined && flags.by !== undefined)
    throw new UserError(
      messageOf('extract-value-missing', {
        field: flags.by,
        command: { command: ['extract', '--list', '--by', flags.by] },
      }),
    );
  return extract === undefined ? {} : { extract };
}
