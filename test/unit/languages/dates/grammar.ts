/** Words and the EDTF that they mean in a programme of 2021. */
type Row = readonly [words: string, edtf: string];

/** What every language must say of dates, and how: a new language fills all of it. */
export interface DateGrammar {
  /** Spellings, cases and abbreviations of the twelve months of 2021, as a date column has them. */
  readonly months: readonly (readonly string[])[];
  /** The fifth of each month of 2021. */
  readonly days: readonly string[];
  /** 15 to 21 March 2021 with their days of the week, Monday first, long and short. */
  readonly weekdays: readonly (readonly string[])[];
  readonly ranges: readonly Row[];
  /** Several dates. */
  readonly lists: readonly Row[];
  /** Since, from, until. */
  readonly open: readonly Row[];
  readonly quarters: readonly Row[];
  readonly semesters: readonly Row[];
  readonly years: readonly Row[];
  /** Early, mid, late, halves, thirds, around. */
  readonly rough: readonly Row[];
  readonly times: readonly Row[];
  readonly digits: readonly Row[];
  /** Beside a date: to be confirmed. */
  readonly uncertain: readonly Row[];
  /** Words and why they are no date. */
  readonly refused: readonly Row[];
  /** Running texts and the EDTF of the dates in them. */
  readonly texts: readonly (readonly [text: string, ...edtf: string[]])[];
  /** Running texts whose days and months are names of streets, squares and holidays. */
  readonly names: readonly string[];
  /** Running texts whose dates are those by which one applies. */
  readonly deadlines: readonly string[];
}
