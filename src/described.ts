import * as z from 'zod';

type Words<S> = { readonly [Key in keyof S]?: string };

/**
 * Adds to each schema of an object's values the description of its key; `languages/schema.ts` contains such
 * descriptions.
 */
export function described<S extends Readonly<Record<string, z.ZodType>>>(words: Words<S>, shape: S): S {
  const keys = Object.entries(shape).map(([key, schema]) => {
    const description = words[key];
    return [key, description === undefined ? schema : schema.describe(description)];
  });
  return Object.fromEntries(keys) as S;
}

/** Returns the schema of an object that has exactly the given keys, each with its description. */
export const describedObject = <S extends Readonly<Record<string, z.ZodType>>>(words: Words<S>, shape: S) =>
  z.strictObject(described(words, shape));
