import type { RichParagraph, RichRun } from '../model/index.ts';

/** What words inside a paragraph can be beside mere words. */
type InlineLook = { kind: 'strong' } | { kind: 'emphasis' } | { kind: 'link'; address: string };

/** Words, a line break, or words of a look inside each other. */
export type Inline =
  | { kind: 'words'; text: string }
  | { kind: 'break' }
  | (InlineLook & { children: readonly Inline[] });

/**
 * The runs of a paragraph as what they are inside each other.
 *
 * @param looks what holds what; links hold strong words, strong ones those that stand out
 */
export function inlineOf(runs: RichParagraph, looks: readonly Look[] = LOOKS): Inline[] {
  return nested(joined(runs), looks);
}

/** The runs that stand inside each other, one after the other. */
export function runsOf(inline: readonly Inline[], look: Omit<RichRun, 'text'> = {}): RichRun[] {
  return joined(inline.flatMap((item) => runsOfItem(item, look)));
}

function runsOfItem(item: Inline, look: Omit<RichRun, 'text'>): RichRun[] {
  switch (item.kind) {
    case 'words':
      return [{ text: item.text, ...look }];
    case 'break':
      return [{ text: '\n' }];
    case 'strong':
    case 'emphasis':
      return runsOf(item.children, { ...look, [item.kind]: true });
    case 'link':
      return runsOf(item.children, { ...look, link: item.address });
  }
}

/** Neighbouring runs of one look as one; line breaks stay alone and have none. */
export function joined(runs: RichParagraph): RichRun[] {
  const result: RichRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.text === '') continue;
    if (run.text === '\n') result.push({ text: '\n' });
    else if (last !== undefined && last.text !== '\n' && isAlike(last, run))
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

/** Runs without the looks that all of their words have: these are the look of the whole. */
export function looksAmong(runs: RichParagraph): RichRun[] {
  const words = runs.filter(({ text }) => text.trim() !== '');
  const [isStrong, isEmphasis] = [
    words.every(({ strong }) => strong),
    words.every(({ emphasis }) => emphasis),
  ];
  return joined(
    runs.map(({ strong, emphasis, ...run }) => ({
      ...run,
      ...(strong && !isStrong && { strong }),
      ...(emphasis && !isEmphasis && { emphasis }),
    })),
  );
}

/** The runs of words that are bold or italic. */
export function emphatic(runs: RichParagraph): RichRun[] {
  return runs.filter(({ text, strong, emphasis }) => text.trim() !== '' && (strong ?? emphasis));
}

function isAlike(a: RichRun, b: RichRun): boolean {
  return LOOKS.every((look) => a[look] === b[look]);
}

const LOOKS = ['link', 'strong', 'emphasis'] as const;
export type Look = (typeof LOOKS)[number];

function nested(runs: readonly RichRun[], [look, ...inner]: readonly Look[]): Inline[] {
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
