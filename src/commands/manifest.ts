import path from 'node:path';
import type { Extract } from '../document/index.ts';
import { allEvents, DRAFT, type Programme, textIn, withoutUndefined } from '../model/index.ts';
import type { Gate } from '../report/index.ts';
import type { BuiltFile } from './output.ts';
import type { ExtractList } from './which-extract.ts';

/** The outcome of an extract: its files, or the reason why there are none. */
export interface ExtractOutcome {
  extract: Extract;
  built: BuiltFile[];
  /** Message for the user if it failed. */
  failed?: string;
}

/** The result of `extract --all`. */
export interface Manifest {
  version: 1;
  programme: string;
  /** Edition as in file names: `ed1`, `draft`. */
  edition: string;
  /** Fingerprint of a frozen edition. */
  fingerprint?: string;
  date: string;
  /** Number of events of the whole programme. */
  events: number;
  /** veraPDF's result for the PDF files. */
  verapdf: Gate['state'];
  /** The property that the events of an extract share: id of a field or side, or `region`, `theme`, `day`. */
  by: string;
  extracts: {
    /** The side and code of a region. */
    side?: string;
    region?: string;
    /** Identifies the value. */
    value: string;
    name: string;
    events: number;
    files: (Omit<BuiltFile, 'path'> & { file: string })[];
  }[];
  failed: { value: string; name: string; reason: string }[];
  /** Ids of the events that are in no extract. */
  without: readonly string[];
}

/** The manifest of a run over all extracts. */
export function manifestOf(
  { config, edition, themes }: Programme,
  fingerprint: string | undefined,
  verapdf: Gate['state'],
  { by, without }: Pick<ExtractList, 'by' | 'without'>,
  results: readonly ExtractOutcome[],
): Manifest {
  const named = ({ key, name }: Extract) => ({
    value: key,
    name: textIn(name, config.language, config.language).words,
  });
  return {
    version: 1,
    programme: config.name,
    edition: edition === DRAFT ? DRAFT : `ed${edition}`,
    ...withoutUndefined({ fingerprint }),
    date: config.date,
    events: allEvents({ themes }).length,
    verapdf,
    by,
    extracts: results.flatMap(({ extract, built, failed }) => {
      if (failed !== undefined) return [];
      const { side, key, events } = extract;
      const region = side === undefined ? {} : { side, region: key };
      const files = built.map(({ path: file, ...rest }) => ({ file: path.basename(file), ...rest }));
      return [{ ...region, ...named(extract), events: events.size, files }];
    }),
    failed: results.flatMap(({ extract, failed: reason }) =>
      reason === undefined ? [] : [{ ...named(extract), reason }],
    ),
    without,
  };
}
