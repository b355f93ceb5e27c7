/**
 * Writes the events as open data: a Frictionless Data Package (https://datapackage.org) whose only resource contains
 * the rows and their Table Schema, and the same rows as CSV.
 */

import * as z from 'zod';
import type { EventRecord } from '../../document/index.ts';
import { localTime, momentsOf } from '../../text/dates/index.ts';
import { guarded } from '../../text/index.ts';

const ValueSchema = z.union([z.string(), z.number(), z.null()]);

export const OpenDataSchema = z
  .strictObject({
    profile: z.literal('tabular-data-package'),
    name: z.string().describe('Name of the programme.'),
    title: z.string().describe('Title of the programme, or of the extract.'),
    version: z.string().describe('Name of the edition, or draft.'),
    created: z.string().describe('Date of the edition: midnight in UTC.'),
    corrects: z.string().optional().describe('For an erratum: name of the corrected edition.'),
    fingerprint: z.string().optional().describe('Fingerprint of a frozen edition.'),
    language: z.string().describe('Language of the texts, if the events have texts in it.'),
    homepage: z.string().optional().describe('Address of the page on the web.'),
    contributors: z.array(z.strictObject({ title: z.string(), role: z.literal('publisher') })),
    resources: z.tuple([
      z.strictObject({
        name: z.literal('events'),
        profile: z.literal('tabular-data-resource'),
        schema: z
          .strictObject({
            fields: z.array(
              z.strictObject({
                name: z.string().describe('Key in the rows and heading in the CSV file.'),
                type: z.enum(['string', 'integer', 'date']),
                title: z.string().optional().describe('Heading, as printed.'),
                description: z.string(),
                constraints: z
                  .strictObject({ required: z.literal(true), unique: z.literal(true) })
                  .optional(),
              }),
            ),
            primaryKey: z.literal('id'),
            missingValues: z.tuple([z.literal('')]),
          })
          .describe('Table Schema of the rows, and of the CSV file.'),
        data: z.array(z.record(z.string(), ValueSchema)).describe('The events in printed order.'),
      }),
    ]),
  })
  .describe('The events of a programme, or of an extract of it, as open data.');

export type OpenData = z.infer<typeof OpenDataSchema>;
type Value = z.infer<typeof ValueSchema>;
type DataField = OpenData['resources'][0]['schema']['fields'][number];

/** A column that a programme adds to the rows: one of its fields, or the body on a side. */
export interface OwnColumn {
  /** Id of the field or side. */
  id: string;
  /** Name of the column. For the body on a side, which is not a field, this name differs from the id. */
  name: string;
  heading: string;
}

interface DataColumn extends DataField {
  said(record: EventRecord): Value;
}

/**
 * The columns of the data package and the CSV file. The ids of fields contain no underscores, so they differ from the
 * names of the other columns. Nothing is guessed: if the exact day of a date is not known, its first and last day are
 * empty.
 *
 * @param isTimed whether the programme has times of day; without them the columns for times are left out
 */
export function dataColumns(
  specific: readonly OwnColumn[],
  sides: readonly string[],
  isTimed: boolean,
): DataColumn[] {
  const text = (name: string, description: string, valueIn: DataColumn['said']): DataColumn => ({
    name,
    type: 'string',
    description,
    said: valueIn,
  });
  return [
    {
      ...text('id', 'Id of the event, which stays over editions.', ({ id }) => id),
      constraints: { required: true, unique: true },
    },
    { ...text('event_number', 'Printed number.', ({ number }) => number), type: 'integer' },
    text('theme', 'Id of the theme.', ({ theme }) => theme.id),
    text('theme_title', 'Title of the theme.', ({ theme }) => theme.title),
    text('event_title', 'Title of the event.', ({ title }) => title),
    ...specific.map(
      ({ id, name, heading }): DataColumn => ({
        ...text(
          name,
          'As printed; paragraphs are parted by line feeds.',
          ({ fields }) => fields.find((field) => field.id === id)?.words ?? null,
        ),
        title: heading,
      }),
    ),
    text('when', 'Planned date, EDTF (ISO 8601-2).', ({ when }) => when ?? null),
    {
      ...text('first_day', 'First day, where the date is known to the day.', (record) => daysOf(record)[0]),
      type: 'date',
    },
    {
      ...text('last_day', 'Last day, where the date is known to the day.', (record) => daysOf(record)[1]),
      type: 'date',
    },
    ...(isTimed ? timeColumns(text) : []),
    text('status', 'cancelled, postponed or sold-out.', ({ status }) => status ?? null),
    ...sides.map((side) =>
      text(`regions.${side}`, 'ISO 3166-2 codes parted by spaces, or why there is none.', ({ regions }) => {
        const codes = Object.hasOwn(regions, side) ? regions[side] : undefined;
        return codes === undefined ? null : [codes].flat().join(' ');
      }),
    ),
  ];
}

type Column = (name: string, description: string, valueIn: DataColumn['said']) => DataColumn;

/** The columns of times of day. */
function timeColumns(text: Column): DataColumn[] {
  const hour = (key: 'doors' | 'start' | 'end', what: string): DataColumn =>
    text(`${key}_time`, `${what}, HH:MM, where it is the same each time.`, ({ occurrences }) => {
      const [first, ...others] = new Set(occurrences.map((one) => one[key]));
      return first === undefined || others.length > 0 ? null : clock(first);
    });
  return [
    text(
      'occurrences',
      'Each time at which it takes place, ISO 8601, parted by spaces: days, or from and to in local time. Days without a time are whole.',
      ({ occurrences }) => occurrences.flatMap(isoOf).join(' ') || null,
    ),
    hour('doors', 'From when people are let in'),
    hour('start', 'Start'),
    hour('end', 'End'),
  ];
}

const clock = (minutes: number): string => localTime({ day: '2000-01-01', minutes }).slice(-5);

/**
 * An occurrence in ISO 8601 notation, if its exact day is known. If the occurrence lasts several days, the times of day
 * are left out.
 */
function isoOf(occurrence: EventRecord['occurrences'][number]): string[] {
  const { days } = occurrence;
  if (days === undefined) return [];
  const moments = momentsOf(occurrence);
  const ends =
    moments === undefined
      ? new Set([days.start, days.end])
      : [moments.start, moments.end].flatMap((moment) => (moment === undefined ? [] : [localTime(moment)]));
  return [[...ends].join('/')];
}

function daysOf({ occurrences }: EventRecord): [string | null, string | null] {
  const days = occurrences.flatMap((one) => one.days ?? []);
  if (days.length < occurrences.length) return [null, null];
  const starts = days.map(({ start }) => start).sort();
  const ends = days.map(({ end }) => end).sort();
  return [starts[0] ?? null, ends.at(-1) ?? null];
}

/** Writes the data package, UTF-8, with a line feed at the end. */
export function packageFile(
  about: Omit<OpenData, 'profile' | 'resources'>,
  columns: readonly DataColumn[],
  records: readonly EventRecord[],
): Uint8Array {
  const data: OpenData = {
    profile: 'tabular-data-package',
    ...about,
    resources: [
      {
        name: 'events',
        profile: 'tabular-data-resource',
        schema: {
          fields: columns.map(({ said: _, ...field }) => field),
          primaryKey: 'id',
          missingValues: [''],
        },
        data: records.map((record) =>
          Object.fromEntries(columns.map(({ name, said }) => [name, said(record)])),
        ),
      },
    ],
  };
  return Buffer.from(`${JSON.stringify(data, null, 1)}\n`);
}

/**
 * Writes the rows as CSV (RFC 4180) in UTF-8, separated by commas, with a header line. Values that a spreadsheet
 * program would read as formulas are escaped as text.
 */
export function csvFile(columns: readonly DataColumn[], records: readonly EventRecord[]): Uint8Array {
  const lines = [
    columns.map(({ name }) => name),
    ...records.map((record) => columns.map(({ said }) => guarded(String(said(record) ?? '')))),
  ];
  return Buffer.from(lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join(''));
}

function quoted(words: string): string {
  return /[",\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
