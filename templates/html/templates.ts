import { Page } from './page.tsx';
import { styleSheet } from './style.ts';

/** How a page on the web looks. */
export const HTML_TEMPLATES = { Page, styleSheet };
export type HtmlTemplates = typeof HTML_TEMPLATES;
