import { expect, test } from 'vitest';
import { eventItems } from '../../../src/compare/item.ts';
import { contextOf, severityOf } from '../../../src/compare/severity/index.ts';
import type { ChangeKind, ChangeSeverity } from '../../../src/model/change-kinds.ts';
import type { Lang } from '../../../src/model/text.ts';
import { edition1 } from '../support/programmes.ts';

const context = contextOf(eventItems(edition1), [edition1.reference], 2021);
const severity = (
  kind: ChangeKind,
  lang: Lang,
  old: string,
  now: string,
  when?: { old?: string; new?: string },
): ChangeSeverity =>
  severityOf({ kind, lang, words: { old, new: now }, ...(when && { when }) }, undefined, context);

test.each<[Lang, string, string, ChangeSeverity]>([
  ['en', 'It takes place on 19 December.', 'It takes place on 18 December.', 'major'],
  ['en', 'The forum will take place in Lille.', 'The forum will not take place in Lille.', 'major'],
  ['en', 'The forum takes place on Friday.', 'The forum takes place on Saturday.', 'major'],
  ['en', 'Opening on 9 December in the town hall.', 'Opening on December 9 in the town hall.', 'minor'],
  ['en', 'Opening on 9 December.', 'Opening on 2021-12-09.', 'minor'],
  ['en', 'About 300 guests are invited.', 'About 400 guests are invited.', 'major'],
  ['en', 'Three concerts are planned.', 'Four concerts are planned.', 'major'],
  ['en', 'Three concerts are planned.', '3 concerts are planned.', 'minor'],
  ['en', 'The mayor will open the exhibition.', 'The exhibition will be opened by the mayor.', 'minor'],
  ['en', 'Anna Petrova will open the exhibition.', 'Maria Petrova will open the exhibition.', 'major'],
  ['en', 'The event is open to all.', 'The event is open to all citizens.', 'minor'],
  ['en', 'The event is planned.', 'The event is planned. Drinks for 30 guests are served in Lyon.', 'minor'],
  ['en', 'The event is planned.', 'The event is planned. It has been postponed.', 'major'],
  ['en', 'It was cancelled.', 'It was held.', 'major'],
  ['en', 'Concert in Lyon', 'Concert in Paris', 'major'],
  ['en', 'Days of Culture', 'Days of Sport', 'major'],
  ['en', 'Annual forum of regions', 'Yearly forum of the regions', 'minor'],
  ['en', '20 French towns and 30 schools', '30 French towns and 20 schools', 'major'],
  ['en', 'Partnership of towns', 'A partnership between towns', 'minor'],
  ['en', 'They will come.', 'They won’t come.', 'major'],
  ['en', 'It is open to pupils.', 'It is open not only to pupils.', 'minor'],
  ['fr', 'Le forum aura lieu à Lille le 3 mai.', 'Le forum aura lieu à Lyon le 3 mai.', 'major'],
  ['fr', 'Le forum aura lieu en mai.', 'Le forum n’aura pas lieu en mai.', 'major'],
  ['fr', 'Trois concerts sont prévus.', 'Quatre concerts sont prévus.', 'major'],
  ['fr', 'La fête est organisée par la ville.', 'La ville organise la fête.', 'minor'],
  ['fr', 'Le spectacle est reporté.', 'Le spectacle est maintenu.', 'major'],
  ['fr', 'Rencontre avec Jean Dupont.', 'Rencontre avec Paul Dupont.', 'major'],
  ['fr', 'Le 1er mai, un défilé.', 'Un défilé le 1er mai.', 'minor'],
  ['ru', 'Форум пройдёт в Москве.', 'Форум пройдёт в Казани.', 'major'],
  ['ru', 'Форум пройдёт в Москве 19 мая.', '19 мая в Москве состоится форум.', 'minor'],
  ['ru', 'Выставка в городе Москва', 'Выставка в Москве', 'minor'],
  ['ru', 'Форум состоится.', 'Форум не состоится.', 'major'],
  ['ru', 'Концерт отменён.', 'Концерт пройдёт.', 'major'],
  ['ru', 'Два концерта', 'Три концерта', 'major'],
  ['ru', 'Два концерта', '2 концерта', 'minor'],
  ['ru', 'Встреча с Иваном Петровым', 'Встреча с Петром Петровым', 'major'],
  ['ru', 'Все события', 'Всё события', 'minor'],
  ['de', 'Das Forum findet in Leipzig statt.', 'Das Forum findet in Dresden statt.', 'major'],
  ['de', 'Das Forum findet statt.', 'Das Forum findet nicht statt.', 'major'],
  ['de', 'Die Ausstellung wird eröffnet.', 'Die Schau wird eröffnet.', 'minor'],
  ['de', 'Vortrag von Angela Merkel', 'Vortrag von Angela Schmidt', 'major'],
  ['de', 'Am Freitag um 9 Uhr', 'Am Samstag um 9 Uhr', 'major'],
  ['de', 'Das Konzert wurde verschoben.', 'Das Konzert findet statt.', 'major'],
  ['de', 'Eröffnung am 9. Dezember', 'Eröffnung am 09.12.2021', 'minor'],
  ['en', 'It is free.', 'It is not free.', 'major'],
  ['en', 'Parking is available.', 'Parking is unavailable.', 'major'],
  ['en', 'It lasts an hour.', 'It lasts half an hour.', 'major'],
  ['en', 'Open every day.', 'Open every day except holidays.', 'major'],
  ['en', 'More than 1000 guests', 'More than 1,000 guests', 'typographic'],
  ['en', 'Doors are open.', 'Doors are closed.', 'major'],
  ['fr', 'Le parking est accessible.', 'Le parking est inaccessible.', 'major'],
  ['fr', 'Durée une heure.', 'Durée une demi-heure.', 'major'],
  ['fr', 'C’est "gratuit".', 'C’est « gratuit ».', 'typographic'],
  ['fr', 'Marché de Noël', 'Marche de Noël', 'minor'],
  ['fr', 'Ouvert tous les jours', 'Ouvert tous les jours sauf fêtes', 'major'],
  ['ru', 'Длится час.', 'Длится полчаса.', 'major'],
  ['ru', 'Открыто ежедневно.', 'Открыто ежедневно, кроме понедельника.', 'major'],
  ['ru', 'Вход открыт.', 'Вход закрыт.', 'major'],
  ['ru', 'Выставка пройдёт в Казани', 'Выставка пройдёт в г. Казани', 'minor'],
  ['ru', 'С понедельника', 'Со вторника', 'major'],
  ['de', 'Parken ist möglich.', 'Parken ist unmöglich.', 'major'],
  ['de', 'Das Konzert ist am Dienstagabend.', 'Das Konzert ist am Donnerstagabend.', 'major'],
  ['de', 'Mehr als 1000 Gäste', 'Mehr als 1.000 Gäste', 'typographic'],
  ['de', 'Mit Musik von Bach', 'Mit Musik von Händel', 'major'],
  ['de', 'Ausstellung in Dresden', 'Ausstellung in der Stadt Dresden', 'minor'],
  ['de', 'Große Straße', 'Grosse Strasse', 'minor'],
  ['de', 'Jeder wird eingelassen.', 'Niemand wird eingelassen.', 'major'],
  ['en', 'Temperatures of -5 °C', 'Temperatures of 5 °C', 'major'],
  ['en', 'A visit by President Macron', 'A visit by President Hollande', 'major'],
  ['en', 'It is an ice sculpture', 'It is a nice sculpture', 'minor'],
  ['en', 'The US delegation', 'The us delegation', 'major'],
  ['en', 'doors open at 18:00', 'doors open at 19:00', 'major'],
  ['en', 'Krasnodor', 'Krasnodar', 'minor'],
  ['en', 'It shows ten thousand photographs.', 'It shows 10,000 photographs.', 'minor'],
  ['en', 'It shows ten thousand photographs.', 'It shows 1,000 photographs.', 'major'],
  ['en', 'One school takes part.', '1 school takes part.', 'minor'],
  ['en', 'One school is part of it.', '2 schools are part of it.', 'major'],
  ['en', 'One of the oldest fairs', 'An old fair', 'minor'],
  ['fr', 'Première rencontre des maires', '1re rencontre des maires', 'minor'],
  ['fr', 'Première rencontre des maires', 'Deuxième rencontre des maires', 'major'],
  ['fr', 'Quatre-vingts musiciens jouent.', '80 musiciens jouent.', 'minor'],
  ['fr', 'Quatre-vingts musiciens jouent.', '24 musiciens jouent.', 'major'],
  ['ru', 'Концерт двадцати одного хора.', 'Концерт 21 хора.', 'minor'],
  ['ru', 'Концерт двадцати одного хора.', 'Концерт 22 хоров.', 'major'],
  ['de', 'Einundzwanzig Chöre singen im Dom.', '21 Chöre singen im Dom.', 'minor'],
  ['de', 'Der fünfundsiebzigste Geburtstag der Stadt.', 'Der 75. Geburtstag der Stadt.', 'minor'],
  ['de', 'Einundzwanzig Chöre singen im Dom.', '12 Chöre singen im Dom.', 'major'],
  ['de', 'Eine viertägige Fahrt ans Meer.', 'Eine 4-tägige Fahrt ans Meer.', 'minor'],
  ['de', 'Eine viertägige Fahrt ans Meer.', 'Eine 5-tägige Fahrt ans Meer.', 'major'],
  ['ru', 'Трёхчасовая прогулка по лесу.', '3-часовая прогулка по лесу.', 'minor'],
  ['ru', 'Трёхчасовая прогулка по лесу.', '2-часовая прогулка по лесу.', 'major'],
  ['ru', 'Встреча пройдёт в ДК', 'Встреча пройдёт в Доме культуры', 'minor'],
  ['fr', 'Un manoir du XVIe siècle.', 'Un manoir du 16e siècle.', 'minor'],
  ['fr', 'Un manoir du XVIe siècle.', 'Un manoir du 17e siècle.', 'major'],
  ['en', 'A walk of 3½ miles.', 'A walk of 3.5 miles.', 'minor'],
  ['en', 'Open until Sunday 24 September, 6pm', 'Open until Sunday 24 September, 6am', 'major'],
])('Rewording a description in %s from %j to %j is a change of severity %s', (lang, old, now, expected) => {
  expect(severity('description-reworded', lang, old, now)).toBe(expected);
});

test.each<[Lang, string, string, string]>([
  ['en', 'Shades of winter', 'Colours of winter', 'minor'],
  ['en', 'Weaving for beginners', 'Carving for beginners', 'major'],
  ['fr', 'Parfums de campagne', 'Saveurs de campagne', 'minor'],
  ['fr', 'Stage de vannerie', 'Stage de poterie', 'major'],
  ['de', 'Geheimnisse am Fluss', 'Rätsel am Fluss', 'minor'],
  ['de', 'Ausstellung über Bienen', 'Ausstellung über Wespen', 'major'],
  ['ru', 'Голоса леса', 'Звуки леса', 'minor'],
  ['ru', 'Урок вязания', 'Урок лепки', 'major'],
  ['en', 'Evening with Ann Frost', 'Evening with Ann Stone', 'major'],
])('Rewording a title in %s from %j to %j is a change of severity %s', (lang, old, now, expected) => {
  expect(severity('title-reworded', lang, old, now)).toBe(expected);
});

test.each<[Lang, string, string, ChangeSeverity, ChangeKind]>([
  ['en', 'Semester 2', 'Second semester', 'minor', 'date-changed'],
  ['en', '9 to 19 December 2021', '9–19 December', 'minor', 'date-changed'],
  ['en', '9 to 19 December 2021', '9–18 December', 'major', 'date-changed'],
  ['fr', '2e semestre 2021', 'Deuxième semestre 2021', 'minor', 'date-changed'],
  ['en', 'Perm and Avignon', 'Avignon, Perm', 'minor', 'body-changed'],
  ['en', 'Perm and Avignon', 'Avignon, Pskov', 'major', 'body-changed'],
  ['en', 'Perm, Avignon', 'Avignon, Perm', 'minor', 'body-changed'],
  ['en', 'https://example.org/2021', 'https://example.org/2022', 'minor', 'link-changed'],
  ['en', '300', '400', 'major', 'number-changed'],
  ['en', 'Ball', '', 'major', 'title-reworded'],
])(
  'In %s, changing %j to %j has the severity %s if the kind of the change is %s',
  (lang, old, now, expected, kind) => {
    expect(severity(kind, lang, old, now)).toBe(expected);
  },
);

test('Rewording a date is a major change if its EDTF date changed', () => {
  expect(
    severity('date-changed', 'en', 'Semester 2', 'Second semester', { old: '2020-41', new: '2021-41' }),
  ).toBe('major');
});

test.each<[Lang, string, string | undefined, string | undefined, ChangeSeverity]>([
  ['en', 'speaker', 'Anna Miller', undefined, 'major'],
  ['en', 'venue', undefined, 'Town hall', 'major'],
  ['fr', 'intervenants', undefined, 'Jeanne Roy', 'major'],
  ['de', 'referentin', 'Eva Lang', undefined, 'major'],
  ['ru', 'dokladchik', 'Илья Шипунов', undefined, 'major'],
  ['it', 'relatori', undefined, 'Anna Rossi', 'major'],
  ['en', 'remarks', undefined, 'Bring shoes', 'minor'],
])(
  'The severity of a change is major if a person or place is added or removed: %s, %s',
  (lang, field, old, now, expected) => {
    const words = { ...(old !== undefined && { old }), ...(now !== undefined && { new: now }) };
    expect(severityOf({ kind: 'text-changed', field, lang, words }, undefined, context)).toBe(expected);
  },
);
