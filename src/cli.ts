/**
 * The command line: names, options and help of the commands. The function of a command is loaded only when the command
 * runs.
 */

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { commandWords, LANGS, optionWords, programmeWords } from '../languages/index.ts';
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

/** Abbreviated hash of the commit, which the bundler inserts; empty if the program was not built in a repository. */
declare const COMMIT: string;

const EXIT = { done: 0, findings: 1, refused: 2, bug: 3 } as const;
/** Returns a parser for an option value that must be one of the given words. */
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

/** Returns a parser for a comma-separated list that may contain only the given words. */
function listOf<T extends string>(allowed: readonly T[]): (value: string) => T[] {
  const parse = oneOf(allowed);
  return (value) => [...new Set(value.split(',').map(parse))];
}

/**
 * Suggests the allowed word that is most similar to a value, worded like the suggestions of the package `commander`;
 * empty if no word is similar.
 */
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

/** An option whose value is one of the given words. */
const choice = (flags: string, allowed: readonly string[]): Option =>
  new Option(flags).choices(allowed).argParser(oneOf(allowed));

/** An option whose value is a comma-separated list of the given words. */
const list = (flags: string, allowed: readonly string[]): Option =>
  new Option(flags).choices(allowed).argParser(listOf(allowed));

const edition = (): Argument => new Argument('[edition]').default('draft');
const region = (): Option => new Option('--region <name>').conflicts(['by', 'value']);
const out = (): Option => new Option('--out <dir>').default('output');

/** Options of the commands that write the programme. */
const ofOutputs = (): (string | Option)[] => [
  list('--format <list>', FORMAT_NAMES).default(PAPER_FORMAT_NAMES, PAPER_FORMAT_NAMES.join(',')),
  list('--lang <list>', LANGS),
  out(),
  '--data <dir>',
  '--changes-since <edition>',
];

/** Options of the commands that read a list. */
const ofLists = (): (string | Option)[] => [
  new Option('--year <year>').argParser(yearOf),
  new Option('--answer <question=value>').argParser(answersOf),
  '--yes',
  '--all',
];

type Answers = NonNullable<AnswerOptions['answers']>;

function answersOf(value: string, earlier: Answers = new Map()): Answers {
  const at = value.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Expected QUESTION=VALUE, such as year=2030.');
  return new Map([...earlier, [value.slice(0, at).trim(), value.slice(at + 1).trim()]]);
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
  const [event = '', status = ''] = value.split('=');
  return new Map([...earlier, [event, oneOf(STATUSES)(status)]]);
}

function diffFormats(value: string): DiffFormat[] {
  const formats = listOf(DIFF_FORMATS)(value);
  if (PRINTED_FORMATS.filter((format) => formats.includes(format)).length > 1)
    throw new InvalidArgumentError(`Only one of ${PRINTED_FORMATS.join(', ')} can be printed at a time.`);
  return formats;
}

/**
 * Creates the parser of the command line for one run.
 *
 * @param end called with the outcome of the command that has run
 */
function commandsOf(streams: Streams, end: (outcome: Outcome) => void): Command {
  const program = new Command('programme')
    .description(programmeWords)
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
    .option('--quiet', optionWords.quiet)
    .showHelpAfterError('(run with --help for usage)');

  /**
   * Adds a command with its arguments and options. The descriptions are looked up by name in `commandWords` and
   * `optionWords`.
   */
  const command = (name: keyof typeof commandWords, ...given: (string | Argument | Option)[]): Command => {
    const { does, examples, ...optionsOfCommand } = commandWords[name];
    const words: Readonly<Record<string, string>> = { ...optionWords, ...optionsOfCommand };
    const head = examples.length > 1 ? 'Examples' : 'Example';
    const made = program
      .command(name)
      .description(does)
      .addHelpText('after', [`\n${head}:`, ...examples].join('\n  '))
      .action(async (...args) => {
        const verb: (...given: never[]) => Promise<Outcome> = await VERBS[name]();
        end(await verb(...([...args.slice(0, -1), streams.console] as never[])));
      });
    for (const one of [...given, '--quiet']) {
      const part = typeof one !== 'string' ? one : one.startsWith('-') ? new Option(one) : new Argument(one);
      part.description ||= words[part instanceof Option ? part.attributeName() : part.name()] ?? '';
      if (part instanceof Option) made.addOption(part);
      else made.addArgument(part);
    }
    return made;
  };

  command(
    'build',
    edition(),
    ...ofOutputs(),
    '--event-pages',
    '--embed',
    new Option('--json').conflicts('watch'),
    '--watch',
  );
  command('open', '[folder]', '--no-browser');
  command(
    'extract',
    edition(),
    '--by <field>',
    new Option('--value <words>').conflicts(['all', 'list']),
    new Option('--region <name>').conflicts(['by', 'value', 'all', 'list']),
    new Option('--all').conflicts('list'),
    '--list',
    ...ofOutputs(),
    '--json',
  );
  command(
    'diff',
    '<old>',
    '<new>',
    list('--format <list>', DIFF_FORMATS).argParser(diffFormats).default(['text'], 'text'),
    '--by <field>',
    '--value <words>',
    region(),
    choice('--fail-on <severity>', CHANGE_SEVERITIES),
    choice('--lang <language>', LANGS),
    '--all',
    '--ids',
    out(),
    '--data <dir>',
  );
  command(
    'check',
    edition(),
    choice('--format <format>', CHECK_FORMATS).default('text'),
    choice('--fail-on <severity>', FINDING_SEVERITIES).default('error'),
    '--all',
    '--ids',
    '--dictionary <dir>',
    '--rules',
    '--fix',
    '--dry-run',
    new Option('--watch').conflicts(['rules', 'fix']),
    out(),
    '--data <dir>',
  );
  command(
    'freeze',
    '<name>',
    '--dry-run',
    '--out <dir>',
    '--extracts <field>',
    '--corrects <edition>',
    new Option(
      '--status <event=status...>',
      `with --corrects: set an event to ${STATUSES.join(', ')} in the draft and the erratum, and approve the change`,
    ).argParser(statusOf),
    list('--without <list>', WAIVABLE_GATES).argParser((value: string, earlier: WaivableGate[] = []) => [
      ...earlier,
      ...listOf(WAIVABLE_GATES)(value),
    ]),
    '--by <name>',
    '--why <words>',
    '--data <dir>',
  );
  command(
    'verify',
    '[edition or file]',
    new Option('--expect <fingerprint>').argParser(fingerprint),
    new Option('--expect-published <digest>').argParser(fingerprint),
    '--allow-takedown',
    '--rebuild',
    '--publish',
    '--data <dir>',
    '--json',
  );
  command(
    'takedown',
    '<edition>',
    new Option('--words <words>').conflicts('file'),
    '--file <path>',
    new Option('--by <name>').makeOptionMandatory(),
    new Option('--why <reason>').makeOptionMandatory(),
    '--yes',
    '--data <dir>',
  );
  const gates: readonly OptionalGate[] = ['verapdf'];
  command('ready', list('--require <list>', gates), '--data <dir>', '--json');
  command(
    'export',
    '<file>',
    edition(),
    '--by <field>',
    '--value <words>',
    region(),
    choice('--lang <language>', LANGS),
    '--translate',
    new Option('--settings').conflicts(['translate', 'by', 'region']),
    '--data <dir>',
  );
  command(
    'import',
    '<file>',
    '--map <file>',
    '--write',
    new Option('--propose').conflicts('write'),
    '--by <name>',
    '--dry-run',
    ...ofLists(),
    '--remove-missing',
    '--encoding <name>',
    '--separator <character>',
    '--data <dir>',
    '--json',
  );
  command(
    'review',
    '[proposal]',
    '--accept <id...>',
    '--refuse <id...>',
    '--reopen <id...>',
    '--all-typographic',
    '--by <name>',
    '--why <words>',
    '--sheet <file>',
    '--all',
    '--ids',
    '--data <dir>',
    '--json',
  );
  command('init', '<dir>', '--from <file>', '--map <file>', ...ofLists(), '--json');
  command('completion', new Argument('<shell>').choices(SHELLS).argParser(oneOf(SHELLS))).action(
    async (shell) => end(await (await VERBS.completion())(shell, tableOf(program), streams.console)),
  );
  return program;
}

/** The commands and their options, for shell completion. */
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
 * Sets the dataset folder if the user has not named one, and completes writes that interrupted commands have left
 * unfinished in the folders that the command uses.
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

/**
 * If the user asks for help on an unknown command, calls that command instead, so that the command is reported as
 * unknown.
 */
function withoutVainHelp(args: readonly string[], program: Command): readonly string[] {
  const [first, second] = args.filter((arg) => arg !== '--quiet');
  const name = first === 'help' ? second : first;
  const known =
    name === undefined || name.startsWith('-') || program.commands.some((verb) => verb.name() === name);
  return known ? args : [name];
}

/**
 * Runs the command line once. Resolves when all output has been written. Relative paths are relative to the working
 * directory of the process. No state is kept in memory between runs.
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
  const program = commandsOf(streams, (ended) => {
    outcome = ended;
  });
  program.hook('preAction', async (_, command) => {
    named = command.getOptionValue('data');
    type Global = { json?: true; quiet?: true; format?: string | string[] };
    const { json, quiet, format = [] } = command.optsWithGlobals<Global>();
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
        'This is a bug in the program, not a problem with your data. Please report it, with the lines below and the command that you ran.',
      );
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return EXIT.bug;
    }
  };
  const code = await end();
  return (await streams.arrived()) ? code : EXIT.refused;
}
