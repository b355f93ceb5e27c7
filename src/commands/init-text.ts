import type { Document } from 'yaml';
import type { Programme, ProgrammeFile } from '../model/index.ts';
import { eventsText, NO_ALIASES, STYLE, styleDocument } from '../read/index.ts';

/** Comments for the parts of the configuration of a dataset made from a spreadsheet. */
const COMMENTS: Readonly<Partial<Record<keyof ProgrammeFile, string>>> = {
  name: 'First part of the names of output files.',
  language: 'Main language: the language of texts written as plain strings.',
  languages: 'Languages of publication.',
  date: 'Date of the edition, printed on the cover.',
  period: 'Period of the programme, as EDTF.',
  title: 'Title, printed on the cover.',
  author: 'Publisher of the programme.',
  subject: 'Subject of the document.',
  introduction: 'Each line is a paragraph; **words** are printed bold.',
  contents: 'Heading of the table of contents.',
  format: 'Format of this dataset.',
  fields: 'Fields of events, with id, kind and column heading; add more as needed.',
  sides: 'Sides of the cooperation. country: ISO 3166-1 code of its regions (ZZ: none).',
  placeholders: 'Keys with invented values: replace each value and remove its key from this list.',
  themes: 'Themes in printed order; their events are in events/<id>.yaml.',
};

const REGIONS = '# Regions of the sides: code (ISO 3166-2), kind, names in en, fr and ru, aliases.\n';
const PLACES = '# Towns and bodies: name, region (code), aliases.\n';

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
