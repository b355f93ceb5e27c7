import path from 'node:path';
import { allEvents, DRAFT, type Programme, textIn } from '../model/index.ts';
import type { Gate } from '../report/index.ts';
import type { BuiltFile } from './output.ts';
import type { ExtractList } from './which-extract.ts';

/** The outcome of an extract: its files, or the reason why there are none. */
export interface ExtractOutcome {
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
  programme: Programme,
  fingerprint: string | undefined,
  verapdf: Gate['state'],
  { by, extracts, without }: ExtractList,
  results: readonly ExtractOutcome[],
): Manifest {
  const { config, edition, themes } = programme;
  const manifest: Manifest = {
    version: 1,
    programme: config.name,
    edition: edition === DRAFT ? DRAFT : `ed${edition}`,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    date: config.date,
    events: allEvents({ themes }).length,
    verapdf,
    by,
    extracts: [],
    failed: [],
    without,
  };
  extracts.forEach(({ side, key, name: words, events }, index) => {
    const result = results[index];
    const name = textIn(words, config.language, config.language).words;
    if (result === undefined || result.failed !== undefined) {
      manifest.failed.push({ value: key, name, reason: result?.failed ?? 'it did not run' });
      return;
    }
    const files = result.built.map(({ path: file, ...rest }) => ({ file: path.basename(file), ...rest }));
    const region = side === undefined ? {} : { side, region: key };
    manifest.extracts.push({ ...region, value: key, name, events: events.size, files });
  });
  return manifest;
}
