/** Writes a mapping as YAML. */
import { isMap, isScalar, Scalar, visit } from 'yaml';
import { ownProperty } from '../model/index.ts';
import { MappingSchema, type StoredMapping, withoutLetters } from './table-import/index.ts';
import { STYLE, styledDocument } from './yaml-edits.ts';

/** The comments above keys of the YAML file. */
const NOTES: Readonly<Record<string, string>> = {
  themes: ' The ids of themes, by their names in the list; a name without an id becomes a new theme.',
  beside:
    ' Events side by side: the columns of each place or day, the rows with its name, and the column for this name.',
  below:
    ' Rows that only describe the event above them: the column of the descriptions, and the column they are read into.',
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
      ? ' The field of each column of the spreadsheet. To change a field, edit this file and pass it with --map.'
      : ' The field of each column of the spreadsheet, for all files with this name; * matches any characters.',
    ' heading: the heading of the column; column: its letters, if the heading is empty or not unique.',
    ' field: id, theme, when, status, a field of programme.yaml, bodies.<side>, regions.<side>,',
    '        a text in a language (title.fr), the start or end of a date (start, end), or ignore.',
    ' kind, internal: properties of a new field for the column; without internal, the field is public.',
    ' carry: true if an empty cell has the value of the cell above it.',
  ].join('\n');
  return document.toString({
    ...STYLE,
    nullStr: '',
    doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
  });
}
