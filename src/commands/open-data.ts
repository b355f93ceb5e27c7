import { columnHeading, eventRecords, pageAddress } from '../document/index.ts';
import { eventTexts, paragraphsOf, type Text, textIn, titleOf, withoutUndefined } from '../model/index.ts';
import { csvFile, dataColumns, packageFile } from '../render/data/index.ts';
import type { DataFile, DataSource } from './data-source.ts';

/** The events as a data package: JSON with its schema. */
export function openDataJson(source: DataSource): DataFile {
  const { programme, lang, extract, corrects, fingerprint, stem } = source;
  const { columns, records } = tableOf(source);
  const { config, edition } = programme;
  const words = lineWriter(source);
  const homepage = pageAddress(config, stem);
  const about = {
    name: config.name,
    title: [config.title, ...(extract === undefined ? [] : [extract.name])].map(words).join(' – '),
    version: edition,
    created: `${config.date}T00:00:00Z`,
    ...withoutUndefined({ corrects, fingerprint }),
    language: lang,
    ...(homepage === undefined ? {} : { homepage }),
    contributors: [{ title: config.author, role: 'publisher' as const }],
  };
  return { bytes: packageFile(about, columns, records), events: records.length };
}

/** The events as CSV, with the same rows as in the data package. */
export function openDataCsv(source: DataSource): DataFile {
  const { columns, records } = tableOf(source);
  return { bytes: csvFile(columns, records), events: records.length };
}

function tableOf(source: DataSource) {
  const { programme, lang, extract, presentation } = source;
  const { config } = programme;
  const words = lineWriter(source);
  const own = eventTexts(config)
    .filter(({ column }) => column !== titleOf(config))
    .map(({ column, path }) => ({ id: column, name: path, heading: words(columnHeading(config, column)) }));
  const records = eventRecords(programme, lang, extract, presentation);
  const isTimed = records.some(({ occurrences }) =>
    occurrences.some(({ doors, start, end }) => (doors ?? start ?? end) !== undefined),
  );
  return {
    columns: dataColumns(
      own,
      config.sides.map(({ id }) => id),
      isTimed,
    ),
    records,
  };
}

function lineWriter({ programme, lang }: DataSource): (text: Text) => string {
  return (text) => paragraphsOf(textIn(text, lang, programme.config.language).words).join(' ');
}
