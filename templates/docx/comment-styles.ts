/** Styles that Word gives to comments, under the names by which it knows them; only a file with comments has them. */
import { COLOUR, FAMILIES, STYLE } from '../tokens.ts';
import { hex, twips } from './style-sheet.ts';

const { size, leading } = STYLE.list;
const halfPoints = size * 2;

const REFERENCE = `<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr></w:style>`;
const TEXT = `<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:spacing w:line="${twips(leading)}" w:lineRule="atLeast"/></w:pPr><w:rPr><w:rFonts w:ascii="${FAMILIES.sans}" w:hAnsi="${FAMILIES.sans}" w:cs="${FAMILIES.sans}"/><w:color w:val="${hex(COLOUR.ink)}"/><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr></w:style>`;

export const COMMENT_STYLES = REFERENCE + TEXT;
