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
  kind: z.enum(REGION_KINDS).describe('What the region is: region, oblast, krai, republic, city …'),
  names: WordsByLanguageSchema.describe('Name by language, in each in which the programme is published.'),
  aliases: z.array(WordsSchema).optional().describe('Other names, as printed in programmes.'),
});
export type Region = z.infer<typeof RegionSchema>;

const PlaceSchema = z.strictObject({
  name: TextSchema.describe('Name of the place (city, body, institution) as programmes print it.'),
  region: RegionCodeSchema.describe('ISO 3166-2 code of the region where it lies.'),
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
