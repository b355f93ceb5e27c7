import {
  accentColour,
  BOX,
  backCoverIsArea,
  type ColourName,
  columnWidths,
  type Design,
  type FaceName,
  listPictures,
  measure,
  nightColours,
  onBackCover,
  partStyles,
  plateUnder,
  QUOTE,
  signOn,
  type TextStyle,
  titleIsBeside,
} from '../../src/design/index.ts';

/**
 * The style sheet of the page, from the design. Sizes are the design's points in rem, with twelve points per rem, so
 * that they follow the reader's settings. On a screen no size is smaller than seven eighths of a rem; in print, sizes
 * are unchanged. Lengths that only apply to paper, such as margins, are not used on a screen.
 */

/** The columns that tables share if the kinds and headings of their columns are the same. */
export interface ColumnSet {
  name: string;
  kinds: readonly string[];
  /** Texts of the headings, which label the cells of a card. */
  headings: readonly string[];
  /** Index of the column that names the row. */
  header: number;
  /** Length of the longest word in each column, in characters. */
  longest: number[];
}

/** A timetable: the number of columns of places, and the number of characters of its longest word. */
export interface Grid {
  places: number;
  longest: number;
}

/** A font within the page, for the styles with this family. */
export interface WebFont {
  family: 'sans' | 'serif';
  /** CSS weight, or range of weights. */
  weight: string;
  /** WOFF2 as base64. */
  data: string;
}

/** Number of rows from which browsers should lay out the visible part of the page first. */
const LONG = '500';

/**
 * The style sheet of a page.
 *
 * @param sets the columns of the tables on the page
 * @param accents number of accent colours of themes
 * @param rows number of table rows on the page
 */
export function styleSheet(
  design: Design,
  sets: readonly ColumnSet[],
  {
    accents,
    rows,
    grids,
    fonts = [],
  }: { accents: number; rows: number; grids: readonly Grid[]; fonts?: readonly WebFont[] },
): string {
  const day = design.colours;
  const night = nightColours(day);
  return [
    ...fonts.map(fontFace),
    families(design),
    `:root{color-scheme:light dark;${colours(design, day, accents)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${colours(design, night, accents)}}}`,
    '@media print{:root{color-scheme:only light}}',
    BASE,
    textStyles(design),
    coverStyle(design),
    tableStyle(design),
    listStyle(design),
    partStyle(design),
    ...Array.from({ length: accents }, (_, index) => `.accent-${index}{--accent:var(--accent-${index})}`),
    ...sets.map(
      (set) => `@media screen and (min-width:${minWidthRem(sets)}rem),print{${widths(set, design)}}`,
    ),
    `@media screen and (min-width:${besideRem(sets)}rem){${BESIDE}}`,
    `@media screen and (min-width:${besideRem(sets)}rem),print{${FLOATS}}`,
    `@media screen and (max-width:44rem){${NARROW}}`,
    `@media screen and (max-width:${minWidthRem(sets)}rem){${CARDS}${sets.map(cardLabels).join('')}}`,
    ...(grids.length === 0 ? [] : [timetableStyle(design, grids, besideRem(sets))]),
    rows < Number(LONG) ? '' : lazy(sets, design),
    FORCED,
    print(design),
  ].join('\n');
}

function colours(design: Design, set: Design['colours'], accents: number): string {
  const named = Object.entries(set).map(([name, colour]) => `--${name}:${colour}`);
  const signs = Array.from(
    { length: accents },
    (_, index) => `--accent-${index}:${signOn(set.paper, accentColour(design, index))}`,
  );
  return [...named, ...signs].join(';');
}

/**
 * The mean width of a character in a cell and the padding of a cell, in rem; and the maximum number of characters of a
 * word that is not broken.
 */
const CHARACTER = '.56';
const PADDING = '1.25';
const LONGEST = '9';
const MIN_WIDTH_REM = '44';
/** Maximum width of a page, in rem. */
const MAX_WIDTH_REM = '90';
/** Width in rem of the filters next to the events, including the gap and the margins of the page. */
const TOOLS = '16';
const AROUND = '6';

/** Minimum width of a column in which a word with this number of characters is not broken, in rem. */
function wordRem(characters: number): number {
  const words = Math.min(Number(LONGEST), characters * Number(CHARACTER));
  return Number((words + Number(PADDING)).toFixed(1));
}

const minColumns = ({ longest }: ColumnSet): number[] => longest.map(wordRem);

/** Minimum width of pages whose rows are not cards, in rem. */
function minWidthRem(sets: readonly ColumnSet[]): number {
  const whole = (set: ColumnSet): number => Math.ceil(minColumns(set).reduce((sum, width) => sum + width, 2));
  return Math.max(Number(MIN_WIDTH_REM), ...sets.map(whole));
}

/** Minimum width of pages on which the filters are next to the events, in rem. */
const besideRem = (sets: readonly ColumnSet[]): number => minWidthRem(sets) + Number(TOOLS) + Number(AROUND);

function widths(set: ColumnSet, design: Design): string {
  const least = minColumns(set);
  return shares(set.kinds, design)
    .map(
      (share, index) =>
        `.${set.name} thead th:nth-child(${index + 1}){width:${share};min-width:${least[index]}rem}`,
    )
    .join('');
}

/** Widths of columns as shares of the total width. */
function shares(kinds: readonly string[], design: Design): string[] {
  const whole = measure(design);
  return columnWidths(design, kinds).map((width) => percent(width / whole));
}

const percent = (share: number): string => `${Number(`${Math.round(Number(`${share}e4`))}e-2`)}%`;

/**
 * The label of a card cell: the heading of its column. Screen readers do not read the label, because they read the
 * heading of the table column.
 */
function cardLabels({ name, headings, header }: ColumnSet): string {
  return headings
    .map((heading, index) => {
      if (index === header || heading === '') return '';
      return `.${name} td:nth-child(${index + 1}){--label:${cssString(heading)}}`;
    })
    .join('');
}

/**
 * A text as a CSS string. Characters other than plain letters and digits are escaped, so that no text ends the string
 * or the style sheet.
 */
export function cssString(text: string): string {
  const escaped = [...text].map((character) =>
    /[\p{L}\p{N}]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}

const rem = (points: number): string => `${Number((points / Number(ONE_REM)).toPrecision(2 + 1))}rem`;
const ONE_REM = '12';

const COLOUR = (name: ColourName): string => `var(--${name})`;

/**
 * A font within the page. The name of the font differs from the family name, which may be reserved for complete fonts.
 */
const fontFace = ({ family, weight, data }: WebFont): string =>
  `@font-face{font-family:${OWN_NAME[family]};font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
const OWN_NAME = { sans: 'page-sans', serif: 'page-serif' };

/** The font within the page, the family if it is installed, or a system font. */
function families({ faces: { sans, serif } }: Design): string {
  return `:root{--sans:${OWN_NAME.sans},${cssString(sans.family)},system-ui,sans-serif;--serif:${OWN_NAME.serif},${cssString(serif.family)},Georgia,serif}`;
}

function face(name: FaceName): string {
  const family = name.startsWith('serif') ? 'serif' : 'sans';
  return `font-family:var(--${family});font-weight:${name.endsWith('Bold') ? '700' : '400'}`;
}

function text({ face: name, size, leading, colour }: TextStyle): string {
  const line = Number((leading / size).toPrecision(2 + 1));
  return `${face(name)};font-size:max(.875rem,${rem(size)});line-height:${line};color:${COLOUR(colour)}`;
}

function textStyles(design: Design): string {
  const { styles, title } = design;
  const rules: [string, string][] = [
    ['body', `${face(styles.body.face)};color:${COLOUR('ink')}`],
    ['h2', `${text(styles.sectionTitle)};margin:0 0 ${rem(title.below)}`],
    [
      'section>h2::before',
      `content:"";display:block;width:${rem(title.rule.width)};border-top:${rem(title.rule.height)} solid var(--accent,var(--brand));margin-bottom:${rem(title.rule.above)}`,
    ],
    ['h3', `${text(styles.heading)};margin:${rem(styles.heading.above)} 0 .25rem`],
    ['section>p', `${text(styles.body)};margin:0 0 ${rem(styles.body.above)}`],
    ['section>p.note', text(styles.note)],
    ['section>ul,section>ol', text(styles.list)],
    ['figure', `margin:${rem(styles.body.above)} 0`],
    ['figcaption', text(styles.note)],
    ['.contents', text(styles.contents)],
    ['.groups h3', `${text(styles.indexHeading)};margin:0 0 .25rem`],
    ['.groups ul,.groups p', text(styles.index)],
    ['form,#_days,summary', text(styles.list)],
    ['.files,.left-out', text(styles.list)],
  ];
  return rules.map(([selector, declarations]) => `${selector}{${declarations}}`).join('\n');
}

function coverStyle(design: Design): string {
  const { panel, period, title, rule, lines, publisher } = design.cover;
  // A panel that extends from the upper left corner to the foot of the cover is next to the title; any other panel is
  // above or below the title.
  const isBeside =
    panel !== undefined &&
    panel.left === undefined &&
    panel.height === undefined &&
    panel.width < design.paper.width;
  const ground = panel === undefined ? '' : `background:${COLOUR(panel.colour)};`;
  const size = (sizes: readonly number[]): string => rem(sizes[0] ?? Number(ONE_REM));
  // A text colour that is readable only on the area of the cover is used there; this area has the same colour in light
  // and dark mode.
  return [
    `.period{${face(period.face)};${ground}color:${COLOUR(period.colour)};font-size:clamp(1.5rem,7vw,${size(period.sizes)});line-height:${period.leading};margin:0;padding:1rem 1.5rem;overflow-wrap:break-word}`,
    // Logos are designed for paper, so they have a light background in dark mode too.
    `.logos{background:${design.colours.paper}}`,
    `@media screen and (prefers-color-scheme:dark){.logos{width:fit-content;margin:1rem 1.5rem 0;padding:.5rem 1rem;border-radius:.5rem}}`,
    `.title{padding:1rem 1.5rem}`,
    `h1{${face(title.face)};color:${COLOUR(title.colour)};font-size:clamp(1.5rem,5vw,${size(title.sizes)});line-height:${title.leading};margin:0${title.capitals ? ';text-transform:uppercase' : ''}}`,
    `h1::after{content:"";display:block;width:${rem(rule.width)};border-top:${rem(rule.height)} solid ${COLOUR(rule.colour)};margin:${rem(rule.above)} 0 ${rem(rule.below)}}`,
    `.title>p{${text(lines.style)};margin:0 0 ${rem(lines.gap)}}`,
    `.title>p.publisher{${text(publisher.style)};margin-top:1rem}`,
    // On paper, all texts begin at the same margin, except on a coloured area.
    `@media print{.logos,.title${panel === undefined || panel.colour === 'paper' ? ',.period' : ''}{padding-inline:0}}`,
    isBeside
      ? `@media screen and (min-width:44rem){.cover:has(.period){display:grid;grid-template-columns:minmax(12rem,${percent(panel.width / design.paper.width)}) 1fr;min-height:14rem}.period{padding:2.5rem 1.5rem 1.5rem;font-size:clamp(1.5rem,3vw,${size(period.sizes)})}.title{padding:2.5rem 2rem 1.5rem}}`
      : '',
  ].join('\n');
}

function tableStyle(design: Design): string {
  const { styles, table } = design;
  const { padding, headRule, rule, groupRule, bar, paragraphGap } = table;
  return [
    `table{${text(styles.cell)};width:100%;border-collapse:collapse}`,
    `th,td{padding:${rem(padding.top)} ${rem(padding.side)} ${rem(padding.bottom)};text-align:start;vertical-align:top;overflow-wrap:anywhere;hyphens:${design.hyphenation ? 'auto' : 'manual'}}`,
    `thead th{${text(styles.columnHeading)};border-bottom:${rem(headRule.weight)} solid var(--accent,var(--brand));vertical-align:bottom}`,
    `tbody th{${text(styles.cellStrong)}}`,
    `tbody tr>*{border-top:${groupRule.weight}px solid ${COLOUR(groupRule.colour)}}`,
    `tbody tr.goes-on>*{border-top:${rule.weight}px solid ${COLOUR(rule.colour)}}`,
    `tbody tr:last-child>*{border-bottom:${groupRule.weight}px solid ${COLOUR(groupRule.colour)}}`,
    `tbody tr:first-child>*{border-top:0}`,
    table.zebra ? `tbody tr.band>*{background:${COLOUR('zebra')}}` : '',
    `tr.marked>:first-child{border-inline-start:${rem(bar.width)} solid ${COLOUR(bar.colour)}}`,
    `.p+.p{margin-top:${rem(paragraphGap)}}`,
    `.self{${text(styles.number)}}`,
    `section>table:not(:last-child){margin-bottom:1rem}`,
    // Inserted text has a double underline, because links have a single underline.
    `ins{color:${COLOUR('inserted')};text-decoration:underline double}del{color:${COLOUR('deleted')}}`,
    ...(['error', 'warning', 'note'] as const).map(
      (name) => `mark.${name}{text-decoration-color:${COLOUR(name)}}`,
    ),
    ...(['error', 'warning', 'note'] as const).map((name) => `span.${name}{color:${COLOUR(name)}}`),
    titleIsBeside(design) ? '@media screen and (min-width:60rem){section.text>*{max-width:44rem}}' : '',
  ].join('\n');
}

/** Styles of text parts. */
function partStyle(design: Design): string {
  const { body, item, quote, signature } = partStyles(design, 'text');
  const colophon = partStyles(design, 'colophon');
  const ground = backCoverIsArea(design) ? `background:${COLOUR('area')};` : '';
  const plate = plateUnder(design, { layout: 'back' });
  return [
    `blockquote{display:flow-root;margin:0 0 ${rem(body.above)};padding-inline-start:${rem(QUOTE.indent)};border-inline-start:${rem(QUOTE.bar)} solid ${COLOUR('rule')}}`,
    `.box{border:0;padding:${rem(BOX)};background:${COLOUR('zebra')};print-color-adjust:exact}`,
    `blockquote>p{${text(quote)};margin:0}blockquote>p+p{margin-top:${rem(quote.above)}}`,
    `[id^=_part-]>:is(ul,ol){${text(item)}}`,
    `section>p.signature{margin-block-start:${rem(signature.above)};margin-inline-start:clamp(0px,calc(100% - 14rem),22rem)}`,
    `section.colophon>p,section.colophon>ul{${text(colophon.body)};max-width:44rem}`,
    `section.back{${ground}padding:3rem 1.5rem;display:flow-root}section.back,section.back *{color:${COLOUR(onBackCover(design))}}`,
    plate === undefined
      ? ''
      : `section.back figure :is(img,svg){background:${plate.colour};padding:${rem(plate.edge)};print-color-adjust:exact}`,
  ].join('\n');
}

/** Styles of lists of events and of group headings. */
/** Width of the pictures of events in lists, by their size in the design. */
const EVENT_PICTURES = { full: '20rem', beside: '14rem', small: '8rem', code: '8rem' } as const;

function listStyle(design: Design): string {
  const { events, table, styles } = design;
  const { rule, bar } = table;
  return [
    `.events{list-style:none;margin:0;padding:0;max-width:48rem;--picture:${EVENT_PICTURES[listPictures(design)]}}`,
    `.events>li{position:relative;padding:${rem(events.gap / 2)} 0 ${rem(events.gap / 2)} ${rem(events.indent)}}`,
    `.events>li+li{border-top:${rule.weight}px solid ${COLOUR(rule.colour)}}`,
    `.events h3,.events h4{${text(events.title)};margin:0}`,
    `.events .self{${text({ ...events.title, size: styles.number.size, colour: 'quiet' })};position:absolute;inset-inline-start:0}`,
    `.events p{${text(events.text)};margin:${rem(events.between)} 0 0}`,
    `.events dl,.events .sign{${text(events.facts)};margin:${rem(events.between)} 0 0}`,
    `.events .sign{font-weight:700}.events dl>div{display:inline}.events dt,.events dd{display:inline;margin:0}`,
    `.events dl>div:not(.body)+div:not(.body)::before{content:"\\a0·\\20 "}.events dl>.body{display:block}`,
    `.events dt:not(.hidden){color:${COLOUR('quiet')}}.events dt:not(.hidden)::after{content:"\\20 "}`,
    `.events>.marked{border-inline-start:${rem(bar.width)} solid ${COLOUR(bar.colour)};padding-inline-start:calc(${rem(events.indent)} - ${rem(bar.width)})}`,
    `h3.of-events{${text(events.group)};margin:0 0 ${rem(table.above)}}`,
    `.of-group+.of-group{margin-top:${rem(events.group.above)}}`,
  ].join('\n');
}

/** Timetables: a grid if each column is wide enough for a word, otherwise a list. */
function timetableStyle(design: Design, grids: readonly Grid[], beside: number): string {
  const { styles, table } = design;
  const widths = grids.map(({ places, longest }) => places * wordRem(longest) + Number(AROUND));
  const wide = Math.ceil(Math.max(Number(MIN_WIDTH_REM), ...widths));
  const isGrid = [
    `screen and (min-width:${wide}rem) and (max-width:${beside}rem)`,
    ...(wide + Number(TOOLS) > Number(MAX_WIDTH_REM)
      ? []
      : [`screen and (min-width:${wide + Number(TOOLS)}rem)`]),
    'print',
  ].join();
  return [
    `.grid{table-layout:fixed}.grid td,.grid th{border:0;border-top:${table.rule.weight}px solid ${COLOUR('rule')}}.grid thead th{border-top:0}`,
    `.grid tbody th{${text(styles.number)};width:4rem;white-space:nowrap}`,
    `.event{border-inline-start:3px solid var(--accent,var(--brand))!important;background:${COLOUR('zebra')};background-clip:padding-box}`,
    `.event a{${face(styles.cellStrong.face)};display:inline-block;min-height:24px}`,
    `.by-hour{${text(styles.cell)};list-style:none;margin:0;padding:0}.by-hour li{padding:.5rem .75rem;margin-bottom:.5rem}`,
    `@media screen{.grid{display:none}}@media ${isGrid}{.by-hour{display:none}.grid{display:table}.grid thead{display:table-header-group}.grid tbody{display:table-row-group}.grid tr{display:table-row;content-visibility:visible}}@media print{section.timetable{break-before:page}}`,
  ].join('\n');
}

/** Styles of every page. Each link or control is at least 24 px high and wide. */
const BASE = `*{box-sizing:border-box}
html{font-size:100%;scroll-padding-top:1rem;background:var(--paper)}
body{margin:0;line-height:1.5;background:var(--paper)}
[hidden]{display:none!important}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:-100vw;padding:.5rem 1rem;background:var(--paper);color:var(--brand)}
.skip:focus{inset-inline-start:1rem;top:1rem;z-index:1}
a{color:var(--brand);text-underline-offset:.15em}
a:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible,summary:focus-visible,:target:focus{outline:3px solid var(--brand);outline-offset:2px}
.cover{max-width:${MAX_WIDTH_REM}rem;margin:0 auto}
img,svg{display:block;max-width:100%;height:auto}
img{width:auto}
figure :is(img,svg){max-height:80vh}
.portrait :is(img,svg){max-width:10rem}
.small :is(img,svg){max-width:8rem}
.beside :is(img,svg){max-width:16rem}
td :is(img,svg){width:100%;max-width:14rem}
.events :is(img,svg){max-width:min(100%,var(--picture));margin:.25rem 0}
.cover .picture img{width:100%;max-height:14rem;object-fit:cover}
.logos{display:flex;flex-wrap:wrap;align-items:center;gap:1rem 2rem;list-style:none;margin:0;padding:1rem 1.5rem}
.logos img{max-height:4rem;max-width:12rem}
.cover>.picture,.cover>.logos{grid-column:1/-1}
main{max-width:${MAX_WIDTH_REM}rem;margin:0 auto;padding:0 1.5rem 3rem}
section,search{margin-top:3rem}
section.text>*{max-width:44rem}
section>p,li,h1,h2,h3{overflow-wrap:anywhere}
ol.contents,.files,.groups ul{list-style:none;margin:0;padding:0}
.contents:has([class]) li,.groups li[class]{display:flex;align-items:baseline;gap:.5em;padding:0;text-indent:0}
.contents:has([class]) li::before,.groups li[class]::before{content:"";flex:none;border:.2em solid var(--accent,transparent);transform:translateY(-.1em)}
.contents a,.files a,.groups a{display:inline-block;min-height:24px;padding:.1rem 0}
.files{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-top:1rem}
.languages{gap:.25rem 1rem;font-weight:700}
summary{min-height:24px;cursor:pointer}
.left-out{margin-top:.5rem}
.left-out a,.links a{display:inline-block;min-height:24px}
.groups{columns:18rem auto;column-gap:2rem}
.groups>div{margin-bottom:1rem}
.groups h3{break-after:avoid}
.groups li{break-inside:avoid;padding-inline-start:1.5rem;text-indent:-1.5rem}
.groups a{text-indent:0;display:inline}
.groups p{margin:0 0 .25rem}
.groups p a{display:inline-block;min-width:24px;min-height:24px}
.groups li{min-height:24px;padding-block:.15rem}
.quiet{color:var(--quiet)}
tr:is(:target,:has(:target))>*,.events>li:is(:target,:has(:target)){background:color-mix(in srgb,var(--area) 12%,var(--paper))}
.self{display:inline-block;min-width:24px;min-height:24px;white-space:nowrap}
.p{display:block}
th.count,td.count{text-align:end;font-variant-numeric:tabular-nums}
mark{background:none;color:inherit;text-decoration:underline 2px}
del::before{content:"[-"}del::after{content:"-]"}ins::before{content:"{+"}ins::after{content:"+}"}
:is(del,ins)::before,:is(del,ins)::after{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.after del{display:none}
body:has(#_together:checked) :is(.before,.after span[role=img]){display:none}
body:has(#_together:checked) .after del{display:inline}
.switch input{width:1.5rem;min-height:1.5rem;vertical-align:middle}
.switch label{display:inline-block;min-height:24px}
form{border-block:1px solid var(--rule);padding:1rem 0}
form h2::before{content:none}
.fields{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem}
.field{flex:1 1 12rem;min-width:0;max-width:24rem}
.field label{display:block}
input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--quiet);border-radius:2px;min-height:2.25rem;padding:.25rem .5rem;max-width:100%}
input,select{width:100%}
form input[type=hidden]{display:none}
form p{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;margin:1rem 0 0!important}
#_days>details{margin-top:.5rem}
#_days:not([hidden])+*{margin-top:.75rem}
#_days p{margin:.75rem 0 .25rem}
#_days ol{display:flex;flex-wrap:wrap;gap:.25rem;list-style:none;margin:0;padding:0}
#_days a{display:block;min-width:2.75rem;padding:.25rem .4rem;border:1px solid var(--rule);border-radius:2px;text-align:center;text-decoration:none;line-height:1.2}
#_days a>span{display:block;font-size:.8125rem;color:var(--quiet)}
#_days a[aria-current],button[aria-pressed=true]{border-color:var(--brand);outline:2px solid var(--brand);outline-offset:-2px;font-weight:700}
[data-km]::after{content:" · " attr(data-km);font-weight:400;color:var(--quiet);white-space:nowrap}
.position{margin:.35rem 0 0!important}
.past{margin-top:2rem;border-top:1px solid var(--rule);padding-top:.5rem}
.add{overflow-wrap:normal;min-height:24px;padding:.1rem .5rem;font-size:.8125rem;margin-top:.35rem}
.add::after{content:attr(data-label)}
td .add{display:block}
.panel>summary,.front>summary{padding:.35rem 0;color:var(--brand)}
.soon{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0!important}
form .shown{margin-top:.25rem!important;min-height:2.25rem;justify-content:space-between}
form .chosen{margin:.5rem 0 0!important;gap:.5rem}
.chosen:empty{display:none!important}
.chosen button::after{content:" ×";speak:never}
@media screen{table:not(.filtered) .carried .again{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table:not(.filtered) .goes-on>.carried{border-top-color:transparent}}`;

/** The filters next to the events; both columns begin at the same height, and the title is above the events. */
const BESIDE = `.cover:has(.period):has(+main>.tools){grid-template-columns:18rem 1fr}
main:has(>.tools){display:grid;grid-template-columns:16rem minmax(0,1fr);gap:0 2.5rem}
.tools{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;margin:0 -3px;padding:3px 3px 1rem}
.tools .field{flex-basis:100%}
.tools search{margin-top:1.5rem}
.tools h2{font-size:1.25rem;hyphens:auto}
.panel>summary,.front>summary{display:none}
.parts>section:first-child,.front>section:first-of-type{margin-top:1.5rem}
.events{max-width:60rem}`;

/** Pictures next to texts, and a portrait at the beginning of a text. */
const FLOATS = `figure:not(.portrait),h2+.portrait{float:inline-end;width:min(45%,26rem);margin:.25rem 0 1rem 2rem}
h2+.portrait{width:10rem}
figure.beside{width:min(36%,16rem)}
.events figure.beside{width:min(var(--picture),16rem)}
figure.small{width:min(25%,8rem)}
figure~:is(table,.events,.of-group){clear:inline-end}
section.text,.events>li{display:flow-root}
.events>li>:is(img,svg){float:inline-end;width:min(var(--picture),16rem);margin:.25rem 0 .5rem 2rem}`;

/** A small header, so that the first events are on the first screen of a phone. */
const NARROW = `main{padding:0 1rem 2rem}
.cover .picture img{max-height:4rem}
.logos{padding:.5rem 1rem 0;gap:.5rem 1rem}
.logos img{max-height:1.75rem;max-width:6rem}
.period{padding:.5rem 1rem;font-size:1.125rem}
.title{padding:.5rem 1rem}
h1{font-size:1.375rem}
h1::after{margin:.35rem 0}
.title>p,.title>p.publisher{display:inline;margin:0;font-size:.875rem}
form,form p,summary{font-size:.9375rem!important}
.title>p+p::before{content:" · "}
.files{margin-top:.25rem}
section{margin-top:2rem}
search{margin-top:.25rem}
form{padding:.5rem 0}
form h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.words{display:flex;gap:.75rem;align-items:baseline;max-width:none}
.words label{flex:none}
.words input{min-width:0}
h2{font-size:1.375rem}
.tools:not(:has(.panel[open],:focus-within)){position:sticky;top:0;z-index:1;background:var(--paper)}
.front{margin-top:.5rem}
.front+section{margin-top:1rem}`;

/**
 * Rows of events as cards: first the name of the row, then each cell with its label. Empty cells are hidden from view
 * but not from screen readers, because each row of a table must have the same columns for them.
 */
const CARDS = `[role=table],[role=table]>tbody,[role=row],[role=cell],[role=rowheader]{display:block;width:auto}
[role=table]>thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody [role=row]{display:flex;flex-direction:column;padding:.75rem 0;border-bottom:1px solid var(--strongRule)}
tbody [role=row]>*,tbody [role=row].goes-on>*,tbody [role=row]:last-child>*{border:0;padding:.15rem .5rem}
[role=rowheader]{order:-1;font-size:1rem}
[role=cell]::before{content:var(--label);display:block;font-size:.8125rem;color:var(--quiet)}
@supports(content:"a"/""){[role=cell]::before{content:var(--label)/""}}
[role=cell]:not(.before,.after):has(>[role=img].quiet:only-child,>.again>[role=img].quiet){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th.count{writing-mode:vertical-rl;transform:rotate(180deg);text-align:start;white-space:nowrap;padding:.25rem 0}
td.count{padding-inline:.25rem;overflow-wrap:normal}
tbody tr.marked>*{border:0}
tr.marked{border-inline-start:3px solid var(--brand)}
table:not(.filtered) .carried .again{position:static;width:auto;height:auto;overflow:visible;clip-path:none}`;

/**
 * Only the visible part of a long page is laid out. Browsers support this for blocks and grids but not for table rows,
 * so rows are grids with the same column widths, and ARIA roles identify them as rows.
 */
function lazy(sets: readonly ColumnSet[], design: Design): string {
  const grids = sets.map(
    (set) =>
      `.${set.name} tr{grid-template-columns:${shares(set.kinds, design)
        .map((share, index) => `minmax(${minColumns(set)[index]}rem,${Number.parseFloat(share)}fr)`)
        .join(' ')}}${
        set.kinds.includes('before')
          ? `body:has(#_together:checked) .${set.name} tr{grid-template-columns:${shares(
              set.kinds.filter((kind) => kind !== 'before'),
              design,
            ).join(' ')}}`
          : ''
      }`,
  );
  return `@media screen{section.table,section.list,section.index,tbody tr,.events>li{content-visibility:auto;contain-intrinsic-size:auto 60rem}tbody tr,.events>li{contain-intrinsic-size:auto 8rem}}
@media screen and (min-width:${minWidthRem(sets)}rem){table,thead,tbody{display:block}tr{display:grid}thead th{align-self:end;width:auto!important}${grids.join('')}}`;
}

/** Styles for forced colours (a setting of the reader's system): rules replace backgrounds that have a meaning. */
const FORCED = `@media (forced-colors:active){.period{border-bottom:2px solid}tr:is(:target,:has(:target))>*,.events>li:is(:target,:has(:target)){outline:1px solid}.skip:focus{outline:2px solid}}`;

function print(design: Design): string {
  const { paper, styles, events } = design;
  const points = (selector: string, { size }: TextStyle): string => `${selector}{font-size:${size}pt}`;
  return `@media print{
@page{size:${paper.width}pt ${paper.height}pt;margin:15mm}
nav#_days,.add,.skip,.files,.left-out,search>form>:not(.chosen),.front>summary,.past>summary{display:none!important}
search{margin:0 0 1rem}form{border:0;padding:0}.chosen button{border:0;padding:0;min-height:0}.chosen button::after{content:""}
section.back{print-color-adjust:exact}h2{break-inside:avoid}
main,.cover{max-width:none;padding:0}
h2,h3,h4{break-after:avoid}
tbody tr,.events>li{break-inside:avoid}
.period{print-color-adjust:exact}
a{color:inherit;text-decoration:none}
.groups{columns:${design.index.columns}}
${points('body,section>p', styles.body)}${points('table,tbody th', styles.cell)}${points('thead th', styles.columnHeading)}${points('.self', styles.number)}${points('.groups ul', styles.index)}${points('.groups h3', styles.indexHeading)}${points('.events p', events.text)}${points('.events dl', events.facts)}${points('.events h3,.events h4', events.title)}
}`;
}
