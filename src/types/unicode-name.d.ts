declare module 'unicode-name' {
  /** Name of a character, or what Unicode calls one without a name. */
  export function unicodeReadableName(character: string): string;
}
