import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diff } from '../../src/commands/diff.ts';
import { buildDocument } from '../../src/document/build.ts';
import { readProgramme } from '../../src/read/dataset.ts';
import { docxOf } from '../support/rendered.ts';
import { type Printed, parseXml, printed } from '../unit/docx/revisions.ts';
import { output } from './support/tools.ts';

/**
 * A LibreOffice Basic module that opens a file, accepts or rejects all its tracked changes, and saves it under another
 * name.
 */
const MACRO = `Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  file = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(file.CurrentController.Frame, command, "", 0, Array())
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  file.storeToURL(target, form())
  file.close(True)
End Sub
`;

let folder: string;
let redline: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'redline-'));
  await soffice('--terminate_after_init');
  const library = path.join(folder, 'profile', 'user', 'basic', 'Standard');
  await writeFile(
    path.join(library, 'Module1.xba'),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${MACRO.replaceAll('"', '&quot;')}</script:module>`,
  );
  const { written } = await diff({
    data: 'data',
    old: '1',
    new: 'draft',
    formats: ['redline'],
    lang: 'en',
    out: folder,
  });
  redline = written[0] ?? '';
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function soffice(call: string): Promise<void> {
  await output('soffice', [
    '--headless',
    '--norestore',
    `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`,
    call,
  ]);
}

/** The words of a file that LibreOffice saved, by paragraph outside tables, and by cell inside tables. */
async function words(file: string): Promise<unknown[]> {
  const xml = strFromU8(unzipSync(await readFile(file))['word/document.xml'] ?? new Uint8Array());
  return plainWords(printed(parseXml(xml)));
}

/**
 * Text without field instructions (LibreOffice changes them), page numbers (they are those of the redline until the
 * fields are updated) and the empty lines at the ends of sections.
 */
function plainWords(list: readonly Printed[]): unknown[] {
  return list.flatMap((item): unknown[] => {
    if ('row' in item) return [item.cells.map(plainWords)];
    const text = item.looks
      .map((look) => [...look][0])
      .join('')
      .replace(/ (?:PAGEREF|TOC) .*? (?=\d|$)/g, '')
      .replace(/\t\d+$/, '');
    return text === '' ? [] : [text];
  });
}

describe('Redline of edition 1 and the draft', () => {
  it('Microsoft’s Open XML validator accepts the redline', async () => {
    const { default: validate } = await import('@ooxml-tools/validate');
    expect(await validate(new Uint8Array(await readFile(redline)), 'docx', 'Microsoft365')).toEqual([]);
  });

  it.each([
    ['AcceptAllTrackedChanges', 'draft'],
    ['RejectAllTrackedChanges', '1'],
  ])('After %s in LibreOffice, the redline contains the text of edition %s', async (command, edition) => {
    const target = path.join(folder, `${command}.docx`);
    const urls = [redline, target].map((file) => pathToFileURL(file).href);
    await soffice(`macro:///Standard.Module1.Settle("${urls[0]}","${urls[1]}",".uno:${command}")`);
    const programme = await readProgramme('data', edition);
    const document = buildDocument(programme, 'en');
    const source = path.join(folder, `source-${edition}.docx`);
    const plain = path.join(folder, `plain-${edition}.docx`);
    await writeFile(source, await docxOf(document));
    const saved = [source, plain].map((file) => pathToFileURL(file).href);
    await soffice(`macro:///Standard.Module1.Settle("${saved[0]}","${saved[1]}",".uno:${command}")`);
    const found = await words(target);
    expect(found).toEqual(await words(plain));
    const rows = programme.themes.reduce((sum, { events }) => sum + 1 + events.length, 0);
    expect(found.filter(Array.isArray)).toHaveLength(rows);
  });
});
