/** The English descriptions of the keys in the files of a dataset, for JSON Schemas and the documentation. */
export const schemaWords = {
  side: {
    id: 'Id of the side, such as north.',
    country: 'ISO 3166-1 alpha-2 code; regions whose codes begin with it belong to the side.',
    name: 'Name of the country or group, used in the headings of indexes.',
    heading: 'Heading of the column with the bodies of this side.',
    index:
      'Whether to print an index of the regions and places of the side; `{ title: Towns }` also sets the title of the index. Default: true.',
    timezone:
      'Time zone of events that take place only on this side; it overrides the time zone of the programme.',
  },
  theme: {
    id: 'Id of the theme; its events are in events/ID.yaml.',
    title: 'Title of the theme, printed above its table and in the table of contents.',
    shortTitle: 'Short title for running heads, if the title is too long for them.',
    introduction: 'A sentence below the title of the theme.',
    picture: 'A picture next to the introduction: `{ path: pictures/stage.jpg, alt: The stage }`.',
    caption: 'Caption of the picture; it can include the credit.',
    columns: 'Columns of the table, in order: ids of fields, and ids of sides (for the bodies of a side).',
    carry: 'Whether consecutive events with the same text in the first column share one printed cell.',
  },
  programme: {
    format: 'Format of the dataset.',
    name: 'First part of the names of all output files.',
    language: 'Main language: the language of texts written as plain strings.',
    languages: 'Languages of publication.',
    date: 'Date of the edition, YYYY-MM-DD; printed on the cover and stored in the metadata of files.',
    period: 'Period of the programme, as EDTF; printed on the cover. Events outside the period are reported.',
    address:
      'Web address of the folder that contains the published files; without it, the files contain no absolute URLs.',
    timezone:
      'Time zone of events, an IANA name such as Europe/Lisbon; sides and events can override it. Without a time zone, calendars (.ics) omit events with a time of day.',
    web: 'Settings for the web page.',
    title: 'Title of the programme.',
    shortTitle: 'Short title for running heads, if the title is too long for them.',
    author: 'Publisher, for document metadata.',
    subject: 'Subject of the document, for document metadata.',
    introduction:
      'Introduction. Each line is a paragraph; `**words**` are bold, `*words*` italic and `[words](https://…)` links.',
    contents: 'Heading of the table of contents.',
    parts:
      'Parts of the publication in printed order (docs/parts.md): cover, introduction, contents, whats-new, themes, indexes, and additional texts. Default: the six parts listed here.',
    fields: 'Fields of events, in addition to the fixed keys. Tables can have a column for each field.',
    sides: 'Sides of a cooperation; each has a column of bodies and regions.',
    themes: 'Themes in printed order.',
    placeholders:
      'Keys whose values `init` invented. Each of these keys is reported as an error and prevents freezing until its value is replaced and the key is removed from this list.',
    labels: 'Replacements for built-in labels, by name (docs/labels.md), for example `draft: Working copy`.',
    rules: 'Proofing rules that are disabled or whose severity differs from the default, each with a reason.',
    changes: 'Kinds of change whose severity differs from the default.',
  },
  web: {
    position:
      'Whether readers of the web page may look for events near the position of their device. The page requests the position when the reader presses a button, rounds it to a kilometre and never sends it to a server.',
  },
  index: {
    title: 'Title of the index, instead of the default title.',
  },
  field: {
    id: 'Name of the field: the key in events and the name of the column.',
    kind: 'Type of content; it determines how the field is checked, compared and printed.',
    heading: 'Heading of the column; required for printed fields.',
    index:
      'Whether to print an index of the values; `{ title: Venues }` also sets the title of the index. Default: true for dates, otherwise false. An index of dates has a heading for each month, or for each day of a month with more than 15 events on exact dates. An index with only one heading is not printed.',
    emphasis:
      'Whether texts can have emphasis: `**words**` are bold, `*words*` italic, `[words](https://…)` and `[words](mailto:…)` are links, and a character after a backslash is printed as it is. Default: all characters are printed as they are.',
    internal: 'Whether the field is internal: no output contains its values or its name.',
  },
  acceptance: {
    rule: 'Id of the rule whose finding is accepted; `check --rules` lists all ids.',
    field: 'Field in which the finding is accepted. Default: all fields of the event.',
    reason: 'Reason why the text is not changed.',
  },
  event: {
    id: 'Unique id of the event; do not change it after publication.',
    bodies: 'Local government or institution on each side, as printed; omit sides without one.',
    when: 'Planned date as EDTF (ISO 8601-2) level 2: 2030-12-09/2030-12-19, 2030-04, 2030-35 (quarter 3), 2030-41 (semester 2).',
    occurrences:
      'All occurrences of the event, if `when` and the printed time cannot express them: days in EDTF, doors, start and end, time zone, as in `2030-12-09 doors 18:00 19:00-22:30`.',
    status: 'Status printed with the event: cancelled, postponed or sold out.',
    timezone:
      'Time zone of the event, if it differs from the time zone of its side or of the programme: an IANA name such as Europe/Lisbon.',
    repeat: 'Whether the first cell is printed although it is the same as the first cell of the event above.',
    accept: 'Proofing findings accepted for this event, with reasons.',
  },
  signature: {
    name: 'Name of the person who signs.',
    role: 'Position of the person; line breaks are printed.',
    portrait: 'Portrait above the name: `{ path: pictures/mayor.jpg, alt: Portrait of Anne Exemple }`.',
  },
  part: {
    id: 'Name of the part.',
    text: 'Text in Markdown, if it is too short for a separate file (texts/<id>.<language>.md).',
    signatures: 'Signatures, printed below the text.',
  },
  region: {
    code: 'ISO 3166-2 code.',
    kind: 'Kind of the region: region, oblast, krai, republic, city …',
    names: 'Names of the region, one for each language of publication.',
    aliases: 'Other names of the region that are used in programmes.',
  },
  place: {
    id: 'Id that events can use to refer to the place. Ids are never printed.',
    name: 'Name of the place (venue, city, body, institution), as printed.',
    region:
      'ISO 3166-2 code of the region in which the place is located; needed for indexes and extracts by region.',
    aliases: 'Other spellings of the name.',
    address: 'Street and number.',
    postcode: 'Postal code.',
    town: 'Town of the address.',
    coordinates: 'Latitude and longitude in decimal degrees (WGS 84): [48.8530, 2.3499].',
    access:
      'Note on access, printed in the index of places, for example about steps, lifts, stops and entrances.',
  },
  picture: {
    path: 'Path inside the dataset folder, such as `pictures/logo.png`.',
    alt: 'Alternative text: one text for all languages, such as a name, or one text per language.',
    decoration: 'Whether the picture is decorative and needs no alternative text.',
  },
  font: {
    source: 'Source of the font, as in brand.yml; fonts are never downloaded.',
    family: 'Name of the family, as in the font files.',
    files: 'Font files (.ttf or .otf): regular, and optionally bold, italic and bold italic.',
    web: 'Whether the licence of the font allows subsets of the font in web pages; otherwise web pages only name the family.',
  },
  fontFile: {
    path: 'Path of the file.',
    weight: 'Weight: `normal`, `bold`, or a number (600 or more is bold).',
    style: '`italic` for the font of emphasised words; without an italic file, emphasised words are bold.',
  },
  colours: {
    palette: 'Named colours for use in other keys.',
    foreground: 'Colour of text.',
    background: 'Colour of the page.',
    primary:
      'Colour of areas, symbols and titles. If this colour is too pale for text, titles have the nearest readable shade.',
    secondary:
      'Colour of less important text, such as running heads, numbers and notes. If this colour is too pale, the nearest readable shade is used.',
  },
  presentationOfTheme: {
    as: '`table`, `list` or `timetable`.',
  },
  design: {
    extends: 'Path of a brand.yml file in the dataset folder, whose colours and fonts are used.',
    orientation:
      'Orientation of the page. Default: landscape for named paper sizes; for a width and a height, the orientation that they define.',
    margins: 'Page margins, which contain the running head and the page number.',
    binding:
      '`book` for a document that is printed on both sides and bound: `left` is then the inner margin and `right` the outer margin; section titles and page numbers are on the outer side.',
    size: '`large` for large print: at least 16 pt, a sans-serif font, hyphenation only of words that are wider than their column, and themes as lists.',
    sizes: 'Font sizes, such as `10 pt`; line heights are scaled with them.',
    color:
      'Colours, such as `"#16325c"` or a name in the palette. The contrast between text and its background must be at least 4.5 : 1 (WCAG 2.1 AA).',
    accents:
      'Accent colours of the themes, in order; used for the rules above titles and below table headings. Default: derived from the primary colour, if it is set.',
    typography: 'Fonts. Default: PT Sans for tables, PT Serif for running text and titles.',
    sections:
      'Whether themes, indexes and opening texts can share pages: `together`, `apart`, or `auto` (default; sections share pages, but long themes do not share pages with each other).',
    table: 'Style of tables.',
    presentation:
      'Presentation of events: `table` (default); `list`, with a title, a line of facts and a description for each event; `timetable`, a page for each day with places and times, and lists by day; or a group of keys.',
    columns:
      'Column widths by kind of field: a length, or a share of the remaining width. All other widths are computed so that the height of the table is as small as possible.',
    parts: 'Style of text parts, by name: `practical-information: { columns: 2 }`.',
    codes: 'QR codes for web addresses in PDF and Word; keep the addresses short (120 characters at most).',
    logo: 'Logo of the publisher, printed on the cover.',
    cover:
      'Cover layout: a `panel` on the left (default), a `band` at the top, `picture` or `plain`; or a group of keys.',
  },
  margins: {
    left: 'Left margin.',
    right: 'Right margin.',
    top: 'Top margin; at least 36 pt, for the running head.',
    bottom: 'Bottom margin; at least 32 pt, for the page number.',
  },
  sizes: {
    titles: 'Titles of sections.',
    tables: 'Table cells; table headings and numbers are scaled in proportion.',
    contents: 'Contents.',
    indexes: 'Indexes.',
    notes: 'Notes, running heads and page numbers.',
  },
  typography: {
    fonts:
      'Font files in the folder `fonts/` of the dataset, for use in `base` and `headings`. These fonts are also used for characters that the other fonts lack.',
    base: 'Font of running text and tables: `PT Sans`, `PT Serif` or a family under `fonts`, or a group of keys.',
    headings: 'Font of titles and headings, with the same values as `base`.',
  },
  baseFont: {
    family: 'Name of the family.',
    size: 'Size of running text, such as `12 pt`.',
    'line-height': 'Line height of running text, as a multiple of its size.',
  },
  headingFont: {
    family: 'Name of the family.',
    color: 'Colour of titles and headings. This colour is not adjusted, so it must have enough contrast.',
  },
  table: {
    rules: '`rows` (default) prints a rule below each row, `none` prints no rules.',
    zebra:
      'Whether every second row, or every second group of rows, has a background in a tint of the primary colour.',
  },
  presentation: {
    as: '`table`, `list` or `timetable`.',
    places:
      'Name of the field whose values are the columns of a timetable. Default: the only field with a heading such as Room or Venue.',
    pictures:
      'Size of pictures in lists: `full` (default), half as wide as the text; `beside`, to the right of the text; `small`, a quarter as wide as the text.',
    themes: 'Presentation of individual themes, by id.',
  },
  styleOfPart: {
    columns: 'Number of text columns.',
    pictures:
      'Size of pictures: `full` (default), as wide as the column; `beside`, to the right of the text that follows; `small`, a quarter as wide as the column.',
    quotes: '`box` prints quotations as boxes with a background, for practical information.',
  },
  codes: {
    sections:
      'Web addresses, by the id of a theme or the name of a part. Each address is printed with its QR code at the end of the section.',
    events: 'Name of a field that contains web addresses. Each address is printed with its QR code.',
  },
  cover: {
    layout: 'Cover layout; the values are the same as those of `cover`.',
    picture: 'Picture for the layout `picture`, cropped to fit; 2,000 pixels in width are enough for A4.',
    'co-emitter': 'Logo of the second publisher.',
    partners: 'Logos of partners, in a row at the bottom of the cover.',
    capitals: 'Whether the title is in capital letters. Default: true.',
  },
} satisfies Record<string, Readonly<Record<string, string>>>;

/** The English descriptions of the values of each kind of field. */
export const kindWords = {
  region: 'Words of a region column, as printed.',
  category: 'A word from a short list, by which events are grouped: category, audience, level.',
  title: 'Names the event; every programme has exactly one field of this kind.',
  description: 'A longer text; each line is a paragraph.',
  date: 'The planned date in words; `when` contains its machine-readable form. At most one.',
  time: 'Time of day, as printed: 19:30, 7.30 pm, 10h–12h.',
  text: 'A short text: venue, room, speaker.',
  place:
    'A place in `reference/places.yaml`, by its id or name; the name is printed. Several places are on separate lines.',
  price: 'Price, as printed: 12 €, free.',
  number: 'A number, as printed: 120, 1 200, 300–400.',
  link: 'Address of a web page; printed as a link.',
  email: 'E-mail address; printed as a link.',
  phone: 'Telephone number, as printed.',
  picture:
    'A picture: `{ path: pictures/harbour.jpg, alt: The harbour }`, or the same as text: The harbour (pictures/harbour.jpg). A decorative picture has `decoration: true` instead of `alt`, or, as text, no words before the path. The caption, which can include the credit, is printed below the picture: `caption: "Photo: A. Exemple"`, or words after the path.',
};

/** Comments that `init` writes above the keys of programme.yaml. */
export const commentWords: Readonly<Record<string, string>> = {
  name: 'First part of the names of output files.',
  language: 'Main language: the language of texts written as plain strings.',
  languages: 'Languages of publication.',
  date: 'Date of the edition, printed on the cover.',
  period: 'Period of the programme, as EDTF.',
  title: 'Title, printed on the cover.',
  author: 'Publisher of the programme.',
  subject: 'Subject of the document.',
  introduction: 'Each line is a paragraph; **words** are printed bold.',
  contents: 'Heading of the table of contents.',
  format: 'Format of this dataset.',
  fields: 'Fields of events, with id, kind and column heading; add more as needed.',
  sides: 'Sides of the cooperation. country: ISO 3166-1 code of the country of its regions (ZZ: no country).',
  placeholders: 'Keys with invented values: replace each value and remove its key from this list.',
  themes: 'Themes in printed order; their events are in events/<id>.yaml.',
};

/** The first lines of reference/regions.yaml and reference/places.yaml. */
export const regionsComment =
  '# Regions of the sides: code (ISO 3166-2), kind, names in en, fr and ru, aliases.\n';
export const placesComment = '# Towns and bodies: name, region (code), aliases.\n';
