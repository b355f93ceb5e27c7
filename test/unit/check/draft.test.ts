import { expect, it } from 'vitest';
import { checkProgramme } from '../../../src/check/check.ts';
import { draft, edition1, projectSpelling } from './programmes.ts';

it('The draft has no errors and no stale acceptances', async () => {
  const findings = checkProgramme(draft(), { spelling: await projectSpelling(), previous: edition1() });
  expect(findings).not.toEqual([]);
  const serious = findings.filter(
    ({ severity, rule }) => severity === 'error' || rule === 'stale-acceptance',
  );
  expect(serious.map(({ rule, at, message }) => `${rule} ${at.event} ${message}`)).toEqual([]);
});
