import type { Position, Problem } from '../errors.ts';
import { openProgramme, withConfig } from '../exchange/index.ts';
import { mergedSettings, type SettingConflict } from '../exchange/workbook/index.ts';
import { ellipsis, type Programme } from '../model/index.ts';
import {
  changesBetween,
  type ProposedChange,
  type Standing,
  standingOf,
  withChanges,
} from '../proposal/index.ts';
import { messageOf } from './messages.ts';
import type { SheetIncoming } from './sheet-plan.ts';

/**
 * The draft with the changes of a spreadsheet. Cells that the draft has changed differently since the export do not
 * change the draft and are reported.
 */
export function takenOf(
  { base, wished, source, plan }: SheetIncoming,
  draft: Programme,
  file: string,
): { programme: Programme; conflicts: readonly Problem[] } {
  if (base === draft) return { programme: wished, conflicts: [] };
  const settings = mergedSettings(base.config, wished.config, draft.config);
  const now = withConfig(draft, settings.config);
  const open = openProgramme(now);
  const cellAt = (id: string, field: string, lang = now.config.language): Position => {
    const { cells, at } = plan.rows.get(id) ?? { at: { file } };
    return (cells?.get(`${field}.${lang}`) ?? cells?.get(field))?.at ?? at;
  };
  const made: ProposedChange[] = [];
  const conflicts = settings.conflicts.map((one): Problem => {
    const { table, row, path } = placeOfSetting(one);
    const own = source.exported?.find(({ idPath }) => idPath === table)?.rows.find(({ id }) => id === row);
    const at = own?.cells.get(path)?.at ?? { file, field: path };
    return { ...threeWords(one.base, one.theirs, one.ours), at };
  });
  for (const change of changesBetween(base, wished).changes.filter(({ about }) => about === 'event')) {
    const standing = standingOf(change, open);
    if (standing.state === 'proposed') made.push(change);
    else if (standing.state !== 'done') conflicts.push(...clashes(change, standing, open, cellAt));
  }
  const named = new Map(conflicts.map((one) => [JSON.stringify(one), one]));
  return { programme: withChanges(now, made), conflicts: [...named.values()] };
}

/** Problems of a change that cannot be made in the draft. */
function clashes(
  { kind, of = '', field, lang, base, theirs, when, spot }: ProposedChange,
  standing: Standing,
  { events }: ReturnType<typeof openProgramme>,
  cellAt: (id: string, field: string, lang?: ProposedChange['lang']) => Position,
): Problem[] {
  const id = cellAt(of, 'id');
  if (standing.state !== 'conflict') {
    return [{ ...messageOf('event-changed-here-only', { event: ellipsis(of) }), at: id }];
  }
  if (kind === 'event-moved') {
    const said = messageOf('events-ordered-by-both', { theme: spot?.theme ?? '' });
    return [{ ...said, at: { file: id.file ?? '' } }];
  }
  if (field === undefined) {
    const code = kind === 'event-removed' ? 'event-removed-here' : 'event-added-by-both';
    return [{ ...messageOf(code, { event: ellipsis(of) }), at: id }];
  }
  const said = { ...threeWords(base, theirs, standing.ours), at: cellAt(of, field, lang) };
  const ours = events.get(of)?.event.when;
  return when === undefined
    ? [said]
    : [said, { ...threeWords(when.base, when.theirs, ours), at: cellAt(of, 'when') }];
}

function threeWords(base: unknown, theirs: unknown, ours: unknown): Problem {
  const words = (value: unknown): string => {
    if (value === undefined) return '';
    if (typeof value === 'string') return ellipsis(value);
    return ellipsis(Array.isArray(value) ? value.join(', ') : JSON.stringify(value));
  };
  return {
    ...messageOf('words-changed-by-both', { sent: words(base), theirs: words(theirs), ours: words(ours) }),
  };
}

/** The table, the row and the column of a setting. */
function placeOfSetting({ path: [list = '', id = '', ...rest] }: SettingConflict): {
  table: string;
  row: string;
  path: string;
} {
  return rest.length === 0
    ? { table: 'programme.id', row: list, path: ['programme.text', ...(id === '' ? [] : [id])].join('.') }
    : { table: `${list}.id`, row: id, path: [list, ...rest].join('.') };
}
