import { EventPageView } from './event-page.tsx';
import { PageBody, PageHead } from './page.tsx';
import { styleSheet } from './style.ts';

/** The templates of a web page. */
export const HTML_TEMPLATES = { PageHead, PageBody, EventPageView, styleSheet };
export type HtmlTemplates = typeof HTML_TEMPLATES;
