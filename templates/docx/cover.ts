/** The cover. */
import type { Design } from '../../src/design/schema.ts';
import { hex } from './style-sheet.ts';
import type { CoverStyle } from './styles.ts';

/** A paragraph of the cover. */
export interface CoverParagraph<P> {
  style: CoverStyle;
  /** Its words; none where it only carries something. */
  text?: P;
  /** Its place on the page, where it stands out of the flow of text; points. */
  place?: { left: number; top: number; width: number };
  /** A drawing that it carries. */
  drawing?: string;
}

/** The words of a cover. */
export interface CoverWords<P> {
  kicker?: P;
  title: P;
  lines: readonly P[];
  publisher: P;
}

/** The period, on an area where the design has one; the title, a rule and what stands under it; at the foot the publisher. */
export function coverParagraphs<P>(
  { kicker, title, lines, publisher }: CoverWords<P>,
  design: Design,
): CoverParagraph<P>[] {
  const { cover } = design;
  return [
    { style: 'CoverPanel', ...(cover.panel && { drawing: panel(cover.panel, design) }) },
    ...(kicker === undefined ? [] : [{ style: 'CoverPeriod', text: kicker, place: cover.period } as const]),
    { style: 'Title', text: title },
    { style: 'CoverRule' },
    ...lines.map((text) => ({ style: 'CoverLine', text }) as const),
    { style: 'CoverPublisher', text: publisher, place: cover.publisher },
  ];
}

/** The ground of the page that closes the publication: an area where the cover has one. */
export function backCover(design: Design): string {
  const { cover, paper } = design;
  return cover.panel === undefined ? '' : panel({ ...cover.panel, ...paper }, design, 2);
}

/** English Metric Units, in which drawings are measured: 12,700 a point. */
const emu = (points: number): number => Math.round(points * 12_700);

/**
 * The cover's panel. Word has no page background for one page, so it is a shape behind the text, marked as decoration; older
 * programs, which do not know the mark, find a blank for its words.
 */
function panel(panel: NonNullable<Design['cover']['panel']>, { paper, colours }: Design, number = 1): string {
  const width = emu(panel.width);
  const height = emu(panel.height ?? paper.height);
  return `<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="${number}" name="Panel" descr=" "><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="${hex(colours[panel.colour])}"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
}
