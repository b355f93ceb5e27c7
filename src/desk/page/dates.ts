/**
 * Formats a date of the form YYYY-MM-DD, with or without a time, in a language. Any other text is returned unchanged.
 */
export function dateIn(tag: string, text: string): string {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(text) ?? [];
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
