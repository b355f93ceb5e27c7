/** The reasons why values are rejected, and why texts are not recognised as a date or a time of day. */
import { reasons } from '../languages/en/messages/index.ts';
import { type Message, messagesOf } from './messages.ts';

/** Creates a reason from its code and parameters. */
export const reason = messagesOf(reasons);

/**
 * Converts a reason to the properties of a zod issue: its code becomes the message, from which `reasonOf` restores the
 * reason. Zod keeps the parameters only for custom checks.
 */
export function refusal({ code, parameters }: Message): { message: string; params: Message['parameters'] } {
  return { message: code, params: parameters };
}

/** The reason that a zod issue contains or, if it contains none, zod's own English text. */
export function reasonOf(issue: {
  message: string;
  params?: Message['parameters'] | undefined;
}): Message | string {
  const make = reason as (code: string, parameters: Message['parameters'] | undefined) => Message;
  return issue.message in reasons ? make(issue.message, issue.params) : issue.message;
}
