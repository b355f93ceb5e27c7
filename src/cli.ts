/** The command line: names, options and help. The function of a command is loaded when the command runs. */

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

const dataOption = (): Option => new Option('--data <dir>', optionWords.data);
const outOption = (): Option => new Option('--out <dir>', optionWords.out).default('output');
const langOption = (): Option => listOption('--lang <list>', optionWords.lang, LANGS);
const editionArgument = (): Argument => new Argument('[edition]', optionWords.edition).default('draft');
const formatOption = (): Option =>
  listOption('--format <list>', optionWords.format, FORMAT_NAMES).default(
    PAPER_FORMAT_NAMES,
    PAPER_FORMAT_NAMES.join(','),
  );
const watchOption = (): Option => new Option('--watch', optionWords.watch);
const sinceOption = (): Option => new Option('--changes-since <edition>', optionWords.since);
const jsonOption = (): Option => new Option('--json', optionWords.json);

const byOption = (): Option => new Option('--by <field>', optionWords.by);
const valueOption = (): Option => new Option('--value <words>', optionWords.value);
const regionOption = (): Option =>
  new Option('--region <name>', optionWords.region).conflicts(['by', 'value']);

const reviewerOption = (): Option => new Option('--by <name>', optionWords.reviewer);

const yearOption = (): Option => new Option('--year <year>', optionWords.year).argParser(yearOf);

const answerOption = (): Option =>
  new Option('--answer <question=value>', optionWords.answer).argParser(answersOf);

const yesOption = (): Option => new Option('--yes', optionWords.yes);

type Answers = NonNullable<AnswerOptions['answers']>;

function answersOf(value: string, earlier: Answers = new Map()): Answers {
  const at = value.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Expected QUESTION=VALUE, such as year=2030.');
  return new Map([...earlier, [value.slice(0, at).trim(), value.slice(at + 1).trim()]]);
}

const allOption = (): Option => new Option('--all', optionWords.all);

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

/** The commands of one run. */
function commandsOf(streams: Streams, calling: Calling): Command {
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

  const command = (name: keyof typeof commandWords): Command => {
    const { does, examples } = commandWords[name];
    const head = examples.length > 1 ? 'Examples' : 'Example';
    return program
      .command(name)
      .description(does)
      .addHelpText('after', [`\n${head}:`, ...examples].join('\n  '));
  };
  command('build')
    .addArgument(editionArgument())
    .addOption(formatOption())
    .addOption(langOption())
    .addOption(outOption())
    .addOption(dataOption())
    .addOption(sinceOption())
    .option('--event-pages', commandWords.build.eventPages)
    .option('--embed', commandWords.build.embed)
    .addOption(jsonOption().conflicts('watch'))
    .addOption(watchOption())
    .action(calling(VERBS.build));

  command('open')
    .argument('[folder]', commandWords.open.folder)
    .option('--no-browser', commandWords.open.noBrowser)
    .action(calling(VERBS.open));

  command('extract')
    .addArgument(editionArgument())
    .addOption(byOption())
    .addOption(valueOption().conflicts(['all', 'list']))
    .addOption(regionOption().conflicts(['by', 'value', 'all', 'list']))
    .addOption(new Option('--all', commandWords.extract.all).conflicts('list'))
    .option('--list', commandWords.extract.list)
    .addOption(formatOption())
    .addOption(langOption())
    .addOption(outOption())
    .addOption(dataOption())
    .addOption(sinceOption())
    .addOption(jsonOption())
    .action(calling(VERBS.extract));

  command('diff')
    .argument('<old>', commandWords.diff.old)
    .argument('<new>', commandWords.diff.new)
    .addOption(
      listOption('--format <list>', commandWords.diff.format, DIFF_FORMATS)
        .argParser(diffFormats)
        .default(['text'], 'text'),
    )
    .addOption(byOption())
    .addOption(valueOption())
    .addOption(regionOption())
    .addOption(choiceOption('--fail-on <severity>', commandWords.diff.failOn, CHANGE_SEVERITIES))
    .addOption(choiceOption('--lang <language>', commandWords.diff.lang, LANGS))
    .option('--all', commandWords.diff.all)
    .option('--ids', commandWords.diff.ids)
    .addOption(outOption())
    .addOption(dataOption())
    .action(calling(VERBS.diff));

  command('check')
    .addArgument(editionArgument())
    .addOption(choiceOption('--format <format>', commandWords.check.format, CHECK_FORMATS).default('text'))
    .addOption(
      choiceOption('--fail-on <severity>', commandWords.check.failOn, FINDING_SEVERITIES).default('error'),
    )
    .option('--all', commandWords.check.all)
    .option('--ids', commandWords.check.ids)
    .option('--dictionary <dir>', commandWords.check.dictionary)
    .option('--rules', commandWords.check.rules)
    .option('--fix', commandWords.check.fix)
    .option('--dry-run', commandWords.check.dryRun)
    .addOption(watchOption().conflicts(['rules', 'fix']))
    .addOption(outOption())
    .addOption(dataOption())
    .action(calling(VERBS.check));

  command('freeze')
    .argument('<name>', commandWords.freeze.name)
    .option('--dry-run', commandWords.freeze.dryRun)
    .option('--out <dir>', commandWords.freeze.out)
    .option('--extracts <field>', commandWords.freeze.extracts)
    .option('--corrects <edition>', commandWords.freeze.corrects)
    .option(
      '--status <event=status...>',
      `with --corrects: set an event to ${STATUSES.join(', ')} in the draft and the erratum, and approve the change`,
      statusOf,
    )
    .addOption(
      listOption('--without <list>', commandWords.freeze.without, WAIVABLE_GATES).argParser(
        (value: string, earlier: WaivableGate[] = []) => [...earlier, ...listOf(WAIVABLE_GATES)(value)],
      ),
    )
    .option('--by <name>', commandWords.freeze.by)
    .option('--why <words>', commandWords.freeze.why)
    .addOption(dataOption())
    .action(calling(VERBS.freeze));

  command('verify')
    .argument('[edition or file]', commandWords.verify.edition)
    .option('--expect <fingerprint>', commandWords.verify.expect, fingerprint)
    .option('--expect-published <digest>', commandWords.verify.expectPublished, fingerprint)
    .option('--allow-takedown', commandWords.verify.allowTakedown)
    .option('--rebuild', commandWords.verify.rebuild)
    .option('--publish', commandWords.verify.publish)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(calling(VERBS.verify));

  command('takedown')
    .argument('<edition>', commandWords.takedown.edition)
    .addOption(new Option('--words <words>', commandWords.takedown.words).conflicts('file'))
    .option('--file <path>', commandWords.takedown.file)
    .requiredOption('--by <name>', commandWords.takedown.by)
    .requiredOption('--why <reason>', commandWords.takedown.why)
    .option('--yes', commandWords.takedown.yes)
    .addOption(dataOption())
    .action(calling(VERBS.takedown));

  command('ready')
    .addOption(
      listOption('--require <list>', commandWords.ready.require, [
        'verapdf',
      ] satisfies readonly OptionalGate[]),
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(calling(VERBS.ready));

  command('export')
    .description(commandWords.export.does)
    .argument('<file>', commandWords.export.file)
    .addArgument(editionArgument())
    .addOption(byOption())
    .addOption(valueOption())
    .addOption(regionOption())
    .addOption(choiceOption('--lang <language>', commandWords.export.lang, LANGS))
    .option('--translate', commandWords.export.translate)
    .addOption(
      new Option('--settings', commandWords.export.settings).conflicts(['translate', 'by', 'region']),
    )
    .addOption(dataOption())
    .action(calling(VERBS.export));

  command('import')
    .argument('<file>', commandWords.import.file)
    .option('--map <file>', commandWords.import.map)
    .option('--write', commandWords.import.write)
    .addOption(new Option('--propose', commandWords.import.propose).conflicts('write'))
    .addOption(reviewerOption())
    .option('--dry-run', commandWords.import.dryRun)
    .addOption(yearOption())
    .addOption(answerOption())
    .addOption(yesOption())
    .addOption(allOption())
    .option('--remove-missing', commandWords.import.removeMissing)
    .option('--encoding <name>', commandWords.import.encoding)
    .option('--separator <character>', commandWords.import.separator)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(calling(VERBS.import));

  command('review')
    .argument('[proposal]', commandWords.review.proposal)
    .option('--accept <id...>', commandWords.review.accept)
    .option('--refuse <id...>', commandWords.review.refuse)
    .option('--reopen <id...>', commandWords.review.reopen)
    .option('--all-typographic', commandWords.review.allTypographic)
    .addOption(reviewerOption())
    .option('--why <words>', commandWords.review.why)
    .option('--sheet <file>', commandWords.review.sheet)
    .option('--all', commandWords.review.all)
    .option('--ids', commandWords.review.ids)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(calling(VERBS.review));

  command('init')
    .argument('<dir>', commandWords.init.dir)
    .option('--from <file>', commandWords.init.from)
    .option('--map <file>', commandWords.init.map)
    .addOption(yearOption())
    .addOption(answerOption())
    .addOption(yesOption())
    .addOption(allOption())
    .addOption(jsonOption())
    .action(calling(VERBS.init));

  command('completion')
    .addArgument(
      new Argument('<shell>', commandWords.completion.shell).choices(SHELLS).argParser(oneOf(SHELLS)),
    )
    .action((shell, _, command) => calling(VERBS.completion)(shell, tableOf(program), command));

  for (const each of program.commands) each.option('--quiet', optionWords.quiet);
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
 * Finds the dataset and the folders that a command reads or writes if they are not named. First completes the writes
 * that interrupted commands left unfinished there.
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

/** Replaces a request for help on an unknown command with a call of that command, which reports that it is unknown. */
function withoutVainHelp(args: readonly string[], program: Command): readonly string[] {
  const [first, second] = args.filter((arg) => arg !== '--quiet');
  const name = first === 'help' ? second : first;
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
    } = command.optsWithGlobals<{
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
