/** Name of the sheet of an exported workbook that nobody sees: it says with which words the workbook was sent out. */
export const SENT_SHEET = 'programme-sent';
