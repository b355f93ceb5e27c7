/** The command line: names, options and help; each verb is loaded when it is called. The only file that knows `process`. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Built, Format } from './commands/output.ts';
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
      if (found === undefined)
        throw new InvalidArgumentError(`"${part}" is not one of ${allowed.join(', ')}.`);
      return found;
    });
}

const dataOption = (): Option => new Option('--data <dir>', 'folder of the dataset').default('data');
const outOption = (): Option => new Option('--out <dir>', 'folder that the files go to').default('output');
const langOption = (): Option =>
  new Option(
    '--lang <list>',
    `languages, of ${LANGS.join(', ')} (default: those that the programme names)`,
  ).argParser(listOf(LANGS));
const editionArgument = (): Argument =>
  new Argument('[edition]', 'a frozen edition, or draft').default('draft');
const formatOption = (): Option =>
  new Option('--format <list>', `formats, of ${FORMATS.join(', ')}`)
    .argParser(listOf(FORMATS))
    .default([...FORMATS], FORMATS.join(','));
const sinceOption = (): Option =>
  new Option('--changes-since <edition>', 'mark and list what is new since an earlier edition');
const jsonOption = (): Option => new Option('--json', 'write the result to stdout as JSON');

const program = new Command('programme')
  .description(
    'Publishes an official programme of events as accessible PDF and Word, and compares its editions.',
  )
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
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

function report(built: readonly Built[], json: true | undefined): void {
  if (json) print(JSON.stringify({ version: 1, files: built }, null, 2));
  for (const { path, pages, events } of built) say(`${path}  ${pages} pages, ${events} events`);
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
    report(await build(outputOptions(edition, options)), options.json);
  });

program
  .command('extract')
  .description('write the programme of one region, or of every region')
  .addArgument(editionArgument())
  .addOption(
    new Option('--region <name>', 'code, name or alias of a region, in English, French or Russian').conflicts(
      ['all', 'list'],
    ),
  )
  .addOption(
    new Option('--all', 'every region of every side that has events, and a manifest').conflicts('list'),
  )
  .addOption(new Option('--list', 'list the regions with the numbers of their events'))
  .addOption(formatOption())
  .addOption(langOption())
  .addOption(outOption())
  .addOption(dataOption())
  .addOption(sinceOption())
  .addOption(jsonOption())
  .addHelpText('after', '\nExample:\n  programme extract 1 --region Occitanie --out regions')
  .action(async (edition: string, options: OutputOptions & { region?: string; all?: true; list?: true }) => {
    const verb = await import('./commands/extract.ts');
    if (options.list) {
      const counts = await verb.listRegions(options.data, edition);
      if (options.json)
        print(
          JSON.stringify(
            {
              version: 1,
              regions: counts.map(({ extract: { side, region }, own, events }) => ({
                side: side.id,
                region: region.code,
                name: region.names,
                own,
                events,
              })),
            },
            null,
            2,
          ),
        );
      else
        for (const {
          extract: { side, region },
          own,
          events,
        } of counts)
          print(
            `${side.id}\t${region.code}\t${region.names.en}\t${events}${events > own ? ` (${own} of its own)` : ''}`,
          );
    } else if (options.all) {
      const { manifest, files } = await verb.extractAll(outputOptions(edition, options), progress);
      if (options.json) print(JSON.stringify(manifest, null, 2));
      say(`${manifest.extracts.length} regions written; ${files.join(', ')}`);
      for (const { region, name, reason } of manifest.failed) say(`${name} (${region}) failed: ${reason}`);
      if (manifest.failed.length > 0) process.exitCode = EXIT.findings;
    } else if (options.region !== undefined) {
      const { extract, built } = await verb.extractRegion(options.region, outputOptions(edition, options));
      say(`${extract.region.names.en} (${extract.region.code})`);
      report(built, options.json);
    } else {
      throw new UserError({ message: 'no region is named', hint: 'give --region NAME, or --all, or --list' });
    }
  });

/** One line that counts up on a terminal; nothing elsewhere. */
function progress(done: number, all: number, name: string): void {
  if (!process.stderr.isTTY || process.env.CI !== undefined) return;
  process.stderr.write(`\r\u001b[K${done} / ${all}  ${done === all ? '' : name}${done === all ? '\n' : ''}`);
}

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
    say(
      'This is a fault of the program, not of your data. Please report it with the lines below and the command that you gave.',
    );
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return EXIT.bug;
  }
}

void main(process.argv).then((code) => {
  process.exitCode = code;
});
