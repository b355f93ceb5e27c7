import type { Position, Problem } from '../errors.ts';
import { openProgramme } from '../exchange/index.ts';
import { ellipsis, type Programme, SETTINGS } from '../model/index.ts';
import {
  changesBetween,
  type ProposedChange,
  type Standing,
  standingsOf,
  withChanges,
} from '../proposal/index.ts';
import { messageOf } from './messages.ts';
import type { IncomingSheet } from './sheet-plan.ts';

/**
 * The draft with the changes of a spreadsheet. If the same text was changed differently in the draft since the
 * export, the draft keeps its text and the cell is reported.
 */
export function draftWithSheet(
  { base, wished, source, plan }: IncomingSheet,
  draft: Programme,
  file: string,
): { programme: Programme; conflicts: readonly Problem[] } {
  if (base === draft) return { programme: wished, conflicts: [] };
  const { changes } = changesBetween(base, wished);
  const standings = standingsOf(changes, draft);
  const open = openProgramme(draft);
  const cellAt = (id: string, field: string, lang = draft.config.language): Position => {
    const { cells, at } = plan.rows.get(id) ?? { at: { file } };
    return (cells?.get(`${field}.${lang}`) ?? cells?.get(field))?.at ?? at;
  };
  const made: ProposedChange[] = [];
  const conflicts: Problem[] = [];
  for (const change of changes) {
    const standing = standings.get(change.id);
    if (standing?.state === 'proposed') made.push(change);
    else if (standing === undefined || standing.state === 'done') continue;
    else if (change.about === 'event') conflicts.push(...clashes(change, standing, open, cellAt));
    else {
      const { table, row, path } = rowOf(change);
      const own = source.exported?.find(({ idPath }) => idPath === table)?.rows.find(({ id }) => id === row);
      const at = own?.cells.get(path)?.at ?? { file, field: path };
      const ours = standing.state === 'conflict' ? standing.ours : undefined;
      conflicts.push({ ...threeWords(change.base, change.theirs, ours), at });
    }
  }
  const named = new Map(conflicts.map((one) => [JSON.stringify(one), one]));
  return { programme: withChanges(draft, made), conflicts: [...named.values()] };
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

/** The table, row and column of a setting or text of the programme in a spreadsheet. */
function rowOf({ kind, about, of, field = '', lang }: ProposedChange): {
  table: string;
  row: string;
  path: string;
} {
  const [list = '', id = '', ...rest] = field.split('.');
  const inLang = (path: string): string => (lang === undefined ? path : `${path}.${lang}`);
  if (about !== 'programme')
    return { table: `${about}s.id`, row: of ?? '', path: inLang(`${about}s.${field}`) };
  if (kind !== SETTINGS) {
    if (list === 'columns') return { table: 'fields.id', row: id, path: inLang('fields.heading') };
    if (list === 'parts') return { table: 'texts.id', row: `${id}.1`, path: inLang('texts.text') };
    return { table: 'programme.id', row: field, path: inLang('programme.text') };
  }
  if (list === 'design') return { table: 'design.id', row: [id, ...rest].join('.'), path: 'design.value' };
  return rest.length === 0 && id === ''
    ? { table: 'programme.id', row: list, path: 'programme.text' }
    : { table: `${list}.id`, row: id, path: [list, ...(rest.length === 0 ? ['id'] : rest)].join('.') };
}
