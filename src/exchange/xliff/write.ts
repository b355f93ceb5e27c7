import { escapeXml, type Lang, type RichParagraph, type RichRun, valueAt } from '../../model/index.ts';
import { joined } from '../../text/index.ts';
import type { Unit, UnitGroup } from './units.ts';

/** Writes texts to be translated as XLIFF 1.2, which translation tools read. */

/** Metadata of a translation file. */
interface XliffOf {
  /** Name of the programme, and of its edition. */
  name: string;
  edition: string;
  /** Version of this program. */
  version: string;
  /** Target language. */
  lang: Lang;
}

/** XLIFF states of a target. */
const STATES = {
  translated: 'translated',
  outdated: 'needs-review-translation',
  missing: 'needs-translation',
} as const;

/**
 * A file for translators, valid against the strict schema: one `file` per group and source language, one `trans-unit`
 * per text. Bold, italic and linked text is written in `g` elements, and line breaks as `x` elements. Existing
 * translations are repeated in `alt-trans`, so that returned texts can be compared with the sent ones.
 */
export function writeXliff(groups: readonly UnitGroup[], of: XliffOf): string {
  const files = groups.flatMap((group) => filesOf(group, of));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    ...files,
    '</xliff>',
    '',
  ].join('\n');
}

function filesOf({ theme, title, units }: UnitGroup, { name, edition, version, lang }: XliffOf): string[] {
  return [...new Set(units.map((unit) => unit.lang))].flatMap((from) => {
    const own = units.filter((unit) => unit.lang === from);
    const original = theme === undefined ? 'programme.yaml' : `events/${theme}.yaml`;
    return [
      `<file original="${original}" source-language="${from}" target-language="${lang}" datatype="plaintext" product-name="${name}" product-version="${escapeXml(edition)}" tool-id="programme">`,
      `<header><tool tool-id="programme" tool-name="programme" tool-version="${escapeXml(version)}"/><note>${escapeXml(title)}</note></header>`,
      '<body>',
      ...own.map((unit) => unitXml(unit, lang)),
      '</body>',
      '</file>',
    ];
  });
}

function unitXml({ id, lang: from, source, target, state, before, where }: Unit, lang: Lang): string {
  const codes = new Codes();
  const words = codes.write(source);
  const translated = target === undefined ? '' : codes.write(target);
  const old =
    target === undefined
      ? []
      : [
          `<alt-trans alttranstype="previous-version" origin="programme">${before === undefined ? '' : `<source xml:lang="${from}">${new Codes().write(before)}</source>`}<target xml:lang="${lang}">${translated}</target></alt-trans>`,
        ];
  return [
    `<trans-unit id="${id}" resname="${id}" xml:space="preserve">`,
    `<source xml:lang="${from}">${words}</source>`,
    `<target xml:lang="${lang}" state="${STATES[state]}">${translated}</target>`,
    `<note from="programme">${escapeXml(where)}</note>`,
    ...old,
    '</trans-unit>',
  ].join('\n');
}

/** Inline codes of one unit: equal formatting has the same number in the source and in the translation. */
class Codes {
  readonly #numbers = new Map<string, number[]>();
  #last = 0;

  write(runs: RichParagraph): string {
    const used = new Map<string, number>();
    const number = (key: string): number => {
      const index = used.get(key) ?? 0;
      used.set(key, index + 1);
      const known = valueAt(this.#numbers, key, () => []);
      known[index] ??= ++this.#last;
      return known[index];
    };
    const write = (inline: readonly Inline[]): string => inline.map(item).join('');
    const item = (inline: Inline): string => {
      switch (inline.kind) {
        case 'words':
          return escapeXml(inline.text);
        case 'break':
          return `<x id="${number('break')}" ctype="lb"/>`;
        case 'link':
          return `<g id="${number(`link ${inline.address}`)}" ctype="link" equiv-text="${escapeXml(inline.address)}">${write(inline.children)}</g>`;
        default:
          return `<g id="${number(inline.kind)}" ctype="${inline.kind === 'strong' ? 'bold' : 'italic'}">${write(inline.children)}</g>`;
      }
    };
    return write(inlineTree(runs));
  }
}

/** Text, a line break, or formatted inlines, which can be nested. */
type Inline =
  | { kind: 'words'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis'; children: readonly Inline[] }
  | { kind: 'link'; address: string; children: readonly Inline[] };

/** Nesting order, from outside to inside. */
const LOOKS = ['link', 'strong', 'emphasis'] as const;

/** Nests the runs of a paragraph: links contain bold text, bold text contains italic text. */
function inlineTree(runs: RichParagraph): Inline[] {
  return nested(joined(runs), LOOKS);
}

function nested(runs: readonly RichRun[], [look, ...inner]: readonly (typeof LOOKS)[number][]): Inline[] {
  if (look === undefined)
    return runs.map(({ text }): Inline => (text === '\n' ? { kind: 'break' } : { kind: 'words', text }));
  const result: Inline[] = [];
  for (let at = 0; at < runs.length; ) {
    const value = runs[at]?.[look];
    let end = at + 1;
    while (end < runs.length && runs[end]?.[look] === value) end++;
    const children = nested(runs.slice(at, end), inner);
    if (value === undefined) result.push(...children);
    else if (look === 'link') result.push({ kind: look, address: String(value), children });
    else result.push({ kind: look, children });
    at = end;
  }
  return result;
}
