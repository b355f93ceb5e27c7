/** Checks that the fields, parts, themes and kinds of columns in a design file exist in the programme. */
import type { DesignFile, PresentationWish } from '../design/index.ts';
import type { Problem } from '../errors.ts';
import type { Message } from '../messages.ts';
import { FIELD_KINDS, isMade, type ProgrammeFile, partsOf } from '../model/index.ts';
import { placeField } from '../reference/index.ts';
import type { Path } from './locator.ts';
import { messageOf } from './messages.ts';
import { fieldAt, type Parsed } from './parse-file.ts';

/** The parts of a programme that a design file can refer to. */
export type DesignedConfig = Pick<ProgrammeFile, 'parts' | 'themes' | 'fields'>;

/** The value of `groups` that means days. */
const DAY = 'day';

/** Kinds of theme columns: the kinds of fields, bodies, and the numbers of events. */
const COLUMN_KINDS: readonly string[] = ['event-number', ...FIELD_KINDS, 'body'];

/**
 * Reports names in a design file that do not exist in the programme: kinds of columns, parts without a text, themes,
 * and fields that a theme does not print.
 */
export function unknownNames(file: Parsed<DesignFile>, config: DesignedConfig): Problem[] {
  const { parts = {}, presentation = {}, columns: widths = {}, codes = {} } = file.value;
  const {
    themes = {},
    places,
    ...all
  } = typeof presentation === 'string' ? { as: presentation } : presentation;
  const texts = partsOf(config)
    .map(({ id }) => id)
    .filter((id) => !isMade(id));
  const problems: Problem[] = [];
  const report = (at: Path, said: Message): void => {
    problems.push({ ...said, at: { ...file.place(at), ...fieldAt(at) } });
  };
  const oneOf = (known: readonly string[]): Message =>
    known.length === 0 ? messageOf('leave-out') : messageOf('one-of', { known });
  const checkField = (field: string, at: Path, columns: readonly string[]): void => {
    if (!columns.includes(field))
      report(at, messageOf('groups-field-not-printed', { field, hint: oneOf(columns) }));
  };
  const checkGroups = (wish: PresentationWish, at: Path, columns: readonly string[]): void => {
    const groups = typeof wish === 'string' ? undefined : wish.groups;
    if (groups !== undefined && groups !== DAY) checkField(groups, [...at, 'groups'], columns);
  };
  const isTimetable = [all, ...Object.values(themes)].some(
    (wish) => (typeof wish === 'string' ? wish : wish.as) === 'timetable',
  );
  const themeIds = config.themes.map(({ id }) => id);
  const links = config.fields
    .filter(({ kind, internal }) => kind === 'link' && internal !== true)
    .map(({ id }) => id);
  const every = [...new Set(config.themes.flatMap(({ columns }) => columns))];
  for (const name of Object.keys(parts).filter((own) => !texts.includes(own)))
    report(
      ['parts', name],
      texts.length === 0
        ? messageOf('programme-without-texts', { name })
        : messageOf('programme-text-unknown', { name, known: texts }),
    );
  const sections = [...themeIds, ...texts];
  for (const name of Object.keys(codes.sections ?? {}).filter((own) => !sections.includes(own)))
    report(['codes', 'sections', name], messageOf('section-unknown', { name, known: sections }));
  if (codes.events !== undefined && !links.includes(codes.events))
    report(['codes', 'events'], messageOf('code-field-unknown', { field: codes.events, hint: oneOf(links) }));
  for (const kind of Object.keys(widths).filter((own) => !COLUMN_KINDS.includes(own)))
    report(['columns', kind], messageOf('column-kind-unknown', { kind, known: COLUMN_KINDS }));
  checkGroups(all, ['presentation'], every);
  if (places !== undefined) checkField(places, ['presentation', 'places'], every);
  else if (isTimetable && placeField(config) === undefined)
    report(['presentation'], messageOf('timetable-without-places', { known: every }));
  for (const [id, wish] of Object.entries(themes)) {
    const at = ['presentation', 'themes', id];
    const theme = config.themes.find((known) => known.id === id);
    if (theme === undefined) report(at, messageOf('theme-unknown', { theme: id, hint: oneOf(themeIds) }));
    else checkGroups(wish, at, theme.columns);
  }
  return problems;
}
