import { commentWords, placesComment, regionsComment } from '../../languages/index.ts';
import { ownProperty, type Programme } from '../model/index.ts';
import { loadYamlWriter } from '../read/index.ts';

/** The files of a dataset, by path within its folder. */
export async function datasetFiles({ config, themes, reference }: Programme): Promise<Map<string, string>> {
  const { isMap, isScalar } = await import('yaml');
  const { eventsText, STYLE, styledDocument } = await loadYamlWriter();
  const schema = (name: string): string => `# yaml-language-server: $schema=${name}.schema.json\n\n`;
  const document = styledDocument(config);
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      const comment = isScalar(key) ? ownProperty(commentWords, String(key.value)) : undefined;
      if (isScalar(key) && comment !== undefined) key.commentBefore = ` ${comment}`;
    }
  }
  const events = themes.map(
    ({ theme, events: listed }) =>
      [`events/${theme.id}.yaml`, schema('../schema/events') + eventsText(listed)] as const,
  );
  return new Map([
    ['programme.yaml', schema('schema/programme') + document.toString(STYLE)],
    ...events,
    [
      'reference/regions.yaml',
      schema('../schema/regions') + regionsComment + styledDocument(reference.regions).toString(STYLE),
    ],
    [
      'reference/places.yaml',
      schema('../schema/places') + placesComment + styledDocument(reference.places).toString(STYLE),
    ],
  ]);
}
