import type { PicturePath } from './picture.ts';
import type { Programme } from './programme.ts';

/** The pictures that the data of a programme name, each once; those of its design are not among them. */
export function namedPictures({ texts = [] }: Pick<Programme, 'texts'>): Set<PicturePath> {
  return new Set(
    texts.flatMap(({ rich }) =>
      rich.blocks.flatMap((block) => (block.kind === 'picture' ? [block.file] : [])),
    ),
  );
}
