/**
 * Writes files for programs: records of events as a data package (JSON) and as CSV, lists of editions as a feed,
 * addresses as a sitemap.
 */
export { atomFile, sitemapFile } from './feed.ts';
export { csvFile, dataColumns, packageFile } from './package.ts';
