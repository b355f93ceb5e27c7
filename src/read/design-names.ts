/** Checks the names of a programme that its design file refers to. */
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
  const problem = (at: Path, said: Message): Problem => ({
    ...said,
    at: { ...file.place(at), ...fieldAt(at) },
  });
  const oneOf = (known: readonly string[]): Message =>
    known.length === 0 ? messageOf('leave-out') : messageOf('one-of', { known });
  const column = (wish: PresentationWish, at: Path, columns: readonly string[]): Problem[] => {
    const groups = typeof wish === 'string' ? undefined : wish.groups;
    return groups === undefined || groups === DAY || columns.includes(groups)
      ? []
      : [
          problem(
            [...at, 'groups'],
            messageOf('groups-field-not-printed', { field: groups, hint: oneOf(columns) }),
          ),
        ];
  };
  const isTimetable = [all, ...Object.values(themes)].some(
    (wish) => (typeof wish === 'string' ? wish : wish.as) === 'timetable',
  );
  const themeIds = config.themes.map(({ id }) => id);
  const links = config.fields
    .filter(({ kind, internal }) => kind === 'link' && internal !== true)
    .map(({ id }) => id);
  const every = [...new Set(config.themes.flatMap(({ columns }) => columns))];
  return [
    ...Object.keys(parts)
      .filter((name) => !texts.includes(name))
      .map((name) =>
        problem(
          ['parts', name],
          texts.length === 0
            ? messageOf('programme-without-texts', { name })
            : messageOf('programme-text-unknown', { name, known: texts }),
        ),
      ),
    ...Object.keys(codes.sections ?? {})
      .filter((name) => !texts.includes(name) && !themeIds.includes(name))
      .map((name) =>
        problem(
          ['codes', 'sections', name],
          messageOf('section-unknown', { name, known: [...themeIds, ...texts] }),
        ),
      ),
    ...(codes.events === undefined || links.includes(codes.events)
      ? []
      : [
          problem(
            ['codes', 'events'],
            messageOf('code-field-unknown', { field: codes.events, hint: oneOf(links) }),
          ),
        ]),
    ...Object.keys(widths)
      .filter((kind) => !COLUMN_KINDS.includes(kind))
      .map((kind) =>
        problem(['columns', kind], messageOf('column-kind-unknown', { kind, known: COLUMN_KINDS })),
      ),
    ...column(all, ['presentation'], every),
    ...(places === undefined || every.includes(places)
      ? []
      : [
          problem(
            ['presentation', 'places'],
            messageOf('groups-field-not-printed', { field: places, hint: oneOf(every) }),
          ),
        ]),
    ...(places === undefined && isTimetable && placeField(config) === undefined
      ? [problem(['presentation'], messageOf('timetable-without-places', { known: every }))]
      : []),
    ...Object.entries(themes).flatMap(([id, wish]) => {
      const at = ['presentation', 'themes', id];
      const theme = config.themes.find((known) => known.id === id);
      return theme === undefined
        ? [problem(at, messageOf('theme-unknown', { theme: id, hint: oneOf(themeIds) }))]
        : column(wish, at, theme.columns);
    }),
  ];
}
