/** The types of templates, and of the message catalogues that contain them. */

/**
 * A template with placeholders, such as `Edition {name} of {date}`. The names of the placeholders are part of the type.
 */
export type Template<Place extends string> = string & { readonly places?: Place };

/** Plural forms of nouns after a number (CLDR plural rules). */
export type PluralForm = 'one' | 'few' | 'many' | 'other';

/** A template for each plural form, selected by the number `{count}`. `other` is used if a form is missing. */
export type Counted<Place extends string = never> = { readonly other: Template<Place | 'count'> } & {
  readonly [Form in PluralForm]?: Template<Place | 'count'>;
};

/** The text of a message. If it depends on the number `{count}`, there is a text for each plural form. */
type Words = string | Counted<string>;

/** The texts of a message: the message itself and, optionally, a hint that states what the reader can do. */
export type MessageWords = Words | { readonly message: Words; readonly hint: Words };

/** Message texts by code. */
export type Catalogue = Readonly<Record<string, MessageWords>>;

/**
 * A catalogue in another language. It must be complete, with the same placeholders in each message and with hints for
 * the same codes.
 */
export type Translated<English extends Catalogue> = {
  readonly [Code in keyof English]: English[Code] extends { readonly hint: Words }
    ? { readonly message: Words; readonly hint: Words }
    : Words;
};

/** The names of the placeholders in a text. Braces that do not enclose a name are literal. */
export type Places<Text> = Text extends string
  ? Text extends `${string}{${infer Place}}${infer Rest}`
    ? (Place extends `${string}${' ' | '"'}${string}` ? never : Place) | Places<Rest>
    : never
  : { [Key in keyof Text]: Places<Text[Key]> }[keyof Text] | (Text extends Counted<string> ? 'count' : never);
