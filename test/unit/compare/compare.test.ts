import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/compare/change.ts';
import { compare } from '../../../src/compare/compare.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Programme, ProgrammeFile } from '../../../src/model/programme.ts';
import { withHeading } from '../../support/fields.ts';
import { runs } from '../../support/property-runs.ts';
import { edits } from '../support/edits.ts';
import { allEvents, draft, edition1, withEvent, withEvents } from '../support/programmes.ts';

const changesTo = (after: Programme): readonly Change[] => compare(edition1, after).changes;

/** A programme with the first events of each theme. */
const fewEvents = (programme: Programme): Programme => withEvents(programme, (events) => events.slice(0, 5));

/** Kind, id, field, old and new words of each change. */
const brief = (after: Programme): unknown[][] =>
  changesTo(after).map(({ kind, severity, id, field, words }) => [
    kind,
    severity,
    id,
    field,
    words.old,
    words.new,
  ]);

const WRESTLING = 'north-ossetia-wrestling';
const edited = (part: Partial<Event>, id = WRESTLING): Programme =>
  withEvent(edition1, id, (event) => ({ ...event, ...part }));
const configured = (part: Partial<ProgrammeFile>): Programme => ({
  ...edition1,
  config: { ...edition1.config, ...part },
});

describe('Fields of an event', () => {
  test.each<[string, Partial<Event>, unknown[]]>([
    [
      'title',
      { title: 'Wrestling match' },
      ['title-reworded', 'minor', 'title', 'Wrestling', 'Wrestling match'],
    ],
    [
      'title in case alone',
      { title: 'WRESTLING' },
      ['title-reworded', 'typographic', 'title', 'Wrestling', 'WRESTLING'],
    ],
    [
      'description',
      { description: 'In Paris.' },
      ['description-reworded', 'minor', 'description', undefined, 'In Paris.'],
    ],
    ['date', { date: 'May 2021' }, ['date-changed', 'major', 'date', undefined, 'May 2021']],
    ['date for machines', { when: '2021-05' }, ['date-changed', 'major', 'when', undefined, '2021-05']],
    [
      'body',
      {
        bodies: {
          french: 'Delegation for the External Action of Local Government (DAECT)',
          russian: 'Vladikavkaz',
        },
      },
      ['body-changed', 'major', 'bodies.russian', 'North Ossetia', 'Vladikavkaz'],
    ],
    ['status', { status: 'cancelled' }, ['status-changed', 'major', 'status', undefined, 'cancelled']],
    ['region', { region: 'Normandy' }, ['region-changed', 'major', 'region', undefined, 'Normandy']],
    ['category', { category: 'Tourism' }, ['category-changed', 'minor', 'category', undefined, 'Tourism']],
  ])(
    'A change to a field of an event is reported with its kind, severity and texts: %s',
    (_, part, [kind, severity, field, before, after]) => {
      expect(brief(edited(part))).toEqual([[kind, severity, WRESTLING, field, before, after]]);
    },
  );

  test('A changed region is reported as one change, which includes the region codes', () => {
    const event = allEvents(edition1).find(({ id }) => id === 'toulouse-samara-partnership');
    const after = edited({ regions: { ...event?.regions, russian: ['RU-SAM', 'RU-MOW'] } }, event?.id);
    expect(brief(after)).toEqual([
      ['region-changed', 'major', event?.id, 'regions.russian', 'RU-SAM', 'RU-SAM, RU-MOW'],
    ]);
  });

  test('An added translation is reported as a change in the language of the translation', () => {
    const [change] = changesTo(edited({ title: { en: 'Wrestling', fr: 'Lutte' } }));
    expect(change).toMatchObject({ kind: 'title-reworded', lang: 'fr', words: { new: 'Lutte' } });
    expect(change?.words).not.toHaveProperty('old');
  });

  test('The changes to an event are listed in the printed order of its fields', () => {
    const after = edited({ status: 'postponed', date: 'May', title: 'Boxing', region: 'Normandy' });
    expect(changesTo(after).map(({ field }) => field)).toEqual(['region', 'title', 'date', 'status']);
  });

  test('Changes to unprinted fields are listed as untracked differences', () => {
    const { changes, untracked } = compare(
      edition1,
      edited({ accept: [{ rule: 'spelling', reason: 'A name.' }], repeat: true }),
    );
    expect(changes).toEqual([]);
    expect(untracked).toEqual([
      { about: 'event', id: WRESTLING, field: 'repeat', words: { new: 'true' } },
      {
        about: 'event',
        id: WRESTLING,
        field: 'accept',
        words: { new: '[{"rule":"spelling","reason":"A name."}]' },
      },
    ]);
  });
});

describe('Events', () => {
  const added: Event = {
    id: 'regatta',
    bodies: {},
    regions: { french: ['FR-BRE'] },
    title: 'Regatta of tall ships',
  };

  test('An added event is reported as one change, which includes its position and its text', () => {
    const after = withEvents(edition1, (events, theme) =>
      theme === 'academic' ? [added, ...events] : events,
    );
    expect(changesTo(after)).toEqual([
      {
        kind: 'event-added',
        severity: 'major',
        fingerprint: 'a27a3087dab5',
        about: 'event',
        id: 'regatta',
        theme: 'academic',
        place: {
          new: {
            id: 'regatta',
            number: 23,
            title: 'Regatta of tall ships',
            theme: { id: 'academic', title: 'Theme: Academic cooperation and research' },
            regions: ['FR-BRE'],
          },
        },
        words: {},
        paragraphs: [],
        fields: [
          { field: 'regions.french', words: 'FR-BRE' },
          { field: 'title', lang: 'en', words: 'Regatta of tall ships' },
        ],
      },
    ]);
  });

  test('A removed event is reported as one change in its theme', () => {
    const after = withEvents(edition1, (events) =>
      events.filter(({ id }) => id !== 'toulouse-samara-partnership'),
    );
    expect(brief(after)).toEqual([
      ['event-removed', 'major', 'toulouse-samara-partnership', undefined, undefined, undefined],
    ]);
    expect(changesTo(after)[0]?.theme).toBe('partnerships');
  });

  test('An event that moved within its theme is reported as one move', () => {
    const after = withEvents(edition1, ([first, ...rest], theme) =>
      theme === 'partnerships' && first !== undefined
        ? [...rest, first]
        : [...(first ? [first] : []), ...rest],
    );
    expect(
      changesTo(after).map(({ kind, id, place }) => [kind, id, place.old?.number, place.new?.number]),
    ).toEqual([['event-moved', 'auvergne-rhone-alpes-irkutsk-tourism-gastronomy', 1, 22]]);
  });

  test('An event that moved to another theme is reported as one move', () => {
    const wrestling = allEvents(edition1).find(({ id }) => id === WRESTLING);
    const after = withEvents(edition1, (events, theme) => {
      const others = events.filter(({ id }) => id !== WRESTLING);
      return theme === 'culture' && wrestling !== undefined ? [wrestling, ...others] : others;
    });
    expect(changesTo(after).map(({ kind, theme, place }) => [kind, theme, place.old?.theme?.id])).toEqual([
      ['event-moved', 'culture', 'sport'],
    ]);
  });

  test('A changed event id is reported as one change', () => {
    expect(brief(edited({ id: 'wrestling' }))).toEqual([
      ['id-changed', 'minor', 'wrestling', 'id', WRESTLING, 'wrestling'],
    ]);
  });

  test('If an event was split off from another, the change that adds the new event names the original event', () => {
    const after = withEvents(edition1, (events) =>
      events.flatMap((event) => {
        if (event.id !== 'strasbourg-moscow-vologda-cooperation') return [event];
        const [first = '', ...rest] = String(event.description).split('. ');
        const part = { ...event, id: 'strasbourg-vologda', title: 'Vologda', description: rest.join('. ') };
        return [{ ...event, description: first }, part];
      }),
    );
    const found = changesTo(after).filter(({ id }) => id === 'strasbourg-vologda');
    expect(found.map(({ kind, severity, splitFrom }) => [kind, severity, splitFrom])).toEqual([
      ['event-split', 'major', 'strasbourg-moscow-vologda-cooperation'],
    ]);
  });
});

describe('Programme', () => {
  const [partnerships, academic, ...others] = edition1.themes;
  if (partnerships === undefined || academic === undefined) throw new Error('too few themes');
  const themed = (themes: Programme['themes']): Programme => ({
    ...edition1,
    themes,
    config: { ...edition1.config, themes: themes.map(({ theme }) => theme) },
  });
  const retheme = (part: Partial<(typeof academic)['theme']>): Programme =>
    themed([partnerships, { ...academic, theme: { ...academic.theme, ...part } }, ...others]);

  test.each<[string, Programme, unknown[]]>([
    ['title', configured({ title: { fr: 'Programme' } }), ['programme-title-changed', 'major', 'title']],
    [
      'introduction',
      configured({ introduction: 'Welcome.' }),
      ['introduction-changed', 'minor', 'introduction'],
    ],
    ['period', configured({ period: '2022' }), ['period-changed', 'major', 'period']],
    ['publisher', configured({ author: 'A ministry' }), ['publisher-changed', 'minor', 'author']],
    ['subject', configured({ subject: 'Events' }), ['subject-changed', 'minor', 'subject']],
    [
      'heading of the contents',
      configured({ contents: 'Contents' }),
      ['heading-changed', 'minor', 'contents'],
    ],
    [
      'heading of a column',
      configured(withHeading(edition1.config, 'date', 'When')),
      ['heading-changed', 'minor', 'columns.date'],
    ],
    [
      'heading of a side',
      configured({
        sides: edition1.config.sides.map((side) =>
          side.id === 'french' ? { ...side, heading: 'French body' } : side,
        ),
      }),
      ['heading-changed', 'minor', 'heading'],
    ],
    [
      'order of the sides',
      configured({ sides: [...edition1.config.sides].reverse() }),
      ['side-moved', 'minor', undefined],
    ],
    ['title of a theme', retheme({ title: 'Research' }), ['theme-renamed', 'minor', 'title']],
    ['columns of a theme', retheme({ columns: ['title'] }), ['theme-columns-changed', 'minor', 'columns']],
    ['id of a theme', retheme({ id: 'research' }), ['id-changed', 'minor', 'id']],
    ['order of the themes', themed([academic, partnerships, ...others]), ['theme-moved', 'minor', undefined]],
    [
      'new theme',
      themed([
        ...edition1.themes,
        { theme: { id: 'youth', title: 'Youth', columns: ['title'], carry: false }, events: [] },
      ]),
      ['theme-added', 'major', undefined],
    ],
  ])('A change to the programme is reported with its kind, severity and field: %s', (_, after, expected) => {
    expect(changesTo(after).map(({ kind, severity, field }) => [kind, severity, field])).toEqual([expected]);
  });

  test('The removal of a theme is reported in addition to the removal of its events', () => {
    const after = themed(edition1.themes.slice(0, -1));
    expect(changesTo(after).map(({ kind, theme }) => [kind, theme])).toEqual([
      ['theme-removed', 'sport'],
      ['event-removed', 'sport'],
      ['event-removed', 'sport'],
      ['event-removed', 'sport'],
    ]);
  });

  test('Changes to unprinted settings are listed as untracked differences', () => {
    const { changes, untracked } = compare(
      edition1,
      configured({ name: 'other', languages: ['en', 'fr'], changes: { 'id-changed': 'major' } }),
    );
    expect(changes).toEqual([]);
    expect(untracked.map(({ field, words }) => [field, words.old, words.new])).toEqual([
      ['name', 'programme-2021', 'other'],
      ['languages', 'en', 'en, fr'],
      ['changes', undefined, '{"id-changed":"major"}'],
    ]);
  });

  test('Changes to the reference data on regions and places are listed as untracked differences', () => {
    const after = {
      ...edition1,
      reference: { ...edition1.reference, regions: edition1.reference.regions.slice(1) },
    };
    const [first] = edition1.reference.regions;
    expect(compare(edition1, after).untracked).toEqual([
      { about: 'region', id: first?.code, field: 'entry', words: { old: JSON.stringify(first) } },
    ]);
  });
});

describe('Differences that are not changes', () => {
  test('Differences in line endings, leading or trailing spaces, Unicode normalisation and YAML notation are not changes', () => {
    const after = withEvents(edition1, (events) =>
      events.map((event) => ({
        ...event,
        title: { en: `${event.title} `.normalize('NFD') },
        ...(event.description !== undefined && {
          description: `${String(event.description).replaceAll('\n', '\r\n\r\n')}\n`,
        }),
      })),
    );
    expect(compare(edition1, after)).toMatchObject({ changes: [], untracked: [] });
  });

  test('A change in the order of YAML keys is not reported', () => {
    const after = withEvents(edition1, (events) =>
      events.map((event) => ({
        ...event,
        bodies: Object.fromEntries(Object.entries(event.bodies).reverse()),
        regions: Object.fromEntries(Object.entries(event.regions).reverse()),
      })),
    );
    expect(compare(edition1, after)).toMatchObject({ changes: [], untracked: [] });
  });

  test('A change in the order of region codes is not reported because the codes are not printed', () => {
    const id = 'strasbourg-moscow-vologda-cooperation';
    const after = withEvent(edition1, id, (event) => ({
      ...event,
      regions: { ...event.regions, russian: ['RU-VLG', 'RU-MOW'] },
    }));
    expect(compare(edition1, after)).toMatchObject({
      changes: [],
      untracked: [{ id, field: 'regions.russian', words: { old: 'RU-MOW, RU-VLG', new: 'RU-VLG, RU-MOW' } }],
    });
  });
});

describe('Severities', () => {
  test('The severity of each kind of change is the one that programme.yaml of the new edition sets', () => {
    const after = edited({ title: 'Wrestling match', date: 'May 2021' });
    const config: ProgrammeFile = {
      ...after.config,
      changes: { 'title-reworded': 'major', 'date-changed': 'minor' },
    };
    expect(changesTo({ ...after, config }).map(({ kind, severity }) => [kind, severity])).toEqual([
      ['title-reworded', 'major'],
      ['date-changed', 'minor'],
    ]);
  });

  test('A typographic difference has the severity typographic even if the programme sets another severity for its kind of change', () => {
    const after = edited({ title: 'wrestling' });
    const config: ProgrammeFile = { ...after.config, changes: { 'title-reworded': 'major' } };
    expect(changesTo({ ...after, config })[0]?.severity).toBe('typographic');
  });
});

describe('Fingerprints', () => {
  const prints = (changes: readonly Change[]): Map<string, string> =>
    new Map(
      changes.map(({ kind, id, field, lang, fingerprint }) => [
        [kind, id, field, lang].join(' '),
        fingerprint,
      ]),
    );

  test('Fingerprints of changes have 12 hexadecimal digits and are unique', () => {
    const { changes } = compare(edition1, draft);
    expect(changes.length).toBeGreaterThan(20);
    for (const { fingerprint } of changes) expect(fingerprint).toMatch(/^[0-9a-f]{12}$/);
    expect(new Set(changes.map(({ fingerprint }) => fingerprint)).size).toBe(changes.length);
  });

  test('The fingerprint of a change does not depend on the order of events', () => {
    const [old, now] = [fewEvents(edition1), fewEvents(draft)];
    const before = prints(compare(old, now).changes);
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(5).keys()], { minLength: 5 }), (ranks) => {
        const reordered = withEvents(now, (events) =>
          events
            .map((event, index) => ({ event, rank: ranks[index] ?? index }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ event }) => event),
        );
        const after = prints(compare(old, reordered).changes.filter(({ kind }) => kind !== 'event-moved'));
        expect(after).toEqual(before);
      }),
      { numRuns: runs(20) },
    );
  });

  test('The fingerprint of a change does not depend on other changed events', () => {
    const one = prints(changesTo(edited({ title: 'Wrestling match' })));
    const more = withEvents(edited({ title: 'Wrestling match' }), (events, theme) =>
      theme === 'partnerships' ? events.slice(3).map((event) => ({ ...event, date: 'May' })) : events,
    );
    expect(prints(changesTo(more)).get(`title-reworded ${WRESTLING} title en`)).toBe(
      one.get(`title-reworded ${WRESTLING} title en`),
    );
  });

  test('The fingerprint of a change depends on the new words', () => {
    const [a] = changesTo(edited({ title: 'Wrestling match' }));
    const [b] = changesTo(edited({ title: 'Wrestling matches' }));
    expect(a?.fingerprint).not.toBe(b?.fingerprint);
  });

  test('The fingerprint of an added event does not depend on its accepted findings', () => {
    const event: Event = { id: 'regatta', bodies: {}, regions: {}, title: 'Regatta of tall ships' };
    const add = (added: Event): Programme =>
      withEvents(edition1, (events, theme) => (theme === 'sport' ? [...events, added] : events));
    const [plain] = changesTo(add(event));
    const [accepted] = changesTo(add({ ...event, accept: [{ rule: 'spelling', reason: 'A name.' }] }));
    expect(accepted?.fingerprint).toBe(plain?.fingerprint);
  });
});

test('Changes are listed in printed order', () => {
  const before = fewEvents(edition1);
  fc.assert(
    fc.property(edits, (edit) => {
      const { changes, themes } = compare(before, edit(before));
      const ranks = new Map(themes.map(({ id }, index) => [id, index]));
      const sections = changes.map(({ theme }) =>
        theme === undefined ? -1 : (ranks.get(theme) ?? Number.NaN),
      );
      expect(sections).toEqual([...sections].sort((a, b) => a - b));
    }),
    { numRuns: runs(50) },
  );
});

test('The comparison of edition 1 with the draft lists the corrections', () => {
  const found = compare(edition1, draft).changes.map(({ kind, id, field }) => [kind, id, field].join(' '));
  expect(found).toContain('body-changed dijon-volgograd-climate-meetings bodies.french');
  expect(found).toContain('date-changed dijon-volgograd-partnership date');
  expect(found).toContain('event-removed avignon-perm-russian-seasons-2 ');
});
