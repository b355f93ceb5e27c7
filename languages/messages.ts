/** Words with places to be filled in, and catalogues of messages made of them. */

/** Words with places to be filled in: `Edition {name} of {date}`; the type names the places. */
export type Template<Place extends string> = string & { readonly places?: Place };

/** The forms of a noun after a number that languages tell apart (CLDR plural rules). */
export type PluralForm = 'one' | 'few' | 'many' | 'other';

/** Words that depend on a number, `{count}`, by plural form; `other` stands in for a form that is not given. */
export type Counted<Place extends string = never> = { readonly other: Template<Place | 'count'> } & {
  readonly [Form in PluralForm]?: Template<Place | 'count'>;
};

/** Words of a message; by plural form where they depend on the number `{count}`. */
type Words = string | Counted<string>;

/** The words of one message: what is the case, and what the reader can do about it, where there is something. */
export type MessageWords = Words | { readonly message: Words; readonly hint: Words };

/** Words of messages by their codes. */
export type Catalogue = Readonly<Record<string, MessageWords>>;

/** A catalogue in another language: complete, with the same places, and with hints for the same codes. */
export type Translated<English extends Catalogue> = {
  readonly [Code in keyof English]: English[Code] extends { readonly hint: Words }
    ? { readonly message: Words; readonly hint: Words }
    : Words;
};

/** The names of the places in words; other braces are signs. */
export type Places<Text> = Text extends string
  ? Text extends `${string}{${infer Place}}${infer Rest}`
    ? (Place extends `${string}${' ' | '"'}${string}` ? never : Place) | Places<Rest>
    : never
  : { [Key in keyof Text]: Places<Text[Key]> }[keyof Text] | (Text extends Counted<string> ? 'count' : never);
