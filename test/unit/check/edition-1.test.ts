import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkProgramme } from '../../../src/check/check.ts';
import type { Finding } from '../../../src/check/finding.ts';
import { RULES } from '../../../src/check/rules/index.ts';
import { edition1, fileText, projectSpelling } from './programmes.ts';

const EntrySchema = z.strictObject({
  event: z.string().optional(),
  field: z.string().optional(),
  words: z.string().optional(),
  rule: z.string(),
  why: z.string().optional(),
  optional: z.literal(true).optional(),
});
type Entry = z.infer<typeof EntrySchema>;

const { config, events } = z
  .strictObject({ config: z.array(EntrySchema), events: z.array(EntrySchema) })
  .parse(load(fileText('test/fixtures/edition-1-errors.yaml')));
const entries = [...config, ...events];
const detectable = entries.filter(({ rule }) => rule !== 'none');

/**
 * Whether an entry of the list describes a finding: the same rule, event and field and, if given, the same words or a
 * part of them.
 */
function isListed(entry: Entry, { rule, at, words }: Finding): boolean {
  return (
    entry.rule === rule &&
    entry.event === at.event &&
    (entry.field === undefined ||
      at.field === entry.field ||
      at.field?.startsWith(`${entry.field}.`) === true) &&
    (entry.words === undefined ||
      words.includes(entry.words) ||
      (words !== '' && entry.words.includes(words)))
  );
}

function line({ rule, at, words }: Finding): string {
  return `${rule} · ${at.event ?? '-'} · ${at.field} · ${words}`;
}

describe('Findings in edition 1 compared with a manual review', () => {
  let findings: Finding[];
  beforeAll(async () => {
    findings = checkProgramme(edition1(), { spelling: await projectSpelling() });
  });

  it('The manual review refers only to existing rules and events', () => {
    const rules = new Set([...RULES.map(({ id }) => id), 'none']);
    const known = new Set(edition1().themes.flatMap((theme) => theme.events.map(({ id }) => id)));
    expect(entries.filter(({ rule }) => !rules.has(rule))).toEqual([]);
    expect(events.filter(({ event }) => !known.has(event ?? ''))).toEqual([]);
    expect(detectable.length).toBeGreaterThan(150);
  });

  it('Each mistake that the manual review lists is reported by the expected rule', () => {
    const missed = detectable.filter(
      (entry) => !entry.optional && !findings.some((finding) => isListed(entry, finding)),
    );
    expect(missed).toEqual([]);
  });

  it('The manual review also lists every finding', () => {
    const alarms = findings.filter((finding) => !detectable.some((entry) => isListed(entry, finding)));
    expect(alarms.map(line)).toEqual([]);
  });

  it('The check finds each mistake in the printed edition', () => {
    const lines = findings.map(line);
    const printed = [
      'date-outside-period · dijon-volgograd-partnership · date · Throughout the year 2020',
      'text-in-date · angers-samara-france-days · date · Angers',
      'text-in-date · nice-astrakhan-digital-technologies · date · Nice',
      'text-in-date · paris-astrakhan-oriental-languages · date · Paris',
      'text-in-date · grenoble-astrakhan-philology · date · Grenoble',
      'sides-swapped · dijon-volgograd-climate-meetings · bodies.french · Volgograd',
      'sides-swapped · dijon-volgograd-climate-meetings · bodies.russian · Dijon',
      'cut-off · arles-pskov-45-years · title · and',
      'region-kind · auvergne-rhone-alpes-economic-webinar · bodies.russian · Tatarstan Oblast',
      'name-variant · beziers-stavropol-delegations-literary-events · bodies.french · Beziers',
      'spelling · nice-french-tech · title · Participatoin',
      'spelling · ile-de-france-leningrad-tourism-fair · title · presentiatol',
      'spelling · yekaterinburg-trianon-startups · description · INNOPRUM',
    ];
    expect(printed.filter((mistake) => !lines.includes(mistake))).toEqual([]);
    const doubles = findings
      .filter(({ rule }) => rule === 'duplicate-event')
      .map(({ at, message }) => [at.event, message]);
    expect(doubles).toEqual([
      [
        'avignon-perm-russian-seasons-2',
        'this event is very similar to “Russian Seasons at Avignon Theatre Festival” in “Theme: Cultural and educational cooperation” (99 %)',
      ],
      [
        'evreux-kashira-glass-recycling',
        'this event is very similar to “Youth volunteering in Kashira, Russia” in “Theme: partnerships and twinning programmes” (100 %)',
      ],
      [
        'versailles-amur-arctic-environment',
        'this event is very similar to “Academic cooperation” in “Theme: Academic cooperation and research” (87 %)',
      ],
    ]);
  });

  it('Each finding has the exact position of its words in the field', () => {
    const withWords = findings.filter(({ words }) => words !== '');
    expect(withWords.every(({ words, length }) => words.length === length)).toBe(true);
  });
});
