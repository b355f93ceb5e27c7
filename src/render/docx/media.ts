/** The files of the pictures in a package, each once. */
import type { WordPicture } from '../../../templates/docx/drawing.ts';
import { type Picture, type PicturePath, type Pictures, pictureAt } from '../../model/picture.ts';
import { append } from './parts.ts';

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const ENDINGS = { png: 'png', jpeg: 'jpeg' } as const satisfies Record<Picture['format'], string>;

/** A file of the package that is stored as it is. */
export interface MediaFile {
  path: string;
  chunks: readonly Uint8Array[];
}

export class Media {
  readonly #pictures = new Map<PicturePath, WordPicture>();
  readonly files: readonly MediaFile[];

  /** @param files the pictures that the document and the design use */
  constructor(pictures: Pictures, files: Iterable<PicturePath>) {
    const media: MediaFile[] = [];
    for (const file of new Set(files)) {
      const picture = pictureAt(pictures, file);
      media.push({
        path: `word/media/picture${media.length + 1}.${ENDINGS[picture.format]}`,
        chunks: picture.chunks,
      });
      this.#pictures.set(file, { picture, relationship: `rIdPicture${media.length}` });
    }
    this.files = media;
  }

  /** @throws Error for a picture that was not named */
  pictureOf(file: PicturePath): WordPicture {
    const picture = this.#pictures.get(file);
    if (picture === undefined) throw new Error(`the picture ${file} is not in the package`);
    return picture;
  }

  /** The parts of a package that know of its pictures. */
  partsWithPictures(parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    if (this.files.length === 0) return parts;
    const all = new Map(parts);
    const relationships = this.files.map(
      ({ path }, index) =>
        `<Relationship Id="rIdPicture${index + 1}" Type="${RELATIONSHIP}" Target="${path.slice('word/'.length)}"/>`,
    );
    append(all, 'word/_rels/document.xml.rels', '</Relationships>', relationships.join(''));
    return all;
  }
}
