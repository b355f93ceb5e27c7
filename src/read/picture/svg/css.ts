/**
 * Parses the style sheets of SVG files. Type, class and id selectors are supported, with descendant and child
 * combinators.
 */
import { LIMITS } from '../../../model/index.ts';
import { messageOf, unprintable } from '../messages.ts';
import type { Refusals } from './refusals.ts';
import { lineBreaks, type SvgElement } from './tree.ts';

export interface Declaration {
  property: string;
  value: string;
  important: boolean;
  /** The line number, 1-based. */
  line: number;
}

/** A compound selector, such as `path.outline`. */
interface Compound {
  name: string | undefined;
  id: string | undefined;
  classes: readonly string[];
  /**
   * Whether the compound must match the parent of the element that matches the previous compound, rather than any
   * ancestor.
   */
  isParent: boolean;
}

export interface Rule {
  /** The compound selectors: first the one for the element itself, then those for its ancestors. */
  compounds: readonly Compound[];
  /** The specificity, computed from ids, classes and names. A rule with a higher specificity takes precedence. */
  specificity: number;
  declarations: readonly Declaration[];
}

/** At-rules that have no effect in a drawing without text. */
const NOT_SEEN = new Set(['@font-face']);

/**
 * The rules of a style sheet, in order. For each selector in a list of selectors, there is a separate rule.
 *
 * @param line line of the first character
 */
export function rulesOf(sheet: string, line: number, refusals: Refusals): Rule[] {
  const rules: Rule[] = [];
  let at = line;
  for (const [whole, head = '', body] of withoutComments(sheet).matchAll(RULE)) {
    const place = at + lineBreaks(head.slice(0, head.length - head.trimStart().length));
    const [name] = /^@[\w-]*/.exec(head.trim()) ?? [];
    if (name !== undefined && !NOT_SEEN.has(name)) {
      refusals.add(place, messageOf('style-at-rule', { name }));
      return rules;
    }
    const declarations = declarationsOf(body ?? '', at + lineBreaks(head));
    for (const selector of name === undefined && body !== undefined ? head.split(',') : []) {
      const compounds = compoundsOf(selector.trim());
      if (compounds === undefined)
        refusals.add(place, messageOf('style-selector', { selector: selector.trim().slice(0, 60) }));
      else rules.push({ compounds, specificity: specificityOf(compounds), declarations });
    }
    if (rules.length > LIMITS.drawingRules)
      throw unprintable(messageOf('style-rules-limit', { most: LIMITS.drawingRules }));
    at += lineBreaks(whole);
  }
  return rules;
}

/** Matches the selectors of a rule and its declarations in braces, or the text after the last rule. */
const RULE = /([^{]*)(?:\{([^}]*)\}?|$)/g;

/** Removes comments but keeps their line breaks, so that line numbers do not change. */
const withoutComments = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => ` ${'\n'.repeat(lineBreaks(comment))}`)
    .replace(/<!--|-->/g, '');

/**
 * Parses declarations, in order.
 *
 * @param line line of the first character
 */
export function declarationsOf(css: string, line: number): Declaration[] {
  const declarations: Declaration[] = [];
  let lines = line;
  for (const piece of withoutComments(css).match(PIECE) ?? []) {
    const colon = piece.indexOf(':');
    const property = piece.slice(0, Math.max(0, colon)).trim();
    const whole = piece.slice(colon + 1).trim();
    const value = whole.replace(/\s*!\s*important$/i, '');
    const before = lineBreaks(piece.slice(0, piece.length - piece.trimStart().length));
    if (property !== '')
      declarations.push({
        property: property.startsWith('--') ? property : property.toLowerCase(),
        value,
        important: value !== whole,
        line: lines + before,
      });
    lines += lineBreaks(piece);
  }
  return declarations;
}

/** Matches text up to a semicolon outside quotation marks and parentheses. */
const PIECE = /(?:[^;"'(]|"[^"]*(?:"|$)|'[^']*(?:'|$)|\([^)]*(?:\)|$))+/g;

const COMPOUND = /^(\*|[A-Za-z][\w-]*)?((?:[.#][\w\u0080-\uffff-]+)*)$/;

/** @returns undefined for unsupported selectors */
function compoundsOf(selector: string): Compound[] | undefined {
  const words = selector.replace(/\s*>\s*/g, ' > ').split(/\s+/);
  const compounds: Compound[] = [];
  let isParent = false;
  for (const word of words.reverse()) {
    if (word === '>') {
      if (isParent || compounds.length === 0) return undefined;
      isParent = true;
      continue;
    }
    const found = COMPOUND.exec(word);
    if (found === null || word === '') return undefined;
    const [, name, rest = ''] = found;
    const marks = rest.match(/[.#][^.#]+/g) ?? [];
    const ids = marks.filter((mark) => mark.startsWith('#'));
    if (ids.length > 1) return undefined;
    compounds.push({
      name: name === '*' ? undefined : name,
      id: ids[0]?.slice(1),
      classes: marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1)),
      isParent,
    });
    isParent = false;
  }
  return isParent ? undefined : compounds;
}

const specificityOf = (compounds: readonly Compound[]): number =>
  compounds.reduce(
    (sum, { name, id, classes }) => sum + (id ? 10_000 : 0) + 100 * classes.length + (name ? 1 : 0),
    0,
  );

/** Whether a rule matches an element. */
export function selects({ compounds }: Rule, element: SvgElement): boolean {
  const [last, ...around] = compounds;
  return last !== undefined && is(element, last) && lies(element, around);
}

/** Whether the ancestors of an element match compound selectors, which are ordered from the parent outwards. */
function lies(element: SvgElement, around: readonly Compound[]): boolean {
  /** The ancestors that match the current compound selector, innermost first; at first, the element itself. */
  let places = [element];
  for (const next of around) {
    const above = next.isParent
      ? places.flatMap(({ parent }) => parent ?? [])
      : places.slice(0, 1).flatMap(ancestors);
    places = above.filter((place) => is(place, next));
    if (places.length === 0) return false;
  }
  return true;
}

function ancestors({ parent }: SvgElement): SvgElement[] {
  return parent === undefined ? [] : [parent, ...ancestors(parent)];
}

const is = (element: SvgElement, { name, id, classes }: Compound): boolean =>
  (name === undefined || name === element.name) &&
  (id === undefined || id === element.attributes.get('id')) &&
  classes.every((word) => element.classes.has(word));
