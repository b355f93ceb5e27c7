/** The picture files of a package; each file is stored once. */
import type { WordPicture } from '../../../templates/docx/index.ts';
import { type Picture, type PicturePath, type Pictures, pictureAt } from '../../model/index.ts';
import { append, type Parts } from './parts.ts';

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';

/** A file of the package. */
export interface MediaFile {
  path: string;
  chunks: readonly Uint8Array[];
  /** Whether the file is stored without compression: raster pictures are compressed already. */
  stored: boolean;
}

export class Media {
  readonly #pictures = new Map<PicturePath, WordPicture>();
  readonly files: readonly MediaFile[];

  /** @param files pictures that the document and the design use */
  constructor(pictures: Pictures, files: Iterable<PicturePath>) {
    const media: MediaFile[] = [];
    const add = (ending: string, chunks: readonly Uint8Array[]): string => {
      const path = `word/media/picture${media.length + 1}.${ending}`;
      media.push({ path, chunks, stored: ending !== 'svg' });
      return `rIdPicture${media.length}`;
    };
    for (const file of new Set(files)) {
      const picture = pictureAt(pictures, file);
      this.#pictures.set(file, { picture, ...relationshipsOf(picture, add) });
    }
    this.files = media;
  }

  /** @throws Error for a picture that was not passed to the constructor */
  pictureOf(file: PicturePath): WordPicture {
    const picture = this.#pictures.get(file);
    if (picture === undefined) throw new Error(`the picture ${file} is not in the package`);
    return picture;
  }

  /** Adds the relationships of the pictures to the parts of a package. */
  addTo(parts: Parts): void {
    const relationships = this.files.map(
      ({ path }, index) =>
        `<Relationship Id="rIdPicture${index + 1}" Type="${RELATIONSHIP}" Target="${path.slice('word/'.length)}"/>`,
    );
    append(parts, 'word/_rels/document.xml.rels', '</Relationships>', relationships.join(''));
  }
}

/**
 * Adds the files of a picture, and returns the ids of their relationships. A vector drawing also has a PNG version for
 * programs that cannot show the drawing; Word shows the drawing itself.
 */
function relationshipsOf(
  picture: Picture,
  add: (ending: string, chunks: readonly Uint8Array[]) => string,
): Omit<WordPicture, 'picture'> {
  if (picture.format !== 'svg') return { relationship: add(picture.format, picture.chunks) };
  if (picture.raster === undefined) throw new Error(`the picture ${picture.file} was not rastered`);
  return { relationship: add('png', [picture.raster]), vectors: add('svg', picture.chunks) };
}
