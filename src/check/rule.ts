import type { Message } from '../messages.ts';
import type { Event, EventText, FindingSeverity, Lang, Programme, Theme } from '../model/index.ts';
import type { Gazetteer, Mention } from '../reference/index.ts';
import type { BareFinding } from './finding.ts';
import type { Spelling } from './spelling.ts';
import { isProofed, type PrintedText } from './texts.ts';

/** What some rules need and not every caller has; a rule whose aid is missing does not run. */
export interface Aids {
  spelling?: Spelling;
  /** The last frozen edition. */
  previous?: Programme;
  /** Characters of the words that the fonts of a language lack. */
  missingGlyphs?: (words: string, lang: Lang) => readonly string[];
  /** Words that are wider than their cell, so that nothing can break them. */
  wordsTooWide?: (words: string, column: string, theme: Theme, lang: Lang) => readonly string[];
}

/** What rules look at. */
export interface CheckContext extends Aids {
  programme: Programme;
  texts: readonly PrintedText[];
  events: readonly PlacedEvent[];
  gazetteer: Gazetteer;
  /** Regions and places that a text names. */
  mentionsIn: (text: PrintedText) => readonly Mention[];
}

/** An event and the theme it stands in. */
export interface PlacedEvent {
  event: Event;
  theme: Theme;
  /** What events of the theme say, in the order of its columns. */
  row: readonly EventText[];
}

/** One thing that proofing looks for. All texts are English, one sentence each. */
export interface Rule {
  /** Lower-case words with hyphens; acceptances and severities name it. */
  id: string;
  severity: FindingSeverity;
  /** What it reports, in a few words. */
  title: string;
  /** Why it matters to a reader. */
  why: string;
  good: string;
  bad: string;
  /** What it cannot know: where it stays silent wrongly, or speaks wrongly. */
  limits: string;
  /** The aid without which the rule does not run. */
  needs?: keyof Aids;
  /** No other rule reports the words that it reports: one fault, one finding. */
  ownsWords?: true;
  run: (context: CheckContext) => BareFinding[];
}

/** What a rule sees in a text: a stretch of it. */
export type Spot = Omit<BareFinding, 'at' | 'words'>;

/** The `run` of a rule that looks at each text for itself, but not at addresses, which are words of no language. */
export function inEachText(
  look: (text: PrintedText, context: CheckContext) => readonly Spot[],
): (context: CheckContext) => BareFinding[] {
  return inEveryText((text, context) => (isProofed(text) ? look(text, context) : []));
}

/** The `run` of a rule that looks at each text for itself, addresses too. */
export function inEveryText(
  look: (text: PrintedText, context: CheckContext) => readonly Spot[],
): (context: CheckContext) => BareFinding[] {
  return (context) => context.texts.flatMap((text) => look(text, context).map((spot) => spotted(text, spot)));
}

/** The `run` of a rule that looks at each event for itself. */
export function inEachEvent(
  look: (placed: PlacedEvent, context: CheckContext) => readonly BareFinding[],
): (context: CheckContext) => BareFinding[] {
  return (context) => context.events.flatMap((placed) => look(placed, context));
}

/** A spot of a text as a finding. */
export function spotted({ at, words }: PrintedText, spot: Spot): BareFinding {
  return { at, words: words.slice(spot.offset, spot.offset + spot.length), ...spot };
}

/** A finding of something that is not there. */
export function missing(event: Event, field: string, said: Message): BareFinding {
  return { at: { event: event.id, field }, words: '', offset: 0, length: 0, ...said };
}
