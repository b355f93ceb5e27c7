import { messageOf } from '../messages.ts';
import { type MatchedText, spotsOf, textRule } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

/**
 * Text between asterisks, as used for bold or italic text in Markdown, or two asterisks that are not paired. Three or
 * more asterisks in a row are not markup.
 */
const SIGNS =
  /(?<!\*)\*\*[^*\n]+\*\*(?!\*)|(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}«“„"(])[^*\n]*[^\s*]\*(?![\p{L}\p{N}*])|(?<!\*)\*\*(?!\*)/gu;

/** A Markdown link, as written in a field with emphasis. */
const LINK = /\[[^[\]\n]+\]\((?:https?:|mailto:|tel:|www\.)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)/gu;

export const asterisks = textRule({ id: 'asterisks', severity: 'warning' }, (text) => [
  ...asterisksIn(text),
  ...linksIn(text),
]);

function asterisksIn({ words }: PrintedText): MatchedText[] {
  if (!words.includes('*')) return [];
  return spotsOf(words, SIGNS, ([signs]) => messageOf('emphasis-not-read', { signs }));
}

function linksIn({ words }: PrintedText): MatchedText[] {
  if (!words.includes('](')) return [];
  return spotsOf(words, LINK, ([link]) => messageOf('link-not-read', { link }));
}
