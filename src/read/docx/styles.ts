import { readXml, type ZipPackage } from '../office/index.ts';

/** What a style says of bold and italic words, which only one of characters does here, and of their font; nothing where it leaves them as they are. */
export interface StyleLooks {
  strong?: boolean;
  emphasis?: boolean;
  /** Name of the font of its letters. */
  font?: string;
}

/** Elements of run properties that set words bold or italic. */
const LOOKS: Readonly<Record<string, 'strong' | 'emphasis'>> = { b: 'strong', i: 'emphasis' };

/** Whether the value of an on-off property (ECMA-376, ST_OnOff) sets it; without one it is set. */
export function isOn(value = ''): boolean {
  return !/^(?:0|false|off)$/.test(value);
}

/**
 * The looks of the character styles of a Word file and the fonts of its paragraph styles, by their ids: word processors call these as their language and the user do, and only
 * the styles themselves say what they look like.
 *
 * @param part the part with the styles
 * @throws UserError when the part is no well-formed XML
 */
export async function readStyleLooks(
  zip: ZipPackage,
  part: string,
  file: string,
): Promise<ReadonlyMap<string, StyleLooks>> {
  const styles = new Map<string, StyleLooks & { basedOn?: string }>();
  let style: (StyleLooks & { basedOn?: string }) | undefined;
  let inLooks = false;
  let hasLooks = false;
  await readXml(zip, part, file, {
    open(name, { type, styleId, val, ascii, hAnsi }) {
      if (name === 'style') {
        hasLooks = type === 'character';
        style = (hasLooks || type === 'paragraph') && styleId !== undefined ? {} : undefined;
        if (style !== undefined && styleId !== undefined) styles.set(styleId, style);
      } else if (name === 'rPr') inLooks = true;
      else if (style !== undefined && name === 'basedOn' && val !== undefined) style.basedOn = val;
      const font = inLooks && name === 'rFonts' ? (ascii ?? hAnsi) : undefined;
      if (style !== undefined && font !== undefined) style.font = font;
      const look = inLooks && Object.hasOwn(LOOKS, name) ? LOOKS[name] : undefined;
      if (style !== undefined && look !== undefined && hasLooks) style[look] = isOn(val);
    },
    close(name) {
      if (name === 'rPr') inLooks = false;
      else if (name === 'style') style = undefined;
    },
  });
  return new Map([...styles.keys()].map((id) => [id, inherited(id, styles)]));
}

/** The looks of a style with those of the styles that it is based on, the nearest first. */
function inherited(id: string, styles: ReadonlyMap<string, StyleLooks & { basedOn?: string }>): StyleLooks {
  const seen = new Set<string>();
  let looks: StyleLooks = {};
  for (let at: string | undefined = id; at !== undefined && !seen.has(at) && seen.size < MOST_BASES; ) {
    seen.add(at);
    const { basedOn, ...own }: StyleLooks & { basedOn?: string } = styles.get(at) ?? {};
    looks = { ...own, ...looks };
    at = basedOn;
  }
  return looks;
}

/** Styles that one is based on, one after another, at most; Word itself allows 10. */
const MOST_BASES = 10;
