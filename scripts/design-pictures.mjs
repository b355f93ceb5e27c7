/**
 * Lists the pictures of docs/design.md. Each has a key of the design file, a design that uses it, the page that shows
 * it, and a description of the page. `npm run pictures` draws them.
 */
export const DESIGN_PICTURES = {
  paper: { design: 'paper: A5\npresentation: list', page: 4, shows: 'A list on A5' },
  orientation: { design: 'orientation: landscape', page: 4, shows: 'A table in landscape', wide: true },
  margins: {
    design: 'presentation: list\nmargins: { left: 45 mm, right: 15 mm, top: 35 mm }',
    page: 4,
    shows: 'Wide margins at the left and the top',
  },
  binding: {
    design: 'presentation: list\nbinding: book\nmargins: { left: 35 mm, right: 12 mm }',
    page: 4,
    shows: 'A left page with the inner margin at its right and the page number at its left',
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
    shows: 'A theme that ends above an empty space, because the next one begins a page',
  },
  table: {
    design: 'table: { rules: none, zebra: true }',
    page: 4,
    shows: 'A table with a background in every second row',
  },
  presentation: {
    design: 'presentation: { as: list, groups: day, pictures: beside }',
    page: 4,
    shows: 'A list of events under headings of days',
  },
  columns: { design: 'columns: { date: 50 mm }', page: 4, shows: 'A table with a wide column of dates' },
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
};
