import { expect, test } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { changesAsText } from '../../../src/report/changes-text.ts';
import { edition1, withEvent } from '../support/programmes.ts';
import { comparison, print, same } from './changes-example.ts';

test('the changes by theme and event', () => {
  expect(changesAsText(comparison, { lang: 'en', colour: false }).replaceAll('\u00a0', ' ')).toBe(
    `From: Edition 1 of 19 March 2021; to: Edition 2 of 3 May 2021
9 changes (5 major, 3 minor, 1 typographic, 1 approved)

The programme as a whole
    Heading of the contents (minor, heading-changed, ${print('heading-changed', 'contents')})
      Events{+, theme+} by theme:

Theme: partnerships and twinning programmes
  18. Toulouse-Samara partnership
    Regions: Russia (major, region-changed, ${print('region-changed', 'regions.russian')})
      Samara Oblast (RU-SAM){+, Moscow (RU-MOW)+}
    Project description (minor, description-reworded, ${print('description-reworded', 'description')})
      Establishment of musical and [-cultural-]{+theatrical+} cooperation between Samara and Toulouse.

Theme: sport
  75. WRESTLING
    Project title (typographic, title-reworded, ${print('title-reworded', 'title')})
      [-Wrestling-]{+WRESTLING+}
    Status (major, status-changed, ${print('status-changed', 'status')}, Approved by A. Editor, 2 May 2021)
      {+Cancelled+}
  76. Equestrian Partnerships
    Event moved from no. 75 to no. 76 (minor, event-moved, ${print('event-moved')})
    Planned date (major, date-changed, ${print('date-changed', 'date')})
      [-Quarter 2 2021-]
      Planned date for machines: [-2021-34-]
  77. Regatta | <b>tall</b> ships & \`boats\`
    Event added (major, event-added, ${print('event-added')})
      French local government/body concerned: {+Ville de Brest+}
      Russian local government/body concerned: {+Samara+}
      Regions: France: {+Brittany (FR-BRE)+}
      Regions: Russia: {+Samara Oblast (RU-SAM)+}
      Project title: {+Regatta | <b>tall</b> ships & \`boats\`+}
      Project description: {+First day.+}
      {+Second *day*.+}
      Planned date for machines: {+2021-06+}
  76. Participation of Russian and French delegation in the 35th Festival of Martial Arts in Bercy Stadium in Paris.
    Event removed (major, event-removed, ${print('event-removed')})
      French local government/body concerned: [-Delegation for the External Action of Local Government (DAECT)-]
      Regions: France: [-Île-de-France (FR-IDF)-]
      Regions: Russia: [-No place named-]
      Project title: [-Participation of Russian and French delegation in the 35th Festival of Martial Arts in Bercy Stadium in Paris.-]

Differences in the data that alter no printed words
  event · accept: toulouse-samara-partnership
`,
  );
});

test('an edition against itself is one line', () => {
  const lines = (['en', 'fr', 'ru'] as const).map((lang) => changesAsText(same, { lang, colour: false }));
  expect(lines.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
    'No change: Edition 1 of 19 March 2021 and Edition 1 of 19 March 2021 are the same.\n',
    'Aucune modification : Édition 1 du 19 mars 2021 et Édition 1 du 19 mars 2021 sont identiques.\n',
    'Изменений нет: Издание 1 от 19 марта 2021 г. и Издание 1 от 19 марта 2021 г. совпадают.\n',
  ]);
});

test('colours are only added', () => {
  const plain = changesAsText(comparison, { lang: 'en', colour: false });
  const coloured = changesAsText(comparison, { lang: 'en', colour: true });
  expect(plain).not.toContain('\u001b');
  expect(coloured).toContain('\u001b[31m[-cultural-]\u001b[0m\u001b[32m{+theatrical+}\u001b[0m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('long unchanged words are cut near the change', () => {
  const after = withEvent(edition1, 'strasbourg-moscow-vologda-cooperation', (event) => ({
    ...event,
    description: String(event.description).replace('In 2010', 'In 2011'),
  }));
  expect(changesAsText(compare(edition1, after), { lang: 'en', colour: false })).toContain(
    '\n      … General of Russia, which is very active in Strasbourg. In [-2010-]{+2011+}, Strasbourg organized and hosted the third "Franco-Russian …\n',
  );
});
