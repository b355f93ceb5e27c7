import { pathToFileURL } from 'node:url';
import { printable } from '../errors.ts';

/**
 * Whether the terminal that these environment variables name supports hyperlinks; other terminals may print the control
 * characters.
 */
export function hasHyperlinks(env: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_HYPERLINK, TERM_PROGRAM = '', TERM = '', VTE_VERSION, WT_SESSION, KONSOLE_VERSION } = env;
  if (FORCE_HYPERLINK !== undefined) return FORCE_HYPERLINK !== '0';
  return (
    ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio'].includes(TERM_PROGRAM) ||
    ['xterm-kitty', 'xterm-ghostty', 'alacritty', 'foot'].some((name) => TERM.startsWith(name)) ||
    Number(VTE_VERSION) >= 5000 ||
    WT_SESSION !== undefined ||
    KONSOLE_VERSION !== undefined
  );
}

/** A text in which the path of a file links to the file. */
export function hyperlink(text: string, file: string): string {
  const shown = printable(file);
  return text.replace(shown, () => `\u001b]8;;${pathToFileURL(file)}\u001b\\${shown}\u001b]8;;\u001b\\`);
}
