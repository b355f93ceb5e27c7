/**
 * The script of the page: it shows the filters, and the events that match them. The address contains the chosen
 * filters, so that they can be sent as a link and restored with the back button:
 * `#theme=culture&when=2030-06&words=jazz`. Any other fragment is a target in the page.
 */

/** Letters that Unicode normalization does not decompose. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  '’': "'",
};

const form = document.querySelector<HTMLFormElement>('#_find');
if (form !== null) start(form);

function start(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input');
  const selects = [...form.querySelectorAll('select')];
  const shown = form.querySelector('output');
  /** Tables and lists of events. */
  const tables = [...document.querySelectorAll<HTMLElement>('table[role],.events')].map((table) => {
    const rows = [...table.querySelectorAll<HTMLElement>('tbody tr,.events>li')];
    return { table, rows: rows.map((row) => ({ row, tokens: (row.dataset.f ?? '').split(' ') })) };
  });
  /** Elements that are hidden together with the last of their events: groups, then themes. */
  const holders = [...document.querySelectorAll<HTMLElement>('.of-group,section.table,section.list')].filter(
    (holder) => tables.some(({ table }) => holder.contains(table)),
  );
  const all = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const beside = [...document.querySelectorAll<HTMLElement>('section.index')];
  /** Folded text of the rows, computed when a reader focuses the search field. */
  const folded = new Map<HTMLElement, string>();
  const wordsOf = (row: HTMLElement): string => {
    let words = folded.get(row);
    if (words === undefined) {
      words = fold([...row.children].map(({ textContent }) => textContent).join(' '));
      folded.set(row, words);
    }
    return words;
  };

  /** Shows the matching events and their number. */
  const show = (): void => {
    const wanted = fold(input?.value ?? '')
      .split(' ')
      .filter((word) => word !== '');
    const chosen = selects.flatMap(({ selectedIndex }, facet) =>
      selectedIndex > 0 ? [[`${facet}.${selectedIndex - 1}`, `${facet}.*`]] : [],
    );
    const isFiltered = wanted.length > 0 || chosen.length > 0;
    let count = 0;
    const shownIn = new Map<Element, number>();
    for (const { table, rows } of tables) {
      let inTable = 0;
      for (const { row, tokens } of rows) {
        const fits =
          chosen.every((either) => either.some((token) => tokens.includes(token))) &&
          (wanted.length === 0 || wanted.every((word) => wordsOf(row).includes(word)));
        if (row.hidden === fits) row.hidden = !fits;
        if (fits) inTable++;
      }
      table.classList.toggle('filtered', isFiltered);
      shownIn.set(table, inTable);
      count += inTable;
    }
    for (const holder of holders)
      holder.hidden = tables.every(({ table }) => !holder.contains(table) || shownIn.get(table) === 0);
    for (const section of beside) section.hidden = isFiltered;
    if (shown !== null)
      shown.textContent = (shown.dataset.words ?? '')
        .replace('{shown}', String(count))
        .replace('{all}', String(all));
  };

  /** The filters as a fragment of the address. */
  const state = (): string => {
    const words: [string, string][] = [];
    for (const { name, value } of [...(input === null ? [] : [input]), ...selects])
      if (value !== '') words.push([name, value]);
    return String(new URLSearchParams(words));
  };

  const clear = (): void => {
    if (input !== null) input.value = '';
    for (const select of selects) select.selectedIndex = 0;
  };

  /** Sets the filters from the address. A target in the page leaves them unchanged, unless they hide it. */
  const follow = (): void => {
    const fragment = location.hash.slice(1);
    if (fragment !== '' && !fragment.includes('=')) {
      const place = document.getElementById(fragment);
      if (place === null) return;
      // Event numbers apply to one edition only: replaces the number in the address by the permanent link of the
      // event.
      const event = place.matches('a.self') ? place.getAttribute('href') : null;
      if (event !== null) history.replaceState(null, '', event);
      if (place.closest('[hidden]') === null) return;
      clear();
      show();
      place.scrollIntoView();
      return;
    }
    const wanted = new URLSearchParams(fragment);
    if (input !== null) input.value = wanted.get(input.name) ?? '';
    for (const select of selects) {
      const value = wanted.get(select.name);
      select.selectedIndex = Math.max(
        0,
        [...select.options].findIndex((option) => option.value === value),
      );
    }
    show();
  };

  const keep = (isNew: boolean): void => {
    const fragment = state();
    if (fragment === location.hash.slice(1)) return;
    const address = fragment === '' ? location.pathname + location.search : `#${fragment}`;
    if (isNew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  };

  for (const select of selects)
    select.addEventListener('change', () => {
      show();
      keep(true);
    });
  input?.addEventListener('focus', () => {
    for (const { rows } of tables) for (const { row } of rows) wordsOf(row);
  });
  // Typing a letter adds no entry to the history.
  input?.addEventListener('input', () => {
    show();
    keep(false);
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    clear();
    show();
    keep(true);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', follow);
  form.parentElement?.removeAttribute('hidden');
  follow();
}

/**
 * Folds text: without marks and case, so that é becomes e, ё becomes е and ß becomes ss; with single spaces between
 * words.
 */
function fold(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}|\u00ad/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđı’]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}
