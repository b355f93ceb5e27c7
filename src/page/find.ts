/**
 * The script of the page. The script shows the filters, and the events that match them. The address of the page
 * contains the chosen filters, so that readers can send it as a link and the back button restores them:
 * `#theme=culture&_day=2030-06-15&words=jazz`. Any other fragment is a target on the page.
 */
import { arrange, type Group } from './arrange.ts';
import { addEntryButtons } from './buttons.ts';
import { fold } from './fold.ts';
import { reportHeight } from './frame.ts';
import { type Item, itemsOf } from './items.ts';
import { distancesFrom, type Point, placesOf, rounded, usualDistance } from './near.ts';
import { daysOf, differs, isChosen, isLong, keyOf, today } from './times.ts';

/** Texts that the script shows on the page. */
export interface Words {
  past: Readonly<Record<string, string>>;
  timesIn: string;
  addToCalendar: string;
  otherDates: string;
  byTime: string;
  byDistance: string;
  noPosition: string;
}

/** Number of days that are listed directly. Further days are hidden behind a line that readers can open. */
const MONTH = 31;

reportHeight();
const form = document.querySelector<HTMLFormElement>('#_find');
if (form !== null) start(form);

function start(form: HTMLFormElement): void {
  const { lang } = document.documentElement;
  const zones = (form.dataset.zones ?? '').split(' ').filter((zone) => zone !== '');
  const words: Words | undefined =
    form.dataset.words === undefined ? undefined : (JSON.parse(form.dataset.words) as Words);
  const search = form.querySelector<HTMLInputElement>('input[type=search]');
  const selects = [...form.querySelectorAll<HTMLSelectElement>('select.facet')];
  const day = form.querySelector<HTMLInputElement>('input[type=hidden]');
  const order = form.querySelector<HTMLSelectElement>('#_find-order');
  const near = form.querySelector<HTMLSelectElement>('#_find-near');
  const within = form.querySelector<HTMLSelectElement>('#_find-within');
  const steps = [...(within?.options ?? [])].flatMap(({ value }) => (value === '' ? [] : [Number(value)]));
  const places = placesOf(form.dataset.places);
  /** The rounded position of the device. The position is not stored anywhere else. */
  let position: Point | undefined;
  const positionButton = form.querySelector<HTMLButtonElement>('#_position');
  const controls = [search, day, ...selects, near, within, order].filter((control) => control !== null);
  const shown = form.querySelector('output');
  const reset = form.querySelector<HTMLButtonElement>('button[type=reset]');
  const now = today(zones[0]);

  const links = [...document.querySelectorAll<HTMLAnchorElement>('#_days a')];
  const dayWords = dayWriter(links);
  const items = itemsOf(zones, dayWords);
  const tables = [...new Set(items.map(({ table }) => table))];
  /** Elements that are hidden if all events in them are hidden: first groups, then themes. */
  const holders = [...document.querySelectorAll<HTMLElement>('.of-group,section.table,section.list')].filter(
    (holder) => tables.some((table) => holder.contains(table)),
  );
  const beside = [...document.querySelectorAll<HTMLElement>('section.index')];
  const timetables = [...document.querySelectorAll<HTMLElement>('section.timetable')];
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('.soon button')];
  const chooseDay = [...links, ...buttons];
  const last = holders.at(-1)?.closest('section') ?? tables.at(-1)?.closest('section') ?? null;

  const kilometres = new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: 'kilometer',
    maximumSignificantDigits: 2,
  });

  const isPast = ({ until }: Item): boolean => until !== '' && until < now;

  /** Shows the events that match the filters, and their number. */
  const show = (): void => {
    const wanted = fold(search?.value ?? '')
      .split(' ')
      .filter((word) => word !== '');
    const chosen = selects.flatMap(({ selectedIndex }, facet) =>
      selectedIndex > 0 ? [[`${facet}.${selectedIndex - 1}`, `${facet}.*`]] : [],
    );
    const days = daysOf(day?.value ?? '', now);
    const from = position ?? (near?.value || undefined);
    const distances = from === undefined ? [] : distancesFrom(from, places);
    const usual = usualDistance(distances, steps);
    const most = Number(within?.value) || usual;
    const distanceOf = (item: Item): number =>
      Math.min(...item.places.map((place) => distances[place] ?? Number.POSITIVE_INFINITY));
    const isFiltered = wanted.length > 0 || chosen.length > 0 || days.length > 0 || from !== undefined;
    const fits = items.filter(
      (item) =>
        chosen.every((either) => either.some((token) => item.tokens.includes(token))) &&
        (days.length === 0 || isChosen(item.times, days)) &&
        (from === undefined || distanceOf(item) <= most) &&
        (wanted.length === 0 || wanted.every((word) => item.words().includes(word))),
    );
    const fitting = new Set(fits);
    // A reader who chooses a day in the past wants to see its events.
    const isOver = days.length !== 1 && fits.some(({ until }) => until >= now) ? isPast : () => false;
    const over = items.filter(isOver);
    const isByTime = order?.value === 'time';
    const isByDistance = order?.value === 'distance' && from !== undefined;
    const sorted =
      words === undefined
        ? undefined
        : isByTime
          ? { heading: words.byTime, groups: byTime(fits, isOver) }
          : isByDistance
            ? {
                heading: words.byDistance,
                groups: [
                  {
                    items: fits.filter((item) => !isOver(item)).sort((a, b) => distanceOf(a) - distanceOf(b)),
                  },
                ],
              }
            : undefined;
    arrange(
      items,
      last,
      sorted,
      words === undefined || over.length === 0
        ? undefined
        : { heading: pastLine(over.filter((item) => fitting.has(item)).length, words), items: over },
    );
    const atHome = new Map<Element, number>();
    for (const item of items) {
      const { row, table } = item;
      const fits = fitting.has(item);
      if (row.hidden === fits) row.hidden = !fits;
      if (fits && table.contains(row)) atHome.set(table, (atHome.get(table) ?? 0) + 1);
    }
    for (const table of tables)
      table.classList.toggle('filtered', isFiltered || over.length > 0 || sorted !== undefined);
    for (const holder of holders)
      holder.hidden = tables.every((table) => !holder.contains(table) || !atHome.has(table));
    for (const section of beside) section.hidden = isFiltered;
    for (const section of timetables)
      section.hidden =
        isFiltered &&
        (wanted.length + chosen.length > 0 ||
          from !== undefined ||
          days.every((one) => !section.id.endsWith(one.day)));
    for (const link of chooseDay) {
      const isOn = link.dataset.day === day?.value;
      if (link.matches('button')) link.setAttribute('aria-pressed', String(isOn));
      else if (isOn) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    for (const title of document.querySelectorAll<HTMLElement>('[data-km]')) delete title.dataset.km;
    for (const item of from === undefined ? [] : fits) {
      const title = item.row.querySelector<HTMLElement>('th,h3,h4');
      if (title !== null) title.dataset.km = kilometres.format(distanceOf(item));
    }
    if (within !== null) {
      const field = within.closest('.field');
      if (field instanceof HTMLElement) field.hidden = from === undefined;
      const [any] = within.options;
      if (any !== undefined) any.text = `${usual}\u00a0km`;
    }
    const front = document.querySelector<HTMLElement>('.front');
    if (front !== null) front.hidden = isFiltered;
    showChosen();
    if (reset !== null) reset.hidden = !isFiltered && sorted === undefined;
    if (shown !== null)
      shown.textContent = (shown.dataset.words ?? '')
        .replace('{shown}', String(fits.length))
        .replace('{all}', String(items.length));
  };

  /** Buttons that show the chosen filters and remove them. The buttons are also printed. */
  const chips = form.querySelector<HTMLElement>('.chosen');
  const showChosen = (): void => {
    if (chips === null) return;
    const label = chips.dataset.remove ?? '';
    chips.replaceChildren(
      ...[...controls, positionButton].flatMap((control) => {
        const text = control === null || control === order || control === within ? '' : wordsOf(control);
        if (control === null || text === '') return [];
        const chip = document.createElement('button');
        chip.type = 'button';
        chip.textContent = text;
        chip.setAttribute('aria-label', label.replace('{filter}', text));
        chip.addEventListener('click', () => {
          if (control === positionButton) setPosition(undefined);
          else control.value = '';
          if (control === near && within !== null) within.value = '';
          show();
          keep(true);
          (chips.querySelector('button') ?? search)?.focus({ preventScroll: true });
        });
        return [chip];
      }),
    );
  };
  const wordsOf = (control: HTMLElement): string => {
    if (control === positionButton) return position === undefined ? '' : (positionButton.textContent ?? '');
    if (control === day)
      return day.value === ''
        ? ''
        : (buttons.find((button) => button.dataset.day === day.value)?.textContent ?? dayWords(day.value));
    if (control instanceof HTMLSelectElement)
      return control.value === '' ? '' : (control.selectedOptions[0]?.text ?? '');
    return search?.value.trim() ?? '';
  };

  /**
   * The matching events, grouped by the day on which they begin. Long periods come first, and dates without an exact
   * day come last.
   */
  const byTime = (fits: readonly Item[], isOver: (item: Item) => boolean): Group[] => {
    const days = daysOf(day?.value ?? '', now);
    const keyed = fits
      .filter((item) => !isOver(item))
      .map((item) => ({ item, key: keyOf(item.times, days, now) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    const groups = new Map<string, Item[]>();
    for (const { item, key } of keyed) {
      const isRunning = item.times.every(isLong);
      const section = key === '' ? 'other' : isRunning ? '' : key.slice(0, 'YYYY-MM-DD'.length);
      const group = groups.get(section);
      if (group === undefined) groups.set(section, [item]);
      else group.push(item);
    }
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, ofGroup]) => ({
        ...(key === '' ? {} : { heading: key === 'other' ? (words?.otherDates ?? '') : dayWords(key) }),
        items: ofGroup,
      }));
  };

  const pastLine = (count: number, { past }: Words): string =>
    (past[new Intl.PluralRules(lang).select(count)] ?? past.other ?? '').replace('{count}', String(count));

  /** The chosen filters as the fragment of the address. */
  const state = (): string =>
    String(
      new URLSearchParams(
        controls
          .filter(({ value }) => value !== '')
          .map(({ name, value }): [string, string] => [name, value]),
      ),
    );

  const clear = (): void => {
    for (const control of controls) control.value = '';
    setPosition(undefined);
  };

  const setPosition = (point: Point | undefined): void => {
    position = point;
    positionButton?.setAttribute('aria-pressed', String(point !== undefined));
  };

  /**
   * Sets the filters from the address. If the address contains a target on the page, the filters are unchanged unless
   * they hide the target.
   */
  const follow = (): void => {
    const fragment = location.hash.slice(1);
    if (fragment !== '' && !fragment.includes('=')) {
      const place = document.getElementById(fragment);
      if (place === null) return;
      // The number of an event applies to one edition only. The number in the address is replaced by the id of the
      // event.
      const event = place.matches('a.self') ? place.closest('tr,li')?.id : undefined;
      if (event !== undefined) history.replaceState(null, '', `#${event}`);
      if (place.closest('[hidden]') !== null) {
        clear();
        show();
      }
      // The target can be a theme or group that is hidden, because all of its events are over and were moved to the
      // past events.
      const target =
        place.closest('[hidden]') === null ? place : items.find(({ home }) => place.contains(home))?.row;
      const details = target?.closest('details');
      if (details) details.open = true;
      if (target !== undefined && (target !== place || details)) target.scrollIntoView();
      return;
    }
    const wanted = new URLSearchParams(fragment);
    for (const control of controls) {
      control.value = wanted.get(control.name) ?? '';
      // If the list does not contain the value, no option would be selected, so the first option is selected. A value
      // from which no day can be determined is removed.
      if (control.value === '' || (control === day && daysOf(day.value, now).length === 0))
        control.value = '';
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

  for (const select of [...selects, near, within, order])
    select?.addEventListener('change', () => {
      if (select === near) {
        setPosition(undefined);
        if (within !== null) within.value = '';
      }
      show();
      keep(true);
    });
  positionButton?.addEventListener('click', () => {
    const status = positionButton.nextElementSibling;
    const tell = (text: string): void => {
      if (status !== null) status.textContent = text;
    };
    tell('');
    if (position !== undefined) {
      setPosition(undefined);
      show();
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (near !== null) near.value = '';
        setPosition(rounded([coords.latitude, coords.longitude]));
        show();
        keep(true);
      },
      () => tell(words?.noPosition ?? ''),
    );
  });
  for (const link of chooseDay)
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (day === null) return;
      day.value = day.value === link.dataset.day ? '' : (link.dataset.day ?? '');
      show();
      keep(true);
    });
  search?.addEventListener('focus', () => {
    for (const { words } of items) words();
  });
  // Typing does not add entries to the browser history.
  search?.addEventListener('input', () => {
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

  for (const button of buttons) {
    const days = daysOf(button.dataset.day ?? '', now);
    button.hidden = !items.some((item) => !isPast(item) && isChosen(item.times, days));
  }
  const calendar = document.querySelector<HTMLElement>('#_days');
  if (calendar !== null) {
    form.querySelector('.soon')?.after(calendar);
    const details = calendar.querySelector('details');
    const months = calendar.querySelectorAll('ol').length;
    if (details !== null) details.open = months <= 2 && links.length <= MONTH;
  }
  if (words !== undefined) {
    addEntryButtons(items, words.addToCalendar, form.dataset.entries);
    nameZones(zones, items, words.timesIn, form.querySelector('.zones'));
  }
  form.parentElement?.removeAttribute('hidden');
  fitScreen(form);
  follow();
  // If the address contains filters, the page scrolls to the events that match them.
  if (state() !== '') form.scrollIntoView();
}

/**
 * Collapses the filters and the parts before the events on narrow screens. When the page is printed, everything is
 * shown.
 */
function fitScreen(form: HTMLFormElement): void {
  const front = document.querySelector<HTMLDetailsElement>('.front');
  const panel = form.querySelector<HTMLDetailsElement>('.panel');
  const narrow = matchMedia('(max-width:44rem)');
  const adapt = (): void => {
    for (const details of [front, panel]) if (details !== null) details.open = !narrow.matches;
  };
  adapt();
  narrow.addEventListener('change', adapt);
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('.front,.past')) details.open = true;
  });
}

/**
 * Returns a function that names a day. The names come from the calendar on the page or, if it does not contain the day,
 * from the browser.
 */
function dayWriter(links: readonly HTMLAnchorElement[]): (day: string) => string {
  const known = new Map(links.map((link) => [link.dataset.day ?? '', link.title]));
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return (day) => {
    const words = known.get(day) ?? format.format(Date.parse(day));
    known.set(day, words);
    return words;
  };
}

/**
 * Shows the time zones of the events' times if they differ from the time zone of the device on the first or the last
 * day.
 */
function nameZones(
  zones: readonly string[],
  items: readonly Item[],
  words: string,
  note: HTMLElement | null,
): void {
  const days = items.flatMap(({ times }) => times.flatMap(({ from, to }) => [from, to])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (note === null || first === undefined || last === undefined) return;
  if (!zones.some((zone) => differs(zone, first) || differs(zone, last))) return;
  const { lang } = document.documentElement;
  const names = zones.map(
    (zone) =>
      new Intl.DateTimeFormat(lang, { timeZone: zone, timeZoneName: 'longGeneric' })
        .formatToParts(Date.parse(first))
        .find(({ type }) => type === 'timeZoneName')?.value ?? zone,
  );
  note.textContent = words.replace('{zones}', [...new Set(names)].join(', '));
  note.hidden = false;
}
