/** Style and script of the HTML report; they stand in the file itself. */

/** Contrast of all words against their ground is at least 4.5 : 1, in light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --ground: #ffffff; --quiet: #555555; --line: #8a8a8a; --out: #9c1c1c; --in: #14602a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f0f0f0; --ground: #1a1a1a; --quiet: #b8b8b8; --line: #7a7a7a; --out: #ff9d94; --in: #8fdca3; }
}
body { margin: 0 auto; max-width: 75rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--line); }
h3 { margin: 0; font-size: 1rem; }
table { border-collapse: collapse; margin: 1.5rem 0; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.25rem; }
th, td { border-top: 1px solid var(--line); padding: 0.35rem 0.75rem 0.35rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.counts th, .counts td { overflow-wrap: normal; }
.counts td, .counts thead th + th { text-align: right; font-variant-numeric: tabular-nums; }
.changes { table-layout: fixed; width: 100%; }
.changes th:first-child { width: 22%; }
td p { margin: 0 0 0.5rem; }
.fact, .nothing, .field { display: block; font-weight: normal; font-size: 0.875rem; color: var(--quiet); }
.field { margin: 0; }
del { color: var(--out); text-decoration: line-through; }
ins { color: var(--in); text-decoration: underline; }
fieldset { min-width: 0; border: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; }
label { max-width: 100%; }
select { font: inherit; max-width: 100%; }
@media (max-width: 30rem) { body { padding: 0.5rem; } .counts { font-size: 0.75rem; } .counts th, .counts td { padding-right: 0.4rem; } }
[hidden] { display: none; }
@media print { form, .skip { display: none; } tr { break-inside: avoid; } }
`;

export const SCRIPT = `
const form = document.getElementById('filters');
if (form) {
  const status = document.getElementById('shown');
  const rows = [...document.querySelectorAll('.changes tbody tr')];
  const concerns = (table, region) => {
    const codes = table.dataset.regions;
    return codes === undefined || codes.split(' ').some((code) => code === region || (code && region.startsWith(code + '-')));
  };
  const update = () => {
    const { theme, region, severity } = Object.fromEntries(new FormData(form));
    for (const row of rows) {
      const table = row.closest('table');
      const fits = (!theme || row.closest('section').dataset.theme === theme)
        && (!severity || row.dataset.severity === severity)
        && (!region || concerns(table, region));
      row.hidden = !fits;
    }
    for (const part of document.querySelectorAll('.changes, section[data-theme]')) {
      part.hidden = !part.querySelector('tbody tr:not([hidden])');
    }
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = status.dataset.words.replace('{shown}', shown).replace('{all}', rows.length);
  };
  form.addEventListener('change', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  update();
}
`;
