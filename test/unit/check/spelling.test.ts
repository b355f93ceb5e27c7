import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../languages/index.ts';
import { checkProgramme } from '../../../src/check/check.ts';
import { openSpelling } from '../../../src/check/spelling.ts';
import { LANGS, type Lang } from '../../../src/model/text.ts';
import { readDictionaries } from '../../../src/read/dictionaries.ts';
import { fileText, findingsOf, programmeWith } from './programmes.ts';

/** Correct words, and misspellings with their corrections; test/fixtures/spelling/README.md names their sources. */
function wordsOf(lang: Lang): { right: string[]; wrong: string[] } {
  const [right = '', wrong = ''] = fileText(`test/fixtures/spelling/${lang}.txt`).split('\n\n');
  const words = (text: string) => text.trim().split(/\s+/);
  return { right: words(right), wrong: words(wrong).map((pair) => pair.split('>')[0] ?? '') };
}

/** The words that the rule reports in a programme that contains the given words, in one language. */
async function reported(words: readonly string[], lang: Lang): Promise<string[]> {
  const spelling = openSpelling(await readDictionaries([lang]), '');
  const events = Array.from({ length: Math.ceil(words.length / 50) }, (_, index) => ({
    description: `a: ${words.slice(index * 50, index * 50 + 50).join(', ')}`,
  }));
  const programme = programmeWith(events, { language: lang, languages: [lang] });
  return checkProgramme(programme, { spelling })
    .filter(({ rule }) => rule === 'spelling' || rule === 'unknown-name')
    .map((finding) => finding.words);
}

/** The package of a dictionary that is not installed. The licence of the German one does not allow a dependency. */
function lacking(lang: Lang): string | undefined {
  const [dictionary] = LANGUAGES[lang].dictionaries;
  try {
    createRequire(import.meta.url).resolve(dictionary);
    return undefined;
  } catch {
    return dictionary;
  }
}

for (const lang of LANGS) {
  const dictionary = lacking(lang);
  if (dictionary !== undefined)
    test.skip(`${lang}: not tested because ${dictionary} is not installed`, () => {});
}

describe.each(LANGS.filter((lang) => lacking(lang) === undefined))('Spelling in %s', (lang) => {
  const { right, wrong } = wordsOf(lang);

  test('Fewer than 4 % of the correct words are reported', async () => {
    const found = new Set(await reported(right, lang));
    const flagged = right.filter((word) => found.has(word));
    expect(flagged.length).toBeLessThan(right.length * 0.04);
  });

  test('Fewer than 2 % of misspellings are missed', async () => {
    const found = new Set(await reported(wrong, lang));
    const missed = wrong.filter((word) => !found.has(word));
    expect(missed.length).toBeLessThan(wrong.length * 0.02);
  });
});

test('A word is correct if any dictionary of the language contains it, even if another dictionary contains only a different form', async () => {
  const words = [
    'canceling',
    'cancelling',
    'color',
    'colour',
    'organize',
    'organise',
    'webinars',
    'canzelling',
  ];
  expect(await reported(words, 'en')).toEqual(['canzelling']);
});

test('URLs and picture paths are not checked for spelling, but alternative texts are', async () => {
  const spelling = openSpelling(await readDictionaries(['en']), '');
  const programme = programmeWith([{}]);
  const { config } = programme;
  const fields = [
    ...config.fields,
    { id: 'photo', kind: 'picture' as const, heading: 'Photo' },
    { id: 'page', kind: 'link' as const, heading: 'Page' },
    { id: 'venue', kind: 'text' as const, heading: 'Venue' },
  ];
  const own = {
    photo: 'The harbour at dwn (pictures/hxrbr.jpg)',
    page: 'https://exmpl.org/qwrt',
    venue: 'the qwrtz',
  };
  const themes = programme.themes.map(({ theme, events }) => ({
    theme,
    events: events.map((event) => ({ ...event, ...own })),
  }));
  const found = findingsOf('spelling', { ...programme, config: { ...config, fields }, themes }, { spelling });
  expect(found.map(({ words }) => words).sort()).toEqual(['dwn', 'qwrtz']);
});

test.each<[Lang, string, string[]]>([
  [
    'en',
    'See flusstage.example, qwrtz.org/visit and beta.gouv.fr, but not at the endd.Qwrtz',
    ['endd', 'Qwrtz'],
  ],
  ['en', 'They pre-book with a co-ordinator of qqpre-booking.', ['qqpre']],
  [
    'fr',
    'Les directeur·rice·s et électeur(trice)s réutilisent ce co-auteur, resentir non, ce contentieux¹ oui.',
    ['resentir'],
  ],
  ['ru', 'неутвержденная программа, незнаю', ['незнаю']],
])('The unknown words of a text are reported (%s): %s', async (lang, text, expected) => {
  expect((await reported([text], lang)).filter((word) => text.includes(word))).toEqual(expected);
});

test.skipIf(lacking('de') !== undefined)(
  'In German, an unknown full name is one finding, correct compounds are accepted, and misspelled ones are reported',
  async () => {
    const text =
      'Rachel Kanter spielt bildgewaltige, nutzerorientierte Musik weiterzutragen, KünstlerInnen, Bewegungs- und Tanzabende, unteranderem wiederspiegeln.';
    expect((await reported([text], 'de')).filter((word) => text.includes(word))).toEqual([
      'Rachel Kanter',
      'unteranderem',
      'wiederspiegeln',
    ]);
  },
);

test.skipIf(lacking('de') !== undefined)(
  'A German noun next to another noun is considered a name, and is then accepted in all texts',
  async () => {
    const spelling = openSpelling(await readDictionaries(['de']), '');
    const descriptions = [
      'Es liest Edmond Postel.',
      'Edmonds Buch',
      'Das Konzertprogram',
      'Neue Konzertprograme',
    ];
    const programme = programmeWith(
      descriptions.map((description) => ({ description })),
      { language: 'de', languages: ['de'] },
    );
    const found = findingsOf('spelling', programme, { spelling }).map(({ words }) => words);
    expect(found.filter((word) => descriptions.join(' ').includes(word))).toEqual([
      'Konzertprogram',
      'Konzertprograme',
    ]);
  },
);

test.each<[Lang, string, string]>([
  [
    'en',
    'cohosted intermuseum multigenerational subtribe findable traceability localisation kinships peacebuilders danceathon pathfinding',
    'cohsted intermusuem',
  ],
  [
    'fr',
    'cosignataire intercantonal multisite désindexation piétonnisation touristification culturothèque vélotrain',
    'comission recontre intercantonnal',
  ],
  [
    'ru',
    'соорганизаторы подпроект межвузовского смартфонный вокалисток госпрограмма инвестпроект гуляние ротационного наставницам аудиогид библиокафе озеленителями',
    'соорганиаторы подпроетк госпрограма обсуждене',
  ],
])(
  '%s: a word with a known prefix or suffix is correct unless it is one typing error away from a dictionary word: %s',
  async (lang, made, slips) => {
    const found = await reported([`${made} ${slips}`], lang);
    expect(found.filter((word) => `${made} ${slips}`.includes(word))).toEqual(slips.split(' '));
  },
);

test.skipIf(lacking('de') !== undefined)(
  'German compounds are correct, and a misspelled noun is a warning even if it is next to other nouns',
  async () => {
    const made =
      'Flößermuseum Mitmachlabor windunabhängige Barockmusiktage herabrieselnd hervorlugte lichtspendende erwanderbar Musizierens ehrfurchtsvoll raumgebende amtsintern radtauglich rangeholt Bastelns Hochsprunganlage Gartenzelts zugekauft abwechslungsreiche';
    const slips =
      'Aussstellung Vorlesnug Veranstaltungpsort herabreiselnd Zeitungausschnitt Freiheitkämpfer Diskussionrunde handlungfähige erholungbedürftig';
    const spelling = openSpelling(await readDictionaries(['de']), '');
    const programme = programmeWith([{ description: `Das sind ${made} und ${slips} Bremen.` }], {
      language: 'de',
      languages: ['de'],
    });
    const found = findingsOf('spelling', programme, { spelling }).map(({ words }) => words);
    expect(found.filter((word) => `${made} ${slips}`.includes(word))).toEqual(slips.split(' '));
  },
);

test('Words in a script that no dictionary covers are skipped', async () => {
  expect(await reported(['Ακρόπολη', 'του', 'Երևան', 'თბილისი', '日本', 'wrongk'], 'en')).toEqual(['wrongk']);
});

describe('Spelling suggestions', () => {
  async function suggested(texts: readonly string[], lang: Lang, list = ''): Promise<(string | undefined)[]> {
    const spelling = openSpelling(await readDictionaries([lang]), list);
    const programme = programmeWith(
      texts.map((description) => ({ description })),
      { language: lang, languages: [lang], introduction: '–', title: '–', contents: '–', subject: '–' },
    );
    return findingsOf('spelling', programme, { spelling })
      .filter(({ at }) => at.field === 'description')
      .map((finding) => finding.fix?.words);
  }

  test('A word from the project word list is suggested before a dictionary word', async () => {
    expect(await suggested(['They meet at INNOPRUM this year.'], 'en', 'INNOPROM')).toEqual(['INNOPROM']);
  });

  test('A name is suggested only if it occurs more often than the misspelling', async () => {
    const right = 'We go to Oblokovo again.';
    expect(await suggested([right, right, right, 'We go to Oblakovo again.'], 'en')).toEqual(['Oblokovo']);
    expect(await suggested([right, 'We go to Oblakovo again.'], 'en')).toEqual([]);
  });

  test('A name is not suggested for a common word, and nothing is suggested for a short word', async () => {
    expect(await suggested(['Наш хакатонн.'], 'ru')).toEqual(['хакатон']);
    expect(await suggested(['They meet in a qo house.'], 'en')).toEqual([undefined]);
  });

  test('A fault that another rule reports is not also reported as a spelling finding', async () => {
    expect(await suggested(['The 45 th festival.'], 'en')).toEqual([]);
  });
});

test('An unknown name that one event accepts is still reported for the other events', async () => {
  const spelling = openSpelling(await readDictionaries(['en']), '');
  const description = 'The hall shows a film by Xanthopra Wellimond.';
  const accept = [{ rule: 'unknown-name', reason: 'name of the director' }];
  const namesIn = (events: Parameters<typeof programmeWith>[0]): (string | undefined)[] =>
    checkProgramme(programmeWith(events, { language: 'en', languages: ['en'] }), { spelling })
      .filter(({ rule }) => rule === 'unknown-name' || rule === 'stale-acceptance')
      .map(({ rule, at }) => `${rule} ${at.event}`);
  const all = namesIn([{ description }, { description }, { description }]);
  expect(all).toHaveLength(1);
  expect(namesIn([{ description, accept }, { description }, { description }])).toEqual(
    namesIn([{ title: 'Matinee' }, { description }, { description }]),
  );
  expect(namesIn([{ description }, { description, accept }, { description }])).toEqual(all);
});
