import type { Change, Text } from '../index.ts';
import { present, wordsInAll } from '../model/index.ts';
import type { SaidChange, SaidPlace } from './api.ts';

/** A change in the form that the page displays. */
export function saidChange(change: Change): SaidChange {
  const { fingerprint: id, severity, kind: code, about, place, field, lang, paragraphs } = change;
  const { fields, when, approval } = change;
  const { title = '', theme } = place.new ?? place.old ?? {};
  const kind = kindOf(change);
  return {
    ...{ id, severity, code, kind, title: wordsOf(title), paragraphs },
    ...present({
      event: about === 'event' ? place.new?.id : undefined,
      theme: theme && wordsOf(theme.title),
      field,
      lang,
      fields,
      when,
      approvedBy: approval?.by,
    }),
    ...(kind === 'moved' && { from: saidPlace(place.old), to: saidPlace(place.new) }),
  };
}

function kindOf({ place, field }: Change): SaidChange['kind'] {
  if (field !== undefined) return 'changed';
  if (place.old === undefined) return 'added';
  return place.new === undefined ? 'removed' : 'moved';
}

function saidPlace({ number = 0, theme }: Partial<NonNullable<Change['place']['new']>> = {}): SaidPlace {
  return { number, ...(theme !== undefined && { theme: wordsOf(theme.title) }) };
}

function wordsOf(text: Text): string {
  return wordsInAll(text)[0] ?? '';
}
