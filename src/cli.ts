#!/usr/bin/env node
/** The command line: names, options and help; each verb is loaded when it is called. The only file that knows `process`. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Format } from './commands/build.ts';
import { UserError } from './errors.ts';
import type { Lang } from './model/text.ts';

const EXIT = { done: 0, findings: 1, usage: 2, bug: 3, interrupted: 130 } as const;
const FORMATS = ['pdf', 'docx'] as const satisfies readonly Format[];
const LANGS = ['en', 'fr', 'ru'] as const satisfies readonly Lang[];

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

/** Reads a comma-separated list of words out of a fixed set. */
function listOf<T extends string>(allowed: readonly T[]): (value: string) => T[] {
  return (value) =>
    value.split(',').map((part) => {
      const found = allowed.find((word) => word === part.trim());
      if (found === undefined) throw new InvalidArgumentError(`"${part}" is not one of ${allowed.join(', ')}.`);
      return found;
    });
}

const dataOption = (): Option => new Option('--data <dir>', 'folder of the dataset').default('data');
const outOption = (): Option => new Option('--out <dir>', 'folder that the files go to').default('output');
const langOption = (): Option =>
  new Option('--lang <list>', `languages, of ${LANGS.join(', ')} (default: those that the programme names)`).argParser(listOf(LANGS));
const jsonOption = (): Option => new Option('--json', 'write the result to stdout as JSON');

const program = new Command('programme')
  .description('Publishes an official programme of events as accessible PDF and Word, and compares its editions.')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
  .showHelpAfterError('(--help shows how to call it)');

program
  .command('build')
  .description('write the programme')
  .argument('[edition]', 'a frozen edition, or draft', 'draft')
  .addOption(
    new Option('--format <list>', `formats, of ${FORMATS.join(', ')}`).argParser(listOf(FORMATS)).default([...FORMATS], FORMATS.join(',')),
  )
  .addOption(langOption())
  .addOption(outOption())
  .addOption(dataOption())
  .addOption(jsonOption())
  .addHelpText('after', '\nExample:\n  programme build 1 --format pdf --out published')
  .action(async (edition: string, options: { format: Format[]; lang?: Lang[]; out: string; data: string; json?: true }) => {
    const { build } = await import('./commands/build.ts');
    const built = await build({
      data: options.data,
      edition,
      formats: options.format,
      out: options.out,
      ...(options.lang === undefined ? {} : { langs: options.lang }),
    });
    if (options.json) print(JSON.stringify({ version: 1, files: built }, null, 2));
    for (const { path, pages, events } of built) say(`${path}  ${pages} pages, ${events} events`);
  });

async function interrupt(): Promise<void> {
  const { removePending } = await import('./commands/write-files.ts');
  await removePending();
  process.exit(EXIT.interrupted);
}

/** Runs the command line and gives the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  process.once('SIGINT', () => void interrupt());
  process.once('SIGTERM', () => void interrupt());
  try {
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof UserError) {
      say(error.message);
      return EXIT.usage;
    }
    say('This is a fault of the program, not of your data. Please report it with the lines below and the command that you gave.');
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return EXIT.bug;
  }
}

process.exitCode = await main(process.argv);
