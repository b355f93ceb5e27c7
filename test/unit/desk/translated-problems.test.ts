import { describe, expect, it } from 'vitest';
import { DESK_LANGUAGES } from '../../../languages/desk/index.ts';
import * as areas from '../../../languages/en/messages/index.ts';
import { HINTS, namesAcceptance } from '../../../src/desk/page/hints.ts';
import { speakerFor } from '../../../src/desk/translated-problems.ts';

describe('Program messages in the desk', () => {
  it('A hint that names a command is omitted because the desk has its own hints, and all other hints are shown', async () => {
    const say = await speakerFor('en', '/data');
    const at = { code: 'freeze-overtaken', message: 'edition 2 was not frozen' };
    const named = { parameters: { edition: '2', command: { command: ['verify'] } } };
    expect(say({ ...at, ...named, hint: '`programme verify` lists the editions' }).hint).toBe(undefined);
    expect(say({ message: 'no text', hint: 'export it with `programme export x.xlf`' }).hint).toBe(undefined);
    expect(say({ message: 'no verdict', hint: 'import the file with --propose' }).hint).toBe(undefined);
    expect(say({ message: 'no text', hint: 'write the text' }).hint).toBe('write the text');
    const hint = 'set it in programme.yaml';
    expect(say({ message: 'a place', hint, at: { file: '/lists/list.csv' } }).hint).toBe(undefined);
    expect(say({ message: 'no date', hint, at: { file: '/data/programme.yaml' } }).hint).toBe(hint);
  });

  it.each([
    ['no findings', {}, 'No findings'],
    ['l’heure n’est pas comprise', {}, 'L’heure n’est pas comprise'],
    ['veraPDF found nothing', {}, 'veraPDF found nothing'],
    ['programme-2030-fr.pdf', {}, 'programme-2030-fr.pdf'],
    ['gala is used twice', { id: 'gala' }, 'gala is used twice'],
  ])(
    'A message is shown as a sentence that begins with a capital letter, unless it begins with a name: %s',
    async (message, parameters, shown) => {
      const say = await speakerFor('en', '/data');
      expect(say({ message, parameters }).message).toBe(shown);
    },
  );

  it('The list of messages whose desk hints mention accepting a finding is complete', async () => {
    for (const { words } of Object.values(DESK_LANGUAGES)) {
      const { hints, reason } = await words();
      const named = Object.entries(HINTS).filter(([, hint]) =>
        hints[hint].toLowerCase().includes(reason.toLowerCase().slice(0, 5)),
      );
      expect(named.map(([code]) => code)).toEqual(Object.keys(HINTS).filter(namesAcceptance));
    }
  });

  it('If the hint of a message about a list names an option or the mapping, the desk has its own hint for this message', () => {
    const ofLists = Object.entries({ ...areas.files, ...areas.commands }).flatMap(([code, said]) =>
      typeof said === 'object' &&
      'hint' in said &&
      /--map FILE|--encoding|\bmapping\b/.test(String(said.hint))
        ? [code]
        : [],
    );
    expect(ofLists.filter((code) => !(code in HINTS))).toEqual([]);
  });

  it('Each hint in the desk belongs to a message that exists in the program', () => {
    const codes = Object.values(areas).flatMap((catalogue) => Object.keys(catalogue));
    expect(Object.keys(HINTS).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('French texts have no-break spaces before punctuation and inside quotation marks', async () => {
    const { findings, ...words } = await DESK_LANGUAGES.fr.words();
    expect(findings).toBe('Constats');
    expect(JSON.stringify(words).match(/.{9} [:;!?»%]|« .{9}/gu)).toBe(null);
    expect(words.removed).toBe('«\u00a0{title}\u00a0» a été supprimé. «\u00a0Annuler\u00a0» le rétablit.');
  });
});
