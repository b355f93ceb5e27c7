import { describe, expect, it } from 'vitest';
import { applyTextEdits, fixesOf } from '../../../src/check/apply-fixes.ts';
import { checkProgramme } from '../../../src/check/check.ts';
import { completeness } from '../../../src/check/completeness.ts';
import { locateFindings } from '../../../src/check/locate-findings.ts';
import { editsOfSource, inSource } from '../../../src/check/written.ts';
import { withParts } from '../../support/parts.ts';
import { edition1 } from '../support/programmes.ts';

const SOURCE = `# Welcome

Dear **all**, the  town's feast.

- by \\* "train"
- 9-19 April
`;
const programme = withParts(edition1, { 'foreword.en': SOURCE });
const findings = checkProgramme(programme).filter(({ at }) => at.field === 'texts.foreword.en');

describe('Findings in the texts of parts', () => {
  it('A finding in a text part has the line and column of its words in the Markdown file', () => {
    const file = { file: 'texts/foreword.en.md', text: SOURCE, field: 'texts.foreword.en' };
    const placed = locateFindings(findings, [file], inSource(programme));
    const lines = SOURCE.split('\n');
    expect(
      placed.map(({ rule, at: { file, line = 0, column = 0 } }) => [
        rule,
        file,
        line,
        (lines[line - 1] ?? '').slice(column - 1, column + 6),
      ]),
    ).toEqual([
      ['spaces', 'texts/foreword.en.md', 3, 'e  town'],
      ['apostrophes', 'texts/foreword.en.md', 3, "town's "],
      ['quotation-marks', 'texts/foreword.en.md', 5, '"train"'],
      ['dashes', 'texts/foreword.en.md', 6, '9-19 Ap'],
    ]);
  });

  it('Fixes correct the Markdown file of a text part', () => {
    const edits = editsOfSource(fixesOf(findings), programme);
    expect(applyTextEdits(SOURCE, edits)).toBe(`# Welcome

Dear **all**, the town’s feast.

- by \\* “train”
- 9–19 April
`);
  });

  it('Each text part without text in a published language is reported', () => {
    const { rules: _, ...config } = programme.config;
    const strict = { ...programme, config: { ...config, languages: ['en' as const, 'fr' as const] } };
    const lacking = checkProgramme(strict).filter(
      ({ rule, at }) => rule === 'untranslated' && at.field?.startsWith('texts.'),
    );
    expect(lacking.map(({ message, hint }) => [message, hint])).toEqual(
      ['practical-information', 'colophon', 'back-cover'].map((part) => [
        `the part "${part}" has no text in fr; readers in fr see the text in en`,
        `write the text in texts/${part}.fr.md`,
      ]),
    );
    expect(completeness(strict).rows.find(({ kind }) => kind === 'texts')).toEqual({
      kind: 'texts',
      texts: 4,
      byLang: { en: 4, fr: 1 },
    });
  });
});
