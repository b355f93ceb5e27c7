/** Today's date on this computer, YYYY-MM-DD, which is stored as the date of verdicts. No output contains this date. */
export function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
