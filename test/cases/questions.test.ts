/** For each question, one list has the proposed answer as the correct one, and another list a different answer. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { lists } from '../../languages/en/messages/index.ts';
import { importSheet, init, type Question } from '../../src/index.ts';
import { scratchFolder } from '../support/dataset-folder.ts';

const LISTS = path.resolve('test/cases/lists');

interface Case {
  options?: { answer?: string | string[] };
  commands?: string[];
}

/** The codes of all questions. */
const CODES = Object.keys(lists).filter((code) => /^(?:which|may|are|do)-/.test(code));

/** An answer to a question in a case, and the answer that the program proposed. */
interface Given {
  code: string;
  answer: string;
  proposal: string | undefined;
}

/** The answers given in a case; a question without an answer gets the proposed one. */
async function answersOf(name: string): Promise<Given[]> {
  const folder = scratchFolder();
  cpSync(path.join(LISTS, name), folder, { recursive: true });
  const { options, commands } = load(readFileSync(path.join(folder, 'case.yaml'), 'utf8')) as Case;
  const [list = ''] = readdirSync(folder).filter((file) => /\.(csv|xlsx|ods)$/.test(file));
  const found: Given[] = [];
  for (const command of commands ?? [`init new --from ${list}`]) {
    const words = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
    const after = (option: string): string[] =>
      words.flatMap((word, index) => (word === `--${option}` ? (words[index + 1] ?? []) : []));
    const answers = [...after('answer'), ...[options?.answer ?? []].flat()].map((one): [string, string] => {
      const [question = '', ...answer] = one.split('=');
      return [question, answer.join('=')];
    });
    const ask = async ({ code, name: question, proposal }: Question): Promise<string> => {
      const answer = new Map(answers).get(question) ?? proposal;
      if (answer === undefined) throw new Error(`${question} has no answer`);
      found.push({ code, answer, proposal });
      return answer;
    };
    const [verb, place = ''] = words;
    const [from] = after('from');
    const at = (file: string): string => path.join(folder, file);
    try {
      if (verb === 'init') rmSync(at(place), { recursive: true, force: true });
      if (verb === 'init' && from !== undefined) await init({ dir: at(place), from: at(from), ask });
      if (verb === 'import')
        await importSheet({
          file: at(place),
          data: at(after('data')[0] ?? ''),
          write: words.includes('--write'),
          ask,
        });
    } catch {
      // The commands of some cases are expected to fail.
    }
  }
  return found;
}

it('For each question, the test cases contain different answers, including the proposed answer if there is one', async () => {
  const names = readdirSync(LISTS).filter((name) =>
    /\banswer\b/.test(readFileSync(path.join(LISTS, name, 'case.yaml'), 'utf8')),
  );
  const given: Given[] = [];
  for (const name of names) given.push(...(await answersOf(name)));
  const lacking = CODES.flatMap((code) => {
    const own = given.filter((one) => one.code === code);
    const isProposed = own.some(({ answer, proposal }) => answer === proposal);
    const others = new Set(own.flatMap(({ answer, proposal }) => (answer === proposal ? [] : answer)));
    // A question without a proposal needs two answers.
    return others.size + Number(isProposed) > 1 && others.size > 0
      ? []
      : [`${code}: ${[...others]} ${isProposed}`];
  });
  expect(lacking).toEqual([]);
});
