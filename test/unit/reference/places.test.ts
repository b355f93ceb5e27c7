import { describe, expect, it, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readProgramme } from '../../../src/in-memory.ts';
import type { Programme } from '../../../src/model/index.ts';
import { nearestPlaces, placeName, placesCalled, placesOfEvent } from '../../../src/reference/index.ts';

const PROGRAMME = `format: 3
name: festival
language: de
languages: [de, fr]
date: "2031-05-01"
period: 2031-06
title: { de: Fest, fr: Fête }
author: Stadt
subject: { de: Fest, fr: Fête }
introduction: { de: Fest, fr: Fête }
contents: { de: Inhalt, fr: Sommaire }
fields:
  - { id: title, kind: title, heading: { de: Titel, fr: Titre } }
  - { id: venue, kind: place, heading: { de: Ort, fr: Lieu } }
themes: [{ id: music, title: { de: Musik, fr: Musique }, columns: [title, venue] }]
`;

const PLACES = `- id: library
  name: { de: Stadtbibliothek, fr: Bibliothèque }
  aliases: [Bücherei]
  address: Am Markt 3
  postcode: "01067"
  town: Musterstadt
  coordinates: [51.05, 13.74]
  access: { de: Aufzug, fr: Ascenseur }
- { name: Rathaus, town: Musterstadt }
- { name: Rathaus, town: Beispielheim }
- name: Uferwiese
`;

function read(venues: readonly string[], places = PLACES, programme = PROGRAMME): Promise<Programme> {
  const events = venues.map((venue, index) => `- { id: e${index}, title: E, venue: ${venue} }\n`).join('');
  return readProgramme({
    files: new Map([
      ['programme.yaml', programme],
      ['reference/places.yaml', places],
      ['events/music.yaml', events],
    ]),
  });
}

const venuesOf = ({ themes }: Programme): unknown[] =>
  themes.flatMap(({ events }) => events.map(({ venue }) => venue));

async function problemsOf(promise: Promise<Programme>): Promise<string[]> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof UserError)
      return error.problems.map(({ at, message }) => `${at?.file}:${at?.line} ${at?.field}: ${message}`);
    throw error;
  }
  return [];
}

describe('Event that refers to a place', () => {
  it('An event refers to a place by its id, its name or an alias, and then has the names of the place in all languages', async () => {
    const library = { de: 'Stadtbibliothek', fr: 'Bibliothèque' };
    const programme = await read(['library', 'stadtbibliothek', 'Bibliotheque', 'Bücherei', 'Uferwiese']);
    expect(venuesOf(programme)).toEqual([library, library, library, library, 'Uferwiese']);
  });

  it('An event can refer to several places, each on its own line', async () => {
    const programme = await read(['"library\\nUferwiese\\nZelt"']);
    expect(venuesOf(programme)).toEqual([
      { de: 'Stadtbibliothek\nUferwiese\nZelt', fr: 'Bibliothèque\nUferwiese\nZelt' },
    ]);
    const [event] = programme.themes[0]?.events ?? [];
    if (event === undefined) throw new Error('no event');
    expect(placesOfEvent(event, programme).map(({ coordinates }) => coordinates)).toEqual([
      [51.05, 13.74],
      undefined,
    ]);
  });

  it('The words of an event are kept if they do not name a place, or if the place has no name in their language', async () => {
    const programme = await read(['Zelt', '{ de: Uferwiese, fr: Le pré }']);
    expect(venuesOf(programme)).toEqual(['Zelt', { de: 'Uferwiese', fr: 'Le pré' }]);
  });
});

test('Places that share a name are printed with their towns, and an event must name the town to refer to one of them', async () => {
  const programme = await read(['Rathaus', '"Rathaus, Beispielheim"']);
  expect(venuesOf(programme)).toEqual(['Rathaus', 'Rathaus, Beispielheim']);
  const [, musterstadt, beispielheim] = programme.reference.places;
  expect(placesCalled('Rathaus', programme)).toEqual([musterstadt, beispielheim]);
  expect(placesCalled('rathaus beispielheim', programme)).toEqual([beispielheim]);
  expect(beispielheim && placeName(beispielheim, programme)).toBe('Rathaus, Beispielheim');
});

test.each([
  ['Stadtbiblothek', ['library']],
  ['Uferwiese (bei Regen: Turnhalle)', ['Uferwiese']],
  ['Zelt', []],
])('The places most similar to “%s” are %j', async (words, names) => {
  const programme = await read(['Uferwiese']);
  expect(placesCalled(words, programme)).toEqual([]);
  expect(nearestPlaces(words, programme).map(({ id, name }) => id ?? name)).toEqual(names);
});

test('Faults in the list of places are reported with their file, line and field', async () => {
  const wrong = `- { id: hall, name: Halle, coordinates: [0, 0] }
- { id: hall, name: Saal, coordinates: [91, 200] }
- { name: Markt, postcode: 1067 }
- { name: Turm, adress: Am Turm 1 }
- { name: Brücke, coordinates: "51.05, 13.74" }
`;
  expect(await problemsOf(read(['Halle'], wrong))).toMatchInlineSnapshot(`
    [
      "reference/places.yaml:1 coordinates: 0, 0 is the value of an empty cell, not of a place",
      "reference/places.yaml:2 coordinates.0: expected a number of at most 90, found 91",
      "reference/places.yaml:2 coordinates.1: expected a number of at most 180, found 200",
      "reference/places.yaml:3 2.postcode: expected a text, found the number 1067 (add quotes to make it a text)",
      "reference/places.yaml:4 3.adress: unknown key "adress"",
      "reference/places.yaml:5 4.coordinates: expected latitude and longitude in degrees, such as [48.8530, 2.3499], found "51.05, 13.74"",
    ]
  `);
  const twice = '- { id: a, name: Halle }\n- { id: a, name: Saal }\n- name: halle\n';
  expect(await problemsOf(read(['Saal'], twice))).toMatchInlineSnapshot(`
    [
      "reference/places.yaml:2 1.id: two places have the id a",
      "reference/places.yaml:3 2.name: two places are printed as “halle”",
    ]
  `);
});
