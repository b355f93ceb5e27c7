import type { ruleTexts } from '../../languages/index.ts';
import type { Position } from '../errors.ts';
import type { Message } from '../messages.ts';
import type { Event, EventText, FindingSeverity, Lang, Programme, Theme } from '../model/index.ts';
import type { Gazetteer, Mention } from '../reference/index.ts';
import type { BareFinding } from './finding.ts';
import type { Spelling } from './spelling.ts';
import { isProofed, type PrintedText } from './texts.ts';

/** Data that only some rules need, and that not every caller has. A rule whose data is missing does not run. */
export interface RuleResources {
  spelling?: Spelling;
  /** The last frozen edition. */
  previous?: Programme;
  /** Characters of a text that the fonts of a language lack. */
  missingGlyphs?: (words: string, lang: Lang) => readonly string[];
  /** Words that are wider than their cell and cannot be broken. */
  wordsTooWide?: (words: string, column: string, theme: Theme, lang: Lang) => readonly string[];
}

/** The data that rules check. */
export interface CheckContext extends RuleResources {
  programme: Programme;
  texts: readonly PrintedText[];
  events: readonly PlacedEvent[];
  gazetteer: Gazetteer;
  /** Regions and places in a text. */
  mentionsIn: (text: PrintedText) => readonly Mention[];
}

/** An event and its theme. */
export interface PlacedEvent {
  event: Event;
  theme: Theme;
  /** Texts of the event in the order of the theme's columns. */
  row: readonly EventText[];
}

/** A proofing rule. */
export interface Rule {
  /** Lower-case words with hyphens; used in acceptances and severities. `ruleTexts` describes the rule. */
  id: keyof typeof ruleTexts;
  severity: FindingSeverity;
  /** The additional data that the rule requires. */
  needs?: keyof RuleResources;
  /** Whether no other rule reports the words of its findings, so that each fault is one finding. */
  ownsWords?: true;
  /**
   * Reads words in the language of a text; does not run if the texts are in a language other than the one that the
   * programme declares.
   */
  readsLanguage?: true;
  run: (context: CheckContext) => BareFinding[];
}

/** A finding of a rule within a single text. */
export type MatchedText = Omit<BareFinding, 'at' | 'words'>;

/** A rule that checks each text separately, except for addresses, which are in no language. */
export function textRule(
  rule: Omit<Rule, 'run'>,
  look: (text: PrintedText, context: CheckContext) => readonly MatchedText[],
): Rule {
  return { ...rule, run: inEachText(look) };
}

/** The `run` of such a rule. */
export function inEachText(
  look: (text: PrintedText, context: CheckContext) => readonly MatchedText[],
): (context: CheckContext) => BareFinding[] {
  return inEveryText((text, context) => (isProofed(text) ? look(text, context) : []));
}

/** The `run` of a rule that checks each text separately, including addresses. */
export function inEveryText(
  look: (text: PrintedText, context: CheckContext) => readonly MatchedText[],
): (context: CheckContext) => BareFinding[] {
  return (context) => context.texts.flatMap((text) => look(text, context).map((spot) => spotted(text, spot)));
}

/** The `run` of a rule that checks each event separately. */
export function inEachEvent(
  look: (placed: PlacedEvent, context: CheckContext) => readonly BareFinding[],
): (context: CheckContext) => BareFinding[] {
  return (context) => context.events.flatMap((placed) => look(placed, context));
}

/**
 * The spots that a pattern finds in a text.
 *
 * @param say the message about a match, and its fix if there is one; undefined for a match that is not a finding
 */
export function spotsOf(
  words: string,
  pattern: RegExp,
  say: (match: RegExpExecArray) => Omit<MatchedText, 'offset' | 'length'> | undefined,
): MatchedText[] {
  // Most texts have no match. A search is much cheaper than matchAll, which copies the pattern.
  if (words.search(pattern) === -1) return [];
  return [...words.matchAll(pattern)].flatMap((match): MatchedText[] => {
    const said = say(match);
    return said === undefined ? [] : [{ offset: match.index, length: match[0].length, ...said }];
  });
}

/** Converts a spot of a text to a finding. */
export function spotted({ at, words }: PrintedText, spot: MatchedText): BareFinding {
  return { at, words: words.slice(spot.offset, spot.offset + spot.length), ...spot };
}

/** A finding about a whole text, or about a position without a text. */
export function findingAt(at: Position, said: Message, words = ''): BareFinding {
  return { at, words, offset: 0, length: words.length, ...said };
}

/** A finding about a missing text. */
export function missing(event: Event, field: string, said: Message): BareFinding {
  return findingAt({ event: event.id, field }, said);
}
