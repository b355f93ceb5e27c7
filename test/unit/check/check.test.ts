import { describe, expect, it } from 'vitest';
import { ruleTexts } from '../../../languages/rules.ts';
import { checkProgramme } from '../../../src/check/check.ts';
import { completeness } from '../../../src/check/completeness.ts';
import { RULES } from '../../../src/check/rules/index.ts';
import { languagesOf } from '../../../src/check/texts.ts';
import { parseWordList } from '../../../src/check/word-list.ts';
import { edition1, programmeWith } from './programmes.ts';

const SWAPPED = { bodies: { french: 'Volgograd', russian: 'Dijon' } };
const place = ({
  rule,
  severity,
  at,
}: {
  rule: string;
  severity: string;
  at: { event?: string; field?: string };
}) => `${severity} ${rule} ${at.event ?? '-'} ${at.field}`;

describe('checkProgramme', () => {
  it('A finding has a severity, a position, the words that it concerns and their context', () => {
    const description =
      'The project of the town of Dijon.” It is also part of a cross-cutting initiative between services.';
    expect(checkProgramme(programmeWith([{ description }]))).toEqual([
      {
        rule: 'quotes-unbalanced',
        code: 'quotation-mark-alone',
        parameters: { mark: '”' },
        severity: 'warning',
        at: { event: 'event-1', field: 'description' },
        words: '”',
        offset: 33,
        length: 1,
        message: 'unmatched quotation mark ”',
        before: 'The project of the town of Dijon.',
        after: ' It is also part of a cross-cutting…',
      },
    ]);
  });

  it('A clause in another script is reported once, not once for each letter', () => {
    const description = {
      en: 'A talk.',
      ru: 'Встреча: a talk of the authors with their readers, вход с 10 часов.',
    };
    const title = { en: 'Talk', ru: 'Встреча' };
    const rules = checkProgramme(programmeWith([{ title, description }], { languages: ['en'] }));
    expect(rules.map(({ rule }) => rule).filter((rule) => /language|letters/.test(rule))).toEqual([
      'other-language',
    ]);
  });

  it('Findings are in printed order: first those in programme.yaml, then those of each event, column by column', () => {
    const programme = programmeWith(
      [
        { description: 'The the choir.', title: "Children's days.", date: 'Angers', when: undefined },
        { bodies: { french: 'Volgograd', russian: 'Dijon' } },
      ],
      { contents: 'Events  by theme' },
    );
    expect(checkProgramme(programme).map(place)).toEqual([
      'warning spaces - contents',
      'note apostrophes event-1 title',
      'note final-stop event-1 title',
      'warning repeated-words event-1 description',
      'error text-in-date event-1 date',
      'error sides-swapped event-2 bodies.french',
      'error sides-swapped event-2 bodies.russian',
    ]);
  });

  it('The programme can set the severity of a rule and can turn a rule off', () => {
    const rules = {
      'sides-swapped': { severity: 'note', reason: 'guests' },
      'duplicate-event': { severity: 'off', reason: 'a series' },
    };
    expect(checkProgramme(programmeWith([SWAPPED, SWAPPED], { rules })).map(place)).toEqual([
      'note sides-swapped event-1 bodies.french',
      'note sides-swapped event-1 bodies.russian',
      'note sides-swapped event-2 bodies.french',
      'note sides-swapped event-2 bodies.russian',
    ]);
  });

  it('Each fault is reported by one rule only: URLs have no spacing findings, and words in another language have no spelling findings', () => {
    const description = {
      en: 'Concerts.',
      fr: 'L&#8217;atelier\u00a0; a choir of the town is invited to the hall!',
    };
    expect(checkProgramme(programmeWith([{ description }])).map(({ rule, words }) => [rule, words])).toEqual([
      ['markup', '&#8217;'],
      ['other-language', 'a choir of the town is invited to the hall'],
    ]);
  });

  it('A finding that an event accepts for a field is not reported for that field', () => {
    const accept = [{ rule: 'sides-swapped', field: 'bodies.french', reason: 'it sits abroad' }];
    expect(checkProgramme(programmeWith([{ ...SWAPPED, accept }])).map(place)).toEqual([
      'error sides-swapped event-1 bodies.russian',
    ]);
    const all = [{ rule: 'sides-swapped', reason: 'they sit abroad' }];
    expect(checkProgramme(programmeWith([{ ...SWAPPED, accept: all }]))).toEqual([]);
  });

  it('An acceptance that no longer matches a finding is reported at the position of the acceptance', () => {
    const accept = [
      { rule: 'sides-swapped', reason: 'they sit abroad' },
      { rule: 'cut-off', field: 'title', reason: 'it was so' },
    ];
    expect(checkProgramme(programmeWith([{ ...SWAPPED, accept }])).map(place)).toEqual([
      'warning stale-acceptance event-1 accept.1',
    ]);
  });

  it('Checking the same programme twice produces the same findings', () => {
    expect(checkProgramme(edition1())).toEqual(checkProgramme(edition1()));
  });

  it('A check does not change the programme', () => {
    const programme = edition1();
    checkProgramme(programme);
    expect(programme).toEqual(edition1());
  });
});

describe('Rule registry', () => {
  it('Every rule has a unique id and all required texts', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(RULES.filter(({ id }) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
    expect(Object.keys(ruleTexts)).toEqual(RULES.map(({ id }) => id));
    expect(Object.values(ruleTexts).filter((texts) => Object.values(texts).includes(''))).toEqual([]);
  });
});

describe('completeness', () => {
  it('completeness counts, for each published language, the translated texts of each kind', () => {
    const programme = programmeWith(
      [
        { title: { en: 'Concert', fr: 'Concert' }, date: undefined, when: undefined },
        { bodies: { french: { en: 'Dijon', fr: 'Dijon', ru: 'Дижон' } }, description: undefined },
      ],
      { languages: ['en', 'fr', 'ru'] },
    );
    expect(completeness(programme)).toEqual({
      languages: ['en', 'fr', 'ru'],
      rows: [
        { kind: 'programme', texts: 12, byLang: { en: 12, fr: 0, ru: 0 } },
        { kind: 'bodies', texts: 3, byLang: { en: 3, fr: 1, ru: 1 } },
        { kind: 'title', texts: 2, byLang: { en: 2, fr: 1, ru: 0 } },
        { kind: 'description', texts: 1, byLang: { en: 1, fr: 0, ru: 0 } },
        { kind: 'all', texts: 18, byLang: { en: 18, fr: 2, ru: 1 } },
      ],
    });
  });
});

describe('languagesOf', () => {
  it('languagesOf returns the languages of the texts and the published languages, starting with the main language', () => {
    expect(languagesOf(edition1())).toEqual(['en', 'fr', 'ru']);
    expect(languagesOf(programmeWith([{}], { language: 'ru', languages: ['ru', 'en'] }))).toEqual([
      'ru',
      'en',
    ]);
    expect(languagesOf(programmeWith([{ title: { en: 'Concert', ru: 'Концерт' } }]))).toEqual(['en', 'ru']);
  });
});

describe('Word list file', () => {
  it('The parser of word lists reads correct words, unwanted words and comments', () => {
    expect(
      parseWordList('# Words\n\nwellbeing  # one word\nTroop > troupe\n  Kolyada\r\nLost & Found'),
    ).toEqual({
      right: new Set(['wellbeing', 'Kolyada', 'Lost', 'Found']),
      unwanted: new Map([['troop', 'troupe']]),
    });
  });
});
