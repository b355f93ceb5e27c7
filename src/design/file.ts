/**
 * `data/design.yaml`: the publisher's changes to the default design. Names equal those of brand.yml if the meaning is
 * the same.
 */
import * as z from 'zod';
import { LENGTH, PAPER_NAMES, paperOf } from './length.ts';

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

const layouts = ['panel', 'band', 'picture', 'plain'] as const;

const PictureFileSchema = z
  .strictObject({
    path: z
      .string()
      .min(1)
      .max(300)
      .describe('Path in the folder of the dataset, such as `pictures/logo.png`.'),
    alt: z
      .union([z.string().min(1).max(2000), z.record(z.string(), z.string().min(1).max(2000))])
      .optional()
      .describe('What it says to those who do not see it: a text, such as a name, or one by language.'),
    decoration: z.literal(true).optional().describe('Whether it says nothing, and needs no text.'),
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
  source: z.literal('file').optional().describe('As brand.yml has it: nothing is fetched from elsewhere.'),
  family: form('the name of a family', (text) => /^[\p{L}\p{N} ._-]{1,60}$/u.test(text)).describe(
    'Name of the family, as the font files have it.',
  ),
  files: z
    .array(
      z.union([
        fontPath,
        z.strictObject({
          path: fontPath.describe('The file.'),
          weight: z
            .union([z.enum(['normal', 'bold']), z.int().min(1).max(1000)])
            .optional()
            .describe('Its weight: `normal`, `bold`, or a number (from 600 on it is bold).'),
          style: z
            .enum(['normal', 'italic'])
            .optional()
            .describe('`italic` for the letters of emphasised words; without them these are bold.'),
        }),
      ]),
    )
    .min(1)
    .max(4)
    .describe('A regular file (.ttf or .otf), and a bold, an italic and a bold italic one.'),
});

const ColourFileSchema = z.strictObject({
  palette: z.record(z.string(), colour).optional().describe('Colours by names that the other keys can use.'),
  foreground: colour.optional().describe('Words.'),
  background: colour.optional().describe('The sheet.'),
  primary: colour
    .optional()
    .describe('Areas and signs; titles too, in its nearest shade that can be read where it is too pale.'),
  secondary: colour
    .optional()
    .describe(
      'Words that stand back: running headers, numbers, notes; in its nearest shade that can be read.',
    ),
});

const presented = z.enum(['table', 'list']);
const groups = z
  .string()
  .max(100)
  .optional()
  .describe(
    'Name of a field, such as room: each of its values is a heading above the events that share it. `day`: each day on which events take place is a heading, whether or not a field states it.',
  );
const presentation = z.union([
  presented,
  z.strictObject({ as: presented.optional().describe('`table` or `list`.'), groups }),
]);
export type PresentationWish = z.infer<typeof presentation>;

export const DesignFileSchema = z
  .strictObject({
    extends: z
      .string()
      .max(200)
      .optional()
      .describe('A brand.yml file in the folder of the dataset whose colours and letters are taken over.'),
    paper: form(
      `${PAPER_NAMES.join(', ')}, or a size such as 210 x 297 mm`,
      (text) => paperOf(text) !== undefined,
    )
      .optional()
      .describe(`${PAPER_NAMES.join(', ')}, or width and height such as \`210 x 297 mm\`. Default: A4.`),
    orientation: z
      .enum(['portrait', 'landscape'])
      .optional()
      .describe('Default: landscape for a paper with a name, as it is written for a size.'),
    margins: z
      .strictObject({
        left: length.optional(),
        right: length.optional(),
        top: length.optional(),
        bottom: length.optional(),
      })
      .optional()
      .describe('Space around the body of a page; the running header and the page number stand in it.'),
    size: z
      .enum(['normal', 'large'])
      .optional()
      .describe(
        '`large` is large print: no letters smaller than 16 pt, without serifs and without hyphenation, and themes as lists.',
      ),
    sizes: z
      .strictObject({
        titles: length.optional().describe('Titles of sections.'),
        tables: length.optional().describe('Cells of tables; their headings and numbers go along.'),
        contents: length.optional().describe('Contents.'),
        indexes: length.optional().describe('Indexes.'),
        notes: length.optional().describe('Notes, running headers and page numbers.'),
      })
      .optional()
      .describe('Sizes of letters, such as `10 pt`; the distance of lines goes along.'),
    color: ColourFileSchema.optional().describe(
      'Colours, as `"#16325c"` or a name in the palette. Words must have a contrast of 4.5 : 1 with what they stand on (WCAG 2.1 AA).',
    ),
    accents: z
      .array(colour)
      .min(1)
      .max(100)
      .optional()
      .describe(
        'Colours of the themes, in their order: the rule above a title and under the headings of a table.',
      ),
    typography: z
      .strictObject({
        fonts: z
          .array(FontSchema)
          .min(1)
          .max(20)
          .optional()
          .describe(
            'Families of your own: font files in the folder `fonts/` of the dataset. `base` and `headings` may name them; they also stand in for characters that the letters lack.',
          ),
        base: z
          .union([
            z.string(),
            z.strictObject({
              family: z.string().optional().describe('Family.'),
              size: length.optional().describe('Size of running text, such as `12 pt`.'),
              'line-height': z
                .number()
                .min(1)
                .max(2.5)
                .optional()
                .describe('Distance of the lines of running text, as a share of its size.'),
            }),
          ])
          .optional()
          .describe(
            'Letters of running text and tables: `PT Sans`, `PT Serif` or a family of your own, or a group of keys.',
          ),
        headings: z
          .union([
            z.string(),
            z.strictObject({
              family: z.string().optional().describe('Family.'),
              color: colour.optional().describe('Colour, which must be readable as it is.'),
            }),
          ])
          .optional()
          .describe('Letters of titles and headings: the same.'),
      })
      .optional()
      .describe('Letters. Without it tables are in PT Sans, running text and titles in PT Serif.'),
    sections: z
      .enum(['auto', 'together', 'apart'])
      .optional()
      .describe(
        'Whether a theme may begin on the page where another ends, and an index or an opening text likewise: `together`, `apart`, or `auto` (the default): apart where the themes are long.',
      ),
    table: z
      .strictObject({
        rules: z
          .enum(['rows', 'none'])
          .optional()
          .describe('Whether there is a rule under each row (the default), or none.'),
        zebra: z
          .boolean()
          .optional()
          .describe(
            'Whether every other row, or group of rows, has a ground in a tint of the primary colour.',
          ),
      })
      .optional()
      .describe('Look of tables.'),
    presentation: z
      .union([
        presented,
        z.strictObject({
          as: presented.optional().describe('`table` or `list`.'),
          groups,
          themes: z
            .record(z.string(), presentation)
            .optional()
            .describe('Themes that are presented otherwise, by their ids.'),
        }),
      ])
      .optional()
      .describe(
        'How the events of a theme are presented: in a `table` (the default), or in a `list`, each with its title, a line of facts and its description; or a group of keys.',
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
        'Widths of columns by the kind of their field: a length, or a share of what the lengths leave. Other columns have the widths with which a table is lowest.',
      ),
    parts: z
      .record(
        z.string(),
        z.strictObject({
          columns: z.int().min(1).max(4).describe('In how many columns its text is set.'),
        }),
      )
      .optional()
      .describe('Look of parts that are texts, by their names: `practical-information: { columns: 2 }`.'),
    logo: PictureFileSchema.optional().describe(
      'Logo of who publishes the programme; it stands on the cover.',
    ),
    cover: z
      .union([
        z.enum(layouts),
        z.strictObject({
          layout: z.enum(layouts).optional().describe('Arrangement: the same.'),
          picture: PictureFileSchema.optional().describe(
            'Picture of the arrangement `picture`, cut to its place; a photograph of 2,000 pixels is enough for A4.',
          ),
          'co-emitter': PictureFileSchema.optional().describe(
            'Logo of who publishes it together with the first.',
          ),
          partners: z
            .array(PictureFileSchema)
            .min(1)
            .max(12)
            .optional()
            .describe('Logos of partners, in a row at the foot.'),
        }),
      ])
      .optional()
      .describe(
        'Arrangement of the cover: a panel down the left edge (the default), a band across the top, a picture, or plain; or a group of keys.',
      ),
  })
  .describe('The look of the programme. Every key may be left out.');

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
