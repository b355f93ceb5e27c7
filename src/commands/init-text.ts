import type { Document } from 'yaml';
import { commentWords, placesComment, regionsComment } from '../../languages/index.ts';
import { ownProperty, type Programme } from '../model/index.ts';
import { eventsText, NO_ALIASES, STYLE, styleDocument } from '../read/index.ts';

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
      const comment = isScalar(key) ? ownProperty(commentWords, String(key.value)) : undefined;
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
      schema('../schema/regions') + regionsComment + documentOf(reference.regions).toString(STYLE),
    ],
    [
      'reference/places.yaml',
      schema('../schema/places') + placesComment + documentOf(reference.places).toString(STYLE),
    ],
  ]);
}
