/** Word's built-in styles of comments; only files with comments contain them. */
import type { Design } from '../../src/design/index.ts';
import { halfPoints, hex, twips } from './style-sheet.ts';

export function commentStyles({ styles, faces, colours }: Design): string {
  const { size, leading, colour } = styles.list;
  const points = halfPoints(size);
  const font = faces.sans.family;
  return (
    `<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:sz w:val="${points}"/><w:szCs w:val="${points}"/></w:rPr></w:style>` +
    `<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:spacing w:line="${twips(leading)}" w:lineRule="atLeast"/></w:pPr><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/><w:color w:val="${hex(colours[colour])}"/><w:sz w:val="${points}"/><w:szCs w:val="${points}"/></w:rPr></w:style>`
  );
}
