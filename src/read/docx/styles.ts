import { isOn, LOOKS, readXml, type ZipPackage } from '../office/index.ts';

/**
 * The formatting that a style sets: bold and italic for character styles, and the font. Properties that the style does
 * not set are undefined.
 */
export interface StyleLooks {
  strong?: boolean;
  emphasis?: boolean;
  /** Name of the font. */
  font?: string;
}

/** The formatting in the definition of a style, and the id of the style on which it is based. */
type Style = StyleLooks & { basedOn?: string };

/**
 * Reads the formatting of the character styles in a Word file, and the fonts of its paragraph styles, by style id. The
 * formatting is taken from the definitions of the styles, not from their ids, because ids depend on the language of
 * Word and on the user.
 *
 * @param part the part that contains the styles
 * @throws UserError if the part is not well-formed XML
 */
export async function readStyleLooks(
  zip: ZipPackage,
  part: string,
): Promise<ReadonlyMap<string, StyleLooks>> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let inLooks = false;
  let hasLooks = false;
  await readXml(zip, part, {
    open(name, { type, styleId, val, ascii, hAnsi }) {
      if (name === 'style') {
        hasLooks = type === 'character';
        style = (hasLooks || type === 'paragraph') && styleId !== undefined ? {} : undefined;
        if (style !== undefined && styleId !== undefined) styles.set(styleId, style);
      } else if (name === 'rPr') inLooks = true;
      else if (style !== undefined && name === 'basedOn' && val !== undefined) style.basedOn = val;
      const font = inLooks && name === 'rFonts' ? (ascii ?? hAnsi) : undefined;
      if (style !== undefined && font !== undefined) style.font = font;
      const look = inLooks && hasLooks ? LOOKS.get(name) : undefined;
      if (style !== undefined && look !== undefined && look !== 'struck') style[look] = isOn(val);
    },
    close(name) {
      if (name === 'rPr') inLooks = false;
      else if (name === 'style') style = undefined;
    },
  });
  return new Map([...styles.keys()].map((id) => [id, inherited(id, styles)]));
}

/**
 * The formatting of a style, merged with that of the styles on which it is based; the settings of the style itself take
 * precedence.
 */
function inherited(id: string, styles: ReadonlyMap<string, Style>, bases = MAX_BASES): StyleLooks {
  const { basedOn, ...looks } = styles.get(id) ?? {};
  return basedOn === undefined || bases === 1
    ? looks
    : { ...inherited(basedOn, styles, bases - 1), ...looks };
}

/** Maximum number of styles in a `basedOn` chain; Word itself allows 10. */
const MAX_BASES = 10;
