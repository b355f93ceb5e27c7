/** One condition of publishing. */
export interface Gate {
  id: 'data' | 'check' | 'changes' | 'editions' | 'outputs' | 'structure';
  title: string;
  passed: boolean;
  /** What was found. */
  why: string;
  /** What to do when it is not passed. */
  todo?: string;
}

export interface Readiness {
  version: 1;
  ready: boolean;
  gates: Gate[];
}

/** The gates as a table for a terminal: passed or not, what was found, what to do. */
export function gatesText({ ready, gates }: Readiness): string {
  const lines = gates.flatMap(({ title, passed, why, todo }) => [
    `${passed ? 'passed' : 'FAILED'}  ${title}`,
    `        ${why.replaceAll('\n', '\n        ')}`,
    ...(todo === undefined ? [] : [`        to do: ${todo}`]),
  ]);
  return `${lines.join('\n')}\n\n${ready ? 'Ready to publish.' : 'Not ready to publish.'}\n`;
}
