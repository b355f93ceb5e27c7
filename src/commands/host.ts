/** What the command line knows of the system that it runs on. */
export interface Host {
  /** Versions of what Node brings along that decides printed bytes: ICU, Unicode, zlib, time zones. */
  runtime: Readonly<Record<string, string>>;
}
