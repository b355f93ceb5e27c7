import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dataset, DisplayedChange, DisplayedFinding, SaidGate } from '../../src/desk/api.ts';
import { type Change, init } from '../../src/index.ts';
import { scratchFolder } from '../support/dataset-folder.ts';
import { EXAMPLES, exampleFolder } from '../support/examples.ts';
import { runInProcess } from '../support/run-programme.ts';
import { desk } from '../unit/desk/support.ts';

const copied = (folder: string) => async (data: string) => cpSync(folder, data, { recursive: true });
const made =
  (from: string, ...answers: [string, string][]) =>
  (data: string) =>
    init({ dir: data, from: path.resolve(from), answers: new Map(answers) });

/** Datasets, each with a function that creates it in a folder. */
const DATASETS: Readonly<Record<string, (data: string) => Promise<unknown>>> = {
  'the standing example': copied('data'),
  ...Object.fromEntries(EXAMPLES.map((name) => [name, copied(exampleFolder(name))])),
  'the small dataset': copied('test/fixtures/small-dataset'),
  'a dataset in format 2': copied('test/fixtures/format-2/data'),
  'a dataset in format 3': copied('test/fixtures/format-3/data'),
  'a new dataset': (data) => init({ dir: data }),
  'a list of LibreOffice': made('test/fixtures/sheets/de-libreoffice.ods', ['date', 'Datum']),
  'a list of Excel': made('test/fixtures/format-2/events.xlsx'),
};

describe.each(Object.keys(DATASETS))('The desk of %s', (name) => {
  it('The desk displays the values that the commands print as JSON', async () => {
    const data = path.join(scratchFolder(), 'data');
    await DATASETS[name]?.(data);
    const { ask, own } = await desk({ data });
    const get = async <T>(address: string): Promise<T> =>
      JSON.parse((await ask(address, { headers: own })).text);
    /** The JSON output of a command; exit code 1 means findings, changes or failed gates. */
    const json = async (...args: string[]) => {
      const { code, stdout, stderr } = await runInProcess([...args, '--data', data], {
        cwd: path.dirname(data),
      });
      expect([0, 1], stderr).toContain(code);
      return JSON.parse(stdout);
    };

    const shown = await get<Dataset>('/api/dataset');
    const out = path.join(scratchFolder(), 'out');
    await runInProcess(['build', '--format', 'json', '--data', data, '--out', out], {
      cwd: path.dirname(data),
    });
    const [file = ''] = readdirSync(out).filter((one) => one.includes(`-${shown.language}.`));
    const built = JSON.parse(readFileSync(path.join(out, file), 'utf8'));
    expect(shown.title).toBe(built.title);
    const events: { id: string; event_title: string; theme: string }[] = built.resources[0].data;
    const themeOf = new Map(
      shown.themes.flatMap((theme) => theme.events.map((id) => [id, theme.id] as const)),
    );
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(shown.events.map(({ id, title }) => ({ id, title, theme: themeOf.get(id) })).sort(byId)).toEqual(
      events.map(({ id, event_title: title, theme }) => ({ id, title, theme })).sort(byId),
    );

    const nameOf = (name: string | Record<string, string>): string =>
      typeof name === 'string' ? name : (name[shown.language] ?? '');
    for (const { by, values } of shown.extracts) {
      const list = await json('extract', '--list', '--by', by, '--json');
      const listed: { region?: string; value?: string; name: string; events: number }[] =
        list.values ?? list.regions;
      expect(values.map(({ key, name, events }) => [key, name, events])).toEqual(
        listed.map(({ region, value, name, events }) => [region ?? value, nameOf(name), events]),
      );
    }

    const verified = await json('verify', '--json');
    expect(shown.editions).toEqual(verified.editions.map(({ edition }: { edition: string }) => edition));
    expect(shown.hasSite).toBe(verified.site?.made ?? false);

    const { findings } = await json('check', '--format', 'json');
    const about = (finding: DisplayedFinding) => {
      const { rule, severity, message, words, offset, length, event, field, line } = finding;
      return { rule, severity, message: message.toLowerCase(), words, offset, length, event, field, line };
    };
    expect((await get<DisplayedFinding[]>('/api/findings')).map(about)).toEqual(findings.map(about));

    const { gates } = await json('ready', '--json');
    // The desk shows no path outside of the dataset, and begins messages with a capital letter.
    const texts = (messages: readonly { message: string }[] = []) =>
      messages.map(({ message }) => message.replaceAll(data, path.basename(data)).toLowerCase());
    expect(
      (await get<SaidGate[]>('/api/gates')).map(({ id, state, title, why, todo }) => {
        return [id, state, title.message, texts(why), texts(todo)];
      }),
    ).toEqual(
      gates.map(
        ({
          id,
          state,
          title,
          messages,
        }: {
          id: string;
          state: string;
          title: string;
          messages: Pick<SaidGate, 'why' | 'todo'>;
        }) => {
          return [id, state, title, texts(messages.why), texts(messages.todo)];
        },
      ),
    );

    for (const edition of shown.editions) {
      const { changes } = await json('diff', edition, 'draft', '--format', 'json');
      const compared = ({ severity, field, lang }: Pick<DisplayedChange, 'severity' | 'field' | 'lang'>) => {
        return { severity, field, lang };
      };
      const address = `/api/compare?${new URLSearchParams({ from: edition, to: 'draft' })}`;
      const said = await get<DisplayedChange[]>(address);
      expect(said.map(compared)).toEqual(changes.map(compared));
      // The commands print changes in words, as the desk does, but regions as codes, as in the files.
      expect(
        said.map(({ field, lang, parts }) => (field && lang ? parts[0]?.paragraphs : undefined)),
      ).toEqual(
        changes.map(({ field, lang, paragraphs }: Change) => (field && lang ? paragraphs : undefined)),
      );
    }
  });
});
