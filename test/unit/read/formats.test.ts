import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { readProgramme, readProgrammeFolder } from '../../../src/read/dataset.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';

const CURRENT = smallFile('programme.yaml');
const read = (programme: string) =>
  readProgrammeFolder(path.join(folderWithData({ 'programme.yaml': programme }), 'data'), 'draft');
const problemOf = async (programme: string) =>
  read(programme).then(
    () => ['none'],
    (error: {
      problems: { at: { line: number; column: number; field: string }; message: string; hint?: string }[];
    }) =>
      error.problems.map(
        ({ at: { line, column, field }, message, hint }) =>
          `${line}:${column} ${field}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
      ),
  );

describe('Edition 1', () => {
  it('The changes between edition 1 and the draft, and their fingerprints, match the recorded ones', async () => {
    const { changes } = compare(await readProgramme('data', '1'), await readProgramme('data', 'draft'));
    expect(changes.map(({ kind, fingerprint }) => `${kind} ${fingerprint}`)).toMatchInlineSnapshot(`
      [
        "description-reworded 4a7d2be172e8",
        "date-changed 5512dc958152",
        "region-changed 2ce5ad4bee4f",
        "description-reworded 73f5ab1bceac",
        "region-changed abd0ee2f9eb1",
        "description-reworded 3f37b3ed4507",
        "region-changed 0d696812799d",
        "body-changed 9527f95adaf6",
        "date-changed e330e2136d0f",
        "region-changed aa4b0c80301e",
        "body-changed f3603cce4d30",
        "body-changed 094b7b1bcfa1",
        "description-reworded fa60b8a261f2",
        "description-reworded 48c99088d49b",
        "title-reworded ba6bff4dfc9d",
        "date-changed 5b72a192e5fc",
        "region-changed f82f96adc38a",
        "description-reworded 9ad7e93df289",
        "region-changed 22b7b1f7ec54",
        "title-reworded 1544e471c39f",
        "description-reworded 5de447d264a3",
        "body-changed b31fb9e37b71",
        "date-changed ee772fe2ef1f",
        "date-changed 287c963b46f5",
        "description-reworded da0a77d44778",
        "date-changed c714264e0f42",
        "date-changed b8f1c5e3ea31",
        "description-reworded e7ba5ba4ef91",
        "body-changed 2236fc821bb8",
        "description-reworded 7f7ab43cc2ed",
        "description-reworded db35b316e42d",
        "description-reworded 0c4b1890d13d",
        "description-reworded 7e7daf618488",
        "description-reworded 3a511fe0ddb0",
        "body-changed 8fbab17eaddb",
        "body-changed 4980d79f5115",
        "region-changed 34f6ac1cecd5",
        "description-reworded 93ac98637420",
        "description-reworded e0b5f4404d76",
        "description-reworded e64340064e48",
        "description-reworded 1b9ce1dbc94e",
        "description-reworded 5d30b344cb0d",
        "title-reworded abca78dc680b",
        "body-changed 8369e705f9ff",
        "body-changed 0d4282b15a1d",
        "date-changed bc4e753db055",
        "event-removed b447d2477283",
        "body-changed 30364d308c02",
        "title-reworded 9fcedcd46cbd",
        "description-reworded 9774874d356a",
        "date-changed f00e2b4f0457",
        "title-reworded 4a85f29ba2a7",
        "title-reworded 912168d9403f",
        "description-reworded 707479f2fdf8",
        "title-reworded ecd9600d2206",
        "description-reworded d7b89cf78073",
        "date-changed 8c766c581b59",
        "body-changed 341f16370e75",
        "description-reworded 0cfa38c3dfd2",
        "date-changed ab5a8abcf431",
        "body-changed 1e890f47da6b",
        "date-changed 197d389c1f30",
        "body-changed eed470e5dcfa",
        "body-changed 139837c596ca",
        "title-reworded 5ca04046428a",
        "date-changed 3292a13bd165",
        "description-reworded 2a91d7a2bcc9",
        "body-changed 4fba71d7e8a0",
        "body-changed 5f3cc7a4205b",
        "region-changed df833b7ccdf5",
        "description-reworded e6b1591d2a15",
        "title-reworded 1ab447244f6d",
      ]
    `);
  });
});

describe('Fields of a programme', () => {
  const withField = (field: string, columns?: string): string => {
    const text = replaced(CURRENT, 'sides:\n', `  - ${field}\nsides:\n`);
    return columns === undefined
      ? text
      : replaced(text, 'columns: [north, south, title, date]', `columns: [${columns}]`);
  };

  it('Inconsistent fields are rejected with their position and a hint', async () => {
    const cases: [string, string][] = [
      ['an unknown format', CURRENT.replace('format: 3', 'format: 4')],
      ['no format', CURRENT.replace('format: 3\n', '')],
      ['a name that every event has', withField('{ id: when, kind: text }')],
      ['a name twice', withField('{ id: title, kind: text }')],
      ['a name of a side', withField('{ id: north, kind: text }')],
      ['an unknown kind', withField('{ id: venue, kind: venue }')],
      ['a second title', withField('{ id: name, kind: title }')],
      ['a second date', withField('{ id: until, kind: date }')],
      ['no title', CURRENT.replace('kind: title', 'kind: text')],
      ['an internal title', CURRENT.replace('kind: title,', 'kind: title, internal: true,')],
      ['an unknown field in a column list', withField('{ id: venue, kind: text }', 'title, venu')],
      [
        'an internal field in a column list',
        withField('{ id: mail, kind: email, internal: true }', 'title, mail'),
      ],
      ['a column without a heading', withField('{ id: venue, kind: text }', 'title, venue')],
      ['an unknown key', withField('{ id: venue, kind: text, indexed: true }')],
    ];
    const said: string[] = [];
    for (const [what, programme] of cases) said.push(`${what}: ${(await problemOf(programme)).join('; ')}`);
    expect(said).toMatchInlineSnapshot(`
      [
        "an unknown format: 1:1 format: this version of the program can read only the formats 2 and 3",
        "no format: 1:1 format: missing value: expected 3",
        "a name that every event has: 22:7 fields.5.id: a field cannot have the reserved name "when" (reserved names: id, bodies, regions, when, occurrences, status, timezone, repeat, accept; use another name, such as event-when)",
        "a name twice: 22:7 fields.5.id: the field "title" is defined twice (remove one of the definitions)",
        "a name of a side: 24:5 sides.0.id: the side cannot be called "north", because a field has this name; 35:23 themes.0.columns.1: the column "north" has no heading (add a heading to the field: heading: …); 39:15 themes.1.columns.0: the column "north" has no heading (add a heading to the field: heading: …)",
        "an unknown kind: 22:18 fields.5.kind: expected one of region, category, title, description, date, time, text, place, price, number, link, email, phone, picture, found "venue"",
        "a second title: 22:17 fields.5.kind: only one field can have the kind title (use the kind "text" for this field); 1:3 name: missing value: expected a text, or a group of keys; 14:3 name: missing value: expected a text, or a group of keys; 26:3 name: missing value: expected a text, or a group of keys; 1:3 name: missing value: expected a text, or a group of keys",
        "a second date: 22:18 fields.5.kind: only one field can have the kind date (use the kind "text" for this field)",
        "no title: 16:1 fields: no field has the kind title (add a field such as { id: title, kind: title, heading: … })",
        "an internal title: 19:31 fields.2.internal: the title cannot be internal, because all outputs use it to name events; 34:37 themes.0.columns.3: the field "title" is internal and cannot be printed (remove it from the columns, or remove "internal" from the field); 38:29 themes.1.columns.2: the field "title" is internal and cannot be printed (remove it from the columns, or remove "internal" from the field)",
        "an unknown field in a column list: 39:22 themes.1.columns.1: unknown column "venu" (columns: region, category, title, description, date, venue, north, south)",
        "an internal field in a column list: 39:22 themes.1.columns.1: the field "mail" is internal and cannot be printed (remove it from the columns, or remove "internal" from the field)",
        "a column without a heading: 39:22 themes.1.columns.1: the column "venue" has no heading (add a heading to the field: heading: …)",
        "an unknown key: 22:30 fields.5.indexed: unknown key "indexed"",
      ]
    `);
  });
});
