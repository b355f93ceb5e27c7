import { markApproved } from '../../../src/compare/approvals.ts';
import type { Comparison } from '../../../src/compare/change.ts';
import { compare } from '../../../src/compare/compare.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { edition1, withEvents } from '../support/programmes.ts';

const ADDED: Event = {
  id: 'samara-regatta',
  bodies: { french: { fr: 'Ville de Brest' }, russian: 'Samara' },
  regions: { french: ['FR-BRE'], russian: ['RU-SAM'] },
  title: 'Regatta | <b>tall</b> ships & `boats`',
  description: 'First day.\nSecond *day*.',
  when: '2021-06',
};

/** Edition 1 with one change of each type that reports treat differently. */
export const edited: Programme = {
  ...withEvents(edition1, (events, theme) => {
    if (theme === 'sport') {
      const [equestrian, martial, wrestling] = events;
      if (equestrian === undefined || martial === undefined || wrestling === undefined) return events;
      const { date, when, ...undated } = equestrian;
      return [{ ...wrestling, status: 'cancelled', title: 'WRESTLING' }, undated, ADDED];
    }
    return events.map((event) =>
      event.id === 'toulouse-samara-partnership'
        ? {
            ...event,
            regions: { ...event.regions, russian: ['RU-SAM', 'RU-MOW'] },
            description: 'Establishment of musical and theatrical cooperation between Samara and Toulouse.',
            accept: [{ rule: 'spelling', reason: 'A name.' }],
          }
        : event,
    );
  }),
  edition: '2',
  config: { ...edition1.config, date: '2021-05-03', contents: 'Events, theme by theme:' },
};

const unmarked = compare(edition1, edited);
const cancelled = unmarked.changes.find(({ kind }) => kind === 'status-changed');

/** Edition 1 compared with this programme; the cancellation is approved. */
export const comparison: Comparison = markApproved(unmarked, [
  { fingerprint: cancelled?.fingerprint ?? '', by: 'A. Editor', date: '2021-05-02' },
]);

/** An edition compared with itself. */
export const same: Comparison = compare(edition1, edition1);

/** The fingerprint of a change of a kind. */
export function print(kind: string, field?: string): string {
  const found = comparison.changes.find((change) => change.kind === kind && change.field === field);
  if (found === undefined) throw new Error(`no change ${kind} ${field}`);
  return found.fingerprint;
}
