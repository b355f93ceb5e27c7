import fc from 'fast-check';
import { CHANGE_KIND_IDS, CHANGE_SEVERITIES } from '../../../src/model/change-kinds.ts';
import type { Event, SideRegions } from '../../../src/model/event.ts';
import type { Programme, ProgrammeFile, Theme, ThemeEvents } from '../../../src/model/programme.ts';
import { LANGS, type Text } from '../../../src/model/text.ts';
import { withHeading } from '../../support/fields.ts';
import { withEvents } from './programmes.ts';

/** A random edit of a programme, such as an editor could make. */
export type Edit = (programme: Programme) => Programme;

const words = fc
  .array(
    fc.constantFrom(
      'Lyon',
      'Москва',
      "l'art",
      'e\u0301té',
      'of',
      'festival',
      '“x”',
      '–',
      '2021',
      ' ',
      '\n',
      'Saint-Malo',
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => `x ${parts.join(' ')}`);
const text: fc.Arbitrary<Text> = fc.oneof(
  words,
  fc
    .record({ en: words, fr: words, ru: words }, { requiredKeys: [] })
    .filter((byLang) => Object.keys(byLang).length > 0),
);
const id = fc.integer({ min: 0, max: 10 ** 6 }).map((number) => `id-${number}`);
/** The index at a given fraction of a list. */
const share = fc.double({ min: 0, max: 0.999, noNaN: true });

function pick<T>(list: readonly T[], at: number): T {
  const found = list[Math.floor(at * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

const countEvents = (programme: Programme): number =>
  programme.themes.reduce((sum, { events }) => sum + events.length, 0);

function onEvent(programme: Programme, at: number, edit: (event: Event) => readonly Event[]): Programme {
  const target = Math.floor(at * countEvents(programme));
  let index = 0;
  return withEvents(programme, (events) =>
    events.flatMap((event) => (index++ === target ? edit(event) : [event])),
  );
}

function idsIn(programme: Programme): Set<string> {
  return new Set(programme.themes.flatMap(({ events }) => events.map((event) => event.id)));
}

/** The programme with other themes; `config.themes` is updated. */
function withThemes(programme: Programme, themes: readonly ThemeEvents[]): Programme {
  return { ...programme, themes, config: { ...programme.config, themes: themes.map(({ theme }) => theme) } };
}

function onTheme(programme: Programme, at: number, edit: (theme: Theme) => Theme): Programme {
  const target = pick(programme.themes, at);
  return withThemes(
    programme,
    programme.themes.map((item) =>
      item === target ? { theme: edit(item.theme), events: item.events } : item,
    ),
  );
}

const setText = fc
  .record({ at: share, field: fc.constantFrom('title', 'description', 'date', 'region', 'category'), text })
  .map(
    (made): Edit =>
      (programme) =>
        onEvent(programme, made.at, (event) => [{ ...event, [made.field]: made.text }]),
  );

const dropField = fc
  .record({ at: share, field: fc.constantFrom('description', 'date', 'region', 'when', 'accept') })
  .map(
    (made): Edit =>
      (programme) =>
        onEvent(programme, made.at, (event) => {
          const { [made.field as 'when']: _, ...rest } = event;
          return [rest];
        }),
  );

type OnEvent = (event: Event) => Event;
const changeEvent: fc.Arbitrary<OnEvent> = fc.oneof(
  fc.constantFrom('2021-05', '2021-33').map(
    (when): OnEvent =>
      (event) => ({ ...event, when }),
  ),
  fc.constantFrom('cancelled' as const, 'postponed' as const).map(
    (status): OnEvent =>
      (event) => ({ ...event, status }),
  ),
  fc.constant<OnEvent>((event) => ({ ...event, repeat: true })),
  fc.constant<OnEvent>((event) => ({ ...event, accept: [{ rule: 'spelling', reason: 'A name.' }] })),
  fc.dictionary(fc.constantFrom('french', 'russian'), text).map(
    (bodies): OnEvent =>
      (event) => ({ ...event, bodies }),
  ),
  fc
    .dictionary(
      fc.constantFrom('french', 'russian'),
      fc.constantFrom<SideRegions>('all-regions', ['FR-BRE'], ['RU-MOW', 'RU-KLU'], ['RU-KLU', 'RU-MOW']),
    )
    .map(
      (regions): OnEvent =>
        (event) => ({ ...event, regions }),
    ),
);
const setOther = fc.tuple(share, changeEvent).map(
  ([at, change]): Edit =>
    (programme) =>
      onEvent(programme, at, (event) => [change(event)]),
);

const addEvent = fc.record({ at: share, id, title: text, description: text }).map(
  (made): Edit =>
    (programme) => {
      if (idsIn(programme).has(made.id)) return programme;
      const { id: newId, title, description } = made;
      const event: Event = { id: newId, title, description, bodies: {}, regions: {} };
      return onEvent(programme, made.at, (neighbour) => [event, neighbour]);
    },
);

const copyEvent = fc.record({ at: share, id }).map(
  (made): Edit =>
    (programme) =>
      idsIn(programme).has(made.id)
        ? programme
        : onEvent(programme, made.at, (event) => [event, { ...event, id: made.id }]),
);

const removeEvent = share.map(
  (at): Edit =>
    (programme) =>
      onEvent(programme, at, () => []),
);

const renameEvent = fc.record({ at: share, id }).map(
  (made): Edit =>
    (programme) =>
      idsIn(programme).has(made.id)
        ? programme
        : onEvent(programme, made.at, (event) => [{ ...event, id: made.id }]),
);

const swapIds = fc.tuple(share, share).map(
  ([a, b]): Edit =>
    (programme) => {
      const ids = [...idsIn(programme)];
      const swapped = new Map([
        [pick(ids, a), pick(ids, b)],
        [pick(ids, b), pick(ids, a)],
      ]);
      return withEvents(programme, (events) =>
        events.map((event) => ({ ...event, id: swapped.get(event.id) ?? event.id })),
      );
    },
);

const moveEvent = fc.record({ from: share, theme: share, to: share }).map(
  (made): Edit =>
    (programme) => {
      const event = pick(
        programme.themes.flatMap(({ events }) => events),
        made.from,
      );
      const target = pick(programme.themes, made.theme).theme.id;
      return withEvents(programme, (events, theme) => {
        const others = events.filter(({ id: other }) => other !== event.id);
        const place = Math.floor(made.to * (others.length + 1));
        return theme === target ? [...others.slice(0, place), event, ...others.slice(place)] : others;
      });
    },
);

type OnConfig = (config: ProgrammeFile) => ProgrammeFile;
const changeConfig: fc.Arbitrary<OnConfig> = fc.oneof(
  text.map(
    (title): OnConfig =>
      (config) => ({ ...config, title }),
  ),
  text.map(
    (introduction): OnConfig =>
      (config) => ({ ...config, introduction }),
  ),
  text.map(
    (contents): OnConfig =>
      (config) => ({ ...config, contents }),
  ),
  text.map(
    (subject): OnConfig =>
      (config) => ({ ...config, subject }),
  ),
  text.map(
    (title): OnConfig =>
      (config) =>
        withHeading(config, 'title', title),
  ),
  words.map(
    (author): OnConfig =>
      (config) => ({ ...config, author }),
  ),
  fc.constantFrom('2022', '2021/2022').map(
    (period): OnConfig =>
      (config) => ({ ...config, period }),
  ),
  fc.constantFrom('2021-06-01', '2021-07-14').map(
    (date): OnConfig =>
      (config) => ({ ...config, date }),
  ),
  fc.constant<OnConfig>((config) => ({ ...config, name: 'programme-2022', languages: ['fr', 'ru'] })),
  fc.constantFrom(...LANGS).map(
    (language): OnConfig =>
      (config) => ({ ...config, language }),
  ),
  fc.dictionary(fc.constantFrom(...CHANGE_KIND_IDS), fc.constantFrom(...CHANGE_SEVERITIES)).map(
    (changes): OnConfig =>
      (config) => ({ ...config, changes }),
  ),
);
const editConfig = changeConfig.map(
  (change): Edit =>
    (programme) => ({ ...programme, config: change(programme.config) }),
);

type OnTheme = (theme: Theme) => Theme;
const changeTheme: fc.Arbitrary<OnTheme> = fc.oneof(
  text.map(
    (title): OnTheme =>
      (theme) => ({ ...theme, title }),
  ),
  fc.boolean().map(
    (carry): OnTheme =>
      (theme) => ({ ...theme, carry }),
  ),
  fc.constant<OnTheme>((theme) => ({ ...theme, columns: ['title', 'date'] })),
  id.map(
    (made): OnTheme =>
      (theme) => ({ ...theme, id: `${theme.id}-${made}` }),
  ),
);
const editTheme = fc.tuple(share, changeTheme).map(
  ([at, change]): Edit =>
    (programme) =>
      onTheme(programme, at, change),
);

const addTheme = fc.record({ at: share, id, title: text }).map(
  (made): Edit =>
    (programme) => {
      const { title, at } = made;
      const theme: Theme = { id: `added-${made.id}`, title, columns: ['title'], carry: false };
      if (programme.themes.some((item) => item.theme.id === theme.id)) return programme;
      const place = Math.floor(at * (programme.themes.length + 1));
      const { themes } = programme;
      return withThemes(programme, [
        ...themes.slice(0, place),
        { theme, events: [] },
        ...themes.slice(place),
      ]);
    },
);

const removeTheme = share.map(
  (at): Edit =>
    (programme) => {
      const target = pick(programme.themes, at);
      const left = programme.themes.filter((item) => item !== target);
      return left.every(({ events }) => events.length === 0) ? programme : withThemes(programme, left);
    },
);

const moveTheme = fc.tuple(share, share).map(
  ([from, to]): Edit =>
    (programme) => {
      const target = pick(programme.themes, from);
      const others = programme.themes.filter((item) => item !== target);
      const place = Math.floor(to * (others.length + 1));
      return withThemes(programme, [...others.slice(0, place), target, ...others.slice(place)]);
    },
);

const editSides = fc.record({ at: share, title: text, id }).chain((made) =>
  fc.constantFrom<Edit>(
    (programme) => {
      const { config } = programme;
      const target = pick(config.sides, made.at);
      const sides = config.sides.map((side) => (side === target ? { ...side, heading: made.title } : side));
      return { ...programme, config: { ...config, sides } };
    },
    (programme) => {
      const { config } = programme;
      return { ...programme, config: { ...config, sides: [...config.sides].reverse() } };
    },
    (programme) => {
      const { config } = programme;
      if (config.sides.some((side) => side.id === made.id)) return programme;
      const added = { id: made.id, country: 'DE', name: made.title, heading: made.title };
      return { ...programme, config: { ...config, sides: [added, ...config.sides] } };
    },
    (programme) => {
      const { config } = programme;
      const left = config.sides.slice(1);
      return left.length === 0 ? programme : { ...programme, config: { ...config, sides: left } };
    },
  ),
);

/** Any number of edits, applied one after the other. */
export const edits: fc.Arbitrary<Edit> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: setText },
      { weight: 2, arbitrary: dropField },
      { weight: 4, arbitrary: setOther },
      { weight: 3, arbitrary: addEvent },
      { weight: 2, arbitrary: copyEvent },
      { weight: 3, arbitrary: removeEvent },
      { weight: 3, arbitrary: renameEvent },
      { weight: 2, arbitrary: swapIds },
      { weight: 4, arbitrary: moveEvent },
      { weight: 3, arbitrary: editConfig },
      { weight: 2, arbitrary: editTheme },
      addTheme,
      removeTheme,
      moveTheme,
      editSides,
    ),
    { maxLength: 25 },
  )
  .map((list) => (programme) => list.reduce((edited, edit) => edit(edited), programme));
