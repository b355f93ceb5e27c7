import { expect, test } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { CHANGE_SEVERITIES } from '../../../src/model/index.ts';
import { changesAsMarkdown } from '../../../src/report/changes-markdown.ts';
import { changesAsText } from '../../../src/report/changes-text.ts';
import { counted, labelsOf } from '../../../src/text/index.ts';
import { edition1, withEvent, withEvents } from '../support/programmes.ts';
import { comparison, print, same } from './changes-example.ts';

test('Changes are listed by theme and event, with ids on request', () => {
  expect(
    changesAsText(comparison, { lang: 'en', colour: false, hasIds: true }).replaceAll('\u00a0', ' '),
  ).toBe(
    `From: Edition 1 of 19 March 2021; to: Edition 2 of 3 May 2021
9 changes (6 major, 2 minor, 1 typographic, 1 approved)

The programme as a whole
    Heading of the contents (minor, heading-changed, ${print('heading-changed', 'contents')})
      - Events by theme:
      + Events, theme by theme:

Theme: partnerships and twinning programmes
  18. Toulouse-Samara partnership
    Regions: Russia (major, region-changed, ${print('region-changed', 'regions.russian')})
      - Samara Oblast (RU-SAM)
      + Samara Oblast (RU-SAM), Moscow (RU-MOW)
    Project description (major, description-reworded, ${print('description-reworded', 'description')})
      - Establishment of musical and cultural cooperation between Samara and Toulouse.
      + Establishment of musical and theatrical cooperation between Samara and Toulouse.

Theme: sport
  75. WRESTLING
    Project title (typographic, title-reworded, ${print('title-reworded', 'title')})
      - Wrestling
      + WRESTLING
    Status (major, status-changed, ${print('status-changed', 'status')}, Approved by A. Editor, 2 May 2021)
      + Cancelled
  76. Equestrian Partnerships
    Event moved from no. 75 to no. 76 (minor, event-moved, ${print('event-moved')})
    Planned date (major, date-changed, ${print('date-changed', 'date')})
      - Quarter 2 2021
      - Date in calendars: 2021-34
  77. Regatta | <b>tall</b> ships & \`boats\`
    Event added (major, event-added, ${print('event-added')})
      + French local government/body concerned: Ville de Brest
      + Russian local government/body concerned: Samara
      + Regions: France: Brittany (FR-BRE)
      + Regions: Russia: Samara Oblast (RU-SAM)
      + Project title: Regatta | <b>tall</b> ships & \`boats\`
      + Project description: First day.
      + Second *day*.
      + Date in calendars: 2021-06
  76. Participation of Russian and French delegation in the 35th Festival of Martial Arts in Bercy Stadium in Paris.
    Event removed (major, event-removed, ${print('event-removed')})
      - French local government/body concerned: Delegation for the External Action of Local Government (DAECT)
      - Regions: France: Île-de-France (FR-IDF)
      - Regions: Russia: No place named
      - Project title: Participation of Russian and French delegation in the 35th Festival of Martial Arts in Bercy Stadium in Paris.

Differences in the data that do not affect the printed words
  event · accept: toulouse-samara-partnership
`,
  );
});

test('The text report of a comparison of an edition with itself is one line', () => {
  const lines = (['en', 'fr', 'ru'] as const).map((lang) => changesAsText(same, { lang, colour: false }));
  expect(lines.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
    'No change: Edition 1 of 19 March 2021 and Edition 1 of 19 March 2021 are the same.\n',
    'Aucune modification : Édition 1 du 19 mars 2021 et Édition 1 du 19 mars 2021 sont identiques.\n',
    'Изменений нет: Издание 1 от 19 марта 2021 г. и Издание 1 от 19 марта 2021 г. совпадают.\n',
  ]);
});

test('Unless ids are requested, no line of the text report contains a fingerprint, a kind of change, a code or an EDTF date', () => {
  for (const lang of ['en', 'fr', 'de', 'ru'] as const) {
    for (const report of [
      changesAsText(comparison, { lang, colour: false, all: true }),
      changesAsMarkdown(comparison, lang),
    ]) {
      expect(report).not.toMatch(
        /\b[0-9a-f]{12}\b|[a-z]+-(?:changed|reworded|added|removed|moved)|\(RU-|2021-0|accept/,
      );
    }
  }
  const lines = changesAsText(comparison, { lang: 'ru', colour: false, all: true }).split('\n');
  expect(lines).toContain('    Регионы: Россия (существенное)');
  expect(lines).toContain('      + Самарская область, Москва');
  expect(lines.at(-4)).toBe('Различий в данных, не меняющих печатного текста: 1.');
});

test('In colour output, changed words are struck out or underlined instead of being printed on two lines', () => {
  const coloured = changesAsText(comparison, { lang: 'en', colour: true, all: true });
  expect(coloured).toContain(
    'musical and \u001b[31;9mcultural\u001b[0m\u001b[32;4mtheatrical\u001b[0m cooperation',
  );
  expect(changesAsText(comparison, { lang: 'en', colour: false, all: true })).not.toContain('\u001b');
});

test('A report longer than 20 lines is shortened to its first changes, starting with the most severe', () => {
  const stops = new Set(
    edition1.themes
      .flatMap(({ events }) => events)
      .slice(0, 16)
      .map(({ id }) => id),
  );
  const many = compare(
    edition1,
    withEvents(edition1, (events) =>
      events.map((event) => ({
        ...event,
        ...(stops.has(event.id) && { title: `${String(event.title)}.` }),
        ...(event.id === 'north-ossetia-wrestling' && { status: 'cancelled' as const }),
      })),
    ),
  );
  const lines = changesAsText(many, { lang: 'en', colour: false }).trimEnd().split('\n');
  expect(lines.slice(3, 5).concat(lines.slice(17))).toEqual([
    '  major: 77. Wrestling · Status: — → Cancelled',
    '  minor: 1. Continuing cooperation on tourism and gastronomy program… · Project title: …astronomy programmes → …astronomy programmes.',
    '  and 3 more changes; --all shows them',
  ]);
  const lapsed = [{ fingerprint: 'f00ba4000000', by: 'A. Editor', date: '2021-05-02' }];
  expect(changesAsText({ ...many, lapsed }, { lang: 'en', colour: false })).toContain(
    'Approvals that no longer match a change\n  Approved by A. Editor, 2\u00a0May 2021\n',
  );
  expect(changesAsText(many, { lang: 'fr', colour: false })).toContain(
    '  et 3 autres modifications\u202f; --all les affiche\n',
  );
});

test('The text report omits the long texts of a removed event', () => {
  const long = 'A long evening with many words. '.repeat(6).trim();
  const removed = compare(
    withEvent(edition1, 'north-ossetia-wrestling', (event) => ({ ...event, description: long })),
    withEvents(edition1, (events) => events.filter(({ id }) => id !== 'north-ossetia-wrestling')),
  );
  const report = changesAsText(removed, { lang: 'en', colour: false });
  expect(report).toContain('      - National bodies · Republic of North Ossetia – Alania\n');
  expect(report).toContain('their complete text is in: Edition 1 of 19\u00a0March 2021\n');
  expect(report).not.toContain('long evening');
});

test.each([
  ['en', 0, '0 changes (0 major, 0 minor, 0 typographic, 0 approved)'],
  ['en', 1, '1 change (1 major, 1 minor, 1 typographic, 1 approved)'],
  ['fr', 0, '0 modification (0 majeure, 0 mineure, 0 typographique, 0 approuvée)'],
  ['fr', 1, '1 modification (1 majeure, 1 mineure, 1 typographique, 1 approuvée)'],
  ['fr', 2, '2 modifications (2 majeures, 2 mineures, 2 typographiques, 2 approuvées)'],
  ['fr', 21, '21 modifications (21 majeures, 21 mineures, 21 typographiques, 21 approuvées)'],
  ['de', 1, '1 Änderung (1 wesentliche, 1 geringe, 1 typografische, 1 freigegeben)'],
  ['de', 5, '5 Änderungen (5 wesentliche, 5 geringe, 5 typografische, 5 freigegeben)'],
  ['ru', 0, 'изменений: 0 (0 существенных, 0 незначительных, 0 типографских, 0 согласованных)'],
  ['ru', 1, 'изменений: 1 (1 существенное, 1 незначительное, 1 типографское, 1 согласованное)'],
  ['ru', 2, 'изменений: 2 (2 существенных, 2 незначительных, 2 типографских, 2 согласованных)'],
  ['ru', 5, 'изменений: 5 (5 существенных, 5 незначительных, 5 типографских, 5 согласованных)'],
  ['ru', 21, 'изменений: 21 (21 существенное, 21 незначительное, 21 типографское, 21 согласованное)'],
] as const)('In %s, the words of a summary agree with the number %i', (lang, count, expected) => {
  const say = labelsOf(edition1.config, lang).changes;
  const parts = [...CHANGE_SEVERITIES, 'approved' as const].map((name) =>
    counted(say.counts[name], count, lang),
  );
  expect(`${counted(say.changes, count, lang)} (${parts.join(', ')})`).toBe(expected);
});

test('Long unchanged text before and after a change is shortened', () => {
  const after = withEvent(edition1, 'strasbourg-moscow-vologda-cooperation', (event) => ({
    ...event,
    description: String(event.description).replace('In 2010', 'In 2011'),
  }));
  expect(changesAsText(compare(edition1, after), { lang: 'en', colour: false })).toContain(
    ['2010', '2011']
      .map(
        (year, index) =>
          `      ${'-+'[index]} … General of Russia, which is very active in Strasbourg. In ${year}, Strasbourg organized and hosted the third "Franco-Russian …\n`,
      )
      .join(''),
  );
});
