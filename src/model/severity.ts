/** Severities of findings, worst first. */
export const FINDING_SEVERITIES = ['error', 'warning', 'note'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/**
 * Whether a severity is at least as bad as a limit.
 *
 * @param scale all severities of findings or of changes, worst first
 */
export function isAtLeast<S>(severity: S, limit: S, scale: readonly S[]): boolean {
  return scale.indexOf(severity) <= scale.indexOf(limit);
}
