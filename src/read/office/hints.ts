/** What to do with a package that cannot be read, by the program that writes such files. */
export function hintsFor(file: string): { again: string; anew: string } {
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
