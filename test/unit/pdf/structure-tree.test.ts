import { describe, expect, it } from 'vitest';
import { PdfFile } from '../../../src/render/pdf/engine/pdf-file.ts';
import { StructureTree } from '../../../src/render/pdf/engine/structure.ts';

const BOX = { left: 0, bottom: 0, right: 1, top: 1 };

/** A structure tree of a file with one page. */
function treeOnPage(): StructureTree {
  const file = new PdfFile({ title: 'T', author: 'A', subject: 'S', lang: 'en', date: new Date(0) });
  const tree = new StructureTree(file);
  file.kit.addPage({ size: [100, 100], margin: 0 });
  tree.beginPage();
  return tree;
}

describe('Incomplete structure tree', () => {
  it('The build fails if an element is not closed', () => {
    const tree = treeOnPage();
    tree.open(tree.root, 'P');
    expect(() => tree.finish()).toThrow('1 structure elements were not closed');
  });

  it('The build fails if content is added to a closed element', () => {
    const tree = treeOnPage();
    const element = tree.open(tree.root, 'P');
    tree.close(element);
    expect(() => tree.content(element)).toThrow(/the P element \d+ is closed/);
    expect(() => tree.open(element, 'Span')).toThrow(/is closed/);
    expect(() => tree.link(element, BOX, 'there', 'words')).toThrow(/is closed/);
    expect(() => tree.close(element)).toThrow(/is closed/);
  });

  it('The build fails if a link has no target', () => {
    const tree = treeOnPage();
    const link = tree.open(tree.root, 'Link');
    tree.link(link, BOX, 'there', 'words');
    tree.close(link);
    expect(() => tree.finish()).toThrow('a link leads to "there", which is nowhere');
  });

  it('The build fails if two destinations have the same name', () => {
    const tree = treeOnPage();
    tree.destination('here', 1, 1);
    tree.destination('here', 2, 2);
    expect(() => tree.finish()).toThrow('two destinations have one name');
  });

  it('The build fails if there is content before the first page', () => {
    const file = new PdfFile({ title: 'T', author: 'A', subject: 'S', lang: 'en', date: new Date(0) });
    const tree = new StructureTree(file);
    expect(() => tree.content(tree.root)).toThrow('content before the first page');
  });
});
