import {
  isFileInHand,
  publishSite,
  siteOf,
  type VerifyOptions,
  verificationText,
  verify,
  verifyFile,
} from '../commands/index.ts';
import type { Console, Outcome } from './console.ts';

/** Reports whether editions match their locks, or which editions published a file. */
export async function runVerify(
  words: string | undefined,
  flags: VerifyOptions & { data: string; json?: true; publish?: true },
  { print }: Console,
): Promise<Outcome> {
  const inHand = words !== undefined && (await isFileInHand(words, flags.data));
  const file = inHand ? await verifyFile({ data: flags.data, file: words }) : undefined;
  // For a file, only the editions that published it are verified.
  const asked = file === undefined ? [words] : [...new Set(file.published.map(({ edition }) => edition))];
  const editions = [];
  for (const edition of asked) editions.push(...(await verify({ ...flags, edition })));
  const wrong = editions.length === 0 ? file !== undefined : editions.some(({ passed }) => !passed);
  if (flags.publish && !wrong) await publishSite(flags.data);
  // The web folder contains all editions, so it is checked only if all editions have been verified without differences.
  const site = words === undefined && !wrong ? await siteOf(flags.data) : undefined;
  print(
    flags.json
      ? JSON.stringify({ version: 3, file, editions, site }, null, 2)
      : verificationText(editions, file, site),
  );
  const isBehind = site?.made === true && site.differences.length > 0;
  return wrong || isBehind ? 'findings' : 'done';
}
