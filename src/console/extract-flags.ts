import type { ExtractQuery } from '../commands/index.ts';
import { UserError } from '../errors.ts';
import { messageOf } from './messages.ts';

/** Flags that name an extract. */
export interface ExtractFlags {
  by?: string;
  value?: string;
  region?: string;
}

/** The extract that flags name, if they name one. */
export function extractQuery({ by, value, region }: ExtractFlags): ExtractQuery | undefined {
  if (region !== undefined) return { by: 'region', value: region };
  return value === undefined ? undefined : { by: by ?? 'region', value };
}

/** The same, of a verb that does something else without. */
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
