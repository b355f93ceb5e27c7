/** Generates docs/commands.md, which contains the help of the program and of each command. */
import { PassThrough } from 'node:stream';
import { run } from '../src/cli.ts';

const HEAD = `# Commands

This page contains the help texts of the program and is generated (\`npm run generate\`). Every command has the option \`--quiet\`, which can also be written before the name of the command. It suppresses progress messages and the names of written files, but not results, problems and the reasons of failed gates.`;

/** The page docs/commands.md, built from the help output of each command. */
export async function commandsPage(): Promise<string> {
  const whole = await helpOf([]);
  const [, listed = ''] = whole.split('\nCommands:\n');
  const names = [...listed.matchAll(/^ {2}([a-z]+) /gm)].flatMap(([, name = '']) => name);
  const sections = [];
  for (const name of names.filter((name) => name !== 'help'))
    sections.push(`## ${name}\n\n${block(await helpOf([name]))}`);
  return `${[HEAD, block(whole), ...sections].join('\n\n')}\n`;
}

const block = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

async function helpOf(command: readonly string[]): Promise<string> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  await run([...command, '--help'], { stdin, stdout, stderr, env: {} });
  return String(stdout.read());
}
