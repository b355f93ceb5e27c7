import * as z from 'zod';
import { schemaWords } from '../../languages/index.ts';
import { describedObject } from '../described.ts';
import { reason, refusal } from '../reasons.ts';
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

const RegionSchema = describedObject(schemaWords.region, {
  code: RegionCodeSchema,
  kind: z.enum(REGION_KINDS),
  names: WordsByLanguageSchema,
  aliases: z.array(WordsSchema).optional(),
});
export type Region = z.infer<typeof RegionSchema>;

const CoordinatesSchema = z
  .tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)], {
    ...refusal(reason('expected-coordinates')),
  })
  .refine(([latitude, longitude]) => latitude !== 0 || longitude !== 0, {
    ...refusal(reason('coordinates-of-empty-cell')),
  });

const PlaceSchema = describedObject(schemaWords.place, {
  id: IdSchema.optional(),
  name: TextSchema,
  region: RegionCodeSchema.optional(),
  aliases: z.array(WordsSchema).optional(),
  address: TextSchema.optional(),
  postcode: WordsSchema.optional(),
  town: TextSchema.optional(),
  coordinates: CoordinatesSchema.optional(),
  access: TextSchema.optional(),
});
export type Place = z.infer<typeof PlaceSchema>;

export const RegionsFileSchema = z.array(RegionSchema);
export const PlacesFileSchema = z.array(PlaceSchema);

/** The regions and places of a dataset. */
export interface Reference {
  regions: readonly Region[];
  places: readonly Place[];
}
