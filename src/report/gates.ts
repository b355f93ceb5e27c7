import type { Message } from '../messages.ts';
import { messageOf } from './messages.ts';

/** Messages about a gate. */
export interface GateMessages {
  title: Message;
  /** The reasons for the state of the gate. */
  why: readonly Message[];
  /** The remaining work; missing if the gate has passed. */
  todo?: readonly Message[];
}

/** A condition for publishing, with its messages as values (`Message`) and as lines in English. */
export interface Gate {
  id: 'data' | 'check' | 'changes' | 'editions' | 'outputs' | 'verapdf';
  title: string;
  state: 'passed' | 'failed' | 'not checked';
  why: string;
  todo?: string;
  messages: GateMessages;
}

/**
 * Creates the description of a gate (a condition for freezing an edition) with its messages in English.
 *
 * @param todo the remaining work; missing if the gate passed
 */
export function gateOf(
  id: Gate['id'],
  state: Gate['state'],
  why: readonly Message[],
  todo?: readonly Message[],
): Gate {
  const lines = (messages: readonly Message[]): string => messages.map(({ message }) => message).join('\n');
  const title = messageOf(`gate-${id}`);
  const messages = { title, why, ...(todo && { todo }) };
  return { id, title: title.message, state, why: lines(why), ...(todo && { todo: lines(todo) }), messages };
}

export interface Readiness {
  version: 2;
  /** Whether no gate has failed. */
  ready: boolean;
  /** The gates in the order in which users should work on them. Gates that were not checked come last. */
  gates: Gate[];
}

const WORDS: Readonly<Record<Gate['state'], string>> = {
  passed: 'passed',
  failed: 'FAILED',
  'not checked': 'NOT CHECKED',
};

/** The gates as text for a terminal: states, reasons and remaining work. */
export function gatesText({ ready, gates }: Readiness): string {
  return `${gates.flatMap(gateLines).join('\n')}\n\n${ready ? 'Ready to publish.' : 'Not ready to publish.'}\n`;
}

/** A gate as lines: state, reasons and remaining work; a single line if the gate has passed for a single reason. */
export function gateLines({ title, state, why, todo }: Gate): string[] {
  const isShort = state === 'passed' && !why.includes('\n');
  return [
    `${WORDS[state].padEnd(6)}  ${title}${isShort ? `: ${why}` : ''}`,
    ...(isShort ? [] : [`        ${why.replaceAll('\n', '\n        ')}`]),
    ...(todo === undefined ? [] : [`        to do: ${todo.replaceAll('\n', '\n               ')}`]),
  ];
}
