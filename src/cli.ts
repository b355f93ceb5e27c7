/** The command line: names, options and help. The function of a command is loaded when the command runs. */

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { LANGS } from '../languages/index.ts';
import about from '../package.json' with { type: 'json' };
import {
  CHECK_FORMATS,
  DIFF_FORMATS,
  type DiffFormat,
  FORMAT_NAMES,
  loadDataFolder,
  loadUnfinished,
  type OptionalGate,
  PAPER_FORMAT_NAMES,
  PRINTED_FORMATS,
} from './commands/index.ts';
import { type Console, type Io, type Outcome, openStreams, type Streams, VERBS } from './console/index.ts';
import { UserError } from './errors.ts';
import {
  CHANGE_SEVERITIES,
  FINDING_SEVERITIES,
  STATUSES,
  type Status,
  WAIVABLE_GATES,
  type WaivableGate,
} from './model/index.ts';
import { refusalOf } from './system-errors.ts';

const EXIT = { done: 0, findings: 1, refused: 2, bug: 3 } as const;
/** Loads the function of a command; the command passes its arguments and flags. */
type Verb<A extends unknown[]> = () => Promise<(...args: [...A, Console]) => Promise<Outcome>>;

/** Makes the action of a command: calls its function and stores the outcome. */
type Calling = <A extends unknown[]>(verb: Verb<A>) => (...args: [...A, Command]) => Promise<void>;

/** Parses a comma-separated list of words from a fixed set. */
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

function reviewerOption(): Option {
  return new Option('--by <name>', 'who gives the verdicts');
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

function fingerprint(value: string): string {
  if (/^[0-9a-f]{64}$/i.test(value)) return value.toLowerCase();
  throw new InvalidArgumentError('Expected 64 hexadecimal digits.');
}

function statusOf(value: string, earlier: ReadonlyMap<string, Status> = new Map()): Map<string, Status> {
  const [event = '', words] = value.split('=');
  const status = STATUSES.find((one) => one === words);
  if (status === undefined)
    throw new InvalidArgumentError(`Expected EVENT=STATUS with one of ${STATUSES.join(', ')}.`);
  return new Map([...earlier, [event, status]]);
}

function diffFormats(value: string): DiffFormat[] {
  const formats = listOf(DIFF_FORMATS)(value);
  if (PRINTED_FORMATS.filter((format) => formats.includes(format)).length > 1)
    throw new InvalidArgumentError(`Only one of ${PRINTED_FORMATS.join(', ')} can be printed at a time.`);
  return formats;
}

/** The commands of one run. */
function commandsOf(streams: Streams, calling: Calling): Command {
  const program = new Command('programme')
    .description(
      'Publishes an official programme of events as accessible PDF, Word and web page, and compares its editions.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: streams.write,
      writeErr: streams.writeError,
    })
    .version(about.version, '--version', 'print the version')
    .showHelpAfterError('(--help shows how to call it)');

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
    .action(calling(VERBS.build));

  program
    .command('open')
    .description('open the desk in the browser: see the pages, correct events')
    .argument('[folder]', 'folder of the dataset (default: found as for the other commands)')
    .option('--no-browser', 'print the address instead')
    .addHelpText('after', '\nExample:\n  programme open my-programme')
    .action(calling(VERBS.open));

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
    .action(calling(VERBS.extract));

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
    .option('--ids', 'show ids, fingerprints and codes, for those who edit the data (json has them always)')
    .addOption(outOption())
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  programme diff 1 draft --format html,pdf --out review')
    .action(calling(VERBS.diff));

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
    .option(
      '--ids',
      'on a proof sheet, show the ids of rules, events and fields, for those who edit the data',
    )
    .addOption(new Option('--rules', 'list the rules'))
    .addOption(new Option('--fix', 'make the safe corrections in the draft'))
    .addOption(new Option('--dry-run', 'with --fix: show the corrections, write nothing'))
    .addOption(outOption())
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  programme check --fix --dry-run')
    .action(calling(VERBS.check));

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
    .addOption(
      new Option(
        '--extracts <field>',
        'publish the extracts too, of each value of a field, a side, region, theme or day',
      ),
    )
    .addOption(new Option('--corrects <edition>', 'make it an erratum to the newest edition'))
    .addOption(
      new Option(
        '--status <event=status...>',
        `with --corrects: publish the edition again with an event set to ${STATUSES.join(', ')}, in the draft too, and approve that`,
      ).argParser(statusOf),
    )
    .addOption(
      new Option(
        '--without <list>',
        `freeze though these gates are not passed, of ${WAIVABLE_GATES.join(', ')}; who and why stand in the lock`,
      ).argParser((value: string, earlier: WaivableGate[] = []) => [
        ...earlier,
        ...listOf(WAIVABLE_GATES)(value),
      ]),
    )
    .addOption(new Option('--by <name>', 'with --status or --without: who answers for it'))
    .addOption(new Option('--why <words>', 'with --status or --without: why'))
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExamples:\n  programme freeze 2 --dry-run\n  programme freeze 2 --without changes --by "A. Editor" --why "agreed by phone"\n  programme freeze 2.1 --corrects 2 --status open-air=cancelled --by "A. Editor" --why storm',
    )
    .action(calling(VERBS.freeze));

  program
    .command('verify')
    .description('say whether editions are consistent with their locks, or which edition a file is of')
    .argument('[edition or file]', 'a frozen edition, or a published file (default: all editions)')
    .addOption(
      new Option('--expect <fingerprint>', 'what the fingerprint of the edition is known to be').argParser(
        fingerprint,
      ),
    )
    .addOption(
      new Option(
        '--expect-published <digest>',
        'what the digest of its published files is known to be',
      ).argParser(fingerprint),
    )
    .addOption(
      new Option('--allow-takedown', 'pass although the first content of files taken down cannot be proved'),
    )
    .addOption(new Option('--rebuild', 'build the published files again and compare their bytes'))
    .addOption(new Option('--publish', 'make the folder for the web, DATA/site, what the editions give'))
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExamples:\n  programme verify 2 --rebuild\n  programme verify brochure.pdf')
    .action(calling(VERBS.verify));

  program
    .command('takedown')
    .description(
      'replace words or a file that must go by law, in all editions, proposals and the folder for the web',
    )
    .argument('<edition>', 'the frozen edition that holds them')
    .addOption(new Option('--words <words>', 'words that must go, such as a name').conflicts('file'))
    .addOption(new Option('--file <path>', 'a file that must go, by its path inside the edition'))
    .requiredOption('--by <name>', 'who answers for it; kept in the locks, published nowhere')
    .requiredOption('--why <reason>', 'why; kept in the locks, published nowhere')
    .addOption(new Option('--yes', 'do it without asking'))
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExample:\n  programme takedown 2 --words "Jane Roe" --by "A. Editor" --why "request of 3 May"',
    )
    .action(calling(VERBS.takedown));

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
    .action(calling(VERBS.ready));

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
        'language of a .docx (default: that of the programme), or that is to be translated into',
      ).choices(LANGS),
    )
    .addOption(
      new Option('--translate', 'a .docx for a translator: the source on the left, room on the right'),
    )
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExamples:\n  programme export events.xlsx\n  programme export corrections.docx --region Occitanie\n  programme export translation.xlf --lang fr',
    )
    .action(calling(VERBS.export));

  program
    .command('import')
    .description(
      'show what a spreadsheet, or what comes back from others, changes in the draft; take it with --write',
    )
    .argument(
      '<file>',
      'spreadsheet, .xlsx, .ods or .csv; a Word file, .docx, translations, .xlf, or a sheet of verdicts that comes back; or the folder of a copy of the dataset',
    )
    .addOption(new Option('--map <file>', 'mapping of its columns (default: found by the headings)'))
    .addOption(new Option('--write', 'make the changes in the draft; of a proposal those without a conflict'))
    .addOption(new Option('--propose', 'keep the changes as a proposal, for `review`').conflicts('write'))
    .addOption(reviewerOption())
    .addOption(new Option('--dry-run', 'write nothing at all, not even the proposed mapping'))
    .addOption(yearOption())
    .addOption(allOption())
    .addOption(new Option('--remove-missing', 'remove the events that the spreadsheet does not have'))
    .addOption(
      new Option('--encoding <name>', 'encoding of a CSV file, where the one that is found is wrong'),
    )
    .addOption(
      new Option('--separator <character>', 'separator of a CSV file, where the one that is found is wrong'),
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  programme import events.xlsx --write')
    .action(calling(VERBS.import));

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
    .action(calling(VERBS.review));

  program
    .command('init')
    .description('write a new dataset')
    .argument('<dir>', 'folder of the new dataset')
    .addOption(new Option('--from <file>', 'take the events of a spreadsheet'))
    .addOption(new Option('--map <file>', 'with --from: mapping of its columns'))
    .addOption(yearOption())
    .addOption(allOption())
    .addHelpText('after', '\nExample:\n  programme init my-programme --from events.xlsx')
    .action(calling(VERBS.init));

  return program;
}

/**
 * Finds the dataset and the folders that a command reads or writes if they are not named. First completes what
 * interrupted commands left there.
 */
async function prepare(command: Command, say: (text: string) => void): Promise<void> {
  const { settle } = await loadUnfinished();
  if (command.options.some(({ long }) => long === '--data') && command.getOptionValue('data') === undefined) {
    const { areFiles, dataFolder, noDataset } = await loadDataFolder();
    const found = command.name() === 'diff' && areFiles(command.args) ? undefined : dataFolder('.');
    const needsNone = command.name() === 'diff' || command.getOptionValue('rules') === true;
    if (found === undefined && !needsNone) throw noDataset();
    command.setOptionValue('data', found);
  }
  const { data, out } = command.opts<{ data?: string; out?: string }>();
  const folders = ['.', data, out, ...command.args].filter((folder) => folder !== undefined);
  for (const folder of new Set(folders)) for (const line of settle(folder)) say(line);
}

/** Replaces a request for help on an unknown command by a call of that command, which reports that it is unknown. */
function withoutVainHelp(args: readonly string[], program: Command): readonly string[] {
  const name = args[0] === 'help' ? args[1] : args[0];
  const known =
    name === undefined || name.startsWith('-') || program.commands.some((verb) => verb.name() === name);
  return known ? args : [name];
}

/**
 * Runs the command line once and resolves when all output has been written. Relative paths are relative to the
 * working directory of the process. A run keeps no state in memory for the next one.
 *
 * @param args the arguments after the name of the program
 * @returns the exit code; never throws
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let named: string | undefined;
  let isDocument = false;
  let outcome: Outcome = 'done';
  const streams = openStreams(io, () => ({ data: named, isDocument }));
  const { say } = streams.console;
  const calling: Calling =
    <A extends unknown[]>(verb: Verb<A>) =>
    async (...args) => {
      const given = args.slice(0, -1) as A;
      outcome = await (await verb())(...given, streams.console);
    };
  const program = commandsOf(streams, calling);
  program.hook('preAction', async (_, command) => {
    named = command.getOptionValue('data');
    const { json, format = [] } = command.opts<{ json?: true; format?: string | string[] }>();
    isDocument = json === true || [format].flat().includes('json');
    await prepare(command, say);
  });
  const end = async (): Promise<number> => {
    try {
      await program.parseAsync(withoutVainHelp(args, program), { from: 'user' });
      return EXIT[outcome];
    } catch (thrown) {
      if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.done : EXIT.refused;
      const error = refusalOf(thrown);
      if (error instanceof UserError) {
        say(error.message);
        return EXIT.refused;
      }
      say(
        'This is a fault of the program, not of your data. Please report it with the lines below and the command that you gave.',
      );
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return EXIT.bug;
    }
  };
  const code = await end();
  return (await streams.arrived()) ? code : EXIT.refused;
}
