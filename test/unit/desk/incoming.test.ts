import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DisplayedProposal, SaidIncoming } from '../../../src/desk/api.ts';
import {
  exportCorrections,
  exportSheet,
  exportTranslation,
  listProposals,
  propose,
  review,
} from '../../../src/index.ts';
import { replaced, scratchFolder } from '../../support/dataset-folder.ts';
import { forgeLock, holdEdition } from '../../support/frozen.ts';
import { editCell, edited, tracked } from '../../support/word-edits.ts';
import { desk } from './support.ts';

/** A desk with requests about incoming files. */
async function deskWithFiles() {
  const { ask, host, own, post, ...rest } = await desk();
  const bring = async (name: string, body: Buffer, keep = 'no', answers = {}) => {
    const query = new URLSearchParams({ name, keep, answers: JSON.stringify(answers) });
    const headers = { ...own, Origin: `http://${host}`, 'Content-Type': 'application/octet-stream' };
    return ask(`/api/incoming?${query}`, { method: 'POST', headers, body });
  };
  const brought = async (...args: Parameters<typeof bring>): Promise<SaidIncoming> =>
    JSON.parse((await bring(...args)).text);
  const proposal = async (name: string): Promise<DisplayedProposal> =>
    JSON.parse((await ask(`/api/proposal?name=${name}`, { headers: own })).text);
  const rule = async (given: object) =>
    JSON.parse((await post('/api/verdicts', { by: 'A. Editor', seen: {}, done: [], ...given }, own)).text);
  return { ...rest, ask, own, post, host, bring, brought, proposal, rule };
}

/** A correction file in Word in which a partner has changed two texts. */
async function correctedWord(data: string): Promise<Buffer> {
  const file = path.join(scratchFolder(), 'corrections.docx');
  await exportCorrections({ data, file });
  const bytes = edited(new Uint8Array(readFileSync(file)), (xml) =>
    editCell(
      editCell(xml, 'spring-concert', 'title', tracked('Concert in spring')),
      'choir',
      'title',
      tracked('Choir of all choirs'),
    ),
  );
  return Buffer.from(bytes);
}

describe('Returned file opened in the desk', () => {
  it('For a returned file, the desk shows the same changes as `import` proposes, and writes nothing', async () => {
    const { brought, data } = await deskWithFiles();
    const word = await correctedWord(data);
    const file = path.join(scratchFolder(), 'corrections.docx');
    writeFileSync(file, word);
    const expected = await propose({ data, source: file });
    const { proposed, published, problems } = await brought('corrections.docx', word);
    expect({ published, problems, kept: proposed?.kept }).toEqual({
      published: [],
      problems: [],
      kept: false,
    });
    expect(proposed?.changes).toMatchObject(
      expected.comparison.changes.map(({ fingerprint: id, kind: code, severity, field, paragraphs }) => ({
        ...{ id, code, severity, field, parts: [{ paragraphs }] },
        standing: { state: 'proposed' },
      })),
    );
    expect(proposed?.changes.map(({ by, words }) => [by, words])).toEqual([
      ['Ada', 'Concert in spring'],
      ['Ada', 'Choir of all choirs'],
    ]);
    expect(existsSync(path.join(data, 'proposals'))).toBe(false);
  });

  it('A returned file is stored as one proposal even if it is imported twice, and its changes can be accepted, edited, rejected and reopened', async () => {
    const { brought, proposal, rule, data } = await deskWithFiles();
    const events = path.join(data, 'events/music.yaml');
    const text = readFileSync(events, 'utf8');
    const word = await correctedWord(data);
    expect((await brought('Paris.docx', word, 'yes')).proposed).toMatchObject({ name: 'paris', kept: true });
    expect((await brought('again.docx', word, 'yes')).proposed).toMatchObject({ name: 'paris', kept: true });
    const [first, second] = (await proposal('paris')).changes;
    const give = (id = '', verdict = '', more = {}) =>
      rule({ name: 'paris', verdicts: [{ id, verdict, ...more }] });
    const seen = { [first?.id ?? '']: first?.standing, [second?.id ?? '']: second?.standing };
    expect((await give(first?.id, 'accepted')).problems).toMatchObject([{ event: 'spring-concert' }]);
    expect(await rule({ name: 'paris', seen, verdicts: [{ id: first?.id, verdict: 'accepted' }] })).toEqual({
      problems: [],
      proposal: await proposal('paris'),
    });
    const accepted = replaced(text, 'title: Spring concert', 'title: Concert in spring');
    expect(readFileSync(events, 'utf8')).toBe(accepted);
    await rule({ name: 'paris', seen, verdicts: [{ id: second?.id, verdict: 'accepted', words: 'Choirs' }] });
    expect(readFileSync(events, 'utf8')).toBe(
      replaced(accepted, 'title: Choir of the choirs', 'title: Choirs'),
    );
    await give(first?.id, 'open');
    await give(second?.id, 'open');
    expect(readFileSync(events, 'utf8')).toBe(text);
    await rule({ name: 'paris', seen, verdicts: [{ id: first?.id, verdict: 'refused' }] });
    expect(readFileSync(events, 'utf8')).toBe(text);
    expect(await listProposals({ data })).toEqual([{ name: 'paris', open: 1, accepted: 0, refused: 1 }]);
  });

  it('A conflict between a returned file and the draft is shown with three texts and must be decided individually', async () => {
    const { brought, proposal, rule, data } = await deskWithFiles();
    const word = await correctedWord(data);
    const events = path.join(data, 'events/music.yaml');
    writeFileSync(
      events,
      replaced(readFileSync(events, 'utf8'), 'title: Spring concert', 'title: May concert'),
    );
    await brought('paris.docx', word, 'yes');
    const [first] = (await proposal('paris')).changes;
    expect(first).toMatchObject({
      alone: true,
      texts: { base: 'Spring concert', ours: 'May concert', theirs: 'Concert in spring' },
      standing: { state: 'conflict', ours: 'May concert' },
    });
    const verdict = { name: 'paris', verdicts: [{ id: first?.id, verdict: 'accepted' }] };
    // The draft has changed since the conflict was displayed.
    writeFileSync(
      events,
      replaced(readFileSync(events, 'utf8'), 'title: May concert', 'title: June concert'),
    );
    const late = await rule({ ...verdict, seen: { [first?.id ?? '']: first?.standing } });
    expect(late.problems).toMatchObject([{ event: 'spring-concert', field: 'title' }]);
    expect(readFileSync(events, 'utf8')).toContain('title: June concert');
    const [now] = late.proposal.changes;
    expect((await rule({ ...verdict, seen: { [now.id]: now.standing } })).problems).toEqual([]);
    expect(readFileSync(events, 'utf8')).toContain('title: Concert in spring');
  });

  it('If a returned file is a spreadsheet, the desk asks the questions about it and uses the answers', async () => {
    const { brought, data } = await deskWithFiles();
    const file = path.join(scratchFolder(), 'events.csv');
    await exportSheet({ data, file });
    const csv = replaced(readFileSync(file, 'utf8'), ',Spring concert,', ',Concert in spring,');
    const { proposed } = await brought('events.csv', Buffer.from(csv));
    expect(proposed?.changes.map(({ event, field, words }) => [event, field, words])).toEqual([
      ['spring-concert', 'title', 'Concert in spring'],
    ]);
    const list = Buffer.from(
      'Title;Date;Theme\nWinter ball;01/02/2030;Theme: music\nDance;03/04/2030;Theme: music\n',
    );
    const asked = await brought('list.csv', list);
    expect(asked.questions.map(({ name, answers }) => [name, answers.map(({ value }) => value)])).toEqual([
      ['date-order', ['day-first', 'month-first']],
    ]);
    const answered = await brought('list.csv', list, 'no', { 'date-order': 'month-first' });
    const added = answered.proposed?.changes.filter(({ code }) => code === 'event-added');
    expect(added?.map(({ title, parts }) => [title, parts.at(-1)?.paragraphs[0]?.[0]?.text])).toEqual([
      ['Winter ball', '2\u00a0January 2030'],
      ['Dance', '4\u00a0March 2030'],
    ]);
  });

  it('If a returned file cannot be read, the error states only its name and the reason, and nothing is written', async () => {
    const { brought, bring, data, faults } = await deskWithFiles();
    const before = readdirSync(data, { recursive: true });
    const bomb = Buffer.from(
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>',
    );
    for (const [name, body] of [
      ['../../etc/x.docx', Buffer.from('not a zip')],
      ['x.docx', (await correctedWord(data)).subarray(0, 4000)],
      ['x.xlsx', Buffer.from('PK\u0003\u0004')],
      ['x.xlf', bomb],
      ['x.odt', Buffer.alloc(0)],
      ['programme.pdf', Buffer.from('%PDF-1.7\n')],
      ['.hidden', Buffer.from([0, 1, 2])],
    ] as const) {
      const { problems, proposed } = await brought(name, body, 'yes');
      expect(problems, name).not.toEqual([]);
      expect(proposed).toBe(undefined);
      expect(JSON.stringify(problems)).not.toMatch(/programme-desk-|\.\.\//);
    }
    expect((await bring('', Buffer.from('x'))).status).toBe(400);
    expect((await bring('x.csv', Buffer.alloc(64 * 1024 * 1024 + 1))).status).toBe(413);
    expect(readdirSync(data, { recursive: true })).toEqual(before);
    expect(faults).toEqual([]);
  });
});

it('A file that was published with an edition is recognised by its bytes and proposes no changes', async () => {
  const { brought, data } = await deskWithFiles();
  holdEdition(data);
  const bytes = Buffer.from('%PDF-1.7\n');
  const sum = createHash('sha256').update(bytes).digest('hex');
  forgeLock(path.join(data, 'editions/1'), (lock) => ({ ...lock, published: { 'leaflet.pdf': sum } }));
  expect(await brought('from-a-mail.pdf', bytes)).toEqual({
    sha256: sum,
    published: [{ edition: '1', file: 'leaflet.pdf' }],
    notRead: [],
    problems: [],
    questions: [],
  });
  const other = await brought('from-a-mail.pdf', Buffer.concat([bytes, bytes]));
  expect(other).toMatchObject({ published: [], problems: [{ file: 'from-a-mail.pdf' }] });
});

it('The files for a partner and for a translator are identical to those that export writes', async () => {
  const { ask, own, data } = await deskWithFiles();
  const folder = scratchFolder();
  const word = path.join(folder, 'small-corrections-aa-hil-fr.docx');
  await exportCorrections({ data, file: word, lang: 'fr', extract: { by: 'region', value: 'AA-HIL' } });
  const query = 'lang=fr&by=region&value=AA-HIL';
  const reply = await ask(`/api/send?send=corrections&${query}`, { headers: own });
  expect(reply.headers['x-file-name']).toBe(path.basename(word));
  expect(reply.bytes).toEqual(readFileSync(word));
  const xliff = path.join(folder, 'translation.xlf');
  await exportTranslation({ data, file: xliff, lang: 'fr' });
  const sent = await ask('/api/send?send=translation&lang=fr', { headers: own });
  expect(sent.headers['x-file-name']).toBe('small-translation-fr.xlf');
  expect(sent.bytes).toEqual(readFileSync(xliff));
  expect((await ask('/api/send?send=translation&lang=en', { headers: own })).status).toBe(422);
});

it('The comments in a proposal are listed until they are marked as done', async () => {
  const { proposal, rule, data } = await deskWithFiles();
  const file = path.join(scratchFolder(), 'notes.csv');
  await exportSheet({ data, file });
  writeFileSync(file, replaced(readFileSync(file, 'utf8'), ',Spring concert,', ',Concert in spring,'));
  await propose({ data, source: file, write: true });
  const yaml = path.join(data, 'proposals/notes.yaml');
  writeFileSync(yaml, replaced(readFileSync(yaml, 'utf8'), 'comments: []', 'comments:\n  - words: Why May?'));
  const { remainders } = await proposal('notes');
  expect(remainders).toEqual([{ id: 'comment-1', kind: 'comment', words: 'Why May?' }]);
  await rule({ name: 'notes', verdicts: [], done: ['comment-1'] });
  expect((await proposal('notes')).remainders).toEqual([]);
  expect((await review({ data, name: 'notes' })).proposal.comments).toMatchObject([
    { done: { by: 'A. Editor' } },
  ]);
});
