/** A text from the user's files as messages show it: no longer than 60 characters. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, 200)];
  return characters.length > 60 ? `${characters.slice(0, 57).join('')}…` : characters.join('');
}
