import * as z from 'zod';
import { reason, refusal } from '../reasons.ts';

/** Whether a text is the IANA name of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return (
      /^[A-Z]\w+(?:[/_+-]\w+)*$/.test(name) &&
      new Intl.DateTimeFormat(undefined, { timeZone: name }) !== undefined
    );
  } catch {
    return false;
  }
}

/** The schema for the IANA name of a time zone. */
export const TimeZoneSchema = z.string().refine(isTimeZone, refusal(reason('expected-time-zone')));
