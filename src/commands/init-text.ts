import type { Document } from 'yaml';
import type { Programme, ProgrammeFile } from '../model/index.ts';
import { eventsText, NO_ALIASES, STYLE, styleDocument } from '../read/index.ts';

/** Comments for the parts of the configuration of a dataset made from a spreadsheet. */
const COMMENTS: Readonly<Partial<Record<keyof ProgrammeFile, string>>> = {
  name: 'Stem of the names of the files that are written.',
  language: 'Main language: that of every text that is written as a plain string.',
  languages: 'Languages of publication.',
  date: 'Date of the edition, printed on the cover: write the real one.',
  period: 'Time that the programme covers, as EDTF.',
  title: 'On the cover.',
  author: 'Who publishes the programme.',
  subject: 'What the document is.',
  introduction: 'Each line is a paragraph; **words** are printed bold.',
  contents: 'Heading of the table of contents.',
  format: 'Format of this dataset.',
  fields: 'What events say: name, kind, heading of the column; add your own.',
  sides:
    'The sides of the cooperation. country: ISO 3166-1 code with which the codes of its regions begin (ZZ: none).',
  placeholders: 'What is made up above: write it, and take it out of this list.',
  themes: 'The themes in printed order; their events stand in events/<id>.yaml.',
};

const REGIONS = '# Regions of the sides: code (ISO 3166-2), kind, names in en, fr and ru, aliases.\n';
const PLACES = '# Towns and bodies that events name: name, region (its code), aliases.\n';

/** The files of a dataset, by path within its folder. */
export async function datasetFiles({ config, themes, reference }: Programme): Promise<Map<string, string>> {
  const yaml = await import('yaml');
  const { isMap, isScalar } = yaml;
  const schema = (name: string): string => `# yaml-language-server: $schema=${name}.schema.json\n\n`;
  const documentOf = (value: unknown): Document => {
    const document = new yaml.Document(value, NO_ALIASES);
    styleDocument(yaml, document, false);
    return document;
  };
  const document = documentOf(config);
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      const comment = isScalar(key) ? COMMENTS[key.value as keyof ProgrammeFile] : undefined;
      if (isScalar(key) && comment !== undefined) key.commentBefore = ` ${comment}`;
    }
  }
  const events = themes.map(
    async (theme) =>
      [
        `events/${theme.theme.id}.yaml`,
        schema('../schema/events') + (await eventsText(theme.events)),
      ] as const,
  );
  return new Map([
    ['programme.yaml', schema('schema/programme') + document.toString(STYLE)],
    ...(await Promise.all(events)),
    [
      'reference/regions.yaml',
      schema('../schema/regions') + REGIONS + documentOf(reference.regions).toString(STYLE),
    ],
    [
      'reference/places.yaml',
      schema('../schema/places') + PLACES + documentOf(reference.places).toString(STYLE),
    ],
  ]);
}
