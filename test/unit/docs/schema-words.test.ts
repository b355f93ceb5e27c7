import { expect, test } from 'vitest';
import { schemaWords } from '../../../languages/schema.ts';
import { DesignFileSchema } from '../../../src/design/file.ts';
import { datasetSchemas, jsonSchema } from '../../../src/model/json-schema.ts';

test('Every key description is in the JSON schema of its file', () => {
  const schemas = [...datasetSchemas({ fields: [], sides: [] }).values(), jsonSchema(DesignFileSchema)];
  const written = JSON.stringify(schemas);
  const texts = Object.values(schemaWords).flatMap((group): string[] => Object.values(group));
  expect(texts.filter((text) => !written.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
});
