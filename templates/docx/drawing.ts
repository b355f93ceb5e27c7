/** Drawings: areas and pictures. */
import type { Plate, Rectangle } from '../../src/design/index.ts';
import { escapeXml, isUpended, type Picture, turnOf } from '../../src/model/index.ts';
import { hex } from './style-sheet.ts';

/** A picture in the package. */
export interface WordPicture {
  picture: Picture;
  /** Id of the relationship to the picture's file. */
  relationship: string;
  /** For an SVG drawing, id of the relationship to the file with the vectors. */
  vectors?: string;
}

/**
 * The size of a picture, in points, and the plate behind it. Word cannot extend a plate beyond its picture, and
 * LibreOffice does not show the plate.
 */
interface PlacedPicture {
  width: number;
  height: number;
  plate?: Plate | undefined;
}

/**
 * The number of a drawing in the document, from 1, and its alternative text; without an alternative text, the drawing
 * is decoration.
 */
export interface DrawingName {
  number: number;
  alt: string | undefined;
}

/** English Metric Units, the unit of drawings: 12,700 per point. */
const emu = (points: number): number => Math.round(points * 12_700);

const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const SHAPE = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';

/** A coloured area behind the text, at a position on the page. */
export function areaXml(place: Rectangle, colour: string, number: number): string {
  const { width, height } = place;
  const shape = `<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${filled(colour)}<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>`;
  return anchored(place, 'Panel', { number, alt: undefined }, graphic(SHAPE, shape));
}

const filled = (colour: string): string => `<a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill>`;

/** A picture behind the text that fills its area of the page and is cropped to it. */
export function backgroundXml(shown: WordPicture, place: Rectangle, name: DrawingName): string {
  const { picture } = shown;
  const scale = Math.max(place.width / picture.width, place.height / picture.height);
  const crop = {
    across: (1 - place.width / (picture.width * scale)) / 2,
    down: (1 - place.height / (picture.height * scale)) / 2,
  };
  const turned = isUpended(picture);
  const frame = turned ? aboutMiddle(place) : place;
  return anchored(frame, 'Picture', name, pictureGraphic(shown, frame, crop));
}

/** A picture in a line of text; its size is in points. */
export function inlinePictureXml(
  shown: WordPicture,
  { width, height, plate }: PlacedPicture,
  name: DrawingName,
): string {
  const turned = isUpended(shown.picture);
  const size = turned ? { width: height, height: width } : { width, height };
  const beyond = {
    across: Math.max(0, (width - size.width) / 2),
    down: Math.max(0, (height - size.height) / 2),
  };
  const extent = `<wp:extent cx="${emu(size.width)}" cy="${emu(size.height)}"/><wp:effectExtent l="${emu(beyond.across)}" t="${emu(beyond.down)}" r="${emu(beyond.across)}" b="${emu(beyond.down)}"/>`;
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">${extent}${properties('Picture', name)}<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${MAIN}" noChangeAspect="1"/></wp:cNvGraphicFramePr>${pictureGraphic(shown, { ...size, plate })}</wp:inline></w:drawing></w:r>`;
}

/** The rectangle with width and height swapped, because Word rotates a picture about its centre. */
function aboutMiddle({ left, top, width, height }: Rectangle): Rectangle {
  const shift = (width - height) / 2;
  return { left: left + shift, top: top - shift, width: height, height: width };
}

function anchored(
  { left, top, width, height }: Rectangle,
  kind: string,
  name: DrawingName,
  content: string,
): string {
  return `<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${name.number}" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${emu(left)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>${emu(top)}</wp:posOffset></wp:positionV><wp:extent cx="${emu(width)}" cy="${emu(height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>${properties(kind, name)}<wp:cNvGraphicFramePr/>${content}</wp:anchor></w:drawing></w:r>`;
}

/**
 * Name and alternative text of a drawing. For older programs, which do not support the mark for decoration, the
 * alternative text is then blank.
 */
function properties(kind: string, { number, alt }: DrawingName): string {
  const name = number === 1 ? kind : `${kind} ${number}`;
  if (alt !== undefined) return `<wp:docPr id="${number}" name="${name}" descr="${escapeXml(alt)}"/>`;
  return `<wp:docPr id="${number}" name="${name}" descr=" "><a:extLst xmlns:a="${MAIN}"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>`;
}

const graphic = (uri: string, content: string): string =>
  `<a:graphic xmlns:a="${MAIN}"><a:graphicData uri="${uri}">${content}</a:graphicData></a:graphic>`;

/** @param crop share of the visible picture that is cropped on the left and right, and at the top and bottom */
function pictureGraphic(
  { picture, relationship, vectors }: WordPicture,
  { width, height, plate }: PlacedPicture,
  crop?: { across: number; down: number },
): string {
  const { mirrored, turned } = turnOf(picture);
  const turn = `${turned === undefined ? '' : ` rot="${turned * 60_000}"`}${mirrored === undefined ? '' : ` ${mirrored}="1"`}`;
  const share = (part: number): number => Math.round(part * 100_000);
  const [across, down] =
    crop === undefined ? [0, 0] : isUpended(picture) ? [crop.down, crop.across] : [crop.across, crop.down];
  const cut =
    crop === undefined
      ? ''
      : `<a:srcRect l="${share(across)}" t="${share(down)}" r="${share(across)}" b="${share(down)}"/>`;
  return graphic(
    PICTURE,
    `<pic:pic xmlns:pic="${PICTURE}"><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>${blip(relationship, vectors)}${cut}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm${turn}><a:off x="0" y="0"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${plate === undefined ? '' : filled(plate.colour)}</pic:spPr></pic:pic>`,
  );
}

/**
 * Refers to a picture file of the package; for an SVG drawing, to its pixels and, for programs that support them, to
 * its vectors.
 */
function blip(relationship: string, vectors: string | undefined): string {
  if (vectors === undefined) return `<a:blip r:embed="${relationship}"/>`;
  return `<a:blip r:embed="${relationship}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vectors}"/></a:ext></a:extLst></a:blip>`;
}
