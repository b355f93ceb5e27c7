import type { RichParagraph, RichRun } from '../../model/index.ts';
import { joined } from '../../text/index.ts';

/** Text, a line break, or formatted inlines, which can be nested. */
export type Inline =
  | { kind: 'words'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis'; children: readonly Inline[] }
  | { kind: 'link'; address: string; children: readonly Inline[] };

/** Nesting order, from outside to inside. */
const LOOKS = ['link', 'strong', 'emphasis'] as const;

/** Nests the runs of a paragraph: links contain bold text, bold text contains italic text. */
export function inlineTree(runs: RichParagraph): Inline[] {
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
