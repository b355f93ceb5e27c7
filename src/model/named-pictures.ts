import { textOf } from './event.ts';
import { picturesOfConfig } from './part.ts';
import type { PicturePath } from './picture.ts';
import { picturesOfText } from './picture-words.ts';
import type { Programme } from './programme.ts';

/** The pictures to which the data of a programme refers, without duplicates and without the pictures in its design. */
export function namedPictures({ config, themes, texts = [] }: Programme): Set<PicturePath> {
  const fields = config.fields.filter(({ kind }) => kind === 'picture');
  const ofEvents = themes.flatMap(({ events }) =>
    events.flatMap((event) => fields.flatMap(({ id }) => picturesOfText(textOf(event, id) ?? {}))),
  );
  const ofConfig = picturesOfConfig(config).flatMap(({ picture }) => picturesOfText(picture));
  const ofTexts = texts.flatMap(({ rich }) => rich.blocks.filter((block) => block.kind === 'picture'));
  return new Set([...ofTexts, ...ofConfig, ...ofEvents].map(({ file }) => file));
}
