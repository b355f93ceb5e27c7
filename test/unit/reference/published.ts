import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import {
  PlacesFileSchema,
  type Reference,
  RegionsFileSchema,
} from '../../../src/model/regions-and-places.ts';
import { buildGazetteer } from '../../../src/reference/gazetteer.ts';

const yamlOf = (file: string): unknown =>
  load(readFileSync(new URL(`../../../data/reference/${file}`, import.meta.url), 'utf8'));

/** The regions and places of the working dataset. */
export const reference: Reference = {
  regions: RegionsFileSchema.parse(yamlOf('regions.yaml')),
  places: PlacesFileSchema.parse(yamlOf('places.yaml')),
};

export const gazetteer = buildGazetteer(reference);
