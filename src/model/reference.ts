import * as z from 'zod';
import { RegionCodeSchema } from './event.ts';
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

const PlaceSchema = z.strictObject({
  name: TextSchema.describe('Name of the place (city, body, institution), as printed.'),
  region: RegionCodeSchema.describe('ISO 3166-2 code of its region.'),
  aliases: z.array(WordsSchema).optional().describe('Other spellings.'),
});
export type Place = z.infer<typeof PlaceSchema>;

export const RegionsFileSchema = z.array(RegionSchema);
export const PlacesFileSchema = z.array(PlaceSchema);

/** The regions and places of a dataset. */
export interface Reference {
  regions: readonly Region[];
  places: readonly Place[];
}
