import { createHash } from 'node:crypto';
import type { Comparison, ParagraphDiff, Segment } from '../compare/change.ts';
import {
  type ReadableChange,
  type ReadableComparison,
  type ReadableGroup,
  type ReadablePart,
  type ReadableSubject,
  readable,
} from '../compare/readable.ts';
import { CHANGE_SEVERITIES } from '../model/change-kinds.ts';
import { type Lang, type LangText, textIn } from '../model/text.ts';
import { compareNames } from '../text/collation.ts';
import { type ChangeLabels, fill } from '../text/labels.ts';
import { SCRIPT, STYLE } from './changes-html-assets.ts';
import { summaryLine } from './changes-summary.ts';
import { escapeHtml } from './html.ts';

/**
 * The comparison as one HTML file that loads nothing: counts, then the changes by theme and event with the words before and after.
 * Readers can filter by theme, region and severity; without scripts everything is shown. Ends with a line feed.
 */
export function changesAsHtml(comparison: Comparison, lang: Lang): string {
  const report = readable(comparison, lang);
  const { say } = report;
  const name = textIn(comparison.new.title, lang, comparison.new.language);
  const body =
    comparison.changes.length === 0
      ? [`<p>${escapeHtml(fill(say.same, { before: report.old, after: report.new }))}</p>`]
      : [
          `<p>${escapeHtml(fill(say.fromTo, { before: report.old, after: report.new }))}</p>`,
          `<p>${escapeHtml(summaryLine(report))}</p>`,
          `<p>${fill(escapeHtml(say.legend), { deleted: segmentHtml({ kind: 'deleted', text: '…' }), inserted: segmentHtml({ kind: 'inserted', text: '…' }) })}</p>`,
          summaryTable(report, say),
          filters(report, say),
          '<div id="changes" tabindex="-1">',
          ...report.groups.map((group) => groupHtml(group, report.lang, say)),
          '</div>',
        ];
  return `${[
    '<!DOCTYPE html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(`${say.title}${say.colon}${name.words}`)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#${comparison.changes.length === 0 ? 'main' : 'changes'}">${escapeHtml(say.skip)}</a>`,
    '<header>',
    `<p>${inLanguage('span', name, lang)}</p>`,
    `<h1>${escapeHtml(say.title)}</h1>`,
    '</header>',
    '<main id="main">',
    ...body,
    ...notesHtml(report, say),
    '</main>',
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

/** Only the style and the script of this file, known by their sums, and nothing from anywhere. */
function policy(): string {
  const sum = (content: string): string =>
    `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  return `default-src 'none'; style-src ${sum(STYLE)}; script-src ${sum(SCRIPT)}; base-uri 'none'; form-action 'none'`;
}

function inLanguage(tag: string, { words, lang }: LangText, around: Lang): string {
  return `<${tag}${langAttribute(lang, around)}>${escapeHtml(words)}</${tag}>`;
}

function langAttribute(lang: Lang, around: Lang): string {
  return lang === around ? '' : ` lang="${lang}"`;
}

function summaryTable({ groups, counts, lang }: ReadableComparison, say: ChangeLabels): string {
  const cells = (own: ReadableGroup['counts']): string => {
    const numbers = CHANGE_SEVERITIES.map((severity) => own[severity]);
    return [...numbers, numbers.reduce((sum, number) => sum + number, 0)]
      .map((number) => `<td>${number}</td>`)
      .join('');
  };
  const headings = [
    say.table.theme,
    ...CHANGE_SEVERITIES.map((severity) => say.severities[severity]),
    say.table.total,
  ];
  return [
    '<table class="counts">',
    `<caption>${escapeHtml(say.table.summary)}</caption>`,
    `<thead><tr>${headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...groups.map(
      ({ title, counts: own }) =>
        `<tr><th scope="row"${langAttribute(title.lang, lang)}>${escapeHtml(title.words)}</th>${cells(own)}</tr>`,
    ),
    '</tbody>',
    `<tfoot><tr><th scope="row">${escapeHtml(say.table.total)}</th>${cells(counts)}</tr></tfoot>`,
    '</table>',
  ].join('\n');
}

/** The form that the script shows; hidden where there are no scripts. */
function filters({ groups, regions, lang }: ReadableComparison, say: ChangeLabels): string {
  const concerned = new Set(groups.flatMap(({ subjects }) => subjects.flatMap((subject) => subject.regions)));
  const byName = compareNames(lang);
  const choices = [
    {
      name: 'theme',
      label: say.table.theme,
      options: groups.map(({ theme, title }) => ({ value: theme ?? '-', name: title.words })),
    },
    {
      name: 'region',
      label: say.filter.region,
      options: regions
        .filter(({ code }) => concerned.has(code))
        .sort((a, b) => byName(a.name, b.name))
        .map(({ code, name }) => ({ value: code, name })),
    },
    {
      name: 'severity',
      label: say.severity,
      options: CHANGE_SEVERITIES.map((severity) => ({ value: severity, name: say.severities[severity] })),
    },
  ];
  return [
    '<form id="filters" hidden>',
    `<fieldset><legend>${escapeHtml(say.filter.heading)}</legend>`,
    ...choices.map(
      ({ name, label, options }) =>
        `<label>${escapeHtml(label)} <select name="${name}">${[
          { value: '', name: say.filter.all },
          ...options,
        ]
          .map((option) => `<option value="${escapeHtml(option.value)}">${escapeHtml(option.name)}</option>`)
          .join('')}</select></label>`,
    ),
    '</fieldset>',
    `<p role="status" id="shown" data-words="${escapeHtml(say.filter.shown)}"></p>`,
    '</form>',
  ].join('\n');
}

function groupHtml({ theme, title, subjects }: ReadableGroup, lang: Lang, say: ChangeLabels): string {
  return [
    `<section data-theme="${escapeHtml(theme ?? '-')}">`,
    inLanguage('h2', title, lang),
    ...subjects.map((subject) => subjectTable(subject, lang, say)),
    '</section>',
  ].join('\n');
}

function subjectTable(subject: ReadableSubject, lang: Lang, say: ChangeLabels): string {
  const { about, number, title, regions, changes } = subject;
  const name =
    about === 'event'
      ? `${number}. ${inLanguage('span', title, lang)}`
      : inLanguage('span', { words: title.words, lang: title.lang }, lang);
  // A change of a theme or of the whole concerns every region: no region is given, and every filter lets it through.
  const concerned = about === 'event' ? ` data-regions="${escapeHtml(regions.join(' '))}"` : '';
  const headings = [say.table.what, say.table.before, say.table.after];
  return [
    `<table class="changes"${concerned}>`,
    `<caption><h3>${name}</h3></caption>`,
    `<thead><tr>${headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...changes.map((change) => changeRow(change, lang, say)),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function changeRow(
  { change, headline, note, approval, parts }: ReadableChange,
  lang: Lang,
  say: ChangeLabels,
): string {
  const facts = [
    note === undefined ? [] : escapeHtml(note),
    escapeHtml(say.severities[change.severity]),
    `<code>${change.kind}</code> <code>${change.fingerprint}</code>`,
    approval === undefined ? [] : escapeHtml(approval),
  ].flat();
  const cell = (side: 'deleted' | 'inserted'): string => {
    const words = parts.map((part) => partHtml(part, side, lang)).join('');
    return `<td>${words === '' ? `<span class="nothing">${escapeHtml(say.table.nothing)}</span>` : words}</td>`;
  };
  return [
    `<tr data-severity="${change.severity}"><th scope="row">${escapeHtml(headline)}`,
    ...facts.map((fact) => `<span class="fact">${fact}</span>`),
    `</th>${cell('deleted')}${cell('inserted')}</tr>`,
  ].join('');
}

/** The words of a field in one of the editions: what both have, and marked what only this one has. */
function partHtml(
  { label, lang, paragraphs }: ReadablePart,
  side: 'deleted' | 'inserted',
  around: Lang,
): string {
  const own = paragraphs
    .map((paragraph) => paragraph.filter(({ kind }) => kind === 'same' || kind === side))
    .filter((paragraph) => paragraph.length > 0);
  if (own.length === 0) return '';
  const name = label === undefined ? '' : `<p class="field">${escapeHtml(label)}</p>`;
  return `${name}${own.map((paragraph) => paragraphHtml(paragraph, lang, around)).join('')}`;
}

function paragraphHtml(paragraph: ParagraphDiff, lang: Lang, around: Lang): string {
  return `<p${langAttribute(lang, around)}>${paragraph.map(segmentHtml).join('')}</p>`;
}

/** The marks are text, so that they are read, copied and seen without colours. */
function segmentHtml({ kind, text }: Segment): string {
  if (kind === 'same') return escapeHtml(text);
  return kind === 'deleted' ? `<del>[-${escapeHtml(text)}-]</del>` : `<ins>{+${escapeHtml(text)}+}</ins>`;
}

/** What alters no printed words, and approvals that have lapsed. */
function notesHtml({ untracked, lapsed }: ReadableComparison, say: ChangeLabels): string[] {
  const differences = untracked.map(({ what, field, ids }) => {
    const names = ids.length === 0 ? '' : `: ${ids.map(escapeHtml).join(', ')}`;
    return `<li>${escapeHtml(what)} · <code>${escapeHtml(field)}</code>${names}</li>`;
  });
  const approvals = lapsed.map(
    ({ fingerprint, approval }) => `<li><code>${fingerprint}</code> · ${escapeHtml(approval)}</li>`,
  );
  return [...listHtml(say.untracked, differences), ...listHtml(say.lapsed, approvals)];
}

function listHtml(heading: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return ['<section>', `<h2>${escapeHtml(heading)}</h2>`, '<ul>', ...items, '</ul>', '</section>'];
}
