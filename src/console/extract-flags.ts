import type { ExtractQuery } from '../commands/index.ts';
import { shellWord, UserError } from '../errors.ts';

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
    throw new UserError({
      message: `--by ${flags.by} needs a value`,
      hint: `give --value; \`programme extract --list --by ${shellWord(flags.by)}\` shows them`,
    });
  return extract === undefined ? {} : { extract };
}
