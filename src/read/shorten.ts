/** A text from the user's files as messages show it: no longer than 60 characters, and none that a terminal does not print. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, 200).replace(/\p{C}/gu, '\u00b7')];
  return characters.length > 60 ? `${characters.slice(0, 57).join('')}…` : characters.join('');
}
