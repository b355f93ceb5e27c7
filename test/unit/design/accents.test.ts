import { expect, it } from 'vitest';
import { isReadable } from '../../../src/design/colour.ts';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { accentText } from '../../../src/design/measures.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { type Document, eventsIn } from '../../../src/document/model.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { renderPdf } from '../../../src/render/pdf/render.ts';
import type { EntryProps } from '../../../templates/pdf/entry.tsx';
import { PDF_TEMPLATES } from '../../../templates/pdf/templates.ts';
import type { EdgeTabProps } from '../../../templates/pdf/title.tsx';
import { documentXml, docxOf, fontsOf, wordPart } from '../../support/rendered.ts';

const document = buildDocument(await readProgramme('data', '1'), 'en');
const { accents } = DEFAULT_DESIGN;

/** The colours of entries, and the marks at the page edge with their pages, as templates receive them. */
async function drawn(of: Document, design = DEFAULT_DESIGN) {
  const { pdf } = await fontsOf(DEFAULT_DESIGN);
  const entries: (string | undefined)[] = [];
  const tabs: { accent: number; isLeft: boolean }[] = [];
  const watched = new Proxy(PDF_TEMPLATES, {
    get: (templates, name: keyof typeof PDF_TEMPLATES) => {
      if (name === 'Entry')
        return (props: EntryProps) => {
          entries.push(props.accent);
          return templates.Entry(props);
        };
      if (name !== 'EdgeTab') return templates[name];
      return (props: EdgeTabProps) => {
        tabs.push({ accent: props.accent, isLeft: props.isLeft });
        return templates.EdgeTab(props);
      };
    },
  });
  await renderPdf(of, design, pdf, new Map(), watched);
  return { entries, tabs };
}

it('The entries of the contents and indexes have marks in the theme colours', async () => {
  const { entries } = await drawn(document);
  // Six themes, then the indexes, which have no colour.
  expect(entries.slice(0, 9)).toEqual([...accents, undefined, undefined, undefined]);
  expect(new Set(entries.slice(9))).toEqual(new Set(accents));
});

it('The number of an event is printed in the theme colour, or in the nearest readable shade of it', async () => {
  const pale = { ...DEFAULT_DESIGN, accents: ['#7a3e9d', '#ffd54f'] };
  const readable = accentText(pale, 1);
  expect(isReadable(readable, [pale.colours.paper, pale.colours.zebra])).toBe(true);
  expect(accentText(pale, 0)).toBe('#7a3e9d');
  const sections = document.sections.filter(({ theme }) => theme !== undefined).slice(0, 3);
  const bytes = await docxOf({ ...document, sections }, pale);
  const styles = wordPart(bytes, 'word/styles.xml');
  expect(styles).toMatch(/w:styleId="EventNumber1">.*?<w:color w:val="7a3e9d"\/>/);
  expect(styles.split('w:styleId="EventNumber2">')[1]).toMatch(
    new RegExp(`^.{1,200}<w:color w:val="${readable.slice(1)}"/>`),
  );
  const numbers = documentXml(bytes).matchAll(/"EventNumber(\d)"\/><\/w:rPr><w:t [^>]*>(\d+)</g);
  const [one = 0, two = 0, three = 0] = sections.map(({ blocks }) => blocks.flatMap(eventsIn).length);
  expect([...numbers].map(([, style, number]) => `${style} ${number}`)).toEqual(
    Array.from(
      { length: one + two + three },
      (_, index) => `${index >= one && index < one + two ? 2 : 1} ${index + 1}`,
    ),
  );
});

it('Each page of a theme has a coloured mark at its outer edge', async () => {
  const { tabs } = await drawn(document);
  expect([...new Set(tabs.map(({ accent }) => accent))]).toEqual([0, 1, 2, 3, 4, 5]);
  expect(tabs.some(({ isLeft }) => isLeft)).toBe(false);
  const bound = await drawn(document, { ...DEFAULT_DESIGN, binding: 'book' });
  expect(new Set(bound.tabs.map(({ isLeft }) => isLeft))).toEqual(new Set([false, true]));
});

it('No marks are printed at the page edge in a document that has a single theme, in a redline or in a proof sheet', async () => {
  const one = { ...document, sections: document.sections.filter(({ accent }) => accent === 0) };
  expect((await drawn(one)).tabs).toEqual([]);
  expect((await drawn({ ...document, redline: true })).tabs).toEqual([]);
});
