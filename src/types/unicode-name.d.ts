declare module 'unicode-name' {
  /** Name of a character, or the Unicode label of a character without a name. */
  export function unicodeReadableName(character: string): string;
}
