/**
 * The record of the data from which a document was made: a hidden part of the package that word processors preserve.
 */
import { append, type Parts } from './parts.ts';
import { xmlText } from './xml.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** XML namespace of the record. */
const RECORD = 'urn:programme:record:1';
/** LibreOffice preserves the part only together with its item properties. */
const ITEM_ID = '{00000000-0000-4000-8000-0000000000FF}';

/** Adds the record, line by line, to the parts of a package. */
export function addRecord(parts: Parts, record: readonly string[]): void {
  // About half of the characters of each line are quotation marks, which need no escaping in element content.
  const lines = record.map((line) => `<line>${xmlText(line).replaceAll('&quot;', '"')}</line>`).join('');
  parts.set('customXml/item1.xml', `${HEAD}<record xmlns="${RECORD}">${lines}</record>`);
  parts.set(
    'customXml/itemProps1.xml',
    `${HEAD}<ds:datastoreItem xmlns:ds="${OFFICE}/customXml" ds:itemID="${ITEM_ID}"><ds:schemaRefs><ds:schemaRef ds:uri="${RECORD}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  parts.set(
    'customXml/_rels/item1.xml.rels',
    `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  );
  append(
    parts,
    'word/_rels/document.xml.rels',
    '</Relationships>',
    `<Relationship Id="rIdRecord" Type="${OFFICE}/relationships/customXml" Target="../customXml/item1.xml"/>`,
  );
  append(
    parts,
    '[Content_Types].xml',
    '</Types>',
    '<Override ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml" PartName="/customXml/itemProps1.xml"/>',
  );
}
