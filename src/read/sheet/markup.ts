/** Entities that exports of web pages leave in cells. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  euro: '€',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  icirc: 'î',
  ugrave: 'ù',
  ucirc: 'û',
  oelig: 'œ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  deg: '°',
  middot: '·',
  bull: '•',
};

const BREAK = /<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr|ul|ol)>/gi;
const TAG =
  /<\/?(?:p|div|span|a|b|i|u|em|strong|small|sup|sub|font|ul|ol|li|h[1-6]|table|tbody|tr|td|th|img|blockquote|section|hr)(?:\s[^<>]*)?\/?>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

/** The text that markup of web pages stands for: entities as characters, ends of paragraphs as line breaks, no tags. */
export function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return entities(text.replace(BREAK, '\n').replace(TAG, '')).replace(/\n{3,}/g, '\n\n');
}

function entities(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}
