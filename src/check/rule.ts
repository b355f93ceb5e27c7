import type { ruleTexts } from '../../languages/index.ts';
import type { Position } from '../errors.ts';
import type { Message } from '../messages.ts';
import type { Event, EventText, FindingSeverity, Lang, Programme, Theme } from '../model/index.ts';
import type { Gazetteer, Mention } from '../reference/index.ts';
import type { BareFinding } from './finding.ts';
import type { Spelling } from './spelling.ts';
import { isProofed, type PrintedText } from './texts.ts';

/** Data that only some rules need and that some callers cannot provide. A rule does not run if its data is missing. */
export interface RuleResources {
  spelling?: Spelling;
  /** The last frozen edition. */
  previous?: Programme;
  /** Returns the characters of a text for which the fonts of a language have no glyph. */
  missingGlyphs?: (words: string, lang: Lang) => readonly string[];
  /** Returns the words that are wider than their cell and cannot be broken. */
  wordsTooWide?: (words: string, column: string, theme: Theme, lang: Lang) => readonly string[];
}

/** The data that rules check. */
export interface CheckContext extends RuleResources {
  programme: Programme;
  texts: readonly PrintedText[];
  events: readonly PlacedEvent[];
  gazetteer: Gazetteer;
  /** Finds the regions and places in a text. */
  mentionsIn: (text: PrintedText) => readonly Mention[];
}

/** An event and its theme. */
export interface PlacedEvent {
  event: Event;
  theme: Theme;
  /** The texts of the event, in the order of the theme's columns. */
  row: readonly EventText[];
}

/** A proofing rule. */
export interface Rule {
  /**
   * The id of the rule: lower-case words joined by hyphens. Acceptances and severities refer to the rule by this id,
   * and `ruleTexts` contains its description.
   */
  id: keyof typeof ruleTexts;
  severity: FindingSeverity;
  /** The additional data that the rule requires. */
  needs?: keyof RuleResources;
  /** Whether findings of other rules about the same words are omitted, so that each fault is reported only once. */
  ownsWords?: true;
  /**
   * Whether the rule depends on the language of the texts. Such a rule is skipped if the texts are not in the
   * language that the programme declares.
   */
  readsLanguage?: true;
  run: (context: CheckContext) => BareFinding[];
}

/** A finding within a single text, without the position of that text. */
export type MatchedText = Omit<BareFinding, 'at' | 'words'>;

/** Creates a rule that checks each text separately. Addresses, which are not in any language, are not checked. */
export function textRule(
  rule: Omit<Rule, 'run'>,
  look: (text: PrintedText, context: CheckContext) => readonly MatchedText[],
): Rule {
  return { ...rule, run: inEachText(look) };
}

/** The `run` function of a rule that checks each text separately. Addresses are not checked. */
export function inEachText(
  look: (text: PrintedText, context: CheckContext) => readonly MatchedText[],
): (context: CheckContext) => BareFinding[] {
  return inEveryText((text, context) => (isProofed(text) ? look(text, context) : []));
}

/** The `run` function of a rule that checks each text separately, including addresses. */
export function inEveryText(
  look: (text: PrintedText, context: CheckContext) => readonly MatchedText[],
): (context: CheckContext) => BareFinding[] {
  return (context) => context.texts.flatMap((text) => look(text, context).map((spot) => spotted(text, spot)));
}

/** The `run` function of a rule that checks each event separately. */
export function inEachEvent(
  look: (placed: PlacedEvent, context: CheckContext) => readonly BareFinding[],
): (context: CheckContext) => BareFinding[] {
  return (context) => context.events.flatMap((placed) => look(placed, context));
}

/**
 * Returns a finding for each match of a pattern in a text.
 *
 * @param say returns the message about a match and, if there is one, a fix; undefined if the match is not a fault
 */
export function spotsOf(
  words: string,
  pattern: RegExp,
  say: (match: RegExpExecArray) => Omit<MatchedText, 'offset' | 'length'> | undefined,
): MatchedText[] {
  // Most texts do not match, and search() is much faster than matchAll(), which copies the pattern.
  if (words.search(pattern) === -1) return [];
  return [...words.matchAll(pattern)].flatMap((match): MatchedText[] => {
    const message = say(match);
    return message === undefined ? [] : [{ offset: match.index, length: match[0].length, ...message }];
  });
}

/** Adds the position of a text, and the affected words, to a finding within the text. */
export function spotted({ at, words }: PrintedText, spot: MatchedText): BareFinding {
  return { at, words: words.slice(spot.offset, spot.offset + spot.length), ...spot };
}

/** Creates a finding about a whole text, or about a position that has no text. */
export function findingAt(at: Position, message: Message, words = ''): BareFinding {
  return { at, words, offset: 0, length: words.length, ...message };
}

/** Creates a finding about a missing text. */
export function missing(event: Event, field: string, message: Message): BareFinding {
  return findingAt({ event: event.id, field }, message);
}
