/** Formatting in Office Open XML (ECMA-376), which Word files and workbooks write in the same way. */

export type Look = 'strong' | 'emphasis' | 'struck';

/** Elements of run properties for formatting. */
export const LOOKS: ReadonlyMap<string, Look> = new Map([
  ['b', 'strong'],
  ['i', 'emphasis'],
  ['strike', 'struck'],
  ['dstrike', 'struck'],
]);

/** The value of an on-off property (ST_OnOff). A property without a value is on. */
export function isOn(value = ''): boolean {
  return !/^(?:0|false|off)$/.test(value);
}
