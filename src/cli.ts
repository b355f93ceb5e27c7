/** The command line: names, options and help; each verb is loaded when it is called. Knows `process`, as `commands/this-process.ts` does. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { LANGS, type Lang, MESSAGES } from '../languages/index.ts';
import about from '../package.json' with { type: 'json' };
import type { CheckOptions } from './commands/check.ts';
import type { ExportOptions } from './commands/export.ts';
import {
  CHECK_FORMATS,
  type CheckFormat,
  DIFF_FORMATS,
  type DiffFormat,
  FORMAT_NAMES,
  type Format,
  PAPER_FORMAT_NAMES,
  PRINTED_FORMATS,
} from './commands/formats.ts';
import type { Host } from './commands/host.ts';
import type { Built } from './commands/output.ts';
import type { OptionalGate, ReadyOptions } from './commands/ready.ts';
import { today } from './commands/today.ts';
import type { VerifyOptions } from './commands/verify.ts';
import type { Comparison } from './compare/change.ts';
import type { Problem } from './errors.ts';
import { listed, printable, printableLines, problemLine, shellWord, UserError } from './errors.ts';
import { CHANGE_SEVERITIES, type ChangeSeverity } from './model/change-kinds.ts';
import { FINDING_SEVERITIES, type FindingSeverity } from './model/severity.ts';
import type { Act, Answer } from './proposal/session.ts';
import type { SheetVerdicts } from './read/sheet/verdicts.ts';
import { refusalOf } from './system-errors.ts';

const EXIT = { done: 0, findings: 1, usage: 2, bug: 3, interrupted: 130 } as const;
/** Characters of a line on stderr. */
const LONGEST_LINE = 4000;

const HOST: Host = {
  runtime: Object.fromEntries(
    ['icu', 'unicode', 'zlib'].map((name) => [name, process.versions[name] ?? 'none']),
  ),
};

/** Streams that something was written to. */
const written = new Set<NodeJS.WriteStream>();

/**
 * Writes to the terminal, a file or another program. That the other program stops reading, as `head` does, is no error; that the
 * result finds no place is one.
 */
function write(stream: NodeJS.WriteStream, text: string): void {
  if (!written.has(stream)) {
    written.add(stream);
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || stream === process.stderr) return;
      say(`the result cannot be written (${code})`);
      process.exit(EXIT.usage);
    });
  }
  stream.write(text);
}

const say = (text: string): void => write(process.stderr, `${printableLines(text, LONGEST_LINE)}\n`);
const print = (text: string): void => write(process.stdout, text.endsWith('\n') ? text : `${text}\n`);

/** Reads a comma-separated list of words out of a fixed set. */
function listOf<T extends string>(allowed: readonly T[]): (value: string) => T[] {
  return (value) => {
    const words = value.split(',').map((part) => {
      const found = allowed.find((word) => word === part.trim());
      if (found === undefined)
        throw new InvalidArgumentError(`"${part}" is not one of ${allowed.join(', ')}.`);
      return found;
    });
    return [...new Set(words)];
  };
}

const dataOption = (): Option =>
  new Option(
    '--data <dir>',
    'folder of the dataset (default: the working directory or its data, or the same of a folder above)',
  );
const outOption = (): Option => new Option('--out <dir>', 'folder that the files go to').default('output');
const langOption = (): Option =>
  new Option(
    '--lang <list>',
    `languages, of ${LANGS.join(', ')} (default: those that the programme names)`,
  ).argParser(listOf(LANGS));
const editionArgument = (): Argument =>
  new Argument('[edition]', 'a frozen edition, or draft').default('draft');
const formatOption = (): Option =>
  new Option('--format <list>', `formats, of ${FORMAT_NAMES.join(', ')}`)
    .argParser(listOf(FORMAT_NAMES))
    .default(PAPER_FORMAT_NAMES, PAPER_FORMAT_NAMES.join(','));
const sinceOption = (): Option =>
  new Option('--changes-since <edition>', 'mark and list what is new since an earlier edition');
const jsonOption = (): Option => new Option('--json', 'write the result to stdout as JSON');

const program = new Command('programme')
  .description(
    'Publishes an official programme of events as accessible PDF, Word and web page, and compares its editions.',
  )
  .exitOverride()
  .configureOutput({
    writeOut: (text) => write(process.stdout, text),
    writeErr: (text) => write(process.stderr, printableLines(text, LONGEST_LINE)),
  })
  .version(about.version, '--version', 'print the version')
  .showHelpAfterError('(--help shows how to call it)');

interface OutputOptions {
  format: Format[];
  lang?: Lang[];
  out: string;
  data: string;
  changesSince?: string;
  json?: true;
}

/** Options of a verb that writes outputs, as the verb takes them. */
function outputOptions(edition: string, { data, format, out, lang, changesSince }: OutputOptions) {
  return {
    data,
    edition,
    formats: format,
    out,
    ...(lang === undefined ? {} : { langs: lang }),
    ...(changesSince === undefined ? {} : { changesSince }),
  };
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Says what the look of a draft has otherwise than its design file wishes. */
async function sayDesignNotes(data: string, edition = 'draft'): Promise<void> {
  const { designNotes } = await import('./commands/design-notes.ts');
  for (const note of await designNotes(data, edition)) say(note);
}

const LEFT_OUT = {
  date: 'as their dates are not known to the day',
  timezone: 'as they have a time and no one `timezone` (of the event, its side or the programme)',
} as const;

function report(built: readonly Built[], json: true | undefined): void {
  if (json) print(JSON.stringify({ version: 1, files: built }, null, 2));
  for (const { path, pages, events, leftOut = [] } of built) {
    say(`${path}  ${pages === undefined ? '' : `${count(pages, 'page')}, `}${count(events, 'event')}`);
    for (const reason of ['date', 'timezone'] as const) {
      const ids = leftOut.filter((event) => event.reason === reason).map(({ id }) => id);
      if (ids.length > 0) say(`  left out, ${LEFT_OUT[reason]}: ${listed(ids)}`);
    }
  }
}

program
  .command('build')
  .description('write the programme')
  .addArgument(editionArgument())
  .addOption(formatOption())
  .addOption(langOption())
  .addOption(outOption())
  .addOption(dataOption())
  .addOption(sinceOption())
  .addOption(jsonOption())
  .addHelpText('after', '\nExample:\n  programme build 1 --format pdf --out published')
  .action(async (edition: string, options: OutputOptions) => {
    const { build } = await import('./commands/build.ts');
    await sayDesignNotes(options.data, edition);
    report(await build(outputOptions(edition, options)), options.json);
  });

/** Options that name an extract. */
interface ExtractFlags {
  by?: string;
  value?: string;
  region?: string;
}

const byOption = (): Option =>
  new Option(
    '--by <field>',
    'what events share: a field, a side (its bodies), region, theme or day (default: region)',
  );
const valueOption = (): Option => new Option('--value <words>', 'with --by: the value that they share');
const regionOption = (): Option =>
  new Option(
    '--region <name>',
    'short for --by region --value: its code, a name in any language, or as printed',
  ).conflicts(['by', 'value']);

/** The extract that options name, if they name one. */
function extractQuery({ by, value, region }: ExtractFlags): { by: string; value: string } | undefined {
  if (region !== undefined) return { by: 'region', value: region };
  return value === undefined ? undefined : { by: by ?? 'region', value };
}

/** The same, of a verb that does something else without. */
function extractFilter(flags: ExtractFlags): { extract?: { by: string; value: string } } {
  const extract = extractQuery(flags);
  if (extract === undefined && flags.by !== undefined)
    throw new UserError({
      message: `--by ${flags.by} needs a value`,
      hint: `give --value; \`programme extract --list --by ${flags.by}\` shows them`,
    });
  return extract === undefined ? {} : { extract };
}

program
  .command('extract')
  .description('write the programme of events that share a region, a venue, a day …, or of every one')
  .addArgument(editionArgument())
  .addOption(byOption())
  .addOption(valueOption().conflicts(['all', 'list']))
  .addOption(regionOption().conflicts(['by', 'value', 'all', 'list']))
  .addOption(new Option('--all', 'every value that events have, and a manifest').conflicts('list'))
  .addOption(new Option('--list', 'list the values with the numbers of their events'))
  .addOption(formatOption())
  .addOption(langOption())
  .addOption(outOption())
  .addOption(dataOption())
  .addOption(sinceOption())
  .addOption(jsonOption())
  .addHelpText(
    'after',
    '\nExamples:\n  programme extract 1 --region Occitanie --out regions\n  programme extract --by theme --all',
  )
  .action(async (edition: string, options: OutputOptions & ExtractFlags & { all?: true; list?: true }) => {
    const verb = await import('./commands/extract.ts');
    const by = options.by ?? 'region';
    const query = extractQuery(options);
    const sayWithout = (ids: readonly string[]): void => {
      if (ids.length > 0)
        say(`${count(ids.length, 'event')} in none of them: ${firstOf(ids, '--list --json has all')}`);
    };
    if (options.list) {
      const { extractsJson, extractsText, whyEmpty } = await import('./commands/which-extract.ts');
      const { programme, ...list } = await verb.listExtracts(options.data, edition, by);
      print(options.json ? extractsJson(list) : extractsText(list, programme));
      if (list.extracts.length === 0) say(problemLine(whyEmpty(programme, by)));
      else sayWithout(list.without);
    } else if (options.all) {
      await sayDesignNotes(options.data, edition);
      const { manifest, files } = await verb.extractAll(by, outputOptions(edition, options), progress);
      if (options.json) print(JSON.stringify(manifest, null, 2));
      say(`${count(manifest.extracts.length, 'programme')} written; ${files.join(', ')}`);
      sayWithout(manifest.without);
      for (const { value, name, reason } of manifest.failed) say(`${name} (${value}) failed: ${reason}`);
      if (manifest.failed.length > 0) process.exitCode = EXIT.findings;
    } else if (query !== undefined) {
      await sayDesignNotes(options.data, edition);
      const { name, built } = await verb.extract(query, outputOptions(edition, options));
      say(name);
      report(built, options.json);
    } else {
      throw new UserError({
        message: options.by === undefined ? 'no region is named' : `no value of ${by} is named`,
        hint: `give ${options.by === undefined ? '--region NAME' : '--value WORDS'}, or --all, or --list`,
      });
    }
  });

function diffFormats(value: string): DiffFormat[] {
  const formats = listOf(DIFF_FORMATS)(value);
  if (PRINTED_FORMATS.filter((format) => formats.includes(format)).length > 1)
    throw new InvalidArgumentError(`Only one of ${PRINTED_FORMATS.join(', ')} can be printed at a time.`);
  return formats;
}

program
  .command('diff')
  .description('compare two editions, folders or spreadsheets')
  .argument('<old>', 'an edition, draft, a folder with a dataset, or a spreadsheet')
  .argument('<new>', 'the same')
  .addOption(
    new Option('--format <list>', `forms of the report, of ${DIFF_FORMATS.join(', ')}`)
      .argParser(diffFormats)
      .default(['text'], 'text'),
  )
  .addOption(byOption())
  .addOption(valueOption())
  .addOption(regionOption())
  .addOption(
    new Option(
      '--fail-on <severity>',
      'end with exit code 1 on unapproved changes of this severity or worse',
    ).choices(CHANGE_SEVERITIES),
  )
  .addOption(
    new Option('--lang <language>', 'language of the report (default: that of the new edition)').choices(
      LANGS,
    ),
  )
  .addOption(outOption())
  .addOption(dataOption())
  .addHelpText('after', '\nExample:\n  programme diff 1 draft --format html,pdf --out review')
  .action(
    async (
      old: string,
      now: string,
      options: ExtractFlags & {
        format: DiffFormat[];
        failOn?: ChangeSeverity;
        lang?: Lang;
        out: string;
        data?: string;
      },
    ) => {
      const [{ diff }, { diffReports }, { countAtLeast }] = await Promise.all([
        import('./commands/diff.ts'),
        import('./commands/diff-reports.ts'),
        import('./compare/select.ts'),
      ]);
      const result = await diff({
        ...(options.data === undefined ? {} : { data: options.data }),
        old,
        new: now,
        ...extractFilter(options),
      });
      const reports = await diffReports(result, {
        formats: options.format,
        lang: options.lang ?? result.new.config.language,
        out: options.out,
        colour: colourful(process.stdout),
      });
      for (const text of reports.printed) print(text);
      for (const path of reports.written) say(path);
      if (options.failOn !== undefined && countAtLeast(result.comparison, options.failOn) > 0)
        process.exitCode = EXIT.findings;
    },
  );

program
  .command('check')
  .description('proof an edition')
  .addArgument(editionArgument())
  .addOption(
    new Option(
      '--format <format>',
      'form of the report; pdf and docx are the proof sheet, with remarks in a margin or as comments',
    )
      .choices(CHECK_FORMATS)
      .default('text'),
  )
  .addOption(
    new Option('--fail-on <severity>', 'end with exit code 1 on findings of this severity or worse')
      .choices(FINDING_SEVERITIES)
      .default('error'),
  )
  .addOption(
    new Option(
      '--all',
      'show each finding, however many are alike (text and md; the other formats have all)',
    ),
  )
  .addOption(new Option('--rules', 'list the rules'))
  .addOption(new Option('--fix', 'make the safe corrections in the draft'))
  .addOption(new Option('--dry-run', 'with --fix: show the corrections, write nothing'))
  .addOption(outOption())
  .addOption(dataOption())
  .addHelpText('after', '\nExample:\n  programme check --fix --dry-run')
  .action(
    async (
      edition: string,
      options: {
        format: CheckFormat;
        out: string;
        failOn: FindingSeverity;
        all?: true;
        rules?: true;
        fix?: true;
        dryRun?: true;
        data: string;
      },
    ) => {
      const { data, format, out } = options;
      const { checkReport, rulesReport } = await import('./commands/check-reports.ts');
      if (options.rules) return print(rulesReport(format));
      if (options.fix) return fix({ data, edition }, options.dryRun);
      const { check, foundAtLeast } = await import('./commands/check.ts');
      const found = await check({ data, edition });
      for (const line of found.notChecked ?? []) say(line);
      const reported = await checkReport(found, {
        format,
        out,
        colour: colourful(process.stdout),
        all: options.all === true,
      });
      if (typeof reported === 'string') print(reported);
      else report([reported], undefined);
      if (foundAtLeast(found, options.failOn)) process.exitCode = EXIT.findings;
    },
  );

async function fix(options: CheckOptions, dryRun: true | undefined): Promise<void> {
  const { planFixes, writeFixes } = await import('./commands/check.ts');
  const plan = await planFixes(options);
  for (const diff of plan.diffs) print(diff);
  if (!dryRun) await writeFixes(options.data, plan);
  say(`${plan.files.length} files ${dryRun ? 'would change' : 'changed'}`);
}

program
  .command('freeze')
  .description('turn the draft into an edition, which keeps what is published of it')
  .argument('<name>', 'name of the edition, such as 2')
  .addOption(new Option('--dry-run', 'show what would be written, write nothing'))
  .addOption(
    new Option(
      '--out <dir>',
      'copy the published files to a folder too; for an edition that is there, only that',
    ),
  )
  .addOption(dataOption())
  .addHelpText('after', '\nExample:\n  programme freeze 2 --dry-run')
  .action(async (name: string, options: { dryRun?: true; out?: string; data: string }) => {
    const { copyPublished, freeze, planFreeze } = await import('./commands/freeze.ts');
    const { data, out } = options;
    await sayDesignNotes(data);
    const plan = await planFreeze({ data, name }, HOST);
    const { edition, lock } = plan;
    for (const { path } of edition?.files ?? []) print(printable(`${edition?.folder}/${path}`));
    if (options.dryRun) return say(`edition ${name} could be frozen; nothing was written`);
    freeze(plan, data);
    say(
      edition === undefined
        ? `edition ${name} was frozen already, with these very data`
        : `edition ${name} is frozen`,
    );
    say(`fingerprint ${lock.fingerprint}`);
    if (lock.verapdf !== undefined) say(`PDF/UA-1 and PDF/A-2a of its PDF files: ${lock.verapdf}`);
    if (out !== undefined) for (const file of await copyPublished(plan, data, out)) print(printable(file));
  });

program
  .command('verify')
  .description('say whether editions are consistent with their locks, or which edition a file is of')
  .argument('[edition or file]', 'a frozen edition, or a published file (default: all editions)')
  .addOption(
    new Option('--expect <fingerprint>', 'what the fingerprint of the edition is known to be').argParser(
      fingerprint,
    ),
  )
  .addOption(new Option('--rebuild', 'build the published files again and compare their bytes'))
  .addOption(dataOption())
  .addOption(jsonOption())
  .addHelpText('after', '\nExamples:\n  programme verify 2 --rebuild\n  programme verify brochure.pdf')
  .action(async (words: string | undefined, options: VerifyOptions & { json?: true }) => {
    const [{ isFileInHand, verifyEditions, verifyFile }, { verificationText }] = await Promise.all([
      import('./commands/verify.ts'),
      import('./commands/verify-text.ts'),
    ]);
    const inHand = words !== undefined && (await isFileInHand(words, options.data));
    const file = inHand ? await verifyFile(words, options.data) : undefined;
    const editions =
      file === undefined || file.published !== undefined
        ? await verifyEditions(file?.published?.edition ?? words, options, HOST)
        : [];
    if (options.json)
      print(JSON.stringify({ version: 2, ...(file === undefined ? {} : { file }), editions }, null, 2));
    else print(verificationText(editions, file));
    if (editions.length === 0 ? file !== undefined : editions.some(({ passed }) => !passed))
      process.exitCode = EXIT.findings;
  });

function fingerprint(value: string): string {
  if (/^[0-9a-f]{64}$/i.test(value)) return value.toLowerCase();
  throw new InvalidArgumentError('A fingerprint has 64 hexadecimal digits.');
}

program
  .command('ready')
  .description('say whether the draft may be published')
  .addOption(
    new Option('--require <list>', 'gates that may not stay unchecked, of verapdf').argParser(
      listOf(['verapdf'] as const satisfies readonly OptionalGate[]),
    ),
  )
  .addOption(dataOption())
  .addOption(jsonOption())
  .addHelpText('after', '\nExample:\n  programme ready')
  .action(async (options: ReadyOptions & { json?: true }) => {
    const { ready } = await import('./commands/ready.ts');
    const { gatesText } = await import('./report/gates.ts');
    const result = await ready(options);
    print(options.json ? JSON.stringify(result, null, 2) : gatesText(result));
    if (!result.ready) process.exitCode = EXIT.findings;
  });

program
  .command('export')
  .description(
    'write the events as a spreadsheet, .xlsx or .csv, as a Word file to be corrected, .docx, or the texts for translators, .xlf',
  )
  .argument('<file>', 'file to write; its ending says which kind')
  .addArgument(editionArgument())
  .addOption(byOption())
  .addOption(valueOption())
  .addOption(regionOption())
  .addOption(
    new Option(
      '--lang <language>',
      'language of a .docx (default: that of the programme), or that a .xlf is to be translated into',
    ).choices(LANGS),
  )
  .addOption(dataOption())
  .addHelpText(
    'after',
    '\nExamples:\n  programme export events.xlsx\n  programme export corrections.docx --region Occitanie\n  programme export translation.xlf --lang fr',
  )
  .action(async (file: string, edition: string, options: ExtractFlags & { data: string; lang?: Lang }) => {
    const given = { data: options.data, edition, file, ...extractFilter(options) };
    if (/\.xlf$/i.test(file)) return exportForTranslators(given, options.lang);
    const exported = /\.docx$/i.test(file)
      ? (await import('./commands/export-corrections.ts')).exportCorrections(given, options.lang)
      : (await import('./commands/export.ts')).exportSheet(given);
    const { path, events } = await exported;
    say(`${path}  ${events} events`);
  });

/** Writes the texts for translators. */
async function exportForTranslators(given: ExportOptions, lang: Lang | undefined): Promise<void> {
  if (lang === undefined)
    throw new UserError({
      message: 'the language to be translated into is missing',
      hint: `name it with --lang: ${LANGS.join(', ')}`,
    });
  const { exportTranslation } = await import('./commands/export-translation.ts');
  const { path, texts, outdated, missing } = await exportTranslation(given, lang);
  say(
    `${path}  ${count(texts, 'text')}: ${texts - outdated - missing} translated, ${outdated} outdated, ${missing} missing`,
  );
}

program
  .command('import')
  .description(
    'show what a spreadsheet, or what comes back from others, changes in the draft; take it with --write',
  )
  .argument(
    '<file>',
    'spreadsheet, .xlsx or .csv; a Word file, .docx, translations, .xlf, or a sheet of verdicts that comes back; or the folder of a copy of the dataset',
  )
  .addOption(new Option('--map <file>', 'mapping of its columns (default: found by the headings)'))
  .addOption(new Option('--write', 'make the changes in the draft; of a proposal those without a conflict'))
  .addOption(new Option('--propose', 'keep the changes as a proposal, for `review`').conflicts('write'))
  .addOption(reviewerOption())
  .addOption(new Option('--dry-run', 'write nothing at all, not even the proposed mapping'))
  .addOption(yearOption())
  .addOption(allOption())
  .addOption(new Option('--remove-missing', 'remove the events that the spreadsheet does not have'))
  .addOption(new Option('--encoding <name>', 'encoding of a CSV file, where the one that is found is wrong'))
  .addOption(
    new Option('--separator <character>', 'separator of a CSV file, where the one that is found is wrong'),
  )
  .addOption(dataOption())
  .addHelpText('after', '\nExample:\n  programme import events.xlsx --write')
  .action(async (file: string, options: ImportFlags) => {
    const { readReviewSheet } = await import('./commands/review-sheet.ts');
    const given = await readReviewSheet(file);
    if (given !== undefined) return takeVerdicts(given, options);
    if (options.propose || (await (await import('./commands/propose.ts')).isProposal(file)))
      return proposeFile(file, options);
    const [{ importSheet }, { grouped }, { fatesText }, { changesAsText }] = await Promise.all([
      import('./commands/import.ts'),
      import('./commands/grouped.ts'),
      import('./commands/fates-text.ts'),
      import('./report/changes-text.ts'),
    ]);
    const { data, map, encoding, separator } = options;
    const result = await importSheet({
      data,
      file,
      removeMissing: options.removeMissing === true,
      write: options.write === true,
      dryRun: options.dryRun === true,
      ...(map === undefined ? {} : { map }),
      ...(options.year === undefined ? {} : { year: options.year }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(separator === undefined ? {} : { separator }),
    });
    print(changesAsText(result.comparison, { lang: MESSAGES, colour: colourful(process.stdout) }));
    for (const note of result.notes) say(note);
    for (const line of fatesText(result.fates)) say(line);
    const said = [...result.remarks, ...result.problems];
    for (const problem of options.all ? said : grouped(said)) say(problemLine(problem));
    if (result.missing.length > 0)
      say(
        `not in the spreadsheet, ${options.removeMissing ? 'removed' : 'kept'}: ${options.all ? listed(result.missing) : firstOf(result.missing, '--all shows them')}`,
      );
    if (result.mapping !== undefined) {
      if (options.all || result.mapping.path === undefined) say(result.mapping.yaml);
      if (result.mapping.path !== undefined)
        say(
          `written as ${result.mapping.path}: correct it there and pass it with --map ${shellWord(result.mapping.path)}`,
        );
    }
    say(
      `${result.events} events read; ${result.written && result.files.length > 0 ? `written: ${listed(result.files)}` : 'the draft is as it was'}`,
    );
    if (result.problems.length > 0) process.exitCode = EXIT.usage;
  });

/** Gives the verdicts of a sheet: on a proposal, or approvals of changes since the last edition. */
async function takeVerdicts(
  { subject, verdicts }: SheetVerdicts,
  { data, by, dryRun }: ImportFlags,
): Promise<void> {
  const accepted = verdicts.filter(({ verdict }) => verdict === 'accept');
  say(`${subject}: ${accepted.length} accepted, ${verdicts.length - accepted.length} refused`);
  if (dryRun) return;
  if (by === undefined) throw nobody();
  if (!subject.startsWith('since ')) {
    const { review } = await import('./commands/review.ts');
    const rulings = verdicts.map(({ id, verdict, why }) => ({
      id,
      verdict: verdict === 'accept' ? ('accepted' as const) : ('refused' as const),
      ...(why === undefined ? {} : { why }),
    }));
    return sayReviewed(await review({ data, name: subject, verdicts: rulings, by, date: today() }));
  }
  const { approve } = await import('./commands/approve.ts');
  for (const why of new Set(accepted.map((own) => own.why))) {
    const ids = accepted.filter((own) => own.why === why).map(({ id }) => id);
    const { approved, problems } = await approve({
      data,
      approve: ids,
      by,
      date: today(),
      ...(why !== undefined && { why }),
    });
    for (const problem of problems) say(problemLine(problem));
    say(`${count(approved.length, 'change')} approved`);
  }
}

/** Shows what a file proposes, and keeps or takes it. */
async function proposeFile(
  source: string,
  { data, propose: keep, write: take, by }: ImportFlags,
): Promise<void> {
  const [{ propose }, { review }, { changesAsText }, { proposalNotes, remaindersText }] = await Promise.all([
    import('./commands/propose.ts'),
    import('./commands/review.ts'),
    import('./report/changes-text.ts'),
    import('./report/proposal-text.ts'),
  ]);
  if (take && by === undefined) throw nobody();
  const found = await propose({ data, source, date: today(), write: keep === true || take === true });
  const byId = new Map(found.changes.map((change) => [change.id, change]));
  print(
    changesAsText(found.comparison, {
      lang: MESSAGES,
      colour: colourful(process.stdout),
      notesOn: ({ fingerprint }) => {
        const change = byId.get(fingerprint);
        return change === undefined ? [] : proposalNotes(change, found.standings.get(fingerprint));
      },
    }),
  );
  for (const line of remaindersText('comments, kept as internal notes:', found.comments))
    print(printable(line));
  for (const line of remaindersText(
    'without a place in the dataset, for you to take by hand:',
    found.unplaced,
  ))
    print(printable(line));
  for (const note of found.notes) say(note);
  say(
    `${count(found.changes.length, 'change')}, ${found.conflicts.length} in conflict; ${found.done} in the draft already, ${found.known} known from earlier proposals`,
  );
  if (found.file === undefined) return say('the draft is as it was');
  say(`kept as ${found.file}`);
  if (!take) return say(`next: programme review ${found.name}`);
  const { files } = await review({
    data,
    name: found.name,
    acceptAll: true,
    date: today(),
    ...(by !== undefined && { by }),
  });
  say(`written: ${listed(files)}`);
}

const nobody = (): UserError =>
  new UserError({
    message: 'nobody is named who decides',
    hint: 'say --by NAME: it is kept with the verdict',
  });

function reviewerOption(): Option {
  return new Option('--by <name>', 'who gives the verdicts');
}

program
  .command('review')
  .description('decide on the changes that others propose, or approve those since the last edition')
  .argument('[proposal]', 'name of a proposal (default: the changes since the last edition)')
  .addOption(new Option('--accept <id...>', 'accept changes, and make them in the draft; or approve them'))
  .addOption(new Option('--refuse <id...>', 'refuse changes'))
  .addOption(new Option('--reopen <id...>', 'take verdicts back, and what they changed in the draft'))
  .addOption(new Option('--all-typographic', 'accept all typographic changes that are no conflict'))
  .addOption(reviewerOption())
  .addOption(new Option('--why <words>', 'why it was decided so'))
  .addOption(
    new Option('--sheet <file>', 'write the changes as a workbook for the verdicts; `import` takes them'),
  )
  .addOption(dataOption())
  .addOption(jsonOption())
  .addHelpText(
    'after',
    '\nExamples:\n  programme review\n  programme review lyon --accept 1a2b3c4d5e6f --by "A. Editor"\n  programme review lyon --sheet verdicts.xlsx',
  )
  .action(async (name: string | undefined, options: ReviewFlags) => {
    const isAsked = [options.accept, options.refuse, options.reopen].some((ids) => ids !== undefined);
    const isQuiet = isAsked || options.allTypographic || options.json || options.sheet !== undefined;
    const onTerminal = !isQuiet && process.stdin.isTTY && process.stdout.isTTY;
    if (name === undefined) await approveChanges(options, onTerminal);
    else await reviewProposal(name, options, onTerminal);
  });

/** Lists changes, with what is to be said of each below it. */
async function listChanges(
  comparison: Comparison,
  notesOn: (id: string) => readonly string[],
): Promise<void> {
  const { changesAsText } = await import('./report/changes-text.ts');
  print(
    changesAsText(comparison, {
      lang: MESSAGES,
      colour: colourful(process.stdout),
      notesOn: ({ fingerprint }) => notesOn(fingerprint),
    }),
  );
}

async function reviewProposal(name: string, options: ReviewFlags, onTerminal: boolean): Promise<void> {
  const { review } = await import('./commands/review.ts');
  const { proposalNotes, remaindersText } = await import('./report/proposal-text.ts');
  const { json, sheet, ...given } = options;
  const call = { ...given, name, date: today() };
  const found = await review(call);
  const { proposal, comparison, standings, draft } = found;
  const byId = new Map(proposal.changes.map((change) => [change.id, change]));
  const notesOn = (id: string): readonly string[] => {
    const change = byId.get(id);
    return change === undefined ? [] : proposalNotes(change, standings.get(id));
  };
  if (sheet !== undefined) {
    const { writeReviewSheet } = await import('./commands/review-sheet.ts');
    await writeReviewSheet(sheet, name, draft, comparison, (id) => {
      const { by = '', date = '', verdict = 'open', decided } = byId.get(id) ?? {};
      const standing = standings.get(id);
      return {
        draft: standing?.state === 'conflict' ? (standing.ours ?? '–') : '',
        by: [by, date].filter((part) => part !== '').join(', '),
        why: decided?.why ?? '',
        ...(verdict === 'open' ? {} : { verdict: verdict === 'accepted' ? 'accept' : 'refuse' }),
      };
    });
    say(
      `${sheet}  ${count(proposal.changes.length, 'change')}; next: programme import ${shellWord(sheet)} --by NAME`,
    );
    return;
  }
  const open = proposal.changes.filter(({ verdict }) => verdict === 'open');
  if (onTerminal && open.length > 0) {
    const shown = open.map(({ id, theirs, markdown }) => {
      const words = markdown?.theirs ?? theirs;
      return { id, ...(words === undefined ? {} : { words }) };
    });
    const answers = await askEach(comparison, shown, notesOn);
    const verdicts = [...answers].map(([id, answer]) => ({ id, ...answer }));
    return sayReviewed(await review({ ...call, by: await named(options.by, verdicts.length), verdicts }));
  }
  if (json) {
    const changes = proposal.changes.map((change) => ({
      ...change,
      standing: standings.get(change.id)?.state,
    }));
    print(JSON.stringify({ version: 1, name, ...proposal, changes }, null, 2));
  } else {
    await listChanges(comparison, notesOn);
    for (const line of remaindersText('comments:', proposal.comments)) print(printable(line));
    for (const line of remaindersText('without a place in the dataset:', proposal.unplaced))
      print(printable(line));
  }
  sayReviewed(found);
}

function sayReviewed({ files, problems }: { files: readonly string[]; problems: readonly Problem[] }): void {
  for (const problem of problems) say(problemLine(problem));
  if (files.length > 0) say(`written: ${listed(files)}`);
  if (problems.length > 0) process.exitCode = EXIT.usage;
}

async function approveChanges(options: ReviewFlags, onTerminal: boolean): Promise<void> {
  const { refuse, reopen, accept, json, sheet, ...given } = options;
  if (refuse !== undefined || reopen !== undefined)
    throw new UserError({
      message: 'changes of the draft itself can be approved only',
      hint: 'change the draft, or take an entry out of approvals.yaml; to decide on a proposal, name it',
    });
  const [{ approve }, { listProposals }] = await Promise.all([
    import('./commands/approve.ts'),
    import('./commands/review.ts'),
  ]);
  const call = { ...given, date: today(), ...(accept === undefined ? {} : { approve: accept }) };
  const found = await approve(call);
  const { edition, comparison, draft } = found;
  const proposals = await listProposals(options.data);
  if (json)
    return print(
      JSON.stringify({ version: 1, edition, changes: comparison?.changes ?? [], proposals }, null, 2),
    );
  if (comparison === undefined) say('there is no earlier edition: nothing is to be approved');
  else if (sheet !== undefined) {
    const { writeReviewSheet } = await import('./commands/review-sheet.ts');
    const approvals = new Map(comparison.changes.map(({ fingerprint, approval }) => [fingerprint, approval]));
    await writeReviewSheet(sheet, `since ${edition ?? ''}`, draft, comparison, (id) => {
      const { by = '', note = '' } = approvals.get(id) ?? {};
      return { draft: '', by, why: note, ...(by === '' ? {} : { verdict: 'accept' }) };
    });
    return say(
      `${sheet}  ${count(comparison.changes.length, 'change')}; next: programme import ${shellWord(sheet)} --by NAME`,
    );
  } else if (onTerminal && comparison.changes.some(({ approval }) => approval === undefined)) {
    const open = comparison.changes.filter(({ approval }) => approval === undefined);
    const answers = await askEach(
      comparison,
      open.map(({ fingerprint: id }) => ({ id })),
      () => [],
      ['accept', 'skip', 'back', 'undo', 'quit'],
    );
    const { approved } = await approve({
      ...call,
      by: await named(options.by, answers.size),
      approve: [...answers.keys()],
    });
    say(`${count(approved.length, 'change')} approved`);
  } else await listChanges(comparison, () => []);
  for (const { name, open, accepted, refused } of proposals)
    print(`proposal ${name}  ${open} open, ${accepted} accepted, ${refused} refused`);
  for (const problem of found.problems) say(problemLine(problem));
  if (found.approved.length > 0) say(`${count(found.approved.length, 'change')} approved`);
  if (found.problems.length > 0) process.exitCode = EXIT.usage;
}

/** Goes through changes on the terminal. */
async function askEach(
  comparison: Comparison,
  changes: readonly { id: string; words?: string }[],
  notesOn: (id: string) => readonly string[],
  acts?: readonly Act[],
): Promise<ReadonlyMap<string, Answer>> {
  const [{ goThrough }, { changesAsText }, { openTerminal }] = await Promise.all([
    import('./commands/review-session.ts'),
    import('./report/changes-text.ts'),
    import('./commands/this-terminal.ts'),
  ]);
  const byId = new Map(comparison.changes.map((change) => [change.fingerprint, change]));
  const textOf = (id: string): string => {
    const change = byId.get(id);
    if (change === undefined) return id;
    const text = changesAsText(
      { ...comparison, changes: [change], untracked: [] },
      { lang: MESSAGES, colour: colourful(process.stdout), notesOn: () => notesOn(id) },
    );
    return text.split('\n').slice(HEAD_LINES).join('\n').trimEnd();
  };
  const terminal = openTerminal(print);
  try {
    const shown = changes.map((change) => ({
      ...change,
      get text() {
        return textOf(change.id);
      },
    }));
    return await goThrough(shown, terminal, acts);
  } finally {
    terminal.close();
  }
}

/** Lines of a list of changes above the first one. */
const HEAD_LINES = 3;

/** Who decides: the name that was given, or one that is asked for where there is something to decide. */
async function named(by: string | undefined, verdicts: number): Promise<string> {
  if (by !== undefined || verdicts === 0) return by ?? 'nobody';
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (;;) {
      const answer = (await lines.question('Who decides? ')).trim();
      if (answer !== '') return answer;
    }
  } finally {
    lines.close();
  }
}

interface ReviewFlags {
  data: string;
  accept?: string[];
  refuse?: string[];
  reopen?: string[];
  allTypographic?: true;
  by?: string;
  why?: string;
  sheet?: string;
  json?: true;
}

interface ImportFlags {
  data: string;
  propose?: true;
  by?: string;
  map?: string;
  year?: number;
  all?: true;
  write?: true;
  dryRun?: true;
  removeMissing?: true;
  encoding?: string;
  separator?: string;
}

program
  .command('init')
  .description('write a new dataset')
  .argument('<dir>', 'folder of the new dataset')
  .addOption(new Option('--from <file>', 'take the events of a spreadsheet'))
  .addOption(new Option('--map <file>', 'with --from: mapping of its columns'))
  .addOption(yearOption())
  .addOption(allOption())
  .addHelpText('after', '\nExample:\n  programme init my-programme --from events.xlsx')
  .action(async (dir: string, options: { from?: string; map?: string; year?: number; all?: true }) => {
    const [{ initDataset }, { YearUnknown }, { grouped }, { fatesText }] = await Promise.all([
      import('./commands/init.ts'),
      import('./commands/init-plan.ts'),
      import('./commands/grouped.ts'),
      import('./commands/fates-text.ts'),
    ]);
    const { all, ...given } = options;
    const made = await initDataset({ dir, ...given }).catch(async (error: unknown) => {
      if (!(error instanceof YearUnknown) || !process.stdin.isTTY || !process.stderr.isTTY) throw error;
      say(error.message);
      return initDataset({ dir, ...given, year: await askYear() });
    });
    const { files, themes, events, fates, notes, remarks } = made;
    for (const note of notes) say(note);
    for (const line of fatesText(fates)) say(line);
    for (const remark of all ? remarks : grouped(remarks)) say(problemLine(remark));
    say(
      `${dir}  ${files.length} files, ${count(themes, 'theme')}, ${count(events, 'event')}; next: programme build --data ${shellWord(dir)}`,
    );
  });

/** Ids that are said one by one. */
const SHOWN_IDS = 10;

/** The first ids of a list, and how many there are besides. */
function firstOf(ids: readonly string[], where: string): string {
  const more = ids.length - SHOWN_IDS;
  return more < 2 ? listed(ids) : `${ids.slice(0, SHOWN_IDS).join(', ')} and ${more} more (${where})`;
}

function yearOption(): Option {
  return new Option('--year <year>', 'year of dates that name none').argParser(yearOf);
}

function allOption(): Option {
  return new Option('--all', 'say each remark, not only the first three of a kind');
}

function yearOf(words: string): number {
  if (!/^[1-9]\d{3}$/.test(words)) throw new InvalidArgumentError('expected a year such as 2030');
  return Number(words);
}

/** Asks for a year on the terminal until one is given. */
async function askYear(): Promise<number> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (;;) {
      const answer = (await lines.question('Year of the dates that name none: ')).trim();
      if (/^[1-9]\d{3}$/.test(answer)) return Number(answer);
    }
  } finally {
    lines.close();
  }
}

/** Whether a stream is a terminal that shows colours. */
function colourful(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && process.env.NO_COLOR === undefined && process.env.CI === undefined;
}

/** One line that counts up on a terminal; nothing elsewhere. */
function progress(done: number, all: number, name: string): void {
  if (!process.stderr.isTTY || process.env.CI !== undefined) return;
  write(process.stderr, `\r\u001b[K${done} / ${all}  ${done === all ? '\n' : printable(name)}`);
}

/** Finds the dataset where none is named, and the folders that a command reads or writes; what interrupted commands left there is finished first. */
program.hook('preAction', async (_, command) => {
  const { settle } = await import('./commands/unfinished.ts');
  if (command.options.some(({ long }) => long === '--data') && command.getOptionValue('data') === undefined) {
    const { areFiles, dataFolder, noDataset } = await import('./commands/data-folder.ts');
    const found = command.name() === 'diff' && areFiles(command.args) ? undefined : dataFolder(process.cwd());
    const needsNone = command.name() === 'diff' || command.getOptionValue('rules') === true;
    if (found === undefined && !needsNone) throw noDataset();
    command.setOptionValue('data', found);
  }
  const { data, out } = command.opts<{ data?: string; out?: string }>();
  const folders = [data, out, ...command.args].filter((folder) => folder !== undefined);
  for (const folder of new Set(folders)) for (const line of settle(folder)) say(line);
});

/** Arguments where help for a command that there is not is a call of that command. */
function withoutVainHelp(args: readonly string[]): readonly string[] {
  const name = args[0] === 'help' ? args[1] : args[0];
  const known =
    name === undefined || name.startsWith('-') || program.commands.some((verb) => verb.name() === name);
  return known ? args : [name];
}

/** Runs the command line and gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  // npm runs the script in the folder of the program: paths are meant from where the user stands.
  const { npm_lifecycle_event: script, INIT_CWD: stands } = process.env;
  if (script === 'programme' && stands !== undefined) process.chdir(stands);
  // Signals end the process wherever it is, except while files take their places. The first process of a container must ask for it.
  if (process.pid === 1)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => process.exit(EXIT.interrupted));
  try {
    await program.parseAsync(withoutVainHelp(args), { from: 'user' });
    return Number(process.exitCode ?? EXIT.done);
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.done : EXIT.usage;
    const error = refusalOf(thrown);
    if (error instanceof UserError) {
      say(error.message);
      return EXIT.usage;
    }
    say(
      'This is a fault of the program, not of your data. Please report it with the lines below and the command that you gave.',
    );
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return EXIT.bug;
  }
}

/** Ends the process when all that was written has arrived: to give back its memory first takes longer than printing help. */
async function leave(code: number): Promise<void> {
  for (const stream of written) await new Promise((arrived) => stream.write('', arrived));
  process.exit(code);
}

void main(process.argv.slice(2)).then(leave);
