import {
  consecutive,
  escapeXml,
  type Lang,
  type RichParagraph,
  type RichRun,
  valueAt,
} from '../../model/index.ts';
import { joined } from '../../text/index.ts';
import type { Unit, UnitGroup } from './units.ts';

/** Writes texts that need translating as XLIFF 1.2, which translation tools can read. */

/** The metadata of a translation file. */
interface XliffOf {
  /** Name of the programme, and name of the edition. */
  name: string;
  edition: string;
  /** Version of this program. */
  version: string;
  /** Target language. */
  lang: Lang;
}

/** The XLIFF state of the target, keyed by the state of the translation. */
const STATES = {
  translated: 'translated',
  outdated: 'needs-review-translation',
  missing: 'needs-translation',
} as const;

/**
 * Writes a file for translators that is valid against the strict XLIFF schema. The file contains a `file` element for
 * each group and source language, and a `trans-unit` element for each unit. Bold, italic and linked text is in `g`
 * elements, and line breaks are `x` elements. Existing translations are repeated in `alt-trans`, so that returned
 * translations can be compared with those that were sent.
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
    const fromLang = units.filter((unit) => unit.lang === from);
    const original = theme === undefined ? 'programme.yaml' : `events/${theme}.yaml`;
    return [
      `<file original="${original}" source-language="${from}" target-language="${lang}" datatype="plaintext" product-name="${name}" product-version="${escapeXml(edition)}" tool-id="programme">`,
      `<header><tool tool-id="programme" tool-name="programme" tool-version="${escapeXml(version)}"/><note>${escapeXml(title)}</note></header>`,
      '<body>',
      ...fromLang.map((unit) => unitXml(unit, lang)),
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

/** The inline codes of a unit. Corresponding formatting has the same number in the source and in the translation. */
class Codes {
  readonly #numbers = new Map<string, number[]>();
  #last = 0;

  /** Writes runs as XML. Elements for bold text are inside links, and elements for italic text are inside bold text. */
  write(runs: RichParagraph): string {
    const used = new Map<string, number>();
    const number = (key: string): number => {
      const index = used.get(key) ?? 0;
      used.set(key, index + 1);
      const known = valueAt(this.#numbers, key, () => []);
      known[index] ??= ++this.#last;
      return known[index];
    };
    const nested = (
      runs: readonly RichRun[],
      [look, ...inner]: readonly (typeof LOOKS)[number][],
    ): string => {
      if (look === undefined) return runs.map(({ text }) => plain(text)).join('');
      const groups = consecutive(runs, (run, first) => run[look] === first[look]);
      const parts = groups.map((group) => {
        const value = group[0][look];
        if (value === undefined) return nested(group, inner);
        if (look === 'link')
          return `<g id="${number(`link ${value}`)}" ctype="link" equiv-text="${escapeXml(String(value))}">${nested(group, inner)}</g>`;
        return `<g id="${number(look)}" ctype="${CTYPES[look]}">${nested(group, inner)}</g>`;
      });
      return parts.join('');
    };
    const plain = (text: string): string =>
      text === '\n' ? `<x id="${number('break')}" ctype="lb"/>` : escapeXml(text);
    return nested(joined(runs), LOOKS);
  }
}

/** Formatting in nesting order, from the outside to the inside. */
const LOOKS = ['link', 'strong', 'emphasis'] as const;
const CTYPES = { strong: 'bold', emphasis: 'italic' } as const;
