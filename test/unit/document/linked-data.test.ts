import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarOf } from '../../../src/commands/data-files.ts';
import { buildDocument } from '../../../src/document/index.ts';
import { readProgramme } from '../../../src/in-memory.ts';
import type { Programme } from '../../../src/model/index.ts';

const PROGRAMME = `format: 3
name: festival
language: de
languages: [de]
date: "2031-05-01"
period: "2031"
timezone: Europe/Berlin
address: https://example.org/fest/
title: Fest
author: Kulturamt
subject: Fest
introduction: Fest
contents: Inhalt
fields:
  - { id: title, kind: title, heading: Titel }
  - { id: description, kind: description, heading: Text }
  - { id: date, kind: date, heading: Datum }
  - { id: time, kind: time, heading: Uhrzeit }
  - { id: venue, kind: place, heading: Ort }
  - { id: price, kind: price, heading: Eintritt }
  - { id: remark, kind: text, internal: true }
  - { id: backstage, kind: place, internal: true }
themes: [{ id: music, title: Musik, columns: [title, description, date, time, venue, price] }]
`;

const PLACES = `- id: bib
  name: Stadtbibliothek
  address: Am Markt 3
  postcode: "01067"
  town: Musterstadt
  coordinates: [51.05, 13.74]
- { name: Uferwiese, coordinates: [51.06, -0.25] }
- { id: depot, name: MARKERDEPOT, address: MARKERSTREET 1 }
`;

const EVENTS = `- { id: lesung, title: Lesung, description: Texte., date: 1. Juni 2031, when: 2031-06-01, time: 19.30–21 Uhr, venue: bib, price: "8 €, ermäßigt 4,50 €", remark: MARKERWORD, backstage: depot }
- { id: winter, title: Winterkonzert, date: 1. Dezember 2031, when: 2031-12-01, time: 20 Uhr, venue: "Uferwiese\\nbib", price: Eintritt frei, status: postponed }
- { id: schau, title: "</script><b>Schau</b>", date: 1.–3. Juni, when: 2031-06-01/2031-06-03, venue: Zelt, price: "10–15 €", status: sold-out }
- { id: offen, title: Offen, date: Juni, when: 2031-06 }
`;

const files = (events: string) =>
  new Map([
    ['programme.yaml', PROGRAMME],
    ['reference/places.yaml', PLACES],
    ['events/music.yaml', events],
  ]);

let programme: Programme;
beforeAll(async () => {
  programme = await readProgramme({ files: files(EVENTS) });
});

const library = {
  '@type': 'Place',
  name: 'Stadtbibliothek',
  address: {
    '@type': 'PostalAddress',
    streetAddress: 'Am Markt 3',
    postalCode: '01067',
    addressLocality: 'Musterstadt',
  },
  geo: { '@type': 'GeoCoordinates', latitude: 51.05, longitude: 13.74 },
};
const organizer = { '@type': 'Organization', name: 'Kulturamt' };

describe('JSON-LD for events', () => {
  it('The JSON-LD contains times with their UTC offset, places, status, offers, organizer, language and address', () => {
    const { linkedData } = buildDocument(programme, 'de');
    expect(JSON.parse(JSON.stringify(linkedData))).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'Event',
          name: 'Lesung',
          startDate: '2031-06-01T19:30+02:00',
          endDate: '2031-06-01T21:00+02:00',
          eventStatus: 'https://schema.org/EventScheduled',
          location: library,
          description: 'Texte.',
          offers: [
            { '@type': 'Offer', price: '8', priceCurrency: 'EUR' },
            { '@type': 'Offer', price: '4.50', priceCurrency: 'EUR' },
          ],
          inLanguage: 'de',
          organizer,
          url: 'https://example.org/fest/festival-draft-de.html#lesung',
        },
        {
          '@type': 'Event',
          name: 'Winterkonzert',
          startDate: '2031-12-01T20:00+01:00',
          eventStatus: 'https://schema.org/EventPostponed',
          location: [
            {
              '@type': 'Place',
              name: 'Uferwiese',
              geo: { '@type': 'GeoCoordinates', latitude: 51.06, longitude: -0.25 },
            },
            library,
          ],
          isAccessibleForFree: true,
          offers: [{ '@type': 'Offer', price: '0', priceCurrency: 'EUR' }],
          inLanguage: 'de',
          organizer,
          url: 'https://example.org/fest/festival-draft-de.html#winter',
        },
        {
          '@type': 'Event',
          name: '</script><b>Schau</b>',
          startDate: '2031-06-01',
          endDate: '2031-06-03',
          eventStatus: 'https://schema.org/EventScheduled',
          location: { '@type': 'Place', name: 'Zelt' },
          offers: [{ '@type': 'Offer', availability: 'https://schema.org/SoldOut' }],
          inLanguage: 'de',
          organizer,
          url: 'https://example.org/fest/festival-draft-de.html#schau',
        },
      ],
    });
  });

  it.each([
    ['$15', undefined],
    ['15 dollars', undefined],
    ['USD 15', [{ '@type': 'Offer', price: '15', priceCurrency: 'USD' }]],
    ['£7.50', [{ '@type': 'Offer', price: '7.50', priceCurrency: 'GBP' }]],
  ])(
    'The JSON-LD contains an offer for the price %s only if its currency is unambiguous',
    async (price, offers) => {
      const event = `- { id: e, title: E, date: 1. Juni 2031, when: 2031-06-01, price: "${price}" }\n`;
      const { linkedData } = buildDocument(await readProgramme({ files: files(event) }), 'de');
      const [node] = (linkedData as { '@graph': { offers?: object }[] })['@graph'];
      expect(node?.offers).toEqual(offers);
    },
  );

  it('The page of a programme contains JSON-LD if the programme has at most 499 events', async () => {
    const event = (index: number): string =>
      `- { id: e${index}, title: E${index}, date: 1. Juni 2031, when: 2031-06-01 }\n`;
    const events = Array.from({ length: 500 }, (_, index) => event(index));
    const full = await readProgramme({ files: files(events.join('')) });
    const fewer = await readProgramme({ files: files(events.slice(1).join('')) });
    expect(buildDocument(full, 'de').linkedData).toBeUndefined();
    expect(buildDocument(fewer, 'de').linkedData).toBeDefined();
  });
});

describe('Calendar entries', () => {
  it('Without a field of kind place, the JSON-LD and the calendar contain the text of the field whose heading denotes a place', async () => {
    const [event = ''] = EVENTS.replace('venue: bib', 'venue: Bücherei')
      .replace(', backstage: depot', '')
      .split('\n');
    const config = PROGRAMME.replace('id: venue, kind: place', 'id: venue, kind: text').replace(
      /.*backstage.*\n/,
      '',
    );
    const plain = await readProgramme({ files: files(event).set('programme.yaml', config) });
    const { linkedData } = buildDocument(plain, 'de');
    const [node] = (linkedData as { '@graph': { location?: object }[] })['@graph'];
    expect(node?.location).toEqual({ '@type': 'Place', name: 'Bücherei' });
    const { bytes } = calendarOf({ programme: plain, lang: 'de', earlier: [], stem: 'fest' });
    expect(Buffer.from(bytes).toString('utf8')).toContain('\r\nLOCATION:Bücherei\r\n');
  });

  it('Calendar entries contain the names and addresses of the places, and coordinates only if there is a single place', () => {
    const { bytes } = calendarOf({ programme, lang: 'de', earlier: [], stem: 'fest' });
    const calendar = new ICAL.Component(ICAL.parse(Buffer.from(bytes).toString('utf8')));
    const found = calendar.getAllSubcomponents('vevent').map((entry) => ({
      location: entry.getFirstPropertyValue('location'),
      geo: entry.getFirstPropertyValue('geo'),
      end: entry.getFirstPropertyValue('dtend')?.toString(),
    }));
    expect(found).toEqual([
      {
        location: 'Stadtbibliothek, Am Markt 3, 01067 Musterstadt',
        geo: [51.05, 13.74],
        end: '2031-06-01T19:00:00Z',
      },
      {
        location: 'Uferwiese; Stadtbibliothek, Am Markt 3, 01067 Musterstadt',
        geo: null,
        end: undefined,
      },
      { location: 'Zelt', geo: null, end: '2031-06-04' },
    ]);
  });
});

it('Neither the document nor the calendar contains internal fields or places named only in internal fields', () => {
  const { bytes } = calendarOf({ programme, lang: 'de', earlier: [], stem: 'fest' });
  const outputs = [JSON.stringify(buildDocument(programme, 'de')), Buffer.from(bytes).toString('utf8')];
  expect(outputs.filter((output) => output.includes('MARKER'))).toEqual([]);
});
