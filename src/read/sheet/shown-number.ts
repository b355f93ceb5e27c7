import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { LIMITS } from '../../model/index.ts';

/** Formats that workbooks name by number alone (ECMA-376 part 1, 18.8.30), other than dates. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss'],
]);

/** The code of a number format; undefined where it shows numbers as they are. */
export function formatCode(id: number, code: string | undefined): string | undefined {
  const found = code ?? BUILT_IN.get(id);
  return found === undefined || found.length > LIMITS.numberFormatCharacters || /^general$/i.test(found)
    ? undefined
    : found;
}

/** Quoted and escaped characters, spaces as wide as a character, fillers, what stands in brackets; placeholders of digits; all else. */
const PARTS = /"([^"]*)"|\\(.)|[_*].|\[([^\]]*)\]|([0#?][0#?,. ]*[0#?]|[0#?]|General)|(AM\/PM|A\/P)|(.)/gis;

/** A time of day as `[h]:mm` and the like show it; undefined where the format shows none. */
export function shownTime(serial: number, code: string): string | undefined {
  const first = code.split(';', 1)[0] ?? '';
  const bare = first.replace(/"[^"]*"|\\.|[_*].|\[(?!h+\])[^\]]*\]/gi, '').toLowerCase();
  if (!bare.includes('h')) return undefined;
  const seconds = Math.round(Math.abs(serial) * 86_400);
  const elapsed = /\[h+\]/.test(bare);
  const hours = Math.floor(seconds / 3600) % (elapsed ? Number.MAX_SAFE_INTEGER : 24);
  const minute = String(Math.floor(seconds / 60) % 60).padStart(2, '0');
  const second = seconds % 60;
  const rest = /s/.test(bare.replace('am/pm', '')) && second > 0 ? `:${String(second).padStart(2, '0')}` : '';
  if (/am\/pm|a\/p/.test(bare)) {
    const half = hours < 12 ? 'AM' : 'PM';
    return `${hours % 12 === 0 ? 12 : hours % 12}:${minute}${rest} ${half}`;
  }
  return `${/hh/.test(bare) ? String(hours).padStart(2, '0') : hours}:${minute}${rest}`;
}

/**
 * A number as its format shows it: decimals, leading zeros, percent, currency and other signs. The decimal sign is that of the language that
 * the format names, else a comma where the currency stands behind the number.
 */
export function shownNumber(value: number, code: string | undefined): string {
  const plain = String(Number(value.toPrecision(15)));
  if (code === undefined || code === '@') return plain;
  const sections = sectionsOf(code);
  const negative = value < 0 && sections[1] !== undefined;
  const section = (negative ? sections[1] : value === 0 ? (sections[2] ?? sections[0]) : sections[0]) ?? '';
  const parts = [...section.matchAll(PARTS)];
  const digits = parts.filter(([, , , , placeholder]) => placeholder !== undefined);
  const literals = parts.map(([, quoted, escaped, bracket = '', , , other]) => {
    const currency = /^\$([^-]*)/.exec(bracket)?.[1];
    return quoted ?? escaped ?? currency ?? other ?? '';
  });
  const [first] = digits;
  if (first === undefined) return parts.length === 0 ? '' : literals.join('').trim() || plain;
  const at = parts.indexOf(first);
  const decimals = (/\.([0#?]*)/.exec(first[4] ?? '')?.[1] ?? decimalsBehind(parts, at)).length;
  if (/^general$/i.test(first[4] ?? '')) return literals.with(at, plain).join('').trim();
  const percent = literals.includes('%');
  const amount = (negative ? Math.abs(value) : value) * (percent ? 100 : 1);
  if (digits.length > 1 && decimals === 0 && Number.isInteger(amount)) return spread(amount, parts, literals);
  const before = literals.slice(0, at).join('');
  const comma = usesComma(section, before);
  const zeros = shownAtLeast((first[4] ?? '').split('.', 1)[0] ?? '');
  const behind = literals.slice(at + 1).join('');
  const number = inDigits(amount, decimals, zeros, (first[4] ?? '').includes(','), comma);
  return `${before}${number}${behind}`.replace(/ +/g, ' ').trim();
}

/** Digits that placeholders show at least: from the first zero on. */
function shownAtLeast(placeholders: string): number {
  const digits = placeholders.replace(/[^0#?]/g, '');
  return digits.includes('0') ? digits.length - digits.indexOf('0') : 0;
}

function sectionsOf(code: string): string[] {
  return code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)/gs) ?? [];
}

/** A point that stands for itself between placeholders belongs to the first of them. */
function decimalsBehind(parts: readonly RegExpMatchArray[], at: number): string {
  return parts[at + 1]?.[6] === '.' ? (parts[at + 2]?.[4] ?? '') : '';
}

/** Currencies of the languages whose decimal sign is a comma, as they stand behind an amount. */
const COMMA_CURRENCY = new RegExp(
  `[€₽]|EUR|${LANGS.filter((lang) => LANGUAGES[lang].csvSeparator === ';')
    .map((lang) => LANGUAGES[lang].cells.currencies.after)
    .join('|')}`,
  'iu',
);

function usesComma(section: string, before: string): boolean {
  const lcid = /\[\$[^\]]*-([0-9a-f]+)\]/i.exec(section)?.[1];
  // The lower ten bits of a locale are its language: German, French, Italian, Russian, Spanish …; English is 9.
  if (lcid !== undefined) return (Number.parseInt(lcid, 16) & 0x3ff) !== 9;
  return COMMA_CURRENCY.test(section) && before.trim() === '';
}

function inDigits(value: number, decimals: number, zeros: number, grouped: boolean, comma: boolean): string {
  const [whole = '', part] = Math.abs(value).toFixed(Math.min(decimals, 20)).split('.');
  const padded = whole.padStart(zeros, '0');
  const groups = grouped ? padded.replace(/\B(?=(\d{3})+$)/g, comma ? '\u202f' : ',') : padded;
  return `${value < 0 ? '-' : ''}${groups}${part === undefined ? '' : `${comma ? ',' : '.'}${part}`}`;
}

/** Digits in several groups of placeholders, from the last to the first: 01 23 45 67 89. */
function spread(value: number, parts: readonly RegExpMatchArray[], literals: readonly string[]): string {
  let left = String(Math.abs(value));
  let shown = '';
  for (let index = parts.length - 1; index >= 0; index--) {
    const placeholder = parts[index]?.[4];
    if (placeholder === undefined) {
      shown = (literals[index] ?? '') + shown;
      continue;
    }
    const isFirst = !parts.slice(0, index).some((part) => part[4] !== undefined);
    const room = placeholder.replace(/[^0#?]/g, '').length;
    const taken = isFirst ? left : left.slice(-room);
    left = left.slice(0, left.length - taken.length);
    shown = taken.padStart(shownAtLeast(placeholder), '0') + shown;
  }
  return `${value < 0 ? '-' : ''}${shown}`.replace(/ +/g, ' ').trim();
}
