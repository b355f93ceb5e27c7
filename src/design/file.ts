/**
 * `data/design.yaml`: the publisher's changes to the default design. A key that has the same meaning as in brand.yml
 * has the same name.
 */

import * as z from 'zod';
import { schemaWords } from '../../languages/index.ts';
import { describedObject } from '../described.ts';
import type { Message } from '../messages.ts';
import { reason, refusal } from '../reasons.ts';
import { LENGTH, PAPER_NAMES, paperOf } from './length.ts';
import { PICTURE_SIZES, partStyle } from './schema.ts';

/**
 * A string in a given format. The message is also correct for values that are not strings, such as a number without a
 * unit or a colour without quotation marks.
 */
function form(expected: Message, fits: (text: string) => boolean) {
  return z
    .custom<string>((value) => typeof value === 'string' && fits(value), refusal(expected))
    .meta({ type: 'string' });
}

const length = form(reason('expected-length'), (text) => LENGTH.test(text));

const colour = form(reason('expected-colour'), (text) => text !== '' && text.length <= 100);

const address = form(
  reason('expected-site'),
  (text) => /^https?:\/\/[^\s"]+$/i.test(text) && text.length <= 120 && URL.canParse(text),
);

const layouts = ['panel', 'band', 'picture', 'plain'] as const;

const PictureFileSchema = describedObject(schemaWords.picture, {
  path: z.string().min(1).max(300),
  alt: z.union([z.string().min(1).max(2000), z.record(z.string(), z.string().min(1).max(2000))]).optional(),
  decoration: z.literal(true).optional(),
}).refine(
  ({ alt, decoration }) => (alt === undefined) !== (decoration === undefined),
  refusal(reason('expected-alt')),
);
const fontPath = form(reason('expected-font-file'), (text) => /^fonts\/[^/\\]{1,100}$/.test(text));
const FontSchema = describedObject(schemaWords.font, {
  source: z.literal('file').optional(),
  family: form(reason('expected-family'), (text) => /^[\p{L}\p{N} ._-]{1,60}$/u.test(text)),
  files: z
    .array(
      z.union([
        fontPath,
        describedObject(schemaWords.fontFile, {
          path: fontPath,
          weight: z.union([z.enum(['normal', 'bold']), z.int().min(1).max(1000)]).optional(),
          style: z.enum(['normal', 'italic']).optional(),
        }),
      ]),
    )
    .min(1)
    .max(4),
  web: z.literal(true).optional(),
});

const ColourFileSchema = describedObject(schemaWords.colours, {
  palette: z.record(z.string(), colour).optional(),
  foreground: colour.optional(),
  background: colour.optional(),
  primary: colour.optional(),
  secondary: colour.optional(),
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
  describedObject(schemaWords.presentationOfTheme, { as: presented.optional(), groups }),
]);
export type PresentationWish = z.infer<typeof presentation>;

export const DesignFileSchema = describedObject(schemaWords.design, {
  extends: z.string().max(200).optional(),
  paper: form(reason('expected-paper', { names: PAPER_NAMES }), (text) => paperOf(text) !== undefined)
    .optional()
    .describe(
      `Paper size: ${PAPER_NAMES.join(', ')}, or width and height such as \`210 x 297 mm\`. Default: A4.`,
    ),
  orientation: z.enum(['portrait', 'landscape']).optional(),
  margins: describedObject(schemaWords.margins, {
    left: length.optional(),
    right: length.optional(),
    top: length.optional(),
    bottom: length.optional(),
  }).optional(),
  binding: z.literal('book').optional(),
  size: z.enum(['normal', 'large']).optional(),
  sizes: describedObject(schemaWords.sizes, {
    titles: length.optional(),
    tables: length.optional(),
    contents: length.optional(),
    indexes: length.optional(),
    notes: length.optional(),
  }).optional(),
  color: ColourFileSchema.optional(),
  accents: z.array(colour).min(1).max(100).optional(),
  typography: describedObject(schemaWords.typography, {
    fonts: z.array(FontSchema).min(1).max(20).optional(),
    base: z
      .union([
        z.string(),
        describedObject(schemaWords.baseFont, {
          family: z.string().optional(),
          size: length.optional(),
          'line-height': z.number().min(1).max(2.5).optional(),
        }),
      ])
      .optional(),
    headings: z
      .union([
        z.string(),
        describedObject(schemaWords.headingFont, { family: z.string().optional(), color: colour.optional() }),
      ])
      .optional(),
  }).optional(),
  sections: z.enum(['auto', 'together', 'apart']).optional(),
  table: describedObject(schemaWords.table, {
    rules: z.enum(['rows', 'none']).optional(),
    zebra: z.boolean().optional(),
  }).optional(),
  presentation: z
    .union([
      presented,
      describedObject(schemaWords.presentation, {
        as: presented.optional(),
        groups,
        places: z.string().max(100).optional(),
        pictures: z.enum(PICTURE_SIZES).optional(),
        themes: z.record(z.string(), presentation).optional(),
      }),
    ])
    .optional(),
  columns: z
    .record(
      z.string(),
      z
        .custom<string | number>(
          (value) =>
            typeof value === 'number'
              ? value > 0 && value <= 100
              : typeof value === 'string' && LENGTH.test(value),
          refusal(reason('expected-length-or-share')),
        )
        .meta({ type: ['string', 'number'] }),
    )
    .optional(),
  parts: z.record(z.string(), describedObject(schemaWords.styleOfPart, partStyle)).optional(),
  codes: describedObject(schemaWords.codes, {
    sections: z.record(z.string(), address).optional(),
    events: z.string().max(100).optional(),
  }).optional(),
  logo: PictureFileSchema.optional(),
  cover: z
    .union([
      z.enum(layouts),
      describedObject(schemaWords.cover, {
        layout: z.enum(layouts).optional(),
        picture: PictureFileSchema.optional(),
        'co-emitter': PictureFileSchema.optional(),
        partners: z.array(PictureFileSchema).min(1).max(12).optional(),
        capitals: z.boolean().optional(),
      }),
    ])
    .optional(),
}).describe('The design of the programme. All keys are optional.');

export type DesignFile = z.infer<typeof DesignFileSchema>;
export type PictureFile = z.infer<typeof PictureFileSchema>;
export type FontOfFile = z.infer<typeof FontSchema>;
export type CoverLayout = (typeof layouts)[number];

/** A picture of a brand.yml file: a path, or a path with its alternative text. */
const brandPicture = z.union([
  z.string().transform((path) => ({ path, alt: undefined })),
  z
    .looseObject({ path: z.string(), alt: z.string().optional() })
    .transform(({ path, alt }) => ({ path, alt })),
]);
/**
 * A logo of a brand.yml file: one picture, or one picture per background. If there is one per background, the picture
 * for light backgrounds is used.
 */
const brandLogo = z.union([
  brandPicture,
  z.looseObject({ light: brandPicture.optional() }).transform(({ light }) => light),
]);
/**
 * The logos of a brand.yml file by size. The medium logo is used or, if it is missing, the small or the large one. A
 * logo can also be given as the name of one of the images.
 */
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

/** A font family of a brand.yml file, which can have several files for the same weight and style. */
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

const brandLetters = z.union([z.string(), z.looseObject({ family: z.string().optional() })]);

/** The keys of a brand.yml file that are used. The file can contain further keys for other programs. */
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
