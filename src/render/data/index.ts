/** Open data. In: records of events. Out: a data package as JSON, and CSV. */
export { csvFile, dataColumns, packageFile } from './package.ts';
