/** The gates of `ready` that can be waived when an edition is frozen. */
export const WAIVABLE_GATES = ['changes', 'verapdf'] as const;
export type WaivableGate = (typeof WAIVABLE_GATES)[number];
