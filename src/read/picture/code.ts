import { encode } from 'uqr';
import { consecutive, type PicturePath, type SvgPicture } from '../../model/index.ts';
import { loadSvg } from './svg/index.ts';

/** Width of the white margin around a QR code, in modules (ISO/IEC 18004, 6.3.8). */
const QUIET_ZONE = 4;

/**
 * The QR code for a web address as a drawing: one black path on white.
 *
 * @param file the name under which the QR code is stored among the pictures
 */
export async function codePicture(file: PicturePath, address: string): Promise<SvgPicture> {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET_ZONE });
  const path = data.flatMap((row, y) => runsOf(row).map(([x, end]) => `M${x} ${y}H${end}V${y + 1}H${x}z`));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path.join('')}"/></svg>`;
  const { readSvg } = await loadSvg();
  return { file, ...(await readSvg(Buffer.from(svg))) };
}

/** The start and end of each run of black modules in a row. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const black = [...row.keys()].filter((x) => row[x]);
  return consecutive(black, (x, _, before) => x === before + 1).map((run) => [run[0], run[0] + run.length]);
}
