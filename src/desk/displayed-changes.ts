import { type Audience, audienceOf, type ReadablePart, readableChange } from '../compare/index.ts';
import type { Change, Comparison, Lang, Text } from '../index.ts';
import { SETTINGS, textIn, withoutUndefined, wordsInAll } from '../model/index.ts';
import type { DisplayedChange } from './api.ts';

/** The audience of a comparison in the desk: fields have the same headings as in the forms. */
export function deskReader(comparison: Comparison, lang: Lang): Audience {
  const main = comparison.new.language;
  const reader = audienceOf(comparison, lang, false, main);
  const headings = [...comparison.fields, ...comparison.sides].map(
    ({ id, heading = id }) => [id, textIn(heading, main, main).words] as const,
  );
  return { ...reader, codes: { ...reader.codes, columns: new Map(headings) } };
}

/** A change in the form that the page displays. */
export function displayedChange(reader: Audience, change: Change): DisplayedChange {
  const { fingerprint: id, severity, kind: code, about, place, field, lang, approval } = change;
  const { title, theme } = place.new ?? place.old ?? {};
  const { headline, note, parts } = readableChange(reader, change);
  return {
    ...{ id, severity, code },
    title: title === undefined ? reader.say.wholeProgramme : wordsOf(title),
    what: code === SETTINGS ? reader.say.whole[SETTINGS] : headline,
    parts: [...parts, ...calendarDate(reader, change)],
    ...withoutUndefined({
      event: about === 'event' ? place.new?.id : undefined,
      theme: theme && wordsOf(theme.title),
      note,
      field,
      lang,
      approvedBy: approval?.by,
    }),
  };
}

/** The date in calendars if it has changed, or if an added event has a printed date. */
function calendarDate(reader: Audience, change: Change): readonly ReadablePart[] {
  const { place, fields = [], when } = change;
  const read = fields.find(({ field }) => field === 'when');
  const isPrinted = reader.comparison.fields.some(
    ({ id, kind }) => kind === 'date' && fields.some(({ field }) => field === id),
  );
  const words = when ?? (place.old === undefined && isPrinted && read ? { new: read.words } : undefined);
  if (words === undefined) return [];
  const { lang: _, ...own } = change;
  const { parts } = readableChange(reader, { ...own, field: 'when', words });
  return parts.slice(0, 1).map((part) => ({ ...part, label: reader.say.when }));
}

function wordsOf(text: Text): string {
  return wordsInAll(text)[0] ?? '';
}
