import { describe, expect, it } from 'vitest';
import { v8Flags } from '../../../src/launch/v8-flags.ts';

describe('V8 flags', () => {
  it.each(['11.3.244.8-node.33', '12.4.254.21-node.57', '13.6.233.17-node.53', '14.6.202.34-node.40'])(
    'Flags are set for the V8 version %s',
    (version) => {
      expect(v8Flags(version)).not.toEqual([]);
    },
  );

  it.each(['11.8.172.17-node.20', '12.3.0', '14.7.1', '15.0.0', '9.4', '', 'unknown'])(
    'Flags are not set for the V8 version %j, which is untested',
    (version) => {
      expect(v8Flags(version)).toEqual([]);
    },
  );
});
