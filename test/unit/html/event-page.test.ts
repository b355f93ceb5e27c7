import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Window } from 'happy-dom';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { eventCalendars } from '../../../src/commands/data-files.ts';
import { staleEventFiles } from '../../../src/commands/event-pages.ts';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument, eventPages } from '../../../src/document/index.ts';
import { UserError } from '../../../src/errors.ts';
import { readProgramme } from '../../../src/in-memory.ts';
import type { Programme } from '../../../src/model/index.ts';
import { eventPageRenderer } from '../../../src/render/html/render.ts';
import { folderWithData } from '../../support/dataset-folder.ts';

const PROGRAMME = `format: 3
name: festival
language: en
languages: [en]
date: "2031-05-01"
period: "2031"
timezone: Europe/London
address: https://example.org/fest
title: Festival
author: Town
subject: Programme
introduction: Festival
contents: Contents
fields:
  - { id: title, kind: title, heading: Title }
  - { id: description, kind: description, heading: About }
  - { id: date, kind: date, heading: Date }
  - { id: time, kind: time, heading: Time }
  - { id: venue, kind: place, heading: Venue }
  - { id: remark, kind: text, internal: true }
themes: [{ id: music, title: Music, columns: [title, description, date, time, venue] }]
`;
const PLACES =
  '- { name: Hall, address: 1 Mint Lane, town: Exampleton, coordinates: [51.5, -0.12] }\n- { name: Park }\n';
const CHOIR =
  '- { id: choir, title: "Choir </script><script>alert(1)</script>", description: Songs & words., date: 1 June 2031, when: 2031-06-01, time: 7 pm, venue: Hall, remark: MARKERWORD }\n';
const GONE =
  '- { id: gala, title: Gala, description: WITHDRAWN WORDS, date: 2 June 2031, when: 2031-06-02, venue: Park }\n';

const read = (events: string, edition: string): Promise<Programme> =>
  readProgramme({
    files: new Map([
      ['programme.yaml', PROGRAMME],
      ['reference/places.yaml', PLACES],
      ['reference/regions.yaml', '[]'],
      ['events/music.yaml', events],
    ]),
    edition,
  });

let pages: Map<string, { source: string; document: InstanceType<typeof Window>['document'] }>;
let calendars: Map<string, Uint8Array>;
beforeAll(async () => {
  const [before, programme] = [await read(CHOIR + GONE, '1'), await read(CHOIR, 'draft')];
  const document = {
    ...buildDocument(programme, 'en', { earlier: [before], eventPages: true }),
    siblings: [
      { file: 'festival-draft-fr.html', format: 'web page', lang: 'fr' as const, language: 'français' },
      { file: 'festival-draft-fr.pdf', format: 'PDF', lang: 'fr' as const, language: 'français' },
    ],
  };
  const render = eventPageRenderer(document, DEFAULT_DESIGN, new Map());
  const { stem } = document.meta;
  calendars = eventCalendars({ programme, lang: 'en', earlier: [before], stem });
  pages = new Map(
    eventPages(document, programme).map((page) => {
      const source = Buffer.from(
        render(page, calendars.has(page.id) ? `${page.id}.ics` : undefined),
      ).toString();
      const { document: parsed } = new Window();
      parsed.write(source);
      return [page.id, { source, document: parsed }];
    }),
  );
});

describe('Page for an event', () => {
  it('The page of an event contains the canonical address of the event, its words, a link to a map and its calendar entry', () => {
    const { document } = pages.get('choir') ?? {};
    const linksOf = (selector: string): (string | null)[] =>
      [...(document?.querySelectorAll(selector) ?? [])].map((link) => link.getAttribute('href'));
    const own = 'https://example.org/fest/festival-draft-en/choir.html';
    expect(linksOf('link[rel=canonical]')).toEqual([own]);
    const languages = [...(document?.querySelectorAll('link[rel=alternate]') ?? [])];
    expect(languages.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')])).toEqual([
      ['en', own],
      ['fr', 'https://example.org/fest/festival-draft-fr/choir.html'],
    ]);
    expect(linksOf('a')).toEqual([
      '../festival-draft-en.html#choir',
      'https://www.openstreetmap.org/?mlat=51.5&mlon=-0.12#map=18/51.5/-0.12',
      'choir.ics',
    ]);
    expect(document?.querySelector('h1')?.textContent).toBe('Choir </script><script>alert(1)</script>');
    expect(document?.querySelector('main')?.textContent).toContain('1 Mint Lane, Exampleton');
    expect(Buffer.from(calendars.get('choir') ?? []).toString()).toContain('UID:choir@festival');
  });

  it('The page of an event contains no script other than JSON-LD, whatever the title of the event, and no internal field', () => {
    const { document, source } = pages.get('choir') ?? {};
    const scripts = [...(document?.querySelectorAll('script') ?? [])];
    expect(scripts.map((script) => script.getAttribute('type'))).toEqual(['application/ld+json']);
    const [node] = JSON.parse(scripts[0]?.textContent ?? '')['@graph'];
    expect([node.name, node.startDate, node.url]).toEqual([
      'Choir </script><script>alert(1)</script>',
      '2031-06-01T19:00+01:00',
      'https://example.org/fest/festival-draft-en/choir.html',
    ]);
    expect(source).not.toContain('MARKER');
  });
});

it('The page of a withdrawn event contains only its title', () => {
  const { document, source } = pages.get('gala') ?? {};
  expect(document?.querySelector('h1')?.textContent).toBe('Gala');
  expect(document?.querySelector('main')?.textContent).toBe('These events were in earlier editions.');
  expect(document?.querySelectorAll('script, link').length).toBe(0);
  expect(source).not.toMatch(/WITHDRAWN|2 June|Park/);
  expect(calendars.has('gala')).toBe(false);
});

test('A build removes outdated event pages, calendar entries and pictures, and no other files', async () => {
  const folder = path.join(folderWithData(), 'output');
  const page = path.join(folder, 'festival.html');
  const own = (id: string): string => `<a href="../festival.html#${id}">Festival</a>`;
  const files = {
    'choir.html': own('choir'),
    'choir.ics': '',
    'choir.jpg': '',
    'gala.html': own('gala'),
    'gala.ics': '',
    'notes.html': own('other'),
    'notes.png': '',
    'own.css': '',
  };
  mkdirSync(path.join(folder, 'festival'), { recursive: true });
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(path.join(folder, 'festival', name), bytes);
  const made = ['choir.html', 'choir.ics'].map((name) => ({
    path: path.join(folder, 'festival', name),
    bytes: '',
  }));
  const stale = await staleEventFiles(made, page);
  expect(stale.map((file) => path.basename(file.path)).sort()).toEqual([
    'choir.jpg',
    'gala.html',
    'gala.ics',
  ]);
  expect(await staleEventFiles(made, path.join(folder, 'missing.html'))).toEqual([]);
  mkdirSync(path.join(folder, 'festival', 'folder.html'));
  writeFileSync(path.join(folder, 'festival', 'folder.ics'), '');
  await expect(staleEventFiles(made, page)).rejects.toThrow(UserError);
});
