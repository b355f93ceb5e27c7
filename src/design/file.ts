/**
 * `data/design.yaml`: the publisher's changes to the default design. Names equal those of brand.yml if the meaning is
 * the same.
 */
import * as z from 'zod';
import { LENGTH, PAPER_NAMES, paperOf } from './length.ts';
import { PICTURE_SIZES } from './schema.ts';

/**
 * A text in a given form. The message also covers other types of values: a number without a unit, a colour without
 * quotes.
 */
function form(expected: string, fits: (text: string) => boolean) {
  return z
    .custom<string>((value) => typeof value === 'string' && fits(value), `expected ${expected}`)
    .meta({ type: 'string' });
}

const length = form('a length with its unit, such as 12 mm, 1.2 cm, 0.5 in or 36 pt', (text) =>
  LENGTH.test(text),
);

const colour = form(
  'a colour in quotes, such as "#16325c", or a name in the palette',
  (text) => text !== '' && text.length <= 100,
);

const address = form(
  'a web address of up to 120 characters, such as https://example.org/music',
  (text) => /^https?:\/\/[^\s"]+$/i.test(text) && text.length <= 120 && URL.canParse(text),
);

const layouts = ['panel', 'band', 'picture', 'plain'] as const;

const PictureFileSchema = z
  .strictObject({
    path: z.string().min(1).max(300).describe('Path inside the dataset folder, such as `pictures/logo.png`.'),
    alt: z
      .union([z.string().min(1).max(2000), z.record(z.string(), z.string().min(1).max(2000))])
      .optional()
      .describe('Alternative text: one text, such as a name, or a text for each language.'),
    decoration: z
      .literal(true)
      .optional()
      .describe('Whether the picture is decorative and needs no alternative text.'),
  })
  .refine(
    ({ alt, decoration }) => (alt === undefined) !== (decoration === undefined),
    'expected `alt`, with what the picture says to those who do not see it, or `decoration: true`',
  );
/** A font file in the folder fonts/; regular unless it has a weight. */
const fontPath = form('a file in the folder fonts/, such as fonts/Name-Regular.ttf', (text) =>
  /^fonts\/[^/\\]{1,100}$/.test(text),
);
const FontSchema = z.strictObject({
  source: z
    .literal('file')
    .optional()
    .describe('Source of the font, as in brand.yml; fonts are never downloaded.'),
  family: form('the name of a family', (text) => /^[\p{L}\p{N} ._-]{1,60}$/u.test(text)).describe(
    'Name of the family, as in the font files.',
  ),
  files: z
    .array(
      z.union([
        fontPath,
        z.strictObject({
          path: fontPath.describe('Path of the file.'),
          weight: z
            .union([z.enum(['normal', 'bold']), z.int().min(1).max(1000)])
            .optional()
            .describe('Weight: `normal`, `bold`, or a number (600 or more is bold).'),
          style: z
            .enum(['normal', 'italic'])
            .optional()
            .describe('`italic` for emphasised words; without an italic file they are bold.'),
        }),
      ]),
    )
    .min(1)
    .max(4)
    .describe('Font files (.ttf or .otf): regular, and optionally bold, italic and bold italic.'),
  web: z
    .literal(true)
    .optional()
    .describe(
      'The licence of the font allows subsets of it in web pages, which otherwise name the family only.',
    ),
});

const ColourFileSchema = z.strictObject({
  palette: z.record(z.string(), colour).optional().describe('Named colours for use in other keys.'),
  foreground: colour.optional().describe('Colour of text.'),
  background: colour.optional().describe('Colour of the page.'),
  primary: colour
    .optional()
    .describe(
      'Colour of areas, signs and titles. If it is too pale for text, titles have its nearest readable shade.',
    ),
  secondary: colour
    .optional()
    .describe(
      'Colour of less important text, such as running headers, numbers and notes, in its nearest readable shade.',
    ),
});

const presented = z.enum(['table', 'list', 'timetable']);
const groups = z
  .string()
  .max(100)
  .optional()
  .describe(
    'Name of a field, such as room: events are grouped by its values, each with a heading. `day`: events are grouped by day.',
  );
const presentation = z.union([
  presented,
  z.strictObject({ as: presented.optional().describe('`table`, `list` or `timetable`.'), groups }),
]);
export type PresentationWish = z.infer<typeof presentation>;

export const DesignFileSchema = z
  .strictObject({
    extends: z
      .string()
      .max(200)
      .optional()
      .describe('Path of a brand.yml file in the dataset folder; its colours and fonts are used.'),
    paper: form(
      `${PAPER_NAMES.join(', ')}, or a size such as 210 x 297 mm`,
      (text) => paperOf(text) !== undefined,
    )
      .optional()
      .describe(
        `Paper size: ${PAPER_NAMES.join(', ')}, or width and height such as \`210 x 297 mm\`. Default: A4.`,
      ),
    orientation: z
      .enum(['portrait', 'landscape'])
      .optional()
      .describe('Orientation. Default: landscape for named papers; for a size, as written.'),
    margins: z
      .strictObject({
        left: length.optional().describe('Left margin.'),
        right: length.optional().describe('Right margin.'),
        top: length.optional().describe('Top margin; at least 36 pt, for the running header.'),
        bottom: length.optional().describe('Bottom margin; at least 32 pt, for the page number.'),
      })
      .optional()
      .describe('Margins of a page; they contain the running header and the page number.'),
    binding: z
      .literal('book')
      .optional()
      .describe(
        '`book` for pages that are printed on both sides and bound: `left` is then the inner margin, `right` the outer one; section titles and page numbers are on the outer side.',
      ),
    size: z
      .enum(['normal', 'large'])
      .optional()
      .describe(
        '`large` for large print: at least 16 pt, a sans-serif font, no hyphenation, and themes as lists.',
      ),
    sizes: z
      .strictObject({
        titles: length.optional().describe('Titles of sections.'),
        tables: length.optional().describe('Table cells; their headings and numbers are scaled with them.'),
        contents: length.optional().describe('Contents.'),
        indexes: length.optional().describe('Indexes.'),
        notes: length.optional().describe('Notes, running headers and page numbers.'),
      })
      .optional()
      .describe('Font sizes, such as `10 pt`; line heights are scaled with them.'),
    color: ColourFileSchema.optional().describe(
      'Colours, as `"#16325c"` or a name in the palette. Text must have a contrast of 4.5 : 1 with its background (WCAG 2.1 AA).',
    ),
    accents: z
      .array(colour)
      .min(1)
      .max(100)
      .optional()
      .describe(
        'Colours of the themes, in order: rules above titles and below table headings. Default: derived from the primary colour, if there is one.',
      ),
    typography: z
      .strictObject({
        fonts: z
          .array(FontSchema)
          .min(1)
          .max(20)
          .optional()
          .describe(
            'Font files in the folder `fonts/` of the dataset, for use in `base` and `headings`. They are also used for characters that the other fonts lack.',
          ),
        base: z
          .union([
            z.string(),
            z.strictObject({
              family: z.string().optional().describe('Name of the family.'),
              size: length.optional().describe('Size of running text, such as `12 pt`.'),
              'line-height': z
                .number()
                .min(1)
                .max(2.5)
                .optional()
                .describe('Line height of running text, as a multiple of its size.'),
            }),
          ])
          .optional()
          .describe(
            'Font of running text and tables: `PT Sans`, `PT Serif` or a family under `fonts`, or a group of keys.',
          ),
        headings: z
          .union([
            z.string(),
            z.strictObject({
              family: z.string().optional().describe('Name of the family.'),
              color: colour
                .optional()
                .describe('Colour; it is used without adjustment and must have enough contrast.'),
            }),
          ])
          .optional()
          .describe('Font of titles and headings, with the same values as `base`.'),
      })
      .optional()
      .describe('Fonts. Default: PT Sans for tables, PT Serif for running text and titles.'),
    sections: z
      .enum(['auto', 'together', 'apart'])
      .optional()
      .describe(
        'Whether themes, indexes and opening texts can share pages: `together`, `apart`, or `auto` (default): together, but long themes do not share pages with each other.',
      ),
    table: z
      .strictObject({
        rules: z
          .enum(['rows', 'none'])
          .optional()
          .describe('Whether there is a rule below each row. Default: true.'),
        zebra: z
          .boolean()
          .optional()
          .describe(
            'Whether every second row, or group of rows, has a background in a tint of the primary colour.',
          ),
      })
      .optional()
      .describe('Style of tables.'),
    presentation: z
      .union([
        presented,
        z.strictObject({
          as: presented.optional().describe('`table`, `list` or `timetable`.'),
          groups,
          places: z
            .string()
            .max(100)
            .optional()
            .describe(
              'Name of the field whose values are the columns of a timetable. Default: the only field with a heading such as Room or Venue.',
            ),
          pictures: z
            .enum(PICTURE_SIZES)
            .optional()
            .describe(
              'Size of pictures in lists: `full` (default), half as wide as the text; `beside`, at the right of the text; `small`, a quarter of its width.',
            ),
          themes: z
            .record(z.string(), presentation)
            .optional()
            .describe('Presentation of single themes, by id.'),
        }),
      ])
      .optional()
      .describe(
        'Presentation of events: `table` (default); `list`, with a title, a line of facts and a description for each event; `timetable`, a page for each day with places and hours, and lists by day; or a group of keys.',
      ),
    columns: z
      .record(
        z.string(),
        z
          .custom<string | number>(
            (value) =>
              typeof value === 'number'
                ? value > 0 && value <= 100
                : typeof value === 'string' && LENGTH.test(value),
            'expected a length with its unit, such as 30 mm, or a share such as 1.5',
          )
          .meta({ type: ['string', 'number'] }),
      )
      .optional()
      .describe(
        'Column widths by kind of field: a length, or a share of the remaining width. Other widths are chosen so that the table has the smallest height.',
      ),
    parts: z
      .record(
        z.string(),
        z.strictObject({
          columns: z.int().min(1).max(4).optional().describe('Number of text columns.'),
          pictures: z
            .enum(PICTURE_SIZES)
            .optional()
            .describe(
              'Size of pictures: `full` (default), as wide as the column; `beside`, at the right of the text that follows; `small`, a quarter of the column.',
            ),
          quotes: z
            .literal('box')
            .optional()
            .describe('`box` prints quotations as boxes with a background, such as practical facts.'),
        }),
      )
      .optional()
      .describe('Style of text parts, by name: `practical-information: { columns: 2 }`.'),
    codes: z
      .strictObject({
        sections: z
          .record(z.string(), address)
          .optional()
          .describe(
            'Web addresses by theme or name of a part, each printed with its QR code at the end of the section.',
          ),
        events: z
          .string()
          .max(100)
          .optional()
          .describe('Name of a field of web addresses, each printed with its QR code.'),
      })
      .optional()
      .describe(
        'QR codes of web addresses in PDF and Word; choose short addresses, of up to 120 characters.',
      ),
    logo: PictureFileSchema.optional().describe('Logo of the publisher, printed on the cover.'),
    cover: z
      .union([
        z.enum(layouts),
        z.strictObject({
          layout: z.enum(layouts).optional().describe('Cover layout, with the same values.'),
          picture: PictureFileSchema.optional().describe(
            'Picture of the layout `picture`, cropped to fit; 2,000 pixels in width are enough for A4.',
          ),
          'co-emitter': PictureFileSchema.optional().describe('Logo of the second publisher.'),
          partners: z
            .array(PictureFileSchema)
            .min(1)
            .max(12)
            .optional()
            .describe('Logos of partners, in a row at the bottom.'),
          capitals: z
            .boolean()
            .optional()
            .describe('Whether the title is in capital letters. Default: true.'),
        }),
      ])
      .optional()
      .describe(
        'Cover layout: `panel` on the left (default), `band` at the top, `picture` or `plain`; or a group of keys.',
      ),
  })
  .describe('The design of the programme. All keys are optional.');

export type DesignFile = z.infer<typeof DesignFileSchema>;
export type PictureFile = z.infer<typeof PictureFileSchema>;
export type FontOfFile = z.infer<typeof FontSchema>;
export type CoverLayout = (typeof layouts)[number];

/**
 * A logo of a brand.yml file: a path, a path with its alternative text, or one per background. If there are several
 * sizes, the medium one is used; it can be the name of one of the images.
 */
const brandPicture = z.union([
  z.string().transform((path) => ({ path, alt: undefined })),
  z
    .looseObject({ path: z.string(), alt: z.string().optional() })
    .transform(({ path, alt }) => ({ path, alt })),
]);
const brandLogo = z.union([
  brandPicture,
  z.looseObject({ light: brandPicture.optional() }).transform(({ light }) => light),
]);
const brandLogos = z
  .looseObject({
    images: z.record(z.string(), brandPicture).optional(),
    small: brandLogo.optional(),
    medium: brandLogo.optional(),
    large: brandLogo.optional(),
  })
  .transform(({ images = {}, small, medium, large }) => {
    const chosen = medium ?? small ?? large;
    return chosen && (images[chosen.path] ?? chosen);
  });

/** A font of a brand.yml file, which can have several files per weight and style. */
const brandFont = z.looseObject({
  family: z.string(),
  source: z.string().optional(),
  files: z
    .array(
      z.union([
        z.string().transform((path) => ({ path, weight: undefined, style: undefined })),
        z.looseObject({
          path: z.string(),
          weight: z.union([z.string(), z.number()]).optional(),
          style: z.string().optional(),
        }),
      ]),
    )
    .optional(),
});
export type BrandFont = z.infer<typeof brandFont>;

/** The keys of a brand.yml file that are used. The file can contain more for other programs. */
const brandLetters = z.union([z.string(), z.looseObject({ family: z.string().optional() })]);
export const BrandFileSchema = z.looseObject({
  color: z.looseObject(ColourFileSchema.shape).optional(),
  logo: z.union([brandPicture, brandLogos]).optional(),
  typography: z
    .looseObject({
      fonts: z.array(brandFont).optional(),
      base: brandLetters.optional(),
      headings: z
        .union([z.string(), z.looseObject({ family: z.string().optional(), color: colour.optional() })])
        .optional(),
    })
    .optional(),
});

export type BrandFile = z.infer<typeof BrandFileSchema>;
