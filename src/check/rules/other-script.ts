import { LANGUAGES } from '../../../languages/index.ts';
import { hasScript, inScript } from '../lookalikes.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';
import { textCalled } from '../said.ts';
import type { PrintedText } from '../texts.ts';

/** Words of one script with what stands between them. */
const CYRILLIC =
  /\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}]*(?:[\s«»„“.,:;-]+[\p{Script=Cyrillic}\p{M}]+)*/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const FEWEST = 4;

export const otherScript: Rule = {
  id: 'other-script',
  severity: 'warning',
  title: 'text in another script than its language',
  why: 'Fonts, line breaks and speech follow the language that the data says; here it says the wrong one.',
  good: '{ en: Language marathon, ru: Языковой марафон }',
  bad: '{ en: Языковой марафон }',
  limits:
    'A text in Cyrillic letters with a few names in Latin letters is right, so it is reported only when most of its words are Latin.',
  run: inEachText((text) =>
    LANGUAGES[text.lang].script === 'Cyrillic' ? mostlyLatin(text) : cyrillicStretches(text),
  ),
};

function cyrillicStretches({ words, lang }: PrintedText): Spot[] {
  if (!hasScript(words, 'Cyrillic')) return [];
  return [...words.matchAll(CYRILLIC)]
    .filter(({ 0: stretch }) => inScript(stretch, 'Latin') === undefined)
    .filter(
      ({ 0: stretch, index }) =>
        !touchesLetter(words, index - 1) && !touchesLetter(words, index + stretch.length),
    )
    .map(({ 0: stretch, index }) => ({
      offset: index,
      length: stretch.length,
      message: `words in Cyrillic letters in ${textCalled(lang)}`,
    }));
}

/** A Latin letter right beside a stretch: the word mixes alphabets, which another rule reports. */
function touchesLetter(words: string, index: number): boolean {
  return /\p{L}/u.test(words[index] ?? '');
}

function mostlyLatin({ words, lang }: PrintedText): Spot[] {
  const all = words.match(WORD) ?? [];
  const latin = all.filter((word) => /^\p{Script=Latin}+$/u.test(word));
  if (latin.length < FEWEST || latin.length * 2 <= all.length) return [];
  return [
    { offset: 0, length: words.length, message: `words in Latin letters where ${textCalled(lang)} belongs` },
  ];
}
