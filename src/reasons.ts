/** Why values are refused, and why words are not a date or a time of day. */
import { reasons } from '../languages/en/messages/index.ts';
import { type Message, messagesOf } from './messages.ts';

/** A reason. */
export const reason = messagesOf(reasons);

/**
 * A reason as the text of an issue of a schema: its code, from which `reasonOf` makes the reason again. Zod keeps the
 * parameters of custom checks only.
 */
export function refusal({ code, parameters }: Message): { message: string; params: Message['parameters'] } {
  return { message: code, params: parameters };
}

/** The reason that an issue of a schema states, or zod's own English text. */
export function reasonOf(issue: {
  message: string;
  params?: Message['parameters'] | undefined;
}): Message | string {
  const make = reason as (code: string, parameters: Message['parameters'] | undefined) => Message;
  return issue.message in reasons ? make(issue.message, issue.params) : issue.message;
}
