import { LANGUAGES } from '../../../languages/index.ts';
import { settingCalled } from '../../messages.ts';
import { messageOf } from '../messages.ts';
import { findingAt, type Rule } from '../rule.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'error',
  run: ({ programme: { config } }) => {
    const sheet = LANGUAGES[config.language].sheet.parts.programme;
    return (config.placeholders ?? []).map((key) =>
      findingAt({ field: key }, messageOf('placeholder', { field: settingCalled(key), sheet })),
    );
  },
};
