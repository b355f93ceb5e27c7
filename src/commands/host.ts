/** What the command line knows of the process that it is and of the system that it runs on. */
export interface Host {
  /** Number of this process. */
  pid: number;
  /** Whether a process with this number is running. */
  runs(pid: number): boolean;
  /** Versions of what Node brings along that decides printed bytes: ICU, Unicode, zlib. */
  runtime: Readonly<Record<string, string>>;
}
