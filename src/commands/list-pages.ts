import { LANGUAGES } from '../../languages/index.ts';
import type { Document, Sibling } from '../document/index.ts';
import type { Lang } from '../model/index.ts';
import type { DesignResources } from './design-resources.ts';
import { DOCUMENT_FORMATS, FORMATS } from './formats.ts';
import type { OutputFile } from './write-files.ts';

/** File name of a page. The name of the page in the main language of the programme does not contain the language. */
export const pageName = (stem: string, lang: Lang, main: Lang): string =>
  `${stem}${lang === main ? '' : `-${lang}`}.${FORMATS.html.ending}`;

/**
 * Web pages that list files: one page per language, each with links to the pages in other languages. The name of the
 * page in the programme's main language does not contain the language. If there is no page in this language, the first
 * page is also written under the name without a language, so that the URL works.
 *
 * @param main language of the programme
 * @param stem path of the pages without extension
 * @param documentOf returns the page in one language
 */
export async function listPages(
  main: Lang,
  languages: readonly Lang[],
  stem: string,
  look: DesignResources,
  documentOf: (lang: Lang, siblings: readonly Sibling[]) => Document,
): Promise<OutputFile[]> {
  const name = stem.slice(stem.lastIndexOf('/') + 1);
  const pages = languages.map(
    (lang): Sibling => ({
      file: pageName(name, lang, main),
      format: FORMATS.html.name,
      lang,
      language: LANGUAGES[lang].name,
    }),
  );
  const outputs: OutputFile[] = [];
  for (const lang of languages) {
    const siblings = pages.filter((page) => page.lang !== lang);
    const { content } = await DOCUMENT_FORMATS.html.render(documentOf(lang, siblings), look);
    outputs.push({ path: pageName(stem, lang, main), bytes: content });
  }
  const [first] = outputs;
  return first === undefined || languages.includes(main)
    ? outputs
    : [...outputs, { ...first, path: pageName(stem, main, main) }];
}
