/** Generates docs/design.md, which lists every key of the design file with its values, a description and an example. */

import type { JsonSchema } from '../src/model/json-schema.ts';
import { DESIGN_PICTURES, designPicture } from './design-pictures.mjs';

/** A description of the values that a schema allows. */
export function kind(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(kind))].join(', or ');
  if (schema.type === 'array') return `list, each item: ${kind(schema.items ?? {})}`;
  if (schema.type === 'object') return 'group of keys';
  return (
    { string: 'text', boolean: 'true or false', integer: 'number', number: 'number' }[schema.type ?? ''] ??
    'text'
  );
}

/** A key of the design file. In its path, angle brackets enclose names that the publisher chooses. */
export interface DesignKey {
  path: string;
  values: string;
  description: string | undefined;
}

/** All keys of the design file, in the order of the schema. */
export function designKeys(schema: JsonSchema, prefix = ''): DesignKey[] {
  return groupsIn(schema).flatMap((group) => {
    const { properties = {}, additionalProperties } = group;
    const named = Object.entries(properties).flatMap(([key, value]) => {
      const path = `${prefix}${key}`;
      return [
        { path, values: kind(value), description: value.description },
        ...designKeys(value, `${path}.`),
      ];
    });
    const any =
      typeof additionalProperties === 'object' ? designKeys(additionalProperties, `${prefix}<name>.`) : [];
    return [...named, ...any];
  });
}

/** The alternatives for a value, or for the items of a list, that are groups of keys. */
function groupsIn(schema: JsonSchema): JsonSchema[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap(groupsIn);
  if (schema.type === 'array') return groupsIn(schema.items ?? {});
  return schema.type === 'object' ? [schema] : [];
}

/** An example design file for each key. */
export const DESIGN_EXAMPLES: Readonly<Record<string, string>> = {
  extends: 'extends: _brand.yml',
  paper: 'paper: A5',
  orientation: 'orientation: portrait',
  margins: 'margins: { left: 20 mm, right: 20 mm }',
  'margins.left': 'margins: { left: 20 mm }',
  'margins.right': 'margins: { right: 0.8 in }',
  'margins.top': 'margins: { top: 25 mm }',
  'margins.bottom': 'margins: { bottom: 2 cm }',
  binding: 'binding: book',
  size: 'size: large',
  sizes: 'sizes: { titles: 24 pt, tables: 10 pt }',
  'sizes.titles': 'sizes: { titles: 24 pt }',
  'sizes.tables': 'sizes: { tables: 10 pt }',
  'sizes.contents': 'sizes: { contents: 14 pt }',
  'sizes.indexes': 'sizes: { indexes: 9 pt }',
  'sizes.notes': 'sizes: { notes: 10 pt }',
  color: "color: { primary: '#b3261e' }",
  'color.palette': "color: { palette: { brick: '#b3261e' }, primary: brick }",
  'color.foreground': "color: { foreground: '#222222' }",
  'color.background': "color: { background: '#fffdf5' }",
  'color.primary': "color: { primary: '#b3261e' }",
  'color.secondary': "color: { secondary: '#6b2fa0' }",
  accents: "accents: ['#1f5aa6', '#7a3e9d']",
  typography: 'typography: { base: PT Serif }',
  'typography.fonts':
    'typography: { fonts: [{ family: Example Sans, files: [fonts/ExampleSans.ttf] }], base: Example Sans }',
  'typography.fonts.source':
    'typography: { fonts: [{ source: file, family: Example Sans, files: [fonts/ExampleSans.ttf] }] }',
  'typography.fonts.family':
    'typography: { fonts: [{ family: Example Sans, files: [fonts/ExampleSans.ttf] }] }',
  'typography.fonts.files':
    'typography: { fonts: [{ family: Example Sans, files: [fonts/ExampleSans.ttf] }] }',
  'typography.fonts.files.path':
    'typography: { fonts: [{ family: Example Sans, files: [{ path: fonts/ExampleSans.ttf }] }] }',
  'typography.fonts.files.weight':
    'typography: { fonts: [{ family: Example Sans, files: [fonts/ExampleSans.ttf, { path: fonts/ExampleSans-Bold.ttf, weight: bold }] }] }',
  'typography.fonts.web':
    'typography: { fonts: [{ family: Example Sans, files: [fonts/ExampleSans.ttf], web: true }] }',
  'typography.fonts.files.style':
    'typography: { fonts: [{ family: Example Sans, files: [fonts/ExampleSans.ttf, { path: fonts/ExampleSans-Italic.ttf, style: italic }] }] }',
  'typography.base': 'typography: { base: PT Serif }',
  'typography.base.family': 'typography: { base: { family: PT Serif } }',
  'typography.base.size': 'typography: { base: { size: 11 pt } }',
  'typography.base.line-height': 'typography: { base: { line-height: 1.4 } }',
  'typography.headings': 'typography: { headings: PT Sans }',
  'typography.headings.family': 'typography: { headings: { family: PT Sans } }',
  'typography.headings.color': "typography: { headings: { color: '#222222' } }",
  sections: 'sections: apart',
  table: 'table: { rules: none, zebra: true }',
  'table.rules': 'table: { rules: none }',
  'table.zebra': 'table: { zebra: true }',
  presentation: 'presentation: list',
  'presentation.as': 'presentation: { as: list }',
  'presentation.groups': 'presentation: { as: list, groups: day }',
  'presentation.places': 'presentation: { as: timetable, places: room }',
  'presentation.pictures': 'presentation: { as: list, pictures: beside }',
  'presentation.themes': 'presentation: { as: list, themes: { exhibitions: table } }',
  'presentation.themes.<name>.as': 'presentation: { themes: { exhibitions: { as: list } } }',
  'presentation.themes.<name>.groups': 'presentation: { themes: { exhibitions: { groups: venue } } }',
  columns: 'columns: { date: 30 mm, description: 2 }',
  parts: 'parts: { practical-information: { columns: 2 } }',
  'parts.<name>.columns': 'parts: { practical-information: { columns: 2 } }',
  'parts.<name>.pictures': 'parts: { foreword: { pictures: beside } }',
  'parts.<name>.quotes': 'parts: { practical-information: { quotes: box } }',
  codes: 'codes: { events: tickets }',
  'codes.sections': "codes: { sections: { music: 'https://example.org/music' } }",
  'codes.events': 'codes: { events: tickets }',
  logo: 'logo: { path: pictures/logo.svg, alt: Town of Exampleton }',
  'logo.path': 'logo: { path: pictures/logo.svg, alt: Town of Exampleton }',
  'logo.alt': 'logo: { path: pictures/logo.svg, alt: { en: The harbour, fr: Le port } }',
  'logo.decoration': 'logo: { path: pictures/wave.svg, decoration: true }',
  cover: 'cover: band',
  'cover.layout': 'cover: { layout: plain }',
  'cover.capitals': 'cover: { capitals: false }',
  'cover.picture': 'cover: { picture: { path: pictures/harbour.jpg, decoration: true } }',
  'cover.picture.path': 'cover: { picture: { path: pictures/harbour.jpg, decoration: true } }',
  'cover.picture.alt': 'cover: { picture: { path: pictures/harbour.jpg, alt: The old harbour } }',
  'cover.picture.decoration': 'cover: { picture: { path: pictures/harbour.jpg, decoration: true } }',
  'cover.co-emitter': 'cover: { co-emitter: { path: pictures/region.svg, decoration: true } }',
  'cover.co-emitter.path': 'cover: { co-emitter: { path: pictures/region.svg, decoration: true } }',
  'cover.co-emitter.alt': 'cover: { co-emitter: { path: pictures/region.svg, alt: The old harbour } }',
  'cover.co-emitter.decoration': 'cover: { co-emitter: { path: pictures/region.svg, decoration: true } }',
  'cover.partners': 'cover: { partners: [{ path: pictures/bank.svg, alt: Example Bank }] }',
  'cover.partners.path': 'cover: { partners: [{ path: pictures/bank.svg, alt: Example Bank }] }',
  'cover.partners.alt': 'cover: { partners: [{ path: pictures/bank.svg, alt: Example Bank }] }',
  'cover.partners.decoration': 'cover: { partners: [{ path: pictures/bank.svg, decoration: true }] }',
};

/** The picture of a key or, if it has none, of its group, as Markdown. */
export function pictureOf(path: string): string | undefined {
  const picture = DESIGN_PICTURES[path];
  if (picture !== undefined) return `![${picture.shows}](${designPicture(path)}.png)`;
  return path.includes('.') ? pictureOf(path.slice(0, path.lastIndexOf('.'))) : undefined;
}

/** The text of docs/design.md. */
export function designPage(schema: JsonSchema): string {
  const rows = designKeys(schema).map(
    ({ path, values, description = '' }) =>
      `| \`${path}\` | ${values} | ${description.replaceAll('|', '\\|')} | \`${DESIGN_EXAMPLES[path] ?? ''}\` | ${pictureOf(path)} |`,
  );
  return `# The design file

\`data/design.yaml\` defines the look of a programme in PDF, Word and web pages. This page is generated from its schema (\`npm run generate\`). ${schema.description ?? ''}

\`\`\`yaml
# yaml-language-server: $schema=schema/design.schema.json
paper: A4
orientation: portrait
color: { primary: "#b3261e" }
logo: { path: pictures/logo.png, alt: Ville-Exemple }
cover: band
table: { zebra: true }
\`\`\`

This example sets a colour, portrait orientation and a logo.

Write colours in quotes, because an unquoted number sign starts a YAML comment. Lengths need a unit: mm, cm, in or pt. Unknown keys are errors.

Pictures are SVG, PNG or JPEG files in the dataset folder, such as \`pictures/logo.svg\`. Use SVG for logos, because it is sharp at every size. Convert the text in an SVG file to outlines with your drawing program. Other unsupported features, such as filters, are rejected with an error that states their line. Each picture needs an alternative text, \`alt\`: one text for all languages, such as a name, or one text per language (\`alt: { en: The harbour, fr: Le port }\`); or set \`decoration: true\`. If the cover has a colour or a picture, logos and the pictures on the back cover have a white background, which LibreOffice does not show in Word files. The metadata of photographs, such as places and names, is removed ([decisions/pictures.md](decisions/pictures.md)).

The contrast between text and its background must be at least 4.5 : 1 (WCAG 2.1 AA). If the primary or secondary colour is too pale for text, it is used unchanged for areas, but text has the nearest readable shade, which \`build\` reports. A text colour (\`foreground\`, \`typography.headings.color\`) with too little contrast is rejected; the message states the nearest readable shade.

The layout adapts to the paper: on narrow paper, titles are above their texts, tables have a smaller font size and narrower columns, indexes have fewer columns, and the cover has a different layout.

To use an existing brand.yml file, write \`extends: _brand.yml\`. Of the keys under \`color\`, \`typography\` and \`logo\` in this file, only those in the table below are used; values in the design file override them. \`build\` lists the keys that are ignored. Nothing is downloaded: the file must be in the dataset folder, and fonts must be included in the program or be in the folder \`fonts/\` of the dataset.

A font of the brand file is used if \`base\` or \`headings\` names it and its files are in \`fonts/\`. If a font has several weights, those nearest to regular and bold are used. Fonts from Google or Bunny Fonts are rejected; the message explains how to use them offline.

You can add fonts as TrueType or OpenType files (.ttf, .otf) that may be embedded: a regular and a bold file, and optionally italic files (\`style: italic\`) for emphasised words, which are otherwise bold:

\`\`\`yaml
typography:
  fonts:
    - family: Example Sans
      files: [fonts/ExampleSans-Regular.ttf, { path: fonts/ExampleSans-Bold.ttf, weight: bold }]
  base: Example Sans
\`\`\`

All listed families are also used for characters that the other fonts lack. Embedding permissions (OS/2.fsType) are respected: a font that forbids subsetting is embedded as a whole, and a font that allows only preview and print is embedded only in the PDF. Word files embed neither these preview-and-print fonts nor fonts with PostScript outlines (most .otf files); \`build\` reports this, and names the font that replaces them on computers without the font. Fonts that forbid embedding, variable fonts, web fonts and collections are rejected with the reason ([decision](decisions/font-licences.md)).

\`presentation: list\` prints each event with its title, a line of facts and its description; this is suitable for portrait paper. If a theme has more than three columns of plain text, the column heading is printed before each text. \`size: large\` sets large print, with themes as lists. With \`groups\`, each value of a field becomes a heading with its own table or list, in order of first occurrence. Events are numbered in printed order.

\`groups: day\` groups the events of a theme by day, based on their dates (\`when\`), unless there is a column named \`day\`. Each day has a heading with its weekday, and the events of a day are sorted by start time. Multi-day events are printed first; a note under each day lists the multi-day events on that day, except those that last more than a week, such as exhibitions. Months, dates in words and open dates are printed last. The date column is omitted if every date only repeats the heading.

\`\`\`yaml
presentation: { as: list, groups: day, themes: { exhibitions: table } }
\`\`\`

\`presentation: timetable\` prints a page for each day, with places side by side and times from top to bottom. After the timetables, the themes are printed as lists by day. An event spans the rows from its start to its end, or one row if its end is not stated. A gap of ten minutes or less between events has no row of its own. An event without a place, such as a break, spans all places unless another event takes place at the same time. A line explains the colour and the letter of each theme. Events of the day without a time are listed above the grid. A place has several columns if several events take place there at the same time. If the grid does not fit on a page with a font size of at least 7 pt, the day is printed as a list, and \`build\` reports this. \`places\` names the field that contains the places:

\`\`\`yaml
presentation: { as: timetable, places: room }
\`\`\`

\`binding: book\` is for documents that are printed on both sides: left pages have the outer margin on the left, and section titles and page numbers are on the outer side. The cover is a right page.

\`codes\` prints QR codes with their addresses in PDF and Word, at the end of a section or next to an event. You choose the addresses; codes for short addresses are easier to scan. Web pages contain links instead.

\`\`\`yaml
codes:
  sections: { concerts: "https://example.org/c", back-cover: "https://example.org" }
  events: tickets
\`\`\`

The table or list of a theme contains the fields under \`columns\` of this theme in programme.yaml, in that order. Proof sheets and files for corrections always contain tables. A redline contains lists but no groups, so that it can show that an event moved from one group to another ([decision](decisions/lists-and-groups.md)).

\`programme freeze\` writes a complete design, with all values, into the edition. \`data/design.yaml\` can also contain a complete design: [looks.md](looks.md).

Each picture in the table shows a page of an example in which the key, or its group of keys, is set.

| key | value | description | example | picture |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
