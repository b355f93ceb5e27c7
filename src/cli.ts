/** The command line: names, options and help. The function of a command is loaded when the command runs. */

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { LANGS } from '../languages/index.ts';
import about from '../package.json' with { type: 'json' };
import {
  type AnswerOptions,
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
import {
  type CommandTable,
  type Console,
  type Io,
  type Outcome,
  openStreams,
  SHELLS,
  type Streams,
  VERBS,
} from './console/index.ts';
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

/** Abbreviated hash of the commit, which the bundler inserts; empty outside a repository. */
declare const COMMIT: string;

const EXIT = { done: 0, findings: 1, refused: 2, bug: 3 } as const;
/** Loads the function of a command; the command passes its arguments and flags. */
type Verb<A extends unknown[]> = () => Promise<(...args: [...A, Console]) => Promise<Outcome>>;

/** Makes the action of a command: calls its function and stores the outcome. */
type Calling = <A extends unknown[]>(verb: Verb<A>) => (...args: [...A, Command]) => Promise<void>;

/** Parses one of the given words. */
function oneOf<T extends string>(allowed: readonly T[]): (value: string) => T {
  return (value) => {
    const found = allowed.find((word) => word === value.trim());
    if (found === undefined)
      throw new InvalidArgumentError(
        `"${value}" is not one of ${allowed.join(', ')}.${guess(value, allowed)}`,
      );
    return found;
  };
}

/** Parses a comma-separated list of the given words. */
function listOf<T extends string>(allowed: readonly T[]): (value: string) => T[] {
  const parse = oneOf(allowed);
  return (value) => [...new Set(value.split(',').map(parse))];
}

/** The most similar allowed word, as commander suggests it for commands; empty if there is none. */
function guess(value: string, allowed: readonly string[]): string {
  const words = new Command()
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  for (const word of allowed) words.command(word);
  try {
    words.parse(['--', value], { from: 'user' });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const end = message.lastIndexOf('\n(');
    return end === -1 ? '' : message.slice(end);
  }
  return '';
}

/** An option with one of the given words as its value. */
function choiceOption(flags: string, description: string, allowed: readonly string[]): Option {
  return new Option(flags, description).choices(allowed).argParser(oneOf(allowed));
}

/** An option with a comma-separated list of the given words as its value. */
function listOption(flags: string, description: string, allowed: readonly string[]): Option {
  return new Option(flags, description).choices(allowed).argParser(listOf(allowed));
}

const dataOption = (): Option =>
  new Option(
    '--data <dir>',
    'folder of the dataset (default: the working directory, its folder data, or the same in a parent folder)',
  );
const outOption = (): Option => new Option('--out <dir>', 'output folder').default('output');
const langOption = (): Option =>
  listOption('--lang <list>', 'languages (default: all languages of the programme)', LANGS);
const editionArgument = (): Argument =>
  new Argument('[edition]', 'name of a frozen edition, or draft').default('draft');
const formatOption = (): Option =>
  listOption('--format <list>', 'formats', FORMAT_NAMES).default(
    PAPER_FORMAT_NAMES,
    PAPER_FORMAT_NAMES.join(','),
  );
const watchOption = (): Option =>
  new Option('--watch', 'repeat when a file of the dataset changes, until interrupted');
const sinceOption = (): Option =>
  new Option('--changes-since <edition>', 'mark and list the changes since an earlier edition');
const jsonOption = (): Option => new Option('--json', 'write the result to stdout as JSON');

const byOption = (): Option =>
  new Option(
    '--by <field>',
    'field that selects the events: a field, a side (its bodies), region, theme or day (default: region)',
  );
const valueOption = (): Option => new Option('--value <words>', 'with --by: value of the selected events');
const regionOption = (): Option =>
  new Option(
    '--region <name>',
    'short for --by region --value: code or name of the region in any language',
  ).conflicts(['by', 'value']);

const reviewerOption = (): Option => new Option('--by <name>', 'name of the person who decides');

const yearOption = (): Option =>
  new Option('--year <year>', 'year of dates without a year').argParser(yearOf);

const answerOption = (): Option =>
  new Option(
    '--answer <question=value>',
    'answer a question on the list, such as title="Nom du spectacle"; can be repeated',
  ).argParser(answersOf);

const yesOption = (): Option =>
  new Option('--yes', 'do not ask: accept safe proposals, refuse other open questions');

type Answers = NonNullable<AnswerOptions['answers']>;

function answersOf(value: string, earlier: Answers = new Map()): Answers {
  const at = value.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Expected QUESTION=VALUE, such as year=2030.');
  return new Map([...earlier, [value.slice(0, at).trim(), value.slice(at + 1).trim()]]);
}

const allOption = (): Option => new Option('--all', 'show all changes and remarks, not only the first ones');

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
      'Publish an official programme of events as accessible PDF, Word file and web page, and compare its editions.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: streams.write,
      writeErr: streams.writeError,
    })
    .version(
      typeof COMMIT === 'string' && COMMIT !== '' ? `${about.version} (${COMMIT})` : about.version,
      '--version',
      'print the version and its commit',
    )
    .showHelpAfterError('(run with --help for usage)');

  program
    .command('build')
    .description('build the programme')
    .addArgument(editionArgument())
    .addOption(formatOption())
    .addOption(langOption())
    .addOption(outOption())
    .addOption(dataOption())
    .addOption(sinceOption())
    .option('--event-pages', 'with html: also write a page for each event, in a folder beside it')
    .option('--embed', 'with html: also write a page for a frame within another page, without cover')
    .addOption(jsonOption().conflicts('watch'))
    .addOption(watchOption())
    .addHelpText('after', '\nExample:\n  programme build 1 --format pdf --out published')
    .action(calling(VERBS.build));

  program
    .command('open')
    .description('see, correct, proof and publish the programme in the browser')
    .argument('[folder]', 'folder of the dataset (default: found as for the other commands)')
    .option('--no-browser', 'print the address instead')
    .addHelpText('after', '\nExample:\n  programme open my-programme')
    .action(calling(VERBS.open));

  program
    .command('extract')
    .description('build the programme for one region, venue, day …, or for each of them')
    .addArgument(editionArgument())
    .addOption(byOption())
    .addOption(valueOption().conflicts(['all', 'list']))
    .addOption(regionOption().conflicts(['by', 'value', 'all', 'list']))
    .addOption(new Option('--all', 'build an extract for every value, and a manifest').conflicts('list'))
    .option('--list', 'list the values with their numbers of events')
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
    .argument('<old>', 'an edition, draft, a dataset folder or a spreadsheet')
    .argument('<new>', 'the same')
    .addOption(
      listOption('--format <list>', 'formats of the report', DIFF_FORMATS)
        .argParser(diffFormats)
        .default(['text'], 'text'),
    )
    .addOption(byOption())
    .addOption(valueOption())
    .addOption(regionOption())
    .addOption(
      choiceOption(
        '--fail-on <severity>',
        'exit with code 1 if there are unapproved changes of this severity or higher',
        CHANGE_SEVERITIES,
      ),
    )
    .addOption(
      choiceOption(
        '--lang <language>',
        'language of the report (default: English for text, otherwise language of the new edition)',
        LANGS,
      ),
    )
    .option('--all', 'in text, show each change, not only a list of the first ones')
    .option('--ids', 'show ids, fingerprints and codes (always in json)')
    .addOption(outOption())
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  programme diff 1 draft --format html,pdf --out review')
    .action(calling(VERBS.diff));

  program
    .command('check')
    .description('proof an edition')
    .addArgument(editionArgument())
    .addOption(
      choiceOption(
        '--format <format>',
        'format of the report; pdf and docx are proof sheets with remarks in the margin or as comments',
        CHECK_FORMATS,
      ).default('text'),
    )
    .addOption(
      choiceOption(
        '--fail-on <severity>',
        'exit with code 1 if there are findings of this severity or higher',
        FINDING_SEVERITIES,
      ).default('error'),
    )
    .option(
      '--all',
      'show each finding with its text, also if there are many (text and md; other formats always do)',
    )
    .option('--ids', 'show the ids of events, and on a proof sheet also those of rules and fields')
    .option('--dictionary <dir>', 'folder with Hunspell dictionaries, such as de_DE.aff and de_DE.dic')
    .option('--rules', 'list the rules')
    .option('--fix', 'apply the safe corrections to the draft')
    .option('--dry-run', 'with --fix: show the corrections without writing files')
    .addOption(watchOption().conflicts(['rules', 'fix']))
    .addOption(outOption())
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  programme check --fix --dry-run')
    .action(calling(VERBS.check));

  program
    .command('freeze')
    .description('freeze the draft as an edition with its published files')
    .argument('<name>', 'name of the edition, such as 2')
    .option('--dry-run', 'show what would be written without writing files')
    .option('--out <dir>', 'copy the published files to a folder; for an existing edition, only copy')
    .option(
      '--extracts <field>',
      'also publish an extract for each value of a field, a side, region, theme or day',
    )
    .option('--corrects <edition>', 'freeze an erratum to the newest edition')
    .option(
      '--status <event=status...>',
      `with --corrects: set an event to ${STATUSES.join(', ')} in the draft and the erratum, and approve the change`,
      statusOf,
    )
    .addOption(
      listOption(
        '--without <list>',
        'freeze even if these gates fail; name and reason are stored in the lock',
        WAIVABLE_GATES,
      ).argParser((value: string, earlier: WaivableGate[] = []) => [
        ...earlier,
        ...listOf(WAIVABLE_GATES)(value),
      ]),
    )
    .option('--by <name>', 'with --status or --without: name of the responsible person')
    .option('--why <words>', 'with --status or --without: reason')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExamples:\n  programme freeze 2 --dry-run\n  programme freeze 2 --without changes --by "A. Editor" --why "agreed by phone"\n  programme freeze 2.1 --corrects 2 --status open-air=cancelled --by "A. Editor" --why storm',
    )
    .action(calling(VERBS.freeze));

  program
    .command('verify')
    .description('check that editions match their locks, or find the edition of a published file')
    .argument('[edition or file]', 'a frozen edition, or a published file (default: all editions)')
    .option('--expect <fingerprint>', 'expected fingerprint of the edition', fingerprint)
    .option('--expect-published <digest>', 'expected digest of the published files', fingerprint)
    .option('--allow-takedown', 'accept files whose original content was removed by a takedown')
    .option('--rebuild', 'build the published files again and compare their bytes')
    .option('--publish', 'update the web folder, DATA/site, from the editions')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExamples:\n  programme verify 2 --rebuild\n  programme verify brochure.pdf')
    .action(calling(VERBS.verify));

  program
    .command('takedown')
    .description('remove words or a file for legal reasons from all editions, proposals and the web folder')
    .argument('<edition>', 'the frozen edition that contains them')
    .addOption(new Option('--words <words>', 'words to remove, such as a name').conflicts('file'))
    .option('--file <path>', 'file to remove, as a path inside the edition')
    .requiredOption('--by <name>', 'name of the responsible person; stored in the locks, not published')
    .requiredOption('--why <reason>', 'reason; stored in the locks, not published')
    .option('--yes', 'do not ask for confirmation')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExample:\n  programme takedown 2 --words "Jane Roe" --by "A. Editor" --why "request of 3 May"',
    )
    .action(calling(VERBS.takedown));

  program
    .command('ready')
    .description('check whether the draft can be published')
    .addOption(
      listOption('--require <list>', 'optional gates that must be checked', [
        'verapdf',
      ] satisfies readonly OptionalGate[]),
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  programme ready')
    .action(calling(VERBS.ready));

  program
    .command('export')
    .description(
      'export the events as a spreadsheet (.xlsx, .csv), as a Word file for corrections (.docx), or the texts for translators (.xlf)',
    )
    .argument('<file>', 'file to write; its extension selects the format')
    .addArgument(editionArgument())
    .addOption(byOption())
    .addOption(valueOption())
    .addOption(regionOption())
    .addOption(
      choiceOption(
        '--lang <language>',
        'language of a .docx (default: main language), or target language of a translation',
        LANGS,
      ),
    )
    .option(
      '--translate',
      'write a .docx for a translator: source text on the left, translation on the right',
    )
    .addOption(
      new Option(
        '--settings',
        'add title page, texts, fields and design to a workbook (.xlsx); it then contains internal names',
      ).conflicts(['translate', 'by', 'region']),
    )
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExamples:\n  programme export events.xlsx\n  programme export office.xlsx --settings\n  programme export corrections.docx --region Occitanie\n  programme export translation.xlf --lang fr',
    )
    .action(calling(VERBS.export));

  program
    .command('import')
    .description('show the changes of a spreadsheet or returned file to the draft; apply them with --write')
    .argument(
      '<file>',
      'a spreadsheet (.xlsx, .ods, .csv); a returned Word file (.docx), translation (.xlf) or sheet of verdicts; or a copy of the dataset folder',
    )
    .option('--map <file>', 'mapping of the columns (default: proposed from the headings)')
    .option('--write', 'apply the changes to the draft, except conflicts')
    .addOption(new Option('--propose', 'store the changes as a proposal for `review`').conflicts('write'))
    .addOption(reviewerOption())
    .option('--dry-run', 'write no files, not even the proposed mapping')
    .addOption(yearOption())
    .addOption(answerOption())
    .addOption(yesOption())
    .addOption(allOption())
    .option('--remove-missing', 'remove events that are not in the spreadsheet')
    .option('--encoding <name>', 'encoding of a CSV file, if it is not detected correctly')
    .option('--separator <character>', 'separator of a CSV file, if it is not detected correctly')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  programme import events.xlsx --write')
    .action(calling(VERBS.import));

  program
    .command('review')
    .description('accept or refuse the changes of a proposal, or approve the changes since the last edition')
    .argument('[proposal]', 'name of a proposal (default: the changes since the last edition)')
    .option('--accept <id...>', 'accept changes and apply them to the draft, or approve them')
    .option('--refuse <id...>', 'refuse changes')
    .option('--reopen <id...>', 'undo verdicts and their changes to the draft')
    .option('--all-typographic', 'accept all typographic changes without conflicts')
    .addOption(reviewerOption())
    .option('--why <words>', 'reason for the verdict')
    .option('--sheet <file>', 'write the changes to a workbook for verdicts; apply it with `import`')
    .option('--all', 'show each change, not only a list of the first ones')
    .option('--ids', 'show each change with its id, for --accept, --refuse and --reopen')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  programme review\n  programme review lyon --accept 1a2b3c4d5e6f --by "A. Editor"\n  programme review lyon --sheet verdicts.xlsx',
    )
    .action(calling(VERBS.review));

  program
    .command('init')
    .description('create a dataset')
    .argument('<dir>', 'folder of the new dataset')
    .option('--from <file>', 'import the events of a spreadsheet, or a .zip of a dataset')
    .option('--map <file>', 'with --from: mapping of the columns')
    .addOption(yearOption())
    .addOption(answerOption())
    .addOption(yesOption())
    .addOption(allOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  programme init my-programme --from events.xlsx')
    .action(calling(VERBS.init));

  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'shell').choices(SHELLS).argParser(oneOf(SHELLS)))
    .addHelpText(
      'after',
      '\nExamples:\n  programme completion bash > ~/.local/share/bash-completion/completions/programme\n  programme completion fish > ~/.config/fish/completions/programme.fish',
    )
    .action((shell, _, command) => calling(VERBS.completion)(shell, tableOf(program), command));

  for (const command of program.commands) command.option('--quiet', 'print only results and problems');
  return program;
}

/** The commands with their options, for shells. */
function tableOf(program: Command): CommandTable {
  return program.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    words: command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
    options: command.options.map((option) => ({
      flag: option.long ?? '',
      summary: option.description,
      words: option.argChoices ?? [],
      takes: option.isBoolean() || option.negate ? 'nothing' : takenBy(option),
    })),
  }));
}

const takenBy = ({ flags }: Option): 'path' | 'words' =>
  ['<dir>', '<file>', '<path>'].some((value) => flags.endsWith(value)) ? 'path' : 'words';

/**
 * Finds the dataset and the folders that a command reads or writes if they are not named. First completes what
 * interrupted commands left there.
 */
async function prepare(command: Command, say: (text: string) => void): Promise<void> {
  const { completeWrites } = await loadUnfinished();
  if (command.options.some(({ long }) => long === '--data') && command.getOptionValue('data') === undefined) {
    const { areFiles, dataFolder, noDataset } = await loadDataFolder();
    const found = command.name() === 'diff' && areFiles(command.args) ? undefined : dataFolder('.');
    const needsNone = command.name() === 'diff' || command.getOptionValue('rules') === true;
    if (found === undefined && !needsNone) throw noDataset();
    command.setOptionValue('data', found);
  }
  const { data, out } = command.opts<{ data?: string; out?: string }>();
  const folders = ['.', data, out, ...command.args].filter((folder) => folder !== undefined);
  for (const folder of new Set(folders)) for (const line of completeWrites(folder)) say(line);
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
  let isQuiet = false;
  let outcome: Outcome = 'done';
  const streams = openStreams(io, () => ({ data: named, isDocument, isQuiet }));
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
    const {
      json,
      quiet,
      format = [],
    } = command.opts<{
      json?: true;
      quiet?: true;
      format?: string | string[];
    }>();
    isQuiet = quiet === true;
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
