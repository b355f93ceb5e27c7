/** Files for programs. In: records of events. Out: a data package as JSON, and CSV. In: editions and addresses. Out: a feed and a sitemap. */
export { atomFile, sitemapFile } from './feed.ts';
export { csvFile, dataColumns, packageFile } from './package.ts';
