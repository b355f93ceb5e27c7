import { describe, expect, it } from 'vitest';
import { v8Flags } from '../../../src/launch/v8-flags.ts';

describe('flags of V8', () => {
  it.each(['11.3.244.8-node.33', '12.4.254.21-node.57', '13.6.233.17-node.53', '14.6.202.34-node.40'])(
    'are set for %s',
    (version) => {
      expect(v8Flags(version)).not.toEqual([]);
    },
  );

  it.each(['11.8.172.17-node.20', '12.3.0', '14.7.1', '15.0.0', '9.4', '', 'unknown'])(
    'are not set for %j, which they were not tried with',
    (version) => {
      expect(v8Flags(version)).toEqual([]);
    },
  );
});
