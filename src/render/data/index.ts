/**
 * Writes machine-readable files: event records as a data package (JSON) and as CSV, lists of editions as a feed, and
 * web addresses as a sitemap.
 */
export { atomFile, sitemapFile } from './feed.ts';
export { csvFile, dataColumns, packageFile } from './package.ts';
