/** Generates NOTICE, which lists the third-party content that dist/ contains or loads, with its licences. */
import type { BundledPackage } from './bundled.mjs';

const HEAD = `NOTICE

programme is under the MIT License (LICENSE). What it is distributed with, or loads from beside it, was made by others:

PT Sans and PT Serif, and characters of Noto Sans, Noto Sans Armenian, Noto Sans Georgian, Noto Sans Math, Noto Sans Symbols,
Noto Sans Symbols 2 and Noto Emoji, SIL Open Font License 1.1: fonts/OFL.txt
sRGB IEC61966-2.1, the colour profile of PDF files, as the package pdfkit distributes it
ISO 3166-2 codes and names of the package iso-3166 (MIT, Titus Wormer), with English, French, German and Russian names of CLDR 48 (Unicode License v3)
Hyphenation patterns of the package hyphen, which come from the hyph-utf8 project of TeX, each under the licence that it names

The packages below follow with their licences. This file is generated (\`npm run generate\`).`;

/** The text of NOTICE. A licence text that several packages have in common is printed once. */
export function notice(packages: readonly BundledPackage[]): string {
  const names = new Map<string, string[]>();
  for (const { name, version, license, text } of packages) {
    const key = text === '' ? license : text;
    const own = names.get(key) ?? [];
    names.set(key, own);
    const line = `${name} ${version} (${license})`;
    if (!own.includes(line)) own.push(line);
  }
  const parts = [...names].map(([text, own]) => `${own.join('\n')}\n\n${text}`);
  return `${[HEAD, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
