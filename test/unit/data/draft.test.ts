import { expect, it } from 'vitest';
import { DATA, EDITION_1, readConfig, readEvents } from './dataset.ts';

it('the draft has the text of edition 1', () => {
  const config = readConfig(EDITION_1);
  expect(readConfig(DATA)).toEqual(config);
  for (const theme of config.themes) {
    expect(readEvents(DATA, theme.id)).toEqual(readEvents(EDITION_1, theme.id));
  }
});
