/**
 * Refuses or rewords the changes in the draft since the last edition. Each of these changes is treated like an accepted
 * change in a proposal based on the last edition, so refusing it undoes it. This module does no I/O.
 */

import { isDeepStrictEqual } from 'node:util';
import { type Change, eventOf, fieldKey, normalWords } from '../compare/index.ts';
import { openProgramme, partAt, partSource, settingPath, textPath, wordsOfEvent } from '../exchange/index.ts';
import {
  EVENT_CAME,
  EVENT_WENT,
  type Event,
  eventSchema,
  ID_CHANGED,
  type Programme,
  withoutUndefined,
} from '../model/index.ts';
import { consistencyProblems } from '../read/index.ts';
import { withEmphasisOf } from '../text/index.ts';
import { eventAfter } from './accept.ts';
import { proposed } from './changes.ts';
import type { ProposedChange } from './schema.ts';
import { dateIn, type Ruling, takenBack } from './verdicts.ts';

/** The possible decisions on the changes in a draft. */
export interface OwnChanges {
  /**
   * Returns the changes that restore the text of the last edition; undefined if it cannot be restored. Added and moved
   * events, changed ids, and texts for which the draft has no field cannot be restored.
   */
  refusal(change: Change): readonly ProposedChange[] | undefined;
  /**
   * Returns the changes that replace the current text of the draft with a given text; undefined if it cannot be
   * replaced.
   */
  rewording(
    change: Change,
    ruling: Pick<Ruling, 'words' | 'when' | 'fields'>,
  ): readonly ProposedChange[] | undefined;
}

/**
 * @param edition the last edition, with its internal fields
 * @param draft the draft, with its internal fields
 */
export function ownChanges(edition: Programme, draft: Programme): OwnChanges {
  const last = withEmphasisOf(edition, draft.config);
  const [before, now] = [openProgramme(last), openProgramme(draft)];
  const { config } = draft;
  const schema = eventSchema(config);

  const asAccepted = (change: Change): ProposedChange => {
    const { kind, place, theme } = change;
    const home = before.events.get(place.old?.id ?? '');
    const accepted: ProposedChange = { ...proposed(change), verdict: 'accepted' };
    if (EVENT_WENT.includes(kind) && home !== undefined)
      return {
        ...accepted,
        fields: wordsOfEvent(home.event, last.config),
        from: { ...home.spot, theme: theme ?? home.spot.theme },
      };
    if (partAt(accepted) === undefined) return accepted;
    const [base, theirs] = [partSource(last, accepted), partSource(draft, accepted)];
    return { ...accepted, markdown: withoutUndefined({ base, theirs }) };
  };

  /**
   * Whether the draft defines the sides and regions of an event after a change to the whole event or to its bodies or
   * regions. For changes to other fields, the result is true.
   */
  const isConsistent = (event: Event, field: string): boolean => {
    if (field !== '' && !/^(?:bodies|regions)\./.test(field)) return true;
    const themes = draft.themes.map(({ theme }, index) => ({ theme, events: index === 0 ? [event] : [] }));
    return !consistencyProblems({ ...draft, themes }).some(({ at }) => at?.event === event.id);
  };

  /** Whether the draft has a field for the change, and the event is still valid after the change. */
  const fits = (change: ProposedChange): boolean => {
    const { about, kind, of = '', field = '', fields = [], markdown } = change;
    if (about !== 'event')
      return markdown === undefined
        ? (textPath(config, change) ?? settingPath(config, change)) !== undefined
        : markdown.theirs !== undefined;
    const home = now.events.get(of);
    const event = EVENT_CAME.includes(kind)
      ? eventOf(of, fields, config.language)
      : home && eventAfter(home.event, change, config.language);
    return event !== undefined && schema.safeParse(event).success && isConsistent(event, field);
  };

  return {
    refusal(change) {
      const { kind, field } = change;
      if (ID_CHANGED.includes(kind) || (field === undefined && !EVENT_WENT.includes(kind))) return undefined;
      const back = takenBack(asAccepted(change), now);
      const made = 'make' in back ? back.make : [];
      return made.length > 0 && made.every(fits) ? made : undefined;
    },
    rewording(change, { words, when, fields }) {
      const accepted = asAccepted(change);
      if (fields !== undefined) {
        const had = new Map(accepted.fields?.map((item) => [fieldKey(item), item.words]));
        const edited = fields.filter((item) => had.get(fieldKey(item)) !== item.words);
        return edited.map(({ field, lang, words: theirs }) => {
          const { fields: _, spot: _s, ...rest } = accepted;
          return { ...rest, kind: 'text-changed' as const, field, ...(lang && { lang }), theirs };
        });
      }
      if (accepted.field === undefined || ID_CHANGED.includes(accepted.kind)) return undefined;
      const theirs = words === undefined ? accepted.theirs : normalWords(words);
      const date = when ?? (words === undefined ? undefined : dateIn(words, accepted, draft));
      const { when: had, markdown, ...rest } = accepted;
      const reworded: ProposedChange = withoutUndefined({
        ...rest,
        theirs,
        ...(markdown !== undefined && words !== undefined && { markdown: { ...markdown, theirs: words } }),
        ...(had !== undefined && date !== undefined && { when: { ...had, theirs: date } }),
      });
      const isPlaced =
        accepted.about === 'event' || markdown !== undefined || textPath(config, reworded) !== undefined;
      return isDeepStrictEqual(reworded, accepted) || !isPlaced ? undefined : [reworded];
    },
  };
}
