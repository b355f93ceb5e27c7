/** Writes a mapping as YAML. */
import { isMap, isScalar, Scalar, visit } from 'yaml';
import { ownProperty } from '../model/index.ts';
import { MappingSchema, type StoredMapping, withoutLetters } from './table-import/index.ts';
import { STYLE, styledDocument } from './yaml-edits.ts';

/** The comments above keys of the YAML file. */
const NOTES: Readonly<Record<string, string>> = {
  themes: ' The id of the theme behind the words for it; words without one become a new theme.',
  beside:
    ' Events side by side: the columns of each place or day, the row of its name, and the column that this is read as.',
  below:
    ' A row with nothing but a sentence in a column describes the event above it, and is read as another column.',
};

/** Returns a mapping as YAML, with comments, so that people can read and correct it. */
export function mappingYaml(mapping: StoredMapping): string {
  // Parsing the mapping puts its keys in the order of the schema.
  const document = styledDocument(MappingSchema.parse(withoutLetters(mapping)));
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key)) return;
      const note = ownProperty(NOTES, String(key.value));
      if (note !== undefined) key.commentBefore = note;
      if (note !== undefined && key.value !== 'themes' && isMap(value)) value.flow = true;
    },
    Map(_, node) {
      if (node.has('heading')) node.flow = true;
    },
    // A heading with line breaks is written in quotation marks, so that each column stays on one line.
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  document.commentBefore = [
    mapping.file === undefined
      ? ' Which column of the spreadsheet holds what. Correct it and name it when you import: --map, and this file'
      : ' Which column of the spreadsheet holds what. Imports of files of this name go by it; a star stands for any characters.',
    ' heading: by which the column is found; column: its letters, if the heading is empty or not unique.',
    ' field: id, theme, when, status, a field of programme.yaml, bodies.<side>, regions.<side>,',
    '        a text with its language (title.fr), the halves of a date (start, end), or ignore.',
    ' kind, internal: of a field that is made of the column; take internal away, and it is public.',
    ' carry: true means that an empty cell repeats the cell above.',
  ].join('\n');
  return document.toString({
    ...STYLE,
    nullStr: '',
    doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
  });
}
