/**
 * What the page and the server of the desk say to each other. The page imports the types alone; the server checks what
 * it is sent with the schemas.
 */
import * as z from 'zod';
import type { Event, Field, Lang, Side } from '../index.ts';

const Name = z.string().max(200);

/** Which view of the programme the pages show. */
export const ViewSchema = z.strictObject({
  edition: Name.default('draft'),
  lang: Name.optional(),
  /** Only events that share a value: the property, and the key of the value. */
  by: Name.optional(),
  value: Name.optional(),
  since: Name.optional(),
});
export type View = z.infer<typeof ViewSchema>;

/** What is asked of the dataset of an edition. */
export const DatasetQuerySchema = z.strictObject({ edition: Name.default('draft') });

/** The token of the address that the browser opened. */
export const TokenSchema = z.strictObject({ token: Name });

/** What is wrong, in the language of the page as far as the program has words in it, and where. */
export interface Said {
  message: string;
  hint?: string;
  lang: Lang;
  file?: string;
  line?: number;
  event?: string;
  field?: string;
}

/** The body of an answer that is no success. */
export interface Refusal {
  problems: Said[];
}

/** An event in the outline. */
export interface OutlineEvent {
  id: string;
  title: string;
  /** Planned date as printed. */
  date: string;
}

/** Events that stand together: of a theme, or of a day. */
export interface OutlineGroup {
  id: string;
  title: string;
  events: string[];
}

/** Values by which a part of the programme can be shown. */
export interface ExtractGroup {
  by: string;
  title: string;
  values: { key: string; name: string; events: number }[];
}

/** An edition as the page shows it. */
export interface Dataset {
  /** Changes with every change of the files. */
  state: string;
  edition: string;
  /** Frozen editions, the oldest first. */
  editions: string[];
  title: string;
  /** Main language, and the languages of the programme. */
  language: Lang;
  languages: Lang[];
  fields: Field[];
  sides: Side[];
  themes: OutlineGroup[];
  days: OutlineGroup[];
  events: OutlineEvent[];
  /** All events with all their fields. */
  values: Record<string, Event>;
  extracts: ExtractGroup[];
}

/** A line of the stream of changes: the files of the dataset are another state now. */
export interface Changed {
  state: string;
}
