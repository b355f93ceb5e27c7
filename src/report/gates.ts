/** One condition of publishing. */
export interface Gate {
  id: 'data' | 'check' | 'changes' | 'editions' | 'outputs' | 'verapdf';
  title: string;
  state: 'passed' | 'failed' | 'not checked';
  /** What was found. */
  why: string;
  /** What should be looked at, though it fails nothing. */
  warning?: string;
  /** What to do when it is not passed: a line for each thing. */
  todo?: string;
}

export interface Readiness {
  version: 2;
  /** Whether no gate failed. */
  ready: boolean;
  /** In the order of the work; what was not checked stands last. */
  gates: Gate[];
}

const WORDS: Readonly<Record<Gate['state'], string>> = {
  passed: 'passed',
  failed: 'FAILED',
  'not checked': 'NOT CHECKED',
};

/** The gates as a table for a terminal: how each stands, what was found, what to do. */
export function gatesText({ ready, gates }: Readiness): string {
  return `${gates.flatMap(gateLines).join('\n')}\n\n${ready ? 'Ready to publish.' : 'Not ready to publish.'}\n`;
}

/** A gate in lines: how it stands, what was found, what to do. */
export function gateLines({ title, state, why, warning, todo }: Gate): string[] {
  return [
    `${WORDS[state].padEnd(6)}  ${title}`,
    `        ${why.replaceAll('\n', '\n        ')}`,
    ...(warning === undefined ? [] : [`        warning: ${warning}`]),
    ...(todo === undefined ? [] : [`        to do: ${todo.replaceAll('\n', '\n               ')}`]),
  ];
}
