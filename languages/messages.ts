/** Templates, and message catalogues made from them. */

/** A template with placeholders, such as `Edition {name} of {date}`; the type lists the placeholders. */
export type Template<Place extends string> = string & { readonly places?: Place };

/** Plural forms of nouns after a number (CLDR plural rules). */
export type PluralForm = 'one' | 'few' | 'many' | 'other';

/** Templates by plural form of the number `{count}`; `other` replaces missing forms. */
export type Counted<Place extends string = never> = { readonly other: Template<Place | 'count'> } & {
  readonly [Form in PluralForm]?: Template<Place | 'count'>;
};

/** Text of a message; one text per plural form if it depends on the number `{count}`. */
type Words = string | Counted<string>;

/** Texts of one message: the facts, and optionally a hint that says what the reader can do. */
export type MessageWords = Words | { readonly message: Words; readonly hint: Words };

/** Message texts by code. */
export type Catalogue = Readonly<Record<string, MessageWords>>;

/**
 * A catalogue in another language. It is complete, with the same placeholders in each message and hints for the same
 * codes.
 */
export type Translated<English extends Catalogue> = {
  readonly [Code in keyof English]: English[Code] extends { readonly hint: Words }
    ? { readonly message: Words; readonly hint: Words }
    : Words;
};

/** The placeholder names in a text; other braces are literal. */
export type Places<Text> = Text extends string
  ? Text extends `${string}{${infer Place}}${infer Rest}`
    ? (Place extends `${string}${' ' | '"'}${string}` ? never : Place) | Places<Rest>
    : never
  : { [Key in keyof Text]: Places<Text[Key]> }[keyof Text] | (Text extends Counted<string> ? 'count' : never);
