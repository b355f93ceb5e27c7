import { deflateRawSync } from 'node:zlib';

export interface Part {
  name: string;
  content: string | Uint8Array;
  /** Size to declare instead of the actual one. */
  claimed?: number;
  encrypted?: boolean;
  /** Index of an earlier part whose bytes this part shares. */
  shares?: number;
  stored?: boolean;
  /** Write sizes and offset into the 64-bit extra field. */
  zip64?: boolean;
}

/** Builds a zip file by hand, so that tests can make it invalid. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content as string);
    const packed = part.stored ? content : deflateRawSync(content);
    const name = Buffer.from(part.name);
    const unpacked = part.claimed ?? content.length;
    const method = part.stored ? 0 : 8;
    const shared = part.shares === undefined ? undefined : offsets[part.shares];
    const at = shared ?? offset;
    offsets.push(at);
    if (shared === undefined) {
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(method, 8);
      header.writeUInt32LE(packed.length, 18);
      header.writeUInt32LE(unpacked, 22);
      header.writeUInt16LE(name.length, 26);
      locals.push(header, name, packed);
      offset += 30 + name.length + packed.length;
    }
    const extra = part.zip64 ? Buffer.alloc(28) : Buffer.alloc(0);
    if (part.zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(unpacked), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
      extra.writeBigUInt64LE(BigInt(at), 20);
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(part.encrypted ? 1 : 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(part.zip64 ? 0xffffffff : packed.length, 20);
    entry.writeUInt32LE(part.zip64 ? 0xffffffff : unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(part.zip64 ? 0xffffffff : at, 42);
    central.push(entry, name, extra);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface BookParts {
  /** Content of the `worksheet` element by name of the sheet. */
  sheets: Readonly<Record<string, string>>;
  strings?: string;
  styles?: string;
  /** Attributes of `workbookPr`. */
  properties?: string;
  /** Attributes of the `sheet` elements by name. */
  states?: Readonly<Record<string, string>>;
}

/** The parts of a workbook as other programs write it, from the XML of its sheets. */
export function bookParts({ sheets, strings, styles, properties, states }: BookParts): Part[] {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = [
    ...names.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
    relation('strings', 'sharedStrings', 'sharedStrings.xml'),
    relation('styles', 'styles', '/xl/styles.xml'),
  ].join('');
  const list = names
    .map(
      (name, index) =>
        `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}" ${states?.[name] ?? ''}/>`,
    )
    .join('');
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${properties ?? ''}/><sheets>${list}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations}</Relationships>` },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings ?? ''}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles ?? ''}</styleSheet>` },
    ...names.map((name, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet xmlns="${MAIN}">${sheets[name] ?? ''}</worksheet>`,
    })),
  ];
}

/** A cell with an inline string. */
export function inline(ref: string, text: string): string {
  return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
