import { expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { Document } from '../../../src/document/model.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { renderPdf } from '../../../src/render/pdf/render.ts';
import type { EntryProps } from '../../../templates/pdf/entry.tsx';
import { PDF_TEMPLATES } from '../../../templates/pdf/templates.ts';
import type { EdgeTabProps } from '../../../templates/pdf/title.tsx';
import { fontsOf } from '../../support/rendered.ts';

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

it('Contents and indexes have marks in the colours of the themes', async () => {
  const { entries } = await drawn(document);
  // Six themes, then the indexes, which have no colour.
  expect(entries.slice(0, 9)).toEqual([...accents, undefined, undefined, undefined]);
  expect(new Set(entries.slice(9))).toEqual(new Set(accents));
});

it('Each page of a theme has a mark at its outer edge', async () => {
  const { tabs } = await drawn(document);
  expect([...new Set(tabs.map(({ accent }) => accent))]).toEqual([0, 1, 2, 3, 4, 5]);
  expect(tabs.some(({ isLeft }) => isLeft)).toBe(false);
  const bound = await drawn(document, { ...DEFAULT_DESIGN, binding: 'book' });
  expect(new Set(bound.tabs.map(({ isLeft }) => isLeft))).toEqual(new Set([false, true]));
});

it('A document with one theme, a redline and a proof sheet have no marks at the edge', async () => {
  const one = { ...document, sections: document.sections.filter(({ accent }) => accent === 0) };
  expect((await drawn(one)).tabs).toEqual([]);
  expect((await drawn({ ...document, redline: true })).tabs).toEqual([]);
});
