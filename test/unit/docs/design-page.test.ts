import { statSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { DESIGN_PICTURES, designPicture } from '../../../scripts/design-pictures.mjs';
import { DESIGN_EXAMPLES, designKeys, pictureOf } from '../../../scripts/generate-design.ts';
import { DesignFileSchema } from '../../../src/design/file.ts';
import { jsonSchema } from '../../../src/model/json-schema.ts';

const keys = designKeys(jsonSchema(DesignFileSchema));

/** The keys of a value by their paths; items of lists have the path of the list. */
function pathsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = path === '' ? key : `${path}.${key}`;
    return [own, ...pathsIn(inner, own)];
  });
}

describe('Documentation page for the design file', () => {
  it('The page for the design file also lists the keys of groups that have a shorthand notation, such as the keys of the cover', () => {
    expect(keys.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['cover.layout', 'cover.picture.path', 'cover.partners.alt', 'cover.capitals']),
    );
  });

  it.each(keys)(
    'The key $path has a description that ends in a full stop, and an example',
    ({ path, description }) => {
      expect(description).toMatch(/\.$/);
      expect(DESIGN_EXAMPLES[path]).toBeDefined();
    },
  );

  it('Each design key or its group has a picture, each picture shows a listed key, and all pictures together are smaller than 800 kB', () => {
    const paths = keys.map(({ path }) => path);
    const drawn = Object.keys(DESIGN_PICTURES);
    expect(paths.filter((path) => pictureOf(path) === undefined)).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(drawn));
    const sizes = drawn.map((key) => statSync(`docs/${designPicture(key)}.png`).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(800_000);
  });

  it.each(Object.entries(DESIGN_EXAMPLES))(
    'The example for %s is a valid design file that contains this key',
    (path, example) => {
      const value = load(example);
      expect(DesignFileSchema.safeParse(value).error).toBeUndefined();
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('<name>', '[^.]+')}$`);
      expect(pathsIn(value).some((own) => pattern.test(own))).toBe(true);
    },
  );
});
