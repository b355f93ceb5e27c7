import { TextDecoder } from 'node:util';
import { UserError } from '../../errors.ts';
import { highest } from '../../model/index.ts';
import { messageOf } from '../file-messages.ts';

/**
 * Encodings that are detected by the plausibility of the decoded text. Users can also specify any other encoding from
 * the Encoding Standard.
 */
const BY_LETTERS = ['windows-1252', 'windows-1251', 'koi8-r', 'macintosh'] as const;

/** Characters and sequences that are typical of text decoded with the wrong encoding. */
const UNLIKELY = /[\u0080-\u009fџ]|\p{L}[¡-§‚ƒ„†‡ˆ‰]\p{L}|\p{Ll}[À-ÖØ-Þ]\p{L}/u;

/** Maximum number of bytes that are inspected to detect an encoding. */
const SAMPLE = 256 * 1024;

/**
 * Decodes a text file in an unknown encoding. The encoding is determined by the first of these criteria that applies:
 * the byte order mark; zero bytes, as in UTF-16; valid UTF-8; the most plausible words when decoded as windows-1252,
 * windows-1251, KOI8-R or Mac Roman.
 *
 * @param wanted the encoding, if the user has specified one
 * @throws UserError if the encoding is unknown or the bytes are not valid in it
 */
export function decodeText(bytes: Uint8Array, file: string, wanted?: string) {
  if (wanted !== undefined) return decodeAs(bytes, wanted, file);
  const marked = byteOrderMark(bytes) ?? zeroBytes(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked, file);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const decoded = decodeAs(bytes, mostPlausible(bytes), file);
    // A file that contains zero bytes, such as a picture, is not a text file, so no hint about its encoding is given.
    const isText = !decoded.text.includes('\0');
    if (isText && UNLIKELY.test(decoded.text))
      throw new UserError(messageOf('encoding-not-recognised'), { file });
    return decoded;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string, file: string) {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UserError(messageOf('encoding-unknown', { encoding, special: BY_LETTERS }), { file });
  }
  try {
    return { text: punctuated(decoder.decode(bytes), decoder.encoding), encoding: decoder.encoding };
  } catch {
    throw new UserError(messageOf('text-not-in-encoding', { encoding: decoder.encoding }), { file });
  }
}

/** Bytes 80 to 9F of windows-1252 (Encoding Standard, index windows-1252). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Corrects the punctuation in a text, because some versions of Node decode windows-1252 as ISO 8859-1, which lacks
 * typographic quotation marks and dashes.
 */
function punctuated(text: string, encoding: string): string {
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * Detects UTF-16 without a byte order mark. In pairs of bytes that encode separators and line endings, either the first
 * or the second byte is always zero.
 */
function zeroBytes(bytes: Uint8Array): string | undefined {
  const zeros: [number, number] = [0, 0];
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) zeros[0]++;
    if (bytes[index + 1] === 0) zeros[1]++;
  }
  const [even, odd] = zeros;
  if (even + odd === 0 || Math.max(even, odd) < length / 20) return undefined;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : undefined;
}

function mostPlausible(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const score = (encoding: string): number =>
    plausibility(punctuated(new TextDecoder(encoding).decode(sample), encoding));
  return highest(BY_LETTERS, score) ?? BY_LETTERS[0];
}

/**
 * The ten most common letters in Russian. These letters make up more than half of any Russian text, but are rare in
 * text decoded with the wrong encoding.
 */
const COMMON_CYRILLIC = /[оеаинтсрвл]/g;

/**
 * A score for how much a text resembles a European language. Words that are in a single script and have plausible
 * accents and capitals increase the score.
 */
function plausibility(text: string): number {
  let score = 0;
  for (const [word] of text.matchAll(/[\p{L}\u0080-\u009f\u2500-\u259f]+/gu)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a word of ASCII letters is the same in all encodings
    if (/^[\x00-\x7f]+$/.test(word)) continue;
    if (/^[А-Яа-яЁё]+$/.test(word)) {
      const common = word.match(COMMON_CYRILLIC)?.length ?? 0;
      score += /^[А-ЯЁ]?[а-яё]+$|^[А-ЯЁ]+$/.test(word) ? word.length / 2 + common : -word.length;
    } else {
      const latin = /^[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸƒ]+$/.test(word) && !/[^\x20-\x7e]{3}/.test(word);
      const capitals = /^\p{Lu}?\p{Ll}+$|^\p{Lu}+$/u.test(word);
      score += latin && capitals ? word.length : -word.length;
    }
  }
  return score;
}
