import type { DeskWords } from '../../../languages/desk/index.ts';

/** The hints that the desk shows instead of hints that name commands or files, by message code. */
export const HINTS: Readonly<Record<string, keyof DeskWords['hints']>> = {
  'date-only-in-text': 'plannedDate',
  'when-missing': 'calendarDate',
  'date-words-disagree': 'eitherDate',
  'programme-language': 'language',
  'word-unknown': 'word',
  'word-misspelt': 'word',
  'name-unknown': 'word',
  'abbreviation-unknown': 'word',
  'time-not-understood': 'time',
  'time-without-start': 'time',
  'hours-not-understood': 'time',
  'emphasis-not-read': 'emphasis',
  'link-not-read': 'link',
  'part-untranslated': 'here',
  'restore-files': 'backup',
  'restore-edition': 'backup',
  'date-of-last-edition': 'newDate',
  'word-without-events': 'corrections',
  'encoding-not-recognised': 'encoding',
  'text-not-in-encoding': 'encoding',
  'spreadsheet-not': 'encoding',
  'events-not-found': 'rows',
  'list-without-events': 'rows',
  'sheet-without-events': 'rows',
  'row-without-theme': 'rows',
  'row-theme-unknown': 'rows',
  'translation-without-texts': 'translation',
  'proposal-change-unknown': 'again',
  'draft-change-unknown': 'again',
  'change-without-verdict': 'again',
  'gate-editions': 'editionsGate',
  'gate-verapdf': 'pdfGate',
  'verapdf-not-run': 'pdfNotChecked',
  'install-verapdf': 'pdfChecker',
  'freeze-overtaken': 'otherName',
  'freeze-overtaken-by-another': 'otherName',
};

/**
 * Whether the hint of a message states that a finding can be accepted. Findings can be accepted only in event forms.
 */
export function namesAcceptance(code = ''): boolean {
  const { [code]: hint } = HINTS;
  return hint === 'word' || hint === 'time';
}
