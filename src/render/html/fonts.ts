/** The fonts of a page: subsets with the characters of the page, embedded as WOFF2. */
import { createHash } from 'node:crypto';
import { output } from '../../../languages/en/messages/index.ts';
import type { WebFont } from '../../../templates/html/index.ts';
import { type Design, type FaceName, type FontFiles, isOwnFont } from '../../design/index.ts';
import { type Problem, UserError } from '../../errors.ts';
import { type Message, messagesOf } from '../../messages.ts';
import { LIMITS, Memory } from '../../model/index.ts';
import { openFaces, openWebCutting } from '../../typeset/index.ts';

const messageOf = messagesOf(output);

/** The fonts of a page, and messages about families that the page does not contain. */
export interface PageFonts {
  fonts: readonly WebFont[];
  notes: readonly Problem[];
}

/** Subsets by font and characters, cached because compressing a subset takes longer than the rest of a small page. */
const made = new Memory<Promise<Uint8Array | undefined>>(100);

/** Returns the fonts for a page with the given markup. */
export type FontsOf = (markup: string) => Promise<PageFonts>;

/**
 * Opens the fonts of a design for web pages. The fonts that come with the program may be embedded (SIL Open Font
 * License). Fonts of the publisher are embedded if the design sets `web: true` and their licence allows subsets.
 *
 * @throws UserError if Node has no WebAssembly
 */
export function openPageFonts(design: Design, files: FontFiles): FontsOf {
  if (!('WebAssembly' in globalThis)) throw new UserError(messageOf('webassembly-missing'));
  const faces = openFaces(files);
  const cut = openWebCutting(files.harfbuzz('harfbuzz-subset'));

  const subset = (name: FaceName, characters: readonly number[]): Promise<Uint8Array | undefined> => {
    const { bytes, glyph } = faces[name].font;
    const available = characters.filter((character) => glyph(character) !== 0);
    const key = createHash('sha256').update(bytes).update(available.join(' ')).digest('hex');
    return made.get(key, () => encoded(cut(bytes, available)));
  };

  const ofFamily = async (
    name: 'sans' | 'serif',
    characters: readonly number[],
  ): Promise<readonly WebFont[] | Message> => {
    const { family, regular, bold, web } = design.faces[name];
    const weights: [string, FaceName][] =
      bold === regular
        ? [['400 700', name]]
        : [
            ['400', name],
            ['700', `${name}Bold`],
          ];
    const mayBeCut = weights.every(([, face]) => faces[face].font.rights.partly);
    if (isOwnFont(regular) && !(web && mayBeCut)) return messageOf('font-not-for-web', { family });
    const fonts: WebFont[] = [];
    for (const [weight, face] of weights) {
      const woff2 = await subset(face, characters);
      if (woff2 === undefined) return messageOf('font-not-subset', { family });
      if (woff2.length > LIMITS.webFontBytes) return messageOf('font-too-large-for-web', { family });
      fonts.push({ family: name, weight, data: Buffer.from(woff2).toString('base64') });
    }
    return fonts;
  };

  return async (markup) => {
    // The page may print its title in capitals.
    const capitals = (/<h1\b.*?<\/h1>/s.exec(markup)?.[0] ?? '').toUpperCase();
    const prose = isForProse('serif', design) ? proseOf(markup) : markup;
    const results = [
      await ofFamily('sans', charactersOf(markup + capitals)),
      await ofFamily('serif', charactersOf(prose + capitals)),
    ];
    return {
      fonts: results.flatMap((result) => (isMessage(result) ? [] : result)),
      notes: results.filter(isMessage).map((note) => ({ ...note, at: { field: 'typography.fonts' } })),
    };
  };
}

/**
 * Matches the texts that are set in the family for titles and paragraphs: titles of parts, group headings (which have
 * attributes), paragraphs, and the words (as JSON) from which the script makes titles.
 */
const PROSE = /<(h[12]|p)\b[^>]*>.*?<\/\1>|<h\d [^>]*>.*?<\/h|"\{[^"]*"/gs;

const proseOf = (markup: string): string =>
  (markup.match(PROSE) ?? []).map((part) => part.replace(/<[^>]*>/g, '')).join('');

/** Whether a family is used only for part titles, group headings and paragraphs. */
function isForProse(family: 'sans' | 'serif', { styles, events }: Design): boolean {
  const { sectionTitle: _, body: __, ...others } = styles;
  return [...Object.values(others), events.title, events.facts].every(({ face }) => !face.startsWith(family));
}

const isMessage = (result: readonly WebFont[] | Message): result is Message => !Array.isArray(result);

/**
 * The encoder is loaded only when it is needed: loading it starts WebAssembly, and fails if Node has no WebAssembly.
 */
async function encoded(font: Uint8Array | undefined): Promise<Uint8Array | undefined> {
  return font && (await import('woff2-encoder')).compress(font);
}

/**
 * The code points of texts, sorted, together with the characters that markup escapes and the hyphen at which words are
 * broken.
 */
function charactersOf(texts: string): number[] {
  const characters = new Set(`${texts}&<>"'-‐`);
  return [...characters].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
}
