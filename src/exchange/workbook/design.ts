/** Converts the keys of a design file to rows of a workbook, and these rows back to keys. */
import { isDeepStrictEqual } from 'node:util';
import { DesignFileSchema } from '../../design/index.ts';
import type { Position, Problem } from '../../errors.ts';
import { DESIGN_ROWS, ellipsis, type PartRow, type Text } from '../../model/index.ts';
import { validated, valueAtPath } from '../../read/index.ts';
import { messageOf } from '../messages.ts';
import { withValueAt } from '../places.ts';

/** The rows of a design in a workbook. A picture is represented by its file name without the folder. */
export function designRows(design: object): PartRow[] {
  return DESIGN_ROWS.map((id) => {
    const value = valueAtPath(design, id.split('.'));
    const isPath = id.endsWith('.path') && typeof value === 'string';
    return {
      id,
      value: isPath
        ? value.slice(value.lastIndexOf('/') + 1)
        : Array.isArray(value)
          ? value.join(', ')
          : value,
    };
  });
}

/** The dataset folder for pictures that are named in a workbook. */
const FOLDER = 'pictures';

/** Matches a file name without a folder that is neither a web address nor a formula. */
const BARE_NAME = /^[^./\\:*?"<>|=\p{C}][^/\\:*?"<>|\p{C}]{0,199}$/u;

/**
 * Returns a design with the changes in its rows applied.
 *
 * @param placeOf returns the position of a row in the workbook
 */
export function withDesignRows(
  design: object,
  rows: readonly PartRow[],
  placeOf: (id: string) => Position,
): { design: object; problems: Problem[] } {
  const current = new Map(designRows(design).map(({ id, value }) => [id, value]));
  const problems: Problem[] = [];
  let edited = design;
  for (const { id, value } of rows) {
    if (isDeepStrictEqual(value, current.get(id))) continue;
    if (id.endsWith('.path') && value !== undefined && !isBareName(value))
      problems.push({
        ...messageOf('picture-name-not-bare', { name: ellipsis(String(value)) }),
        at: placeOf(id),
      });
    else edited = withValueAt(edited, id.split('.'), dataOf(id, value as Text | undefined));
    if (id === 'logo.alt' && value !== undefined)
      edited = withValueAt(edited, ['logo', 'decoration'], undefined);
  }
  if (edited === design || problems.length > 0) return { design, problems };
  const wrong = validated(DesignFileSchema, edited, (path) => ({
    ...placeOf(rowAt(path.join('.'))),
    field: path.join('.'),
  }));
  return { design: edited, problems: wrong.problems };
}

function dataOf(id: string, value: Text | undefined): unknown {
  if (id === 'accents' && typeof value === 'string') return value.split(/\s*[,;]\s*/);
  return id.endsWith('.path') && value !== undefined ? `${FOLDER}/${String(value)}` : value;
}

const isBareName = (value: unknown): boolean => typeof value === 'string' && BARE_NAME.test(value);

/** The id of the row for a path in the design file; for a group of keys, the id of the last row of the group. */
const rowAt = (path: string): string =>
  DESIGN_ROWS.findLast((id) => id === path || id.startsWith(`${path}.`) || path.startsWith(`${id}.`)) ?? path;
