import { isFileInHand, type VerifyOptions, verifyEditions, verifyFile } from '../commands/verify.ts';
import { verificationText } from '../commands/verify-text.ts';
import type { Console, Outcome } from './console.ts';

/** Says whether editions are consistent with their locks, or which edition a file is of. */
export async function runVerify(
  words: string | undefined,
  flags: VerifyOptions & { json?: true },
  { print, host }: Console,
): Promise<Outcome> {
  const inHand = words !== undefined && (await isFileInHand(words, flags.data));
  const file = inHand ? await verifyFile(words, flags.data) : undefined;
  const editions =
    file === undefined || file.published !== undefined
      ? await verifyEditions(file?.published?.edition ?? words, flags, host)
      : [];
  print(
    flags.json
      ? JSON.stringify({ version: 2, ...(file === undefined ? {} : { file }), editions }, null, 2)
      : verificationText(editions, file),
  );
  const isWrong = editions.length === 0 ? file !== undefined : editions.some(({ passed }) => !passed);
  return isWrong ? 'findings' : 'done';
}
