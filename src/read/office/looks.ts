/** Formatting in Office Open XML (ECMA-376), which is the same in Word files and workbooks. */

export type Look = 'strong' | 'emphasis' | 'struck';

/** Elements of run properties that specify formatting. */
export const LOOKS: ReadonlyMap<string, Look> = new Map([
  ['b', 'strong'],
  ['i', 'emphasis'],
  ['strike', 'struck'],
  ['dstrike', 'struck'],
]);

/** Whether an on-off property (ST_OnOff) is on. A property without a value is on. */
export function isOn(value = ''): boolean {
  return !/^(?:0|false|off)$/.test(value);
}
