import type { SettingKey } from '../../languages/desk/index.ts';

/** The settings in the form of each generated part, in order. */
export const OF_PART: Readonly<Record<string, readonly SettingKey[]>> = {
  cover: ['title', 'author', 'subject', 'date', 'period', 'address', 'timezone'],
  introduction: ['introduction'],
  contents: ['contents'],
};
