/** Converts styles to the forms that the docx library and OOXML require. */

import type { IParagraphPropertiesOptions, IPropertiesOptions, IRunStylePropertiesOptions } from 'docx';
import { BESIDE, BOX_EDGE, type Design, type TextStyle } from '../../src/design/index.ts';
import {
  type BorderRule,
  CHARACTER_STYLES,
  cellMargin,
  EMPHASIS_STYLES,
  isBold,
  type NumberStyle,
  type ParagraphStyle,
  type TableStyle,
} from './styles.ts';

/**
 * In Word, lengths are in twentieths of a point, font sizes in half points, and the widths of rules in eighths of a
 * point.
 */
export const twips = (points: number): number => Math.round(points * 20);
export const halfPoints = (points: number): number => Math.round(points * 2);
const eighths = (points: number): number => Math.round(points * 8);

/** Column widths (points) in twips. Each edge is rounded, so that errors do not add up. */
export function columnTwips(widths: readonly number[]): number[] {
  let edge = 0;
  return widths.map((width) => {
    const left = edge;
    edge += width;
    return twips(edge) - twips(left);
  });
}

/** Colours without the leading `#`. */
export const hex = (colour: string): string => colour.slice(1);

/** Names of the list numberings in texts of parts. */
export const PART_LISTS = { signs: 'part-signs', numbers: 'part-numbers' } as const;

type Styles = Pick<IPropertiesOptions, 'styles' | 'externalStyles'>;

/**
 * The style sheet.
 *
 * @param numbers styles of the numbers of events
 * @param lang language of the document, BCP 47
 * @param emphasis whether the document contains emphasis
 */
export function styleSheet(
  design: Design,
  styles: Readonly<Record<string, ParagraphStyle>>,
  { tables, numbers }: { tables: readonly TableStyle[]; numbers: readonly NumberStyle[] },
  lang: string,
  emphasis: boolean,
): Styles {
  return {
    externalStyles: `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14">${documentDefaults(design, lang)}${defaultFont}${tables.map((style) => tableStyleXml(design, style)).join('')}</w:styles>`,
    styles: {
      paragraphStyles: Object.entries(styles).map(([id, style]) => ({
        id,
        name: style.name,
        basedOn: 'Normal',
        quickFormat: true,
        ...(style.level === undefined ? {} : { next: 'BodyText' }),
        run: runOptions(design, style),
        paragraph: paragraphOptions(design, style),
      })),
      characterStyles: [
        ...Object.entries({ ...CHARACTER_STYLES, ...(emphasis ? EMPHASIS_STYLES : {}) }).map(
          ([id, style]) => ({
            ...CHARACTER_STYLE,
            id,
            name: style.name,
            run: {
              ...('bold' in style ? { bold: true } : {}),
              ...('italic' in style ? { italics: true } : {}),
              ...('colour' in style ? { color: hex(design.colours[style.colour]) } : {}),
              ...('underline' in style ? { underline: {} } : {}),
              ...('strike' in style ? { strike: true } : {}),
            },
          }),
        ),
        ...numbers.map(({ id, name, colour }) => ({
          ...CHARACTER_STYLE,
          id,
          name,
          run: { color: hex(colour) },
        })),
      ],
    },
  };
}

function family({ faces: { sans, serif } }: Design, { face }: TextStyle): string {
  return (face.startsWith('serif') ? serif : sans).family;
}

function runOptions(design: Design, { text, caps }: ParagraphStyle): IRunStylePropertiesOptions {
  return {
    font: family(design, text),
    ...(isBold(text) ? { bold: true } : {}),
    size: halfPoints(text.size),
    color: hex(design.colours[text.colour]),
    ...(caps ? { allCaps: true } : {}),
  };
}

function paragraphOptions(design: Design, style: ParagraphStyle): IParagraphPropertiesOptions {
  const { before = 0, after = 0, left = 0, right = 0, tab, level, fill, box, rule } = style;
  return {
    spacing: {
      before: twips(before),
      after: twips(after),
      line: twips(style.text.leading),
      lineRule: style.grows ? 'atLeast' : 'exact',
    },
    ...(left > 0 || right > 0
      ? {
          indent: {
            left: twips(left),
            right: twips(right),
            ...(style.bullet ? { hanging: twips(design.list.indent) } : {}),
            ...(style.hanging === undefined ? {} : { hanging: twips(style.hanging) }),
          },
        }
      : {}),
    ...(style.keepNext ? { keepNext: true } : {}),
    ...(style.pageBreak ? { pageBreakBefore: true } : {}),
    ...(style.lines === 'kept' ? { keepLines: true } : {}),
    ...(level === undefined ? {} : { outlineLevel: level - 1 }),
    ...(style.align === undefined ? {} : { alignment: style.align }),
    ...(style.bullet ? { numbering: { reference: style.name, level: 0 } } : {}),
    ...(style.numbering === undefined
      ? {}
      : { numbering: { reference: PART_LISTS[style.numbering], level: style.depth ?? 0 } }),
    ...(tab === undefined
      ? {}
      : { tabStops: [{ type: 'right', position: twips(tab.at), ...(tab.dots ? { leader: 'dot' } : {}) }] }),
    ...(fill === undefined
      ? {}
      : { shading: { type: 'clear', color: 'auto', fill: hex(design.colours[fill]) } }),
    ...(rule === undefined ? {} : { border: { top: border(rule) } }),
    ...(fill === undefined || box === undefined ? {} : { border: edges(design.colours[fill], box) }),
    ...(style.ruleBelow === undefined
      ? {}
      : { border: { bottom: { ...border(style.ruleBelow), space: style.ruleBelow.gap } } }),
    ...(style.bar === undefined
      ? {}
      : {
          border: {
            left: {
              ...border({ height: style.bar.width, colour: design.colours.rule }),
              space: style.bar.gap,
            },
          },
        }),
  };
}

/** Borders around a paragraph at a distance; the borders of successive paragraphs form one box. */
function edges(colour: string, space: number) {
  const edge = { ...border({ height: BOX_EDGE, colour }), space };
  return { top: edge, left: edge, bottom: edge, right: edge };
}

const border = ({ height, colour }: BorderRule) =>
  ({ style: 'single', size: eighths(height), space: 0, color: hex(colour) }) as const;

/**
 * Places a paragraph on the page. LibreOffice ignores frames in styles, so each paragraph has its own frame properties.
 */
export function frameXml({ left, top, width }: { left: number; top: number; width: number }): string {
  return `<w:framePr w:w="${twips(width)}" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="${twips(left)}" w:y="${twips(top)}"/>`;
}

/** Places a paragraph to the right of the paragraphs that follow; `left` is the distance from the left margin. */
export function besideXml({ left, width }: { left: number; width: number }): string {
  return `<w:framePr w:w="${twips(width)}" w:hSpace="${twips(BESIDE)}" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:x="${twips(left)}" w:y="1"/>`;
}

/** The font family of a run, for every script that Word may assign to it. */
export function fontsXml(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
}

/** A border element. */
export function borderXml(
  side: 'top' | 'left' | 'bottom' | 'insideH',
  { height, colour }: BorderRule,
): string {
  if (height === 0) return `<w:${side} w:val="nil"/>`;
  return `<w:${side} w:val="single" w:sz="${eighths(height)}" w:space="0" w:color="${hex(colour)}"/>`;
}

/** The base of all character styles, so that a character style changes only the properties that it sets itself. */
const DEFAULT_FONT = 'DefaultParagraphFont';
/** Properties of all character styles. */
const CHARACTER_STYLE = { basedOn: DEFAULT_FONT, quickFormat: true } as const;
const defaultFont = `<w:style w:type="character" w:default="1" w:styleId="${DEFAULT_FONT}"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>`;

/**
 * Defaults of all text. Kerning and ligatures, which Word turns off by default, are turned on, because lines would
 * otherwise break differently from the PDF.
 */
function documentDefaults({ styles, faces, colours }: Design, lang: string): string {
  const { size, leading } = styles.body;
  const font = faces.sans.family;
  return `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml(font)}<w:color w:val="${hex(colours.ink)}"/><w:kern w:val="2"/><w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/><w:lang w:val="${lang}" w:eastAsia="${lang}" w:bidi="ar-SA"/><w14:ligatures w14:val="standard"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="0" w:line="${twips(leading)}" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>`;
}

function tableStyleXml(design: Design, { id, name, rule, headRule }: TableStyle): string {
  const { top, side, bottom } = cellMargin(design);
  const margin = (edge: string, points: number): string => `<w:${edge} w:w="${twips(points)}" w:type="dxa"/>`;
  return `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders>${borderXml('bottom', rule)}${borderXml('insideH', rule)}</w:tblBorders><w:tblCellMar>${margin('top', top)}${margin('left', side)}${margin('bottom', bottom)}${margin('right', side)}</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${borderXml('bottom', headRule)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>`;
}
