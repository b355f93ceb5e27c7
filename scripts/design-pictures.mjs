/**
 * Lists the pictures of docs/design.md. Each entry has a key of the design file, a design that uses the key, the page
 * that shows the result, and a description of that page. For a key without a picture, the picture of its group is used.
 * `files` are files that replace those of the example. The pictures are drawn with `npm run pictures`.
 */
export const DESIGN_PICTURES = {
  extends: {
    design: 'presentation: list\nextends: _brand.yml',
    page: 4,
    shows: 'A list in the colours of a brand',
    files: { '_brand.yml': () => 'color: { primary: "#6b2fa0", secondary: "#a0522f" }\n' },
  },
  paper: { design: 'paper: A5\npresentation: list', page: 4, shows: 'A list on A5' },
  orientation: { design: 'orientation: landscape', page: 4, shows: 'A table in landscape', wide: true },
  margins: {
    design: 'presentation: list\nmargins: { left: 45 mm, right: 15 mm, top: 35 mm }',
    page: 4,
    shows: 'Wide margins on the left and at the top',
  },
  binding: {
    design: 'presentation: list\nbinding: book\nmargins: { left: 35 mm, right: 12 mm }',
    page: 4,
    shows: 'A left page with the inner margin on its right and the page number on its left',
  },
  size: { design: 'size: large', page: 4, shows: 'Large print' },
  sizes: { design: 'presentation: list\nsizes: { titles: 40 pt }', page: 4, shows: 'A larger title' },
  color: {
    design: 'presentation: list\ncolor: { primary: "#b3261e" }',
    page: 4,
    shows: 'Titles and facts in red',
  },
  accents: {
    design: 'presentation: list\naccents: ["#e0a526", "#b5532d", "#3f7d4e", "#2f8f9d"]',
    page: 2,
    shows: 'Contents with marks in four colours',
  },
  typography: {
    design: 'presentation: list\ntypography: { headings: PT Sans, base: { family: PT Sans, size: 14 pt } }',
    page: 3,
    shows: 'A sans-serif font of 14 pt',
  },
  sections: {
    design: 'presentation: list\nsections: apart',
    page: 6,
    shows: 'A theme that ends above an empty space, because the next theme begins on a new page',
  },
  table: {
    design: 'table: { rules: none, zebra: true }',
    page: 4,
    shows: 'A table with a background in every second row',
  },
  presentation: {
    design: 'presentation: { as: list, groups: day, pictures: beside }',
    page: 4,
    shows: 'A list of events under headings for each day',
  },
  columns: { design: 'columns: { date: 50 mm }', page: 4, shows: 'A table with a wide date column' },
  parts: {
    design: 'presentation: list\nparts: { practical-information: { columns: 2 } }',
    page: 10,
    shows: 'A text in two columns',
  },
  codes: {
    design:
      'presentation: list\ncover: band\ncodes: { sections: { back-cover: "https://flusstage.example" } }',
    page: 11,
    shows: 'A back cover with a QR code above its address',
  },
  logo: {
    design: 'cover: plain\nlogo: { path: pictures/flusstage.svg, decoration: true }',
    page: 1,
    shows: 'A cover with a logo',
  },
  cover: { design: 'cover: band', page: 1, shows: 'A cover with a band at the top' },
  'margins.left': {
    design: 'presentation: list\nmargins: { left: 60 mm }',
    page: 4,
    shows: 'A wide left margin',
  },
  'margins.right': {
    design: 'presentation: list\nmargins: { right: 60 mm }',
    page: 4,
    shows: 'A wide right margin',
  },
  'margins.top': {
    design: 'presentation: list\nmargins: { top: 50 mm }',
    page: 4,
    shows: 'A wide top margin',
  },
  'margins.bottom': {
    design: 'presentation: list\nmargins: { bottom: 60 mm }',
    page: 4,
    shows: 'A wide bottom margin',
  },
  'sizes.tables': { design: 'sizes: { tables: 12 pt }', page: 4, shows: 'A table with larger text' },
  'sizes.contents': {
    design: 'presentation: list\nsizes: { contents: 18 pt }',
    page: 2,
    shows: 'Larger text of the table of contents',
  },
  'sizes.indexes': {
    design: 'presentation: list\nsizes: { indexes: 13 pt }',
    page: 9,
    shows: 'A larger index',
  },
  'sizes.notes': {
    design: 'presentation: list\nsizes: { notes: 12 pt }',
    page: 4,
    shows: 'A larger running head and page number',
  },
  'color.foreground': {
    design: 'presentation: list\ncolor: { foreground: "#1d3fbb" }',
    page: 4,
    shows: 'Blue text',
  },
  'color.background': {
    design: 'presentation: list\ncolor: { background: "#fff4cf" }',
    page: 4,
    shows: 'A yellow page',
  },
  'color.secondary': {
    design: 'presentation: list\ncolor: { secondary: "#8a1c7c" }',
    page: 4,
    shows: 'A violet running head',
  },
  'typography.base': {
    design: 'presentation: list\ntypography: { base: PT Sans }',
    page: 3,
    shows: 'Sans-serif running text',
  },
  'typography.base.size': {
    design: 'presentation: list\ntypography: { base: { size: 15 pt } }',
    page: 3,
    shows: 'Running text of 15 pt',
  },
  'typography.base.line-height': {
    design: 'presentation: list\ntypography: { base: { line-height: 2 } }',
    page: 3,
    shows: 'Running text with double line height',
  },
  'typography.headings': {
    design: 'presentation: list\ntypography: { headings: PT Sans }',
    page: 4,
    shows: 'Sans-serif titles',
  },
  'typography.headings.color': {
    design: 'presentation: list\ntypography: { headings: { color: "#8a1c7c" } }',
    page: 4,
    shows: 'Violet titles',
  },
  'table.rules': { design: 'table: { rules: none }', page: 4, shows: 'A table without rules between rows' },
  'presentation.as': {
    design: 'presentation: { as: timetable, places: venue }',
    page: 6,
    shows: 'A timetable of one day',
  },
  'presentation.groups': {
    design: 'presentation: { as: list, groups: venue }',
    page: 4,
    shows: 'A list of events under a heading for each venue',
  },
  'presentation.places': {
    design: 'presentation: { as: timetable, places: venue }',
    page: 5,
    shows: 'A timetable with a column for each venue',
  },
  'presentation.pictures': {
    design: 'presentation: { as: list, pictures: full }',
    page: 5,
    shows: 'A list with pictures half as wide as the text',
  },
  'presentation.themes': {
    design: 'presentation: { as: list, themes: { buehne: table } }',
    page: 5,
    shows: 'A table after a list',
  },
  'codes.sections': {
    design: 'presentation: list\ncodes: { sections: { konzerte: "https://flusstage.example/k" } }',
    page: 5,
    shows: 'A theme with a QR code at its end',
  },
  'codes.events': {
    design: 'presentation: list\ncodes: { events: tickets }',
    page: 4,
    shows: 'An event with a QR code below its facts',
    files: {
      'programme.yaml': (text) =>
        text
          .replace('fields:\n', 'fields:\n  - { id: tickets, kind: link, heading: Karten }\n')
          .replace('venue, price, picture', 'venue, price, tickets, picture'),
      'events/konzerte.yaml': (text) =>
        text.replace(/\n {2}venue:/, '\n  tickets: https://flusstage.example/1\n  venue:'),
    },
  },
  'parts.<name>.pictures': {
    design: 'presentation: list\nparts: { foreword: { pictures: beside } }',
    page: 3,
    shows: 'A foreword with a picture to the right of the text',
    files: {
      'texts/foreword.de.md': (text) =>
        text.replace('ein Fluss', '![decoration](pictures/boot.png)\n\nein Fluss'),
    },
  },
  'parts.<name>.quotes': {
    design: 'presentation: list\nparts: { practical-information: { quotes: box } }',
    page: 10,
    shows: 'Practical information with a box',
    files: { 'texts/practical-information.de.md': (text) => text.replace('Vorverkauf', '> Vorverkauf') },
  },
  'cover.layout': { design: 'cover: { layout: plain }', page: 1, shows: 'A cover without areas' },
  'cover.picture': {
    design: 'cover: { picture: { path: pictures/fluss.png, decoration: true } }',
    page: 1,
    shows: 'A cover with a picture',
  },
  'cover.co-emitter': {
    design: 'cover: { co-emitter: { path: pictures/stadt.png, decoration: true } }',
    page: 1,
    shows: 'A cover with the logos of two publishers',
  },
  'cover.partners': {
    design:
      'cover: { partners: [{ path: pictures/stadt.png, decoration: true }, { path: pictures/radio.png, decoration: true }] }',
    page: 1,
    shows: 'A cover with logos of partners at the bottom',
  },
  'cover.capitals': {
    design: 'cover: { capitals: false }',
    page: 1,
    shows: 'A cover with a title in small letters',
  },
};

/** The path, in docs/, of the picture of a key, without its extension. */
export const designPicture = (key) => `pictures/design/${key.replaceAll('.<name>', '')}`;
