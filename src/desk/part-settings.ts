import type { SettingKey } from '../../languages/desk/index.ts';

/** For each generated part, the settings that its form contains, in the order of the form. */
export const OF_PART: Readonly<Record<string, readonly SettingKey[]>> = {
  cover: ['title', 'author', 'subject', 'date', 'period', 'address', 'timezone'],
  introduction: ['introduction'],
  contents: ['contents'],
};
