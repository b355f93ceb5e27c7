import * as z from 'zod';
import { RegionCodeSchema } from './event.ts';
import { IdSchema } from './id.ts';
import { TextSchema, WordsByLanguageSchema, WordsSchema } from './text.ts';

const REGION_KINDS = [
  'region',
  'overseas-region',
  'oblast',
  'krai',
  'republic',
  'city',
  'autonomous-okrug',
  'autonomous-oblast',
] as const;

const RegionSchema = z.strictObject({
  code: RegionCodeSchema.describe('ISO 3166-2 code.'),
  kind: z.enum(REGION_KINDS).describe('Kind of region: region, oblast, krai, republic, city …'),
  names: WordsByLanguageSchema.describe('Name in each language of publication.'),
  aliases: z.array(WordsSchema).optional().describe('Other names used in programmes.'),
});
export type Region = z.infer<typeof RegionSchema>;

const CoordinatesSchema = z
  .tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)], {
    error: 'expected latitude and longitude in degrees, such as [48.8530, 2.3499]',
  })
  .refine(([latitude, longitude]) => latitude !== 0 || longitude !== 0, {
    error: '0, 0 is the value of an empty cell, not of a place',
  });

const PlaceSchema = z.strictObject({
  id: IdSchema.optional().describe('Id, by which events can refer to the place. Ids are never printed.'),
  name: TextSchema.describe('Name of the place (venue, city, body, institution), as printed.'),
  region: RegionCodeSchema.optional().describe(
    'ISO 3166-2 code of its region; indexes and extracts by region need it.',
  ),
  aliases: z.array(WordsSchema).optional().describe('Other spellings.'),
  address: TextSchema.optional().describe('Street and number.'),
  postcode: WordsSchema.optional().describe('Postal code.'),
  town: TextSchema.optional().describe('Town of the address.'),
  coordinates: CoordinatesSchema.optional().describe(
    'Latitude and longitude in decimal degrees (WGS 84): [48.8530, 2.3499].',
  ),
  access: TextSchema.optional().describe(
    'Note on access, printed in the index of places: steps, lift, stop, entrance.',
  ),
});
export type Place = z.infer<typeof PlaceSchema>;

export const RegionsFileSchema = z.array(RegionSchema);
export const PlacesFileSchema = z.array(PlaceSchema);

/** The regions and places of a dataset. */
export interface Reference {
  regions: readonly Region[];
  places: readonly Place[];
}
