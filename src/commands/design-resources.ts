import path from 'node:path';
import { type Design, type FontFiles, ownFonts, picturesOf } from '../design/index.ts';
import { type Document, figuresIn, printedOnPaper, withCodes } from '../document/index.ts';
import { loadFontsElsewhere } from '../edition/index.ts';
import { outcomeOf, type Problem, UserError } from '../errors.ts';
import { type Picture, type PicturePath, type Pictures, pictureAt, type SvgPicture } from '../model/index.ts';
import { DISK, editionDir, type Files, ownPath, readDesign, readFonts, statIfThere } from '../read/index.ts';
import { loadPictures } from '../read/picture/index.ts';
import { loadRaster } from '../read/picture/svg/index.ts';
import { loadWordFonts } from '../render/docx/index.ts';
import { loadPageFonts } from '../render/html/index.ts';
import { loadPdfFonts } from '../render/pdf/index.ts';
import { loadPreview } from '../render/preview/index.ts';
import { loadCheckFont, loadFaces, loadPictureSizes } from '../typeset/index.ts';

/**
 * A design with its fonts and pictures. Fonts are opened once per format, and only for requested formats; pictures are
 * read once, when a document that shows them is rendered.
 */
export class DesignResources {
  readonly design: Design;
  readonly #files: FontFiles;
  readonly #folder: string;
  readonly #source: Files;
  readonly #pictures = new Map<PicturePath, Picture>();
  readonly #rasters = new Map<string, Promise<SvgPicture>>();
  readonly pdf = once(async () => new (await loadPdfFonts()).PdfFonts(this.#files));
  readonly word = once(async () => new (await loadWordFonts()).WordFonts(this.#files));
  /** The fonts of web pages. */
  readonly page = once(async () => (await loadPageFonts()).openPageFonts(this.design, this.#files));
  /** The icon of web pages as a data URI: the first logo of the cover; undefined if there is no logo. */
  readonly icon = once(async () => {
    const logo = this.design.cover.marks?.[0]?.pictures[0];
    if (logo === undefined) return undefined;
    const [{ iconOf }, { drawn }] = await Promise.all([loadPreview(), loadRaster()]);
    const png = await drawn(iconOf(pictureAt(await this.pictures(), logo.file)), 64, []);
    return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  });

  /** @param folder dataset folder, which contains the pictures */
  constructor(design: Design, files: FontFiles, folder: string, source: Files) {
    this.design = design;
    this.#files = files;
    this.#folder = folder;
    this.#source = source;
  }

  /**
   * The cover of a document for link previews, as a PNG image of 1,200 × 630 pixels.
   *
   * @throws UserError when a picture or the renderer cannot be used
   */
  async preview(document: Document): Promise<Uint8Array> {
    const [{ previewOf }, { drawn }, { openFaces }] = await Promise.all([
      loadPreview(),
      loadRaster(),
      loadFaces(),
    ]);
    const { sans, sansBold, serif, serifBold, fallbacks } = this.#files;
    const svg = await previewOf(document, this.design, openFaces(this.#files), await this.pictures());
    return drawn(svg, 1200, [sans, sansBold, serif, serifBold, ...fallbacks('regular')]);
  }

  /**
   * The pictures of the design and of a document; loads nothing if there are none.
   *
   * @throws UserError naming each picture that cannot be printed
   */
  async pictures(document?: Document): Promise<Pictures> {
    const shown = document === undefined ? [] : figuresIn(withCodes(document, this.design.codes));
    const wanted = [...picturesOf(this.design), ...shown].map(({ file }) => file);
    const unread = wanted.filter((file) => !this.#pictures.has(file));
    if (unread.length > 0) {
      const { readPictures } = await loadPictures();
      for (const [file, picture] of await readPictures(this.#folder, unread, this.#source))
        this.#pictures.set(file, picture);
    }
    return this.#pictures;
  }

  /**
   * The pictures of the design and of a document, with drawings also rasterised at their printed size; loads nothing if
   * there are no drawings.
   *
   * @throws UserError naming each drawing that cannot be rasterised
   */
  async wordPictures(document: Document): Promise<Pictures> {
    const pictures = await this.pictures(document);
    if (![...pictures.values()].some(({ format }) => format === 'svg')) return pictures;
    const shown = new Map(pictures);
    const problems: Problem[] = [];
    for (const [file, side] of await printedSides(document, this.design, pictures)) {
      const picture = pictureAt(pictures, file);
      if (picture.format !== 'svg') continue;
      const drawn = await outcomeOf(this.#rastered(picture, side));
      const at = { file: path.join(this.#folder, file) };
      if ('value' in drawn) shown.set(file, drawn.value);
      else problems.push(...drawn.error.problems.map((problem) => ({ ...problem, at })));
    }
    if (problems.length > 0) throw new UserError(problems);
    return shown;
  }

  /**
   * Each drawing is rasterised once for all documents that print it at the same size. The size of a drawing in one
   * document must not affect other documents.
   */
  async #rastered(drawing: SvgPicture, side: number): Promise<SvgPicture> {
    const key = `${side} ${drawing.file}`;
    const found = this.#rasters.get(key) ?? (await loadRaster()).rastered(drawing, side);
    this.#rasters.set(key, found);
    return found;
  }
}

/**
 * The largest printed length of the longer side of each picture in a document, in points; infinite for pictures of the
 * design, such as logos on the cover.
 */
async function printedSides(document: Document, design: Design, pictures: Pictures) {
  const { placedPictures } = await loadPictureSizes();
  const sides = new Map<PicturePath, number>();
  const printed = printedOnPaper(document, design);
  for (const { file, size } of placedPictures(printed, design, (named) => pictureAt(pictures, named)))
    sides.set(file, Math.max(size.width, size.height, sides.get(file) ?? 0));
  for (const { file } of picturesOf(design)) sides.set(file, Number.POSITIVE_INFINITY);
  return sides;
}

/**
 * Opens a design with its fonts and pictures.
 *
 * @param folder folder of its dataset, which contains the pictures and fonts
 * @throws UserError naming each picture of the design that cannot be printed, or a font that cannot be used
 */
export async function openDesignResources(
  design: Design,
  folder: string,
  source: Files = DISK,
): Promise<DesignResources> {
  const look = new DesignResources(design, await fontsOf(design, folder, source), folder, source);
  await look.pictures();
  return look;
}

/** The design of an edition with its fonts and pictures; combines `readDesign` and `openDesignResources`. */
export async function openLook(
  data: string,
  edition: string,
  programme?: Parameters<typeof readDesign>[2],
): Promise<DesignResources> {
  return openDesignResources(await readDesign(data, edition, programme), editionDir(data, edition));
}

/** Returns a function that creates a value on its first call, and returns the same value on later calls. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * The font files of a design.
 *
 * @param folder folder of its dataset
 * @throws UserError when a font of the publisher is missing or cannot be used
 */
export async function fontsOf(design: Design, folder: string, source: Files = DISK): Promise<FontFiles> {
  const elsewhere = source === DISK ? await fontsNotIn(folder, design) : new Map();
  const files = await readFonts(design, folder, elsewhere, source);
  if (files.publisherFonts.length > 0) {
    const { checkFont } = await loadCheckFont();
    for (const font of files.publisherFonts) checkFont(font, files.harfbuzz);
  }
  return files;
}

/** The locations of fonts that are not in the folder of their edition. */
async function fontsNotIn(folder: string, design: Design): Promise<ReadonlyMap<string, string>> {
  const missing: string[] = [];
  for (const file of ownFonts(design).keys())
    if ((await statIfThere(ownPath(folder, file))) === undefined) missing.push(file);
  if (missing.length === 0) return new Map();
  return (await loadFontsElsewhere()).fontsElsewhere(folder, missing);
}

/** The pictures of a design; loads nothing if it has none. */
export async function readPicturesOf(design: Design, folder: string): Promise<Pictures> {
  const files = picturesOf(design).map(({ file }) => file);
  if (files.length === 0) return new Map<PicturePath, never>();
  return (await loadPictures()).readPictures(folder, files);
}
