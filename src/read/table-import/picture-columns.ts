/** Recognises the columns of a list that contain the names of picture files or texts about the pictures. */
import { type PictureWords, pictureIn } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { inAllLanguages } from '../../text/index.ts';

/**
 * The roles of columns about pictures. If a heading contains words for several roles, the first role in this list
 * applies ("Photo credit" is a credit).
 */
const ROLES = ['alternatives', 'captions', 'credits', 'pictures'] as const;
export type PictureRole = (typeof ROLES)[number];

const patterns = ROLES.map((role) => {
  const words = inAllLanguages(({ columnWords }) => columnWords[role]);
  return [role, new RegExp(`(?:^| )(?:${words.replaceAll('*', '[^ ]*')})(?: |$)`)] as const;
});

/** Minimum share of cells that must contain file names for the column to contain pictures. */
const MIN_SHARE = 0.8;
const MIN_NAMED = 0.3;

const ENDINGS = ['jpg', 'jpeg', 'png', 'svg', 'gif', 'webp', 'avif', 'heic', 'tif', 'tiff', 'bmp'];
const FILE = new RegExp(`\\.(?:${ENDINGS.join('|')})(?:\\?\\S*)?$`, 'i');
/** Maximum number of characters of a cell or heading that is inspected. */
const LONGEST = 1_000;

/** The role that a folded heading denotes. */
export function pictureRole(folded: string): PictureRole | undefined {
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** The role of a column, determined by its heading and its non-empty cells. */
export function roleOfColumn(heading: string, cells: readonly string[]): PictureRole | undefined {
  const named = pictureRole(foldName(heading.slice(0, LONGEST)));
  const files = cells.filter((words) => picturesOfCell(words).length > 0).length;
  if (files > 0 && files >= cells.length * (named === 'pictures' ? MIN_NAMED : MIN_SHARE)) return 'pictures';
  // Numbers below a heading such as "Credits" are course credits, not picture credits.
  return named === 'pictures' || cells.every((words) => !/\p{L}/u.test(words)) ? undefined : named;
}

/**
 * The pictures in a cell that contains only pictures, such as `anna.jpg`, `a.jpg; b.jpg` or `Anna at the piano
 * (anna.jpg)`; empty for all other cells.
 */
export function picturesOfCell(words: string): PictureWords[] {
  if (words.length > LONGEST) return [];
  const named = pictureIn(words);
  if (named !== undefined && FILE.test(named.file)) return [named];
  const files = words.split(/[;|\n]|,\s/).flatMap((part) => part.trim() || []);
  return files.every((file) => FILE.test(file)) ? files.map((file) => ({ file })) : [];
}
