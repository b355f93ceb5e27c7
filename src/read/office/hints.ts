/** Names of XLIFF files, also of those of the tools that have endings of their own. */
export const XLIFF_NAME = /\.(?:xlf|xliff|sdlxliff|mqxliff|mxliff)$/i;

/** What to do with a package that cannot be read, by the program that writes such files. */
export function hintsFor(file: string): { again: string; anew: string } {
  if (XLIFF_NAME.test(file))
    return {
      again: 'save it again as XLIFF 1.2, in UTF-8, with the tool that it was translated in',
      anew: 'have it saved again as XLIFF 1.2 by the tool that it was translated in',
    };
  return /\.docx$/i.test(file)
    ? {
        again: 'open it in your word processor and save it again as .docx',
        anew: 'if it is a real document, copy its text into a new one',
      }
    : {
        again: 'open it in your spreadsheet program and save it again as .xlsx',
        anew: 'if it is a real spreadsheet, copy the events into a new one',
      };
}
