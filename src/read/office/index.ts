/** Unpacks Office files (ZIP packages), and parses their XML parts within limits. */
export { XLIFF_NAME } from './hints.ts';
export { isOn, LOOKS, type Look } from './looks.ts';
export { type Relation, type Relations, readRelations } from './relations.ts';
export { type Attributes, readXml, readXmlFile, type XmlReader, type XmlTag } from './xml.ts';
export { openZip, partBytes, type ZipPackage } from './zip.ts';
