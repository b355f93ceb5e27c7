/** Questions about a list: asked on a terminal, answered by options, or rejected if nobody can answer. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openQuestions } from '../../src/index.ts';
import { scratchFolder } from '../support/dataset-folder.ts';
import { type Ended, filesIn, runInProcess } from '../support/run-programme.ts';

/** A folder with a list, and the run of a command on the list. */
function withList(csv: string): { cwd: string; run(args: string, typed?: string): Promise<Ended> } {
  const cwd = scratchFolder();
  writeFileSync(path.join(cwd, 'list.csv'), csv);
  return {
    cwd,
    run: (args, typed) => runInProcess(args.split(' '), { cwd, ...(typed === undefined ? {} : { typed }) }),
  };
}

/** A list whose title, year and order of day and month are unknown. */
const TALKS = `Project,Event,Date
Rivers,Opening,07/04
Rivers,Closing,07/05
`;

describe('Questions of `init` on a terminal', () => {
  it('`init` asks one question at a time, with samples, and accepts numbers, text and Enter', async () => {
    const { cwd, run } = withList(TALKS);
    const asked = await run('init asked --from list.csv', '2\n2030\nmonth-first\n\n');
    expect(asked.code).toBe(0);
    expect(asked.stderr).toContain('Which column contains the titles of the events?');
    expect(asked.stderr).toContain('  1  Project  Rivers\n  2  Event    Opening · Closing\n');
    const given = await run(
      'init given --from list.csv --answer title=Event --answer year=2030 --answer date-order=month-first',
    );
    expect(given.code).toBe(0);
    expect(filesIn(path.join(cwd, 'asked'))).toEqual(filesIn(path.join(cwd, 'given')));
    expect(readFileSync(path.join(cwd, 'asked/events/events.yaml'), 'utf8')).toContain('when: "2030-07-04"');
  });

  it('A question of `init` is repeated until it is answered', async () => {
    const { run } = withList(TALKS);
    const { code, stderr } = await run(
      'init new --from list.csv',
      '7\nEvent\nsoon\n2030\nday-first\nTalks\n',
    );
    expect({ code, prompts: stderr.match(/Answer/g)?.length }).toEqual({ code: 0, prompts: 6 });
  });

  it('Pressing Enter accepts the suggested answer to a question of `init`', async () => {
    const { cwd, run } = withList(TALKS.replaceAll(/07\/0(\d)/g, '2030-07-0$1'));
    expect((await run('init new --from list.csv', '\n\n')).code).toBe(0);
    expect(readFileSync(path.join(cwd, 'new/events/events.yaml'), 'utf8')).toContain('title: Rivers');
  });

  it('No file is written if the input ends before the last answer', async () => {
    const { cwd, run } = withList(TALKS);
    expect((await run('init new --from list.csv', '2\n')).code).toBe(2);
    expect(existsSync(path.join(cwd, 'new'))).toBe(false);
  });
});

describe('Preview of what will be public', () => {
  const LIST = `Title,Date,Budget,Contact,Unused
Fair,4 May 2030,500,Anna Amsel,
`;

  it('The preview shows samples, and pressing Enter does not make any doubtful column public', async () => {
    const { cwd, run } = withList(LIST);
    const { code, stderr } = await run('init new --from list.csv', '\n\n');
    expect(code).toBe(0);
    expect(stderr).toContain('May the column "Budget" be published? (500)');
    expect(stderr).toContain(`this will be public:
  A  Title    title    1  Fair
  B  Date     date     1  4 May 2030
this stays internal:
  C  Budget   budget   1  500  (possibly not for print)
  D  Contact  contact  1  Anna Amsel  (contacts or remarks)
this is left out:
  E  Unused            0  (no filled cells)
`);
    const config = readFileSync(path.join(cwd, 'new/programme.yaml'), 'utf8');
    expect(config.match(/internal: true/g)).toHaveLength(2);
  });

  it('The preview is part of the JSON output', async () => {
    const { run } = withList(LIST);
    const { stdout } = await run('init new --from list.csv --json');
    expect(JSON.parse(stdout)).toMatchObject({
      version: 2,
      events: 1,
      columns: [
        { heading: 'Title', internal: false },
        { heading: 'Date', internal: false },
        { heading: 'Budget', internal: true, samples: ['500'] },
        { heading: 'Contact', internal: true },
        { heading: 'Unused', why: { code: 'column-without-cells', message: 'no filled cells' } },
      ],
      texts: [],
    });
  });
});

describe('The question about a timetable', () => {
  const SESSIONS = `Title,Date,Time,Room
Opening,4 May 2030,9:00–10:00,Hall
Loom,4 May 2030,10:00–11:00,Hall
Kiln,4 May 2030,10:00–12:00,Studio
Closing,4 May 2030,12:00–13:00,Hall
`;

  it('If events have days, times and places, `init` asks whether to print a timetable, and the answer `yes` writes design.yaml', async () => {
    const { cwd, run } = withList(SESSIONS);
    const { code, stderr } = await run('init new --from list.csv', 'Days\nyes\n');
    expect(code).toBe(0);
    expect(stderr).toContain(
      'a page for each day, with the places in "Room" side by side? (Hall · Studio)\n',
    );
    expect(readFileSync(path.join(cwd, 'new/design.yaml'), 'utf8')).toMatch(/^presentation: timetable$/m);
    const { stdout } = await run('build --data new --format html --json');
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ events: 4 }] });
    expect(readFileSync(path.join(cwd, 'output/list-draft-en.html'), 'utf8')).toContain('rowSpan="2"');
  });

  it('Without an answer to the timetable question, a message names the option, and the design is not changed', async () => {
    const { cwd, run } = withList(SESSIONS);
    const { stderr } = await run('init new --from list.csv --yes');
    expect(stderr).toContain(
      'the events have dates, times and places: `--answer timetable=yes` adds a timetable, with a page for each day',
    );
    expect(existsSync(path.join(cwd, 'new/design.yaml'))).toBe(false);
    const answered = await run('init other --from list.csv --yes --answer timetable=no');
    expect(answered.stderr).not.toContain('timetable');
  });

  it.each([
    ['Title,Date,Room\nOpening,4 May 2030,Hall\n', 0],
    [SESSIONS.replaceAll('Studio', 'Hall'), 0],
    [SESSIONS, 1],
    [SESSIONS.replace('Title,Date,Time,Room', 'Titel,Datum,Uhrzeit,Saal'), 1],
    [SESSIONS.replace('Title,Date,Time,Room', 'Titre,Date,Horaire,Salle'), 1],
  ])(
    'The timetable question is asked only for lists with times and several places: list %#',
    async (csv, asked) => {
      const { questions } = await openQuestions({ file: 'list.csv', bytes: Buffer.from(csv) });
      expect(questions.filter(({ name }) => name === 'timetable')).toHaveLength(asked);
    },
  );

  it('`timetable=yes` is rejected if no column contains places', async () => {
    const { run } = withList('Title,Date\nOpening,4 May 2030\n');
    expect(await run('init new --from list.csv --answer timetable=yes')).toMatchObject({
      code: 2,
      stderr:
        'timetable=yes: the list needs exactly one place column, with a heading such as Room or Venue\n',
    });
  });
});

describe('Length of the output of `init`', () => {
  const heads = ['Title', 'Date', ...Array.from({ length: 9 }, (_, at) => `Text ${at}`)];
  const internal = ['Contact', 'Remarks', 'Phone', 'IBAN', 'Invoice'];
  const LONG = [
    'Not for publication: list of the office',
    ...['Fair by the river', 'Ask the mayor', 'Walk in the fog'].map((line) => `${line}, as every year`),
    '',
    [...heads, ...internal].join(','),
    ...Array.from({ length: 8 }, (_, at) =>
      [
        `Fair ${at}`,
        `${at + 1} May 2030`,
        ...heads.slice(2).map((head) => `<i>${head}</i> ${at}`),
        ...internal.map((one) => `${one} ${at}`),
      ].join(','),
    ),
    ',32 May,,Lost',
  ].join('\n');

  it('`init` describes a list with many columns in at most 20 lines, and --all lists each column', async () => {
    const { run } = withList(LONG);
    const { code, stderr } = await run('init new --from list.csv --yes');
    const lines = stderr.trimEnd().split('\n');
    expect([code, lines.length <= 20]).toEqual([0, true]);
    expect(stderr).toContain(
      '… and 8 more: Text 1, Text 2, Text 3, Text 4, Text 5, Text 6, Text 7, Text 8; --all lists each',
    );
    expect(stderr).toContain('… and 2 more: IBAN, Invoice; --all lists each');
    const all = (await run('init all --from list.csv --yes --all')).stderr;
    for (const head of [...heads, ...internal]) expect(all).toMatch(new RegExp(`^  [A-P]  ${head} `, 'm'));
  });
});

/**
 * Lists with open questions in each language: the words typed on the terminal, and the same answers as options. The title
 * of the programme is asked last.
 */
const LISTS: readonly (readonly [list: string, typed: string, answers: readonly string[]])[] = [
  [
    'Project,Event,Date\nRivers,Opening,07/04\nRivers,Closing,07/05\n',
    'Event\n2030\nmonth-first\nRivers\n',
    ['title=Event', 'year=2030', 'date-order=month-first', 'programme-title=Rivers'],
  ],
  [
    'Date,Titre,Budget\n3 mai 2030,Bal des fleurs,500\n4 mai 2030,Lecture du soir,300\n',
    'yes\nMai\n',
    ['publish Budget=yes', 'programme-title=Mai'],
  ],
  [
    'Datum,Ort,Beschreibung\n3. Mai,Aula,\n4. Mai,Hof,\n5. Mai,Turm,Fest der Fahnen\n',
    '1\n2030\n\n',
    ['title=Ort', 'year=2030', 'programme-title=list'],
  ],
  [
    'Дата,Книга,Автор\n3 мая 2030,«Туман»,Орлова\n4 мая 2030,«Лес и поле»,Рощин\n',
    '\nЧтения\n',
    ['title=Книга', 'programme-title=Чтения'],
  ],
  [
    'Fecha,Obra,Importe\n3 de mayo,El mar,300 €\n4 de mayo,La luna,450 €\n',
    'no\n2030/31\nMayo\n',
    ['year=2030/31', 'publish Importe=no', 'programme-title=Mayo'],
  ],
  [
    'Data,Casa,Ospite\n3 maggio 2030,Rivalta,Montebello\n4 maggio 2030,Sestri,Rivalta\n',
    '2\nPartite\n',
    ['title=Ospite', 'programme-title=Partite'],
  ],
];

describe('Three ways to answer', () => {
  it.each(LISTS)(
    'Typed answers and options result in the same programme; without answers, nothing is written: %j',
    async (list, typed, answers) => {
      const { cwd, run } = withList(list);
      const written = (folder: string): unknown => filesIn(path.join(cwd, folder));
      expect((await run('init typed --from list.csv', typed)).code).toBe(0);
      const options = [
        'init',
        'options',
        '--from',
        'list.csv',
        ...answers.flatMap((one) => ['--answer', one]),
      ];
      expect((await runInProcess(options, { cwd })).code).toBe(0);
      expect(written('options')).toEqual(written('typed'));
      const isSafe = answers.every((one) => /^(?:publish|programme-title)/.test(one));
      for (const flags of ['', ' --yes']) {
        const { code, stderr } = await run(
          `init without --from list.csv${flags}`,
          flags === '' ? undefined : '',
        );
        expect([code, existsSync(path.join(cwd, 'without'))]).toEqual(isSafe ? [0, true] : [2, false]);
        if (isSafe) rmSync(path.join(cwd, 'without'), { recursive: true });
        else for (const one of answers) expect(stderr).toContain(one.split('=', 1)[0]);
      }
    },
  );
});

describe('Questions in memory', () => {
  it('`openQuestions` returns the questions of `init` one after the other, and then the files that `init` writes', async () => {
    const { cwd, run } = withList(
      `${TALKS.trim().replaceAll('\n', ',Anna\n').replace('Anna', 'Contact')},Otto\n`,
    );
    const list = { file: 'list.csv', bytes: readFileSync(path.join(cwd, 'list.csv')) };
    const answers = new Map<string, string>();
    const names = async (): Promise<string[]> =>
      (await openQuestions({ ...list, answers })).questions.map(({ name }) => name);
    expect(await names()).toEqual(['title', 'year', 'date-order', 'programme-title']);
    answers.set('title', 'Event').set('year', '2030');
    expect(await names()).toEqual(['date-order', 'programme-title']);
    answers.set('date-order', 'month-first');
    const { questions, dataset } = await openQuestions({ ...list, answers });
    expect(questions.map(({ name, safe, proposal }) => ({ name, safe, proposal }))).toEqual([
      { name: 'programme-title', safe: true, proposal: 'list' },
    ]);
    const columns = dataset?.preview.columns.map(({ heading, field, internal }) => ({
      heading,
      field,
      internal,
    }));
    expect(columns).toEqual([
      { heading: 'Project', field: 'project', internal: false },
      { heading: 'Event', field: 'title', internal: false },
      { heading: 'Date', field: 'date', internal: false },
      { heading: 'Contact', field: 'contact', internal: true },
    ]);
    await run(
      'init new --from list.csv --answer title=Event --answer year=2030 --answer date-order=month-first',
    );
    const files = [...(dataset?.files ?? [])];
    expect(files.map(([name]) => name).sort()).toEqual(
      Object.keys(filesIn(path.join(cwd, 'new'))).filter((name) => !name.endsWith('/')),
    );
    for (const [name, text] of files) expect(readFileSync(path.join(cwd, 'new', name), 'utf8')).toBe(text);
  });

  it('`openQuestions` rejects an answer to a question that does not exist', async () => {
    const bytes = Buffer.from(TALKS);
    await expect(
      openQuestions({ file: 'list.csv', bytes, answers: new Map([['colour', 'red']]) }),
    ).rejects.toThrow('there is no question "colour"');
  });
});

describe('Questions of `init` without a terminal', () => {
  it.each(['', ' --yes'])('Every open question is listed with the option that answers it%s', async (flag) => {
    const { cwd, run } = withList(TALKS);
    const { code, stderr } = await run(`init new --from list.csv${flag}`, flag === '' ? undefined : '');
    expect(code).toBe(2);
    for (const option of ['title=Project', 'title=Event', 'year=YYYY', 'date-order=day-first'])
      expect(stderr).toContain(`--answer ${option}`);
    expect(existsSync(path.join(cwd, 'new'))).toBe(false);
  });

  it.each([
    ['title=Nothing', 'title=Nothing: no column has that name\n  hint: columns: Project, Event, Date\n'],
    [
      'date-order=none',
      'date-order=none is not one of the possible answers\n  hint: answers: day-first, month-first\n',
    ],
    ['year=soon', 'year=soon is not one of the possible answers\n  hint: answers: 2030, 2030/31\n'],
    [
      'colour=red',
      'there is no question "colour"\n  hint: questions: language, title, date, year, date-order, publish, renamed, sheet, belongs, introduction, programme-title, translations, timetable\n',
    ],
  ])('The answer %s is rejected', async (answer, stderr) => {
    const { run } = withList(TALKS);
    expect(await run(`init new --from list.csv --answer ${answer}`)).toEqual({
      code: 2,
      stdout: '',
      stderr,
    });
  });
});

describe('Questions of `import`', () => {
  const dataset = async (): Promise<ReturnType<typeof withList>> => {
    const found = withList('Title,Date\nFair,4 May 2030\n');
    await found.run('init data --from list.csv');
    writeFileSync(path.join(found.cwd, 'more.csv'), TALKS.replaceAll('07/0', '2030/07/0'));
    return found;
  };

  it('The answer to a question of `import` is stored in the mapping, and the next import does not ask again', async () => {
    const { cwd, run } = await dataset();
    const first = await run('import more.csv --data data --write', 'Event\n');
    expect(first.stderr).toContain('Which column contains the titles');
    const mapping = readFileSync(path.join(cwd, 'data/mappings/more-csv.yaml'), 'utf8');
    expect(mapping).toContain('heading: Event, field: title');
    const next = await run('import more.csv --data data --write');
    expect(next).toMatchObject({ code: 0, stderr: expect.not.stringContaining('Which column') });
  });

  it('`import --json` contains the open questions', async () => {
    const { run } = await dataset();
    const { code, stdout } = await run('import more.csv --data data --json');
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({
      code: 2,
      questions: [
        {
          code: 'which-column-is-title',
          name: 'title',
          form: 'choice',
          answers: [
            { value: 'Project', evidence: ['Rivers'] },
            { value: 'Event', evidence: ['Opening', 'Closing'] },
          ],
          proposal: 'Project',
          safe: false,
        },
      ],
    });
  });
});
