import { GROUPED_DIGITS, language, NARROW_NBSP, NBSP, type Parting } from './language.ts';

/** The forms of a cardinal number and of its ordinal. */
const number = (word: string, ordinalStem: string): string =>
  `${word}|${ordinalStem}e|${ordinalStem}en|${ordinalStem}er|${ordinalStem}es|${ordinalStem}em`;

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A noun whose ending is always followed by a linking s, as in Öffnungszeiten. */
const BEFORE_S = /^\p{L}{2,}(?:(?<!spr|schw|[dj])ung|[hk]eit|schaft|tät|[gst]ion)$/iu;

/**
 * Splits a word into a noun and an adjective, with an optional linking element, as in nutzerorientierte and
 * bildgewaltig. Compounds of two nouns are handled by the dictionary itself.
 */
const compounds = (word: string): Parting[] => {
  if (!/^\p{Ll}{10,}(?:e[mnrs]?|end|t|ig|isch|lich)$/u.test(word)) return [];
  return Array.from({ length: word.length - 8 }, (_, index) => index + 4).flatMap((at) => {
    const [head, tail] = [capitalised(word.slice(0, at)), word.slice(at)];
    const joined = /(?:ung|ion|heit|keit|schaft|tät|[^s])s$|(?:er|en|es)$/u.test(head);
    // In a compound, a present participle follows a noun, never a verb, as in pinselschwingend.
    const isParticiple = /^\p{Ll}{3,}end(?:e[mnrs]?)?$/u.test(tail);
    return (joined ? [head, head.replace(/(?:es|en|s|n)$/u, '')] : [head])
      .filter((noun) => isParticiple || noun !== head || !BEFORE_S.test(noun))
      .map((noun) => ({ words: [noun, tail], ...(!isParticiple && { noWord: noun.toLowerCase() }) }));
  });
};

/** Replaces the ending -s of a genitive with -es, as in Zelts and Zeltes. */
const genitive = (word: string): Parting[] => {
  const noun = /^(\p{Lu}\p{Ll}{2,}[^aeiouysßxz])s$/u.exec(word)?.[1];
  return noun === undefined ? [] : [{ words: [`${noun}es`], noWord: `${noun.toLowerCase()}es` }];
};

/** Prefixes of nouns. */
const BEFORE_NOUNS =
  /^(?:Bastel|Extra|Gemeinschafts|Halb|Kennenlern|Kombi|Live|Mitmach|Mitsing|Mit|Nicht|Schnupper|Schoko|Sonder|Spezial|Uni|Vorlese|Wohlfühl|Zwischen)(?=\p{Ll}{4})/u;
/** Prefixes of adjectives and participles. */
const BEFORE_ADJECTIVES =
  /^(?:allgemein|alt|best|bitter|dunkel|eigen|extra|frisch|ganz|gleich|groß|gut|halb|hell|hoch|höchst|klein|kurz|lang|leicht|mehr|mittel|nah|neu|nicht|schwer|selbst|sonnen|spät|tief|früh|un|viel|voll|weit|wohl|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)(?=\p{Ll}{4})/u;

/** Prefixes of verbs and participles. */
const BEFORE_VERBS =
  /^(?:ab|an|auf|aus|be|bei|durch|ein|ent|er|fort|her|hin|los|mit|nach|nieder|über|um|unter|ver|vor|weg|wieder|zer|zu)(?=\p{Ll}{2,}(?:en|t|te|ten|end|(?:t|en|end)e[mnrs]?)$)/u;
/** Suffixes that turn a noun into an adjective. */
const BEHIND_NOUNS =
  /(?<=^\p{Ll}{3,})(?:affin|arm|artig|basiert|bedürftig|bezogen|breit|erhaltend|extern|fähig|förmig|frei|freundlich|gerecht|gestützt|groß|haltig|hoch|intern|kundig|lang|los|mächtig|mäßig|nah|orientiert|pflichtig|reich|relevant|spezifisch|stark|tauglich|technisch|tief|trächtig|treu|typisch|übergreifend|üblich|unabhängig|voll|weit|wertig|wirksam|würdig|zentriert)(?:e[mnrs]?)?$/u;
/**
 * Endings of derived words, with the endings of the words from which they are derived, as in Digitalität,
 * professionalisieren, Entschleunigung, migrantisch, Typologisierung, betrachtbar, Beschwerlichkeit.
 */
const ENDINGS: readonly (readonly [ending: RegExp, ...stems: readonly string[]])[] = [
  [/itäts?$/u, '', 'e'],
  [/isier(?:en|t|te|ten|ung|ungen|end|ende[mnrs]?|te[mnrs])?$/u, '', 'isch', 'ie'],
  [/istische[mnrs]?$/u, 'ismus', 'ist'],
  [/ische[mnrs]?$/u, '', 'ie', 'ik'],
  [/ive[mnrs]?$/u, '', 'ion'],
  [/i?elle[mnrs]?$/u, '', 'ie', 'ion'],
  [/e?ste[mnrs]?$/u, ''],
  [/ung(?:en)?$/u, 'en', 'n'],
  [/bar(?:e[mnrs]?)?$/u, 'en', 'n'],
  [/[hk]eit(?:en)?$/u, ''],
  [/er(?:s|n|in|innen)?$/u, 'en'],
  [/ig$/u, 'ige'],
  [/$/u, ''],
];

/** Linking elements between two nouns. */
const JOINTS = [/s$/u, /n$/u, /e[nrs]$/u];

/** Splits a compound that lacks a linking s. */
const unlinked = (word: string): string[][] =>
  Array.from({ length: Math.max(0, word.length - 7) }, (_, index) => index + 5)
    .map((at) => [word.slice(0, at), capitalised(word.slice(at))])
    .filter(([head = '']) => BEFORE_S.test(head));

/**
 * The ways in which a word can be formed from other words: from two nouns of at least four letters, with a linking
 * element, with a prefix or ending that is not a word, or from two adjectives, as in Werfthalle, Marienbrücke,
 * Wohlfühlabend, höchstenergetisch, kommunalpolitisch.
 */
const formed = (word: string): Parting[] => {
  const before = BEFORE_NOUNS.exec(word)?.[0];
  const beforeAdjective = BEFORE_ADJECTIVES.exec(word)?.[0];
  const nouns = !/^\p{Lu}/u.test(word)
    ? []
    : Array.from({ length: Math.max(0, word.length - 7) }, (_, index) => index + 4).flatMap((at) => {
        const [head, tail] = [word.slice(0, at), word.slice(at)];
        return [head, ...JOINTS.map((joint) => head.replace(joint, '')), `${head}e`]
          .filter((noun) => noun !== head || !BEFORE_S.test(head))
          .map((noun) => [noun, capitalised(tail)]);
      });
  const noun = word.replace(BEHIND_NOUNS, '');
  const joined = capitalised(noun);
  const verb = BEFORE_VERBS.exec(word)?.[0];
  const participle = /^ge(\p{Ll}{3,}?)e?t(?:e[mnrs]?)?$/u.exec(word)?.[1];
  const endings = ENDINGS.flatMap(([ending, ...stems]) =>
    ending.test(word) ? stems.map((stem) => word.replace(ending, stem).toLowerCase()) : [],
  );
  const adjectives = [...word.matchAll(/(?<=^\p{Ll}{2,}(?:al|är|iv))(?=\p{Ll}{5,}e[mnrs]?$)/gu)].map(
    ({ index }) => [word.slice(0, index), word.slice(index)],
  );
  return [
    ...nouns,
    ...(noun === word
      ? []
      : [
          ...(BEFORE_S.test(joined) ? [] : [[joined]]),
          [joined.replace(/(?:es|en|s|n)$/u, '')],
          [`${joined.replace(/s$/u, '')}e`],
          [`${joined}e`],
        ]),
    ...(verb === undefined ? [] : [[word.slice(verb.length)]]),
    ...(participle === undefined ? [] : [[`${participle}en`], [`${participle}n`]]),
    ...endings.map((other) => [other]),
    ...endings.filter((other) => other !== word.toLowerCase()).map((other) => [capitalised(other)]),
    ...adjectives,
    ...(before === undefined ? [] : [[capitalised(word.slice(before.length))]]),
    ...(beforeAdjective === undefined ? [] : [[word.slice(beforeAdjective.length)]]),
  ].map((words) => ({ words }));
};

/**
 * Separable prefixes of verbs. In the pattern, a prefix with two parts (herab) is tried before its first part alone
 * (her).
 */
const SEPARABLE =
  '(?:da|um)?her(?:ab|an|auf|aus|bei|ein|über|um|unter|vor)?|(?:da)?hin(?:ab|auf|aus|ein|über|unter|weg|zu)?|aneinander|auseinander|beisammen|dar|empor|entgegen|entlang|fern|fest|fort|frei|gegenüber|hinterher|hoch|näher|nieder|ran|rauf|raus|rein|rüber|runter|satt|still|überein|voran|vorbei|vorüber|weg|weiter|zurecht|zurück|zusammen';
const SEPARATED = new RegExp(
  `^(?:${SEPARABLE})(?:zu)?(\\p{Ll}{4,})$|^(?:ab|an|auf|aus|bei|ein|mit|nach|vor|um|zu)(?:zu(\\p{Ll}{4,}n)|(ge\\p{Ll}{3,}(?:t|en)(?:e[mnrs]?)?))$`,
  'u',
);

/**
 * Splits a verb with a separable prefix (zurückließ, herabblickend, einzuatmen, aufgemischt), or an infinitive that is
 * used as a noun (Erlernens, Feierns).
 */
const verbs = (word: string): Parting[] => {
  const infinitive = /^(\p{Lu}\p{Ll}{2,}e[lr]?n)s$/u.exec(word)?.[1]?.toLowerCase();
  const separated = SEPARATED.exec(word);
  const verb = infinitive ?? separated?.[1] ?? separated?.[2] ?? separated?.[3];
  return verb === undefined ? [] : [{ words: [verb] }];
};

export const de = language({
  tag: 'de-DE',
  name: 'Deutsch',
  englishName: 'German',
  script: 'Latin',
  alphabet: 'abcdefghijklmnopqrstuvwxyz',
  articles: 'der|die|das',
  spellingsInNames: {},
  plural: (count) => (count === 1 ? 'one' : 'other'),
  cldr: {
    months: [
      'Januar',
      'Februar',
      'März',
      'April',
      'Mai',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'November',
      'Dezember',
    ],
    monthsAfterDay: [
      'Januar',
      'Februar',
      'März',
      'April',
      'Mai',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'November',
      'Dezember',
    ],
    weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    shortWeekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
    and: 'und',
  },
  labels: {
    introduction: 'Einleitung',
    parts: { foreword: 'Vorwort', 'practical-information': 'Praktische Hinweise', colophon: 'Impressum' },
    draft: 'Entwurf',
    edition: 'Ausgabe {name} vom {date}',
    events: { one: '{count} Veranstaltung', other: '{count} Veranstaltungen' },
    number: 'Nr.',
    notStated: 'keine Angabe',
    page: 'Seite',
    tableDescription:
      '{theme}: {events}, eine pro Zeile. Die erste Zeile enthält die Spaltenüberschriften. Ein Strich bedeutet, dass das Programm dazu nichts angibt.',
    cancelled: 'Abgesagt',
    postponed: 'Verschoben',
    'sold-out': 'Ausverkauft',
    eventsOf: { one: '{part} von {count} Veranstaltung', other: '{part} von {count} Veranstaltungen' },
    allRegions: 'Betrifft alle Regionen',
    themesWithoutEvents: 'Keine Veranstaltungen unter:',
    placeIndex: 'Register der Regionen und Orte: {side}',
    fieldIndex: 'Register: {field}',
    dateIndex: 'Chronologisches Register',
    dateOpen: 'Termin noch offen',
    dateInWords: 'Weitere Termine',
    severalDays: 'An mehreren Tagen',
    alsoOnDay: 'Auch an diesem Tag',
    continued: '{heading} (Fortsetzung)',
    timetable: 'Zeitplan: {day}',
    timetableDescription:
      '{timetable}. Die Orte stehen nebeneinander, die Stunden von oben nach unten; eine Veranstaltung nimmt die Zeilen ihrer Dauer ein.',
    hours: 'Uhrzeit',
    allPlaces: 'Alle Orte',
    otherPlaces: 'Weitere Orte',
    withoutRegion: {
      'all-regions': 'Alle Regionen',
      'to-be-determined': 'Noch offen',
      'national-body': 'Nationale Einrichtungen',
      'not-named': 'Ohne Ortsangabe',
    },
    corrects: 'Berichtigung der Ausgabe {edition}',
    corrections: 'Berichtigungen',
    whatsNew: 'Neu in dieser Ausgabe',
    since: 'Änderungen seit Ausgabe {edition}.',
    added: 'Neu',
    updated: 'Aktualisiert',
    moved: 'Umgestellt',
    removed: 'Nicht mehr im Programm',
    changedFields: 'geändert: {fields}',
    nothingNew: 'Keine Veranstaltung hat sich geändert.',
    code: 'QR-Code: {address}',
    status: 'Status',
    changes: {
      title: 'Änderungen im Programm',
      colon: ': ',
      fromTo: 'Von: {before}; zu: {after}',
      same: 'Keine Änderung: {before} und {after} stimmen überein.',
      draftOf: 'Entwurf vom {date}',
      changes: { one: '{count} Änderung', other: '{count} Änderungen' },
      approvedBy: 'Freigegeben von {name}, {date}',
      severity: 'Bedeutung',
      severities: { major: 'wesentlich', minor: 'gering', typographic: 'typografisch' },
      counts: {
        major: { other: '{count} wesentliche' },
        minor: { other: '{count} geringe' },
        typographic: { other: '{count} typografische' },
        approved: { other: '{count} freigegeben' },
      },
      whole: {
        'event-added': 'Veranstaltung hinzugefügt',
        'event-removed': 'Veranstaltung entfernt',
        'event-split': 'Veranstaltung abgetrennt',
        'event-merged': 'Veranstaltung zusammengelegt',
        'ids-swapped': 'Kennungen vertauscht',
        'titles-swapped': 'Titel vertauscht',
        'event-moved': 'Veranstaltung umgestellt',
        settings: 'Einstellung',
        'theme-added': 'Thema hinzugefügt',
        'theme-removed': 'Thema entfernt',
        'theme-moved': 'Thema umgestellt',
        'side-added': 'Seite hinzugefügt',
        'side-removed': 'Seite entfernt',
        'side-moved': 'Seite umgestellt',
      },
      splitFrom: 'von: {title}',
      mergedInto: 'mit: {title}',
      swappedWith: 'mit: {title}',
      movedFromTo: 'von {before} zu {after}',
      place: 'Nr. {number}',
      placeInTheme: 'Nr. {number} ({theme})',
      id: 'Kennung',
      fields: {
        region: 'Region',
        category: 'Kategorie',
        title: 'Titel',
        description: 'Beschreibung',
        date: 'Geplanter Termin',
        time: 'Uhrzeit',
        place: 'Ort',
        price: 'Preis',
        link: 'Link',
        email: 'E-Mail',
        phone: 'Telefon',
        picture: 'Bild',
      },
      when: 'Termin in Kalendern',
      occurrences: 'Zeiten in Kalendern',
      regionsOf: 'Regionen: {side}',
      columnHeading: 'Spaltenüberschrift: {column}',
      placeDetails: 'Ort: {place}',
      partText: 'Text des Teils: {part}',
      partSignature: 'Unterschrift: {part}',
      programme: {
        title: 'Titel des Programms',
        author: 'Herausgeber',
        subject: 'Gegenstand',
        date: 'Datum der Ausgabe',
        period: 'Zeitraum',
        introduction: 'Einleitung',
        contents: 'Überschrift des Inhaltsverzeichnisses',
        labels: 'Beschriftungen',
        order: 'Reihenfolge der Teile',
      },
      parts: {
        cover: 'Titelseite',
        introduction: 'Einleitung',
        contents: 'Inhaltsverzeichnis',
        'whats-new': 'Neu in dieser Ausgabe',
        themes: 'Themen',
        indexes: 'Register',
        'back-cover': 'Rückseite',
      },
      theme: {
        title: 'Titel des Themas',
        introduction: 'Einleitung',
        picture: 'Bild',
        caption: 'Bildunterschrift',
        columns: 'Spalten der Tabelle',
      },
      side: { name: 'Name der Seite', heading: 'Spaltenüberschrift', country: 'Land' },
      wholeProgramme: 'Das Programm als Ganzes',
      everywhere: 'Überall ersetzt',
      untracked: 'Unterschiede in den Daten, die keine gedruckten Wörter ändern',
      moreChanges: {
        one: 'und {count} weitere Änderung; --all zeigt sie',
        other: 'und {count} weitere Änderungen; --all zeigt sie',
      },
      untrackedCount: {
        one: '{count} Unterschied in den Daten ändert keine gedruckten Wörter.',
        other: '{count} Unterschiede in den Daten ändern keine gedruckten Wörter.',
      },
      removedNote:
        'Entfernte Veranstaltungen stehen hier mit Tag, Ort und Region; ihr vollständiger Text: {edition}',
      lapsed: 'Freigaben für Änderungen, die nicht mehr dieselben sind',
      about: {
        programme: 'Programm',
        side: 'Seite',
        theme: 'Thema',
        event: 'Veranstaltung',
        region: 'Region',
        place: 'Ort',
      },
      table: {
        summary: 'Änderungen nach Thema und Bedeutung',
        theme: 'Thema',
        total: 'Summe',
        what: 'Was',
        before: 'Vorher',
        after: 'Nachher',
        nothing: 'nichts',
      },
      filter: {
        heading: 'Nur anzeigen',
        region: 'Region',
        shown: 'Angezeigte Änderungen: {shown} von {all}',
        together: 'Änderungen in einem Text zeigen',
      },
      skip: 'Zu den Änderungen springen',
      legend: { deleted: 'gestrichene Wörter', inserted: 'eingefügte Wörter' },
    },
    remarks: {
      remarks: 'Anmerkungen',
      remark: 'Anmerkung',
      noRemarks: 'keine Anmerkungen',
      rule: 'Regel',
      onProgramme: 'Allgemeine Anmerkungen',
      error: 'Fehler',
      warning: 'Warnung',
      note: 'Hinweis',
      hint: 'Rat:',
      spellingNotChecked: 'Rechtschreibung nicht geprüft ({language}): Paket {package} installieren',
      inEnglish: 'Die Anmerkungen sind auf Englisch verfasst.',
    },
    accessibility: {
      heading: 'Erklärung zur Barrierefreiheit',
      scope: 'Dateien, für die diese Erklärung gilt',
      state: 'Stand der Vereinbarkeit',
      passed:
        'Bei der Veröffentlichung dieser Ausgabe fand eine Software (veraPDF) in den PDF-Dateien keinen Fehler gegen PDF/UA-1 (ISO 14289-1) und PDF/A-2a (ISO 19005-2).',
      failed:
        'Bei der Veröffentlichung dieser Ausgabe fand eine Software (veraPDF) in den PDF-Dateien Fehler gegen PDF/UA-1 (ISO 14289-1) oder PDF/A-2a (ISO 19005-2).',
      notChecked:
        'Die PDF-Dateien sollen PDF/UA-1 (ISO 14289-1) und PDF/A-2a (ISO 19005-2) entsprechen. Bei der Veröffentlichung dieser Ausgabe wurde das nicht mit unabhängiger Software geprüft.',
      notAssessed:
        'Die Vereinbarkeit mit EN 301 549 und mit dem französischen RGAA wurde nicht bewertet, denn das kann nur ein Mensch.',
      checked: 'Was das Programm sicherstellt',
      ensured: {
        structure:
          'Überschriften, Listen, Tabellen mit ihren Kopfzellen und Links sind in PDF-Dateien, Word-Dateien und Webseiten als solche ausgezeichnet.',
        languages:
          'Der Titel, die Sprache des Dokuments und Texte, die laut den Daten in einer anderen Sprache sind, sind ausgezeichnet.',
        pictures: 'Jedes Bild hat einen Alternativtext oder ist als Schmuck gekennzeichnet.',
        contrast:
          'Text hat einen Kontrast von mindestens 4,5 : 1, und nichts wird nur durch Farbe mitgeteilt.',
        text: 'Text in PDF-Dateien kann gesucht, kopiert und vorgelesen werden.',
      },
      open: 'Was nicht bewertet wurde',
      unknown: {
        words: 'Ob die Texte leicht verständlich sind und die Alternativtexte sagen, was die Bilder zeigen.',
        foreign: 'Ob alle Namen und Wörter aus anderen Sprachen mit ihrer Sprache ausgezeichnet sind.',
        readers: 'Wie Screenreader die Dateien vorlesen.',
      },
      contact: 'Kontakt',
      report: 'Ist etwas für Sie nicht zugänglich? Wenden Sie sich an den Herausgeber: {publisher}.',
    },
    screen: {
      skip: 'Zu den Veranstaltungen springen',
      find: 'Veranstaltungen finden',
      words: 'Suchwörter',
      month: 'Monat',
      any: 'Alle',
      shown: 'Angezeigte Veranstaltungen: {shown} von {all}',
      clear: 'Zurücksetzen',
      filters: 'Filter',
      remove: 'Filter entfernen: {filter}',
      languages: 'Sprachen',
      days: 'Tage',
      today: 'Heute',
      tomorrow: 'Morgen',
      weekend: 'Dieses Wochenende',
      order: 'Reihenfolge',
      asPrinted: 'Wie gedruckt',
      byTime: 'Nach Zeit',
      otherDates: 'Ohne genauen Tag',
      past: { one: '{count} vergangene Veranstaltung', other: '{count} vergangene Veranstaltungen' },
      timesIn: 'Alle Uhrzeiten: {zones}.',
      addToCalendar: 'In meinen Kalender',
      near: 'In der Nähe von',
      within: 'Umkreis',
      byDistance: 'Nach Entfernung',
      towns: 'Orte',
      venues: 'Veranstaltungsorte',
      nearMe: 'In meiner Nähe',
      noPosition: 'Der Standort dieses Geräts ist nicht verfügbar.',
      linkTo: 'Link zur Veranstaltung {number}',
      files: 'Auch verfügbar',
      goneNote: 'Diese Veranstaltungen standen in früheren Ausgaben.',
      goneSince: 'zuletzt in Ausgabe {edition}',
      editions: 'Ausgaben',
      extracts: 'Auszüge',
      notMade: 'Nicht erstellt',
      inNoExtract: 'Veranstaltungen in keinem Auszug',
      current: 'Dies ist die aktuelle Ausgabe.',
      superseded: 'Diese Ausgabe ist durch Ausgabe {edition} ersetzt.',
      notKept: 'Die Dateien dieser Ausgabe sind hier nicht hinterlegt.',
      sums: 'Prüfsummen der Dateien',
      notInCalendar: {
        one: '{count} Veranstaltung steht nicht im Kalender, da ihr Termin nicht genau feststeht',
        other: '{count} Veranstaltungen stehen nicht im Kalender, da ihre Termine nicht genau feststehen',
      },
    },
  },
  review: {
    lists: 'Listen',
    headings: {
      change: 'Änderung',
      place: 'Wo',
      page: 'Seite',
      what: 'Was',
      old: 'Vorher',
      new: 'Vorschlag',
      draft: 'Jetzt im Entwurf',
      by: 'Von',
      verdict: 'Entscheidung',
      why: 'Grund',
    },
    verdicts: { accept: 'annehmen', refuse: 'ablehnen' },
    prompts: {
      verdict: 'annehmen oder ablehnen; leer bleibt die Entscheidung offen.',
      accept:
        'annehmen; leer bleibt die Entscheidung offen. Diese Änderung kann hier nicht abgelehnt werden: Ändern Sie den Entwurf.',
      new: 'Was Sie hier anders schreiben, wird so übernommen.',
      why: 'Warum, wenn es etwas zu sagen gibt.',
    },
  },
  corrections: {
    heading: 'So korrigieren Sie dieses Dokument',
    howTo: [
      'Schreiben Sie Ihre Korrekturen direkt in die Texte und Tabellen. Änderungen werden nachverfolgt: Lassen Sie die Nachverfolgung eingeschaltet.',
      'Soll eine Veranstaltung entfallen, löschen Sie ihre Zeile. Für eine neue fügen Sie eine Zeile ein und füllen aus, was Sie wissen.',
      'Fragen und Hinweise: als Kommentare.',
      'Lassen Sie die erste Spalte mit den Nummern unverändert. Fettdruck und Farben sind nicht nötig: Das Layout wird neu erzeugt.',
      'Speichern Sie die Datei als .docx und senden Sie sie zurück.',
    ],
  },
  translation: {
    heading: 'So übersetzen Sie dieses Dokument',
    howTo: [
      'Schreiben Sie die Übersetzung in die rechte Spalte. Lassen Sie die linke Spalte unverändert.',
      'Eine kleine Zeile über jedem Text sagt, wo er gedruckt wird. Was schon übersetzt ist, dürfen Sie korrigieren.',
      'Fettdruck und Links bleiben erhalten: Setzen Sie sie auch in der Übersetzung. Das übrige Layout wird neu erzeugt.',
      'Fragen und Hinweise: als Kommentare.',
      'Speichern Sie die Datei als .docx und senden Sie sie zurück.',
    ],
    source: 'Ausgangstext',
    target: 'Übersetzung',
  },
  sheet: {
    readMe: 'Bitte lesen',
    lists: 'Listen',
    parts: {
      programme: 'Programm',
      texts: 'Texte',
      themes: 'Themen',
      fields: 'Felder',
      sides: 'Seiten',
      places: 'Orte',
      design: 'Gestaltung',
    },
    partHeadings: {
      id: 'Id',
      text: 'Text',
      title: 'Titel',
      columns: 'Spalten der Tabelle',
      carry: 'Gleiche Zellen einmal drucken',
      kind: 'Art',
      heading: 'Überschrift',
      index: 'Register',
      internal: 'Intern',
      value: 'Wert',
      placeholder: 'Platzhalter',
      emphasis: 'Hervorhebung',
      country: 'Land',
      name: 'Name',
      timezone: 'Zeitzone',
      aliases: 'Andere Schreibweisen',
      address: 'Adresse',
      postcode: 'Postleitzahl',
      town: 'Stadt',
      coordinates: 'Breite, Länge',
      access: 'Zugang',
      region: 'Region',
    },
    programmeRows: {
      title: 'Titel, auf dem Umschlag',
      subject: 'Was das Dokument ist',
      author: 'Herausgeber',
      introduction: 'Einleitung; ein Zeilenumbruch beginnt einen Absatz, **Wörter** werden fett gedruckt',
      contents: 'Überschrift des Inhaltsverzeichnisses',
      date: 'Datum der Ausgabe, JJJJ-MM-TT',
      period: 'Zeitraum des Programms, EDTF: 2030, 2030-05/2030-09',
      timezone:
        'Zeitzone der Uhrzeiten, etwa Europe/Berlin; ohne sie fehlen im Kalender die Veranstaltungen mit Uhrzeit',
      languages: 'Sprachen der Veröffentlichung, die wichtigste zuerst: de, en',
      address: 'Adresse der Webseite: https://…',
    },
    designRows: {
      paper: 'Papier: A3, A4, A5, Letter, Legal oder ein Format wie 210 x 297 mm; leer: A4',
      orientation: 'portrait (hoch) oder landscape (quer); leer: landscape',
      'color.primary': 'Farbe von Flächen, Zeichen und Titeln, etwa #16325c',
      'color.secondary': 'Farbe von weniger wichtigem Text, etwa Seitenzahlen',
      'color.foreground': 'Farbe des Textes',
      'color.background': 'Farbe der Seite',
      accents: 'Farben der Themen, der Reihe nach, mit Kommas getrennt',
      'logo.path':
        'Dateiname des Logos, etwa logo.png; die Datei liegt neben dieser Mappe oder im Ordner pictures der Daten',
      'logo.alt': 'Was das Logo denen sagt, die es nicht sehen, etwa ein Name',
    },
    howTo: [
      'Eine Zeile ist eine Veranstaltung, ein Blatt ist ein Thema, in der Reihenfolge des Drucks.',
      'Ändern Sie Wörter, fügen Sie Zeilen hinzu oder verschieben Sie Zeilen. Die erste Zeile und die graue Spalte „id“ bleiben, wie sie sind; eine neue Veranstaltung hat noch keine id.',
      'Eine gelöschte Zeile entfernt von sich aus nichts: Geben Sie beim Import --remove-missing an.',
      'Zellen sind Text: Was Sie eingeben, bleibt, wie Sie es eingeben, auch Daten und Zeichen wie = oder +.',
    ],
    settingsHowTo: [
      'Diese Mappe enthält interne Namen. Sie ist nur für das eigene Büro bestimmt: Geben Sie sie nicht weiter.',
      'Die Blätter des Programms, seiner Texte, Themen, Felder, Seiten, Orte und der Gestaltung sind Einstellungen: Ändern Sie sie dort. Eine neue Zeile ist ein neues Thema, ein neues Feld, eine neue Seite oder ein neuer Ort; die Reihenfolge der Themen ist die des Drucks.',
      'Im Blatt der Texte ist jede Zeile ein Absatz. Eine neue Zeile ohne Id gehört zum Text darüber. # beginnt eine Überschrift, - einen Listenpunkt; **Wörter** werden fett gedruckt.',
      'Ein Feld mit „yes“ oder „ja“ in der Spalte „Intern“ wird nie gedruckt.',
    ],
    table: { column: 'Spalte', heading: 'Gedruckt als', holds: 'Inhalt' },
    listHeadings: {
      theme: 'Themen',
      status: 'Status',
      kind: 'Arten von Feldern',
      flag: 'Ja oder nein',
      paper: 'Papier',
      orientation: 'Ausrichtung',
    },
    languages: {
      de: 'auf Deutsch',
      en: 'auf Englisch',
      fr: 'auf Französisch',
      ru: 'auf Russisch',
      es: 'auf Spanisch',
      it: 'auf Italienisch',
    },
    headings: {
      id: 'Id',
      theme: 'Thema',
      when: 'Termin in Maschinenform',
      regions: 'Regionen',
      status: 'Status',
      repeat: 'Wiederholen',
      occurrences: 'Einzeltermine',
      timezone: 'Zeitzone',
      accept: 'Akzeptierte Befunde',
    },
    holds: {
      id: 'Fester Name der Veranstaltung. Ändern Sie ihn nicht. Bei einer neuen Veranstaltung bleibt er leer.',
      theme: 'Id des Themas. Wählen Sie eine andere, um die Veranstaltung zu verschieben.',
      region: 'Region, wie gedruckt.',
      category: 'Kategorie, wie gedruckt.',
      bodies: 'Gebietskörperschaft oder Einrichtung, wie gedruckt.',
      title: 'Titel, wie gedruckt. Jede Veranstaltung hat einen.',
      description: 'Beschreibung, wie gedruckt. Ein Zeilenumbruch (Alt+Enter) beginnt einen neuen Absatz.',
      place: 'Ein Ort aus der Liste der Orte, mit Name oder ID.',
      date: 'Geplanter Termin in Worten, wie gedruckt.',
      text: 'Text, wie gedruckt.',
      time: 'Uhrzeit, wie gedruckt.',
      price: 'Preis, wie gedruckt.',
      number: 'Zahl, wie gedruckt.',
      link: 'Adresse einer Seite, etwa https://example.org.',
      email: 'E-Mail-Adresse.',
      phone: 'Telefonnummer, wie gedruckt.',
      picture: 'Bild: was es denen sagt, die es nicht sehen, und sein Pfad: Der Hafen (pictures/hafen.jpg).',
      when: 'Geplanter Termin als EDTF: 2030-12-09/2030-12-19, 2030-04, 2030-35 (3. Quartal), 2030-41 (2. Halbjahr). Wenn Sie nur die Wörter ändern, folgt er von selbst, wo sie verstanden werden.',
      regions:
        'Regionalcode, mit dem Namen zum Lesen. Mehrere trennen Sie mit einem Semikolon. Keine: all-regions, to-be-determined, national-body oder not-named.',
      status: 'cancelled (abgesagt), postponed (verschoben) oder sold-out (ausverkauft); sonst leer.',
      repeat: 'yes: Die erste Spalte wird gedruckt, auch wenn sie der darüber gleicht.',
      occurrences:
        'Jedes Mal, an dem die Veranstaltung stattfindet, je eine Zeile, wo Datum und Uhrzeit es nicht sagen: 2030-12-09 doors 18:00 19:00-22:30 (doors: Einlass).',
      timezone:
        'Zeitzone der Uhrzeit, IANA-Name wie Europe/Lisbon; leer gilt die der Seite oder des Programms.',
      accept: 'Befunde der Korrektur, die die Redaktion akzeptiert, einer pro Zeile.',
    },
  },
  starter: {
    contents: 'Inhalt',
    author: 'Name des Herausgebers',
    introduction: 'Schreiben Sie hier die Einleitung.',
    columns: {
      region: 'Region',
      category: 'Kategorie',
      title: 'Veranstaltung',
      description: 'Beschreibung',
      date: 'Datum',
    },
    theme: 'Veranstaltungen',
    place: 'Ort',
    time: 'Uhrzeit',
    comments: 'Kommentare zu Zellen',
  },
  csvSeparator: ';',
  dates: {
    write: {
      day: (day) => `${day}.`,
      quarter: (number) => `${number}.${NBSP}Quartal`,
      semester: (number) => `${number}.${NBSP}Halbjahr`,
      year: { alone: (year) => year, after: (year) => year, range: (first, last) => `${first}–${last}` },
      dash: '–',
      afterWeekday: ', ',
      monthsJoined: true,
      since: ({ words }) => `ab ${words}`,
      until: ({ words }) => `bis ${words}`,
      notes: {
        approximate: { both: 'ungefährer Termin', start: 'Beginn ungefähr', end: 'Ende ungefähr' },
        uncertain: {
          both: 'noch nicht bestätigt',
          start: 'Beginn noch nicht bestätigt',
          end: 'Ende noch nicht bestätigt',
        },
      },
    },
    read: {
      months: [
        'jan.|jänner|jän.',
        'feb.|febr.|feber',
        'mär.|mrz.',
        'apr.',
        'mai',
        'jun.',
        'jul.',
        'aug.',
        'sep.|sept.',
        'okt.',
        'nov.',
        'dez.',
      ],
      weekdays: [
        `mo.|${partsOf('montag')}`,
        `di.|${partsOf('dienstag')}`,
        `mi.|${partsOf('mittwoch')}`,
        `do.|${partsOf('donnerstag')}`,
        `fr.|${partsOf('freitag')}`,
        `sa.|sonnabend|${partsOf('samstag')}`,
        `so.|${partsOf('sonntag')}`,
      ],
      recurringWeekdays: [
        'montags',
        'dienstags',
        'mittwochs',
        'donnerstags',
        'freitags',
        'samstags|sonnabends',
        'sonntags',
      ],
      weekend: 'wochenende|am wochenende',
      recurringWeekends: 'wochenenden|an den wochenenden|an wochenenden|wochenends',
      workdays: 'wochentags|an wochentagen|unter der woche',
      every: 'jede[mnrs]?|(?:täg|wöchent|monat)lich|14-tägig|vierzehntägig|alle',
      recurring:
        '(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|sonnabends|(?:wochen|werk|feier)tag\\p{L}*|wochenenden?',
      ordinals: [
        'erste|ersten|erster|erstes|i.',
        'zweite|zweiten|zweiter|zweites|ii.',
        'dritte|dritten|dritter|drittes|iii.',
        'vierte|vierten|vierter|viertes|iv.',
      ],
      last: 'letzte|letzten|letzter|letztes',
      ordinalEnding: String.raw`(?<=(?<!\d)\d{1,2})\.(?!\d)`,
      quarters: ['q1', 'q2', 'q3', 'q4'],
      semesters: ['h1', 'h2'],
      units: {
        quarter: 'quartal|quartals|quartale|vierteljahr',
        semester: 'halbjahr|halbjahrs|halbjahres|semester|semesters|jahreshälfte|hj.',
        half: 'hälfte',
        fortnight: 'monatshälfte',
        third: 'drittel|dekade|monatsdrittel',
      },
      compoundEnds:
        'anfang|beginn|mitte|ende|hälfte|drittel|dekade|tage|tagen|woche|abend|abends|vormittag|nachmittag',
      rough: {
        early:
          'anfang|beginn|anfangs|jahresanfang|jahresbeginn|erste tage|ersten tage|ersten tagen|erste woche|ersten woche',
        middle: 'mitte|jahresmitte',
        late: 'ende|jahresende|letztes drittel|letzte tage|letzten tage|letzten tagen|letzte woche|letzten woche',
        about: 'ca.|circa|um den|ungefähr am|etwa am|so um den|circa|zirka|etwa|ungefähr|gegen|rund|um den',
      },
      season:
        'frühjahr|frühjahrs|frühling|frühlings|frühsommer|sommer|sommers|spätsommer|herbst|herbsts|herbstes|spätherbst|winter|winters',
      week: 'kw|kalenderwoche|woche',
      year: 'jahr|jahr über|jahre|jahres|jahren|ganzjährig',
      small: {
        daily: 'täglich|jeweils|an beiden tagen|beide tage|tgl.|tägl.|jeden tag',
        lead: 'im|in|am|an|um|zu|je|jeweils|jew.|im monat|während|siehe|s.|vgl.|geplant|geplant für|vorgesehen für|im laufe|ganzes|ganze|gesamte|gesamten|das ganze|über das ganze|während des gesamten',
        whole: 'im laufe|ganzes|ganze|gesamte|gesamten|das ganze|über das ganze|während des gesamten',
        article: 'der|die|das|den|dem|des',
        every: 'jeden|jede|jedes|immer|immer am',
        only: 'nur',
        except:
          'außer|außer am|ausgenommen|mit ausnahme von|mit ausnahme des|nicht|nicht am|ohne|geschlossen|geschlossen am',
        overnight: 'auf|auf den',
        of: 'monat|monats|im monat|jeden monat|jeden monats|eines jeden monats|im|von|vom',
        month: 'monat|monats|im monat|jeden monat|jeden monats|eines jeden monats',
        from: 'vom|von|ab|ab dem|beginnend am|beginnend im',
        since: 'ab|ab dem|seit|seit dem|beginnend am|beginnend im',
        between: 'zwischen',
        to: 'bis|bis zum|bis zur|bis einschließlich|zum',
        until: 'bis|bis zum|bis zur|bis einschließlich',
        inclusive: 'einschließlich|einschl.|inklusive|inkl.',
        and: 'und|sowie|u.|dann',
        or: 'oder|bzw.|und oder|beziehungsweise',
      },
      uncertain:
        'tba|tbd|tbc|noch offen|offen|noch zu bestätigen|zu bestätigen|noch zu bestimmen|noch zu klären|noch unbestätigt|unbestätigt|unter vorbehalt|voraussichtlich|vsl.|vorläufig|vermutlich|nach vereinbarung|nach absprache|auf anfrage|in planung|steht noch nicht fest|wird noch bekannt gegeben|wird noch bekanntgegeben|wird noch festgelegt',
      approximate: 'ungefähre angabe|ungefähre termine',
      label: 'datum|termin|termine|zeitraum|geplanter termin|geplante termine|geplantes datum',
      namedDays: {
        '01-01': 'neujahr|neujahrstag',
        '01-06': 'heilige drei könige|dreikönig|dreikönigstag',
        '02-14': 'valentinstag',
        '03-08': 'frauentag|weltfrauentag|internationaler frauentag',
        'easter-48': 'rosenmontag',
        'easter-46': 'aschermittwoch',
        'easter-7': 'palmsonntag',
        'easter-3': 'gründonnerstag',
        'easter-2': 'karfreitag',
        'easter-1': 'karsamstag|ostersamstag',
        'easter+0': 'ostern|ostersonntag',
        'easter+1': 'ostermontag',
        'easter+39': 'himmelfahrt|christi himmelfahrt|himmelfahrtstag|vatertag',
        'easter+49': 'pfingsten|pfingstsonntag|pfingstwochenende',
        'easter+50': 'pfingstmontag',
        'easter+60': 'fronleichnam',
        '05-01': 'maifeiertag|tag der arbeit',
        '05-09': 'europatag',
        '06-24': 'johannistag|johanni',
        '08-15': 'mariä himmelfahrt',
        '10-03': 'tag der deutschen einheit',
        '10-31': 'reformationstag|halloween',
        '11-01': 'allerheiligen',
        '11-02': 'allerseelen',
        '11-11': 'martinstag|st martin|sankt martin',
        '12-06': 'nikolaus|nikolaustag',
        '12-24': 'heiligabend|heilig abend|heiliger abend',
        '12-25': 'weihnachten|erster weihnachtstag|1. weihnachtstag|erster weihnachtsfeiertag',
        '12-26': 'zweiter weihnachtstag|2. weihnachtstag|zweiter weihnachtsfeiertag|stephanstag',
        '12-31': 'silvester',
        other:
          'muttertag|nationalfeiertag|buß und bettag|volkstrauertag|totensonntag|feiertag|gesetzlicher feiertag|tag des offenen denkmals',
      },
      night: 'nacht|in der nacht|die nacht',
      hours: {
        hour: 'uhr|h|std.|stunde|stunden',
        minute: 'min.|minuten',
        am: 'am|a.m.',
        pm: 'pm|p.m.',
        twelveHours: false,
        dashMinutes: false,
        parts: {
          morning:
            'vormittags|vormittag|am vormittag|morgens|am morgen|früh|frühs|in der früh|in der frühe|des morgens',
          midday: 'mittags|am mittag|zu mittag|über mittag',
          afternoon: 'nachmittags|nachmittag|am nachmittag|nachm.',
          evening: 'abends|abend|am abend|des abends',
          night: 'nachts|nacht|in der nacht',
        },
        noon: 'mittag|zwölf uhr mittags',
        midnight: 'mitternacht|mitternachts',
        before: [
          ['halb', -30],
          ['viertel nach', 15],
          ['viertel vor|dreiviertel|drei viertel', -15],
        ],
        after: [
          ['c.t.|c. t.|ct|cum tempore', 15],
          ['s.t.|s. t.|st|sine tempore|pünktlich', 0],
        ],
        at: 'um|gegen|ca.|circa|zirka|etwa|ungefähr|rund|genau um|punkt|pünktlich um|genau',
        from: 'von|ab|ab ca.|beginnend um',
        to: 'bis|bis ca.|bis gegen|bis um|bis etwa',
        and: 'und|u.|sowie|dann|danach|und dann|und um|und ab|und von|und nochmals',
        doors:
          'einlass|einl.|einlaß|saalöffnung|türöffnung|türen|türen öffnen|doors|doors open|ankunft|treffpunkt|treffen|treff|empfang|eintreffen|ankommen|öffnung|öffnung der türen|sammeln|check-in|registrierung|anmeldung|akkreditierung|ankommen ab',
        start:
          'aufführungen|beginn|feuerwerk|start|anfang|los geht’s|los geht es|show|konzert|konzertbeginn|vorstellung|vorstellungsbeginn|veranstaltungsbeginn|spielbeginn|anpfiff|anstoß|abfahrt|abmarsch|aufführung|film|filmstart|vortrag|lesung|programm|programmstart|programmbeginn|führung|führungen|gottesdienst|messe|termin|vorstellungen',
        end: 'ende|schluss|schluß|veranstaltungsende|ankunft zurück|rückkehr|ausklang',
        allDay:
          'ganztägig|ganztags|ganzer tag|den ganzen tag|den ganzen tag über|der ganze tag|rund um die uhr|24 stunden',
        open: 'nach vereinbarung|nach absprache|nach anmeldung|auf anfrage|uhrzeit folgt|zeit folgt|folgt|uhrzeit offen|uhrzeit noch offen|uhrzeit wird noch bekannt gegeben|uhrzeit wird noch bekanntgegeben|wird noch bekannt gegeben',
        openEnd:
          'open end|open-end|openend|ende offen|offenes ende|spät|spät in die nacht|in die nacht|tief in die nacht|in den morgen|in die morgenstunden|zum morgengrauen|zum abwinken|ende nie',
        filler:
          'jeweils|jew.|täglich|tägl.|tgl.|jeden tag|pünktlich|pünktlich|punkt|präzise|genau|durchgehend|durchgängig|nonstop|non-stop|stündlich|geöffnet|die|der|den|das|am|an|jeden|jede|immer',
        names: 'uhrzeit|zeit|zeiten|uhrzeiten|öffnungszeit|öffnungszeiten',
        aside:
          'letzter einlass|bewirtung|imbiss|abendkasse|tageskasse|kasse|kassenöffnung|kasse öffnet|kasse geöffnet|vorverkauf|dauer|spieldauer|laufzeit|pause|dauert',
        next: 'anschließend|anschliessend|mit anschließendem|mit anschließender|im anschluss|im anschluß|danach|dann|gefolgt',
        zone: 'mez|mesz|utc|gmt|msk',
        workdays: 'werktags|wochentags|unter der woche|an werktagen|an wochentagen',
      },
      reference: 'siehe|vgl.',
      dayFirst: true,
      monthFirst: false,
      capitalMonths: true,
      names: () => ({
        before: /(?:straße|strasse|str\.|platz|allee|brücke|ufer|ring|park|damm)s?\s+de[srn]\s*$/iu,
      }),
      deadlines: () => ({
        others:
          /(?:(?:ersatz|ausweich|reserve|regen)termin(?: bei \p{L}+)?|bei (?:regen|schlechtwetter|schlechtem wetter)|(?:zuletzt )?(?:veröffentlicht|aktualisiert|geändert|bekanntgegeben|eingestellt|erstellt)|veröffentlichung|stand|version|letzte änderung)(?: am| vom)?(?!\p{L})/u,
        limit: /(?<!\p{L})(?:vor|spätestens|bis spätestens)(?: (?:dem|am|bis|zum|bis zum))?\s*$/u,
        application:
          /(?<!\p{L})(?:\p{L}*(?:anmeld|buchung|bewerb|einsende|einreich|melde)\p{L}*|\p{L}*frist(?:en)?|anm\.|stichtag|einsendungen|rückmeldung(?:en)?|zusagen?|antworten?|(?:vor|karten|ticket)verkauf)(?: (?:ist|sind|endet|enden|beginnt|läuft|möglich|geöffnet|erforderlich|erbeten))*(?!\p{L})/u,
      }),
    },
  },
  hours: {
    clocks: [
      (hour, minute) => `${hour}:${minute}`,
      (hour, minute) => (minute === '00' ? `${hour}` : `${hour}:${minute}`),
    ],
    at: ['{start} Uhr', 'um {start} Uhr'],
    span: [
      '{start}–{end} Uhr',
      '{start} Uhr–{end} Uhr',
      'von {start} bis {end} Uhr',
      'von {start} Uhr bis {end} Uhr',
      '{start} bis {end} Uhr',
      '{start} Uhr bis {end} Uhr',
    ],
    since: ['ab {start} Uhr'],
    doors: [
      '{start} Uhr (Einlass {doors} Uhr)',
      'Einlass {doors} Uhr, Beginn {start} Uhr',
      'Einlass {doors}, Beginn {start} Uhr',
      'Einlass: {doors} Uhr, Beginn: {start} Uhr',
    ],
  },
  prices: { free: 'Eintritt frei', reduced: 'ermäßigt|erm.|ermässigt' },
  // Sources: Duden and, for spaces, DIN 5008.
  typography: () => ({
    quotes: [
      { open: '„', close: '“', space: '' },
      { open: '‚', close: '‘', space: '' },
    ],
    otherQuotes: { open: '»', close: '«', space: '' },
    spaceBefore: {},
    dash: { sign: '–', before: ' ' },
    dashAfterComma: false,
    ties: [
      GROUPED_DIGITS,
      {
        pattern:
          /(?<![\p{L}.])(?:z\. [BHT]\.|d\. h\.|u\. [aÄU]\.|o\. [aÄg]\.|s\. [ou]\.|v\. a\.|m\. E\.|i\. A\.|i\. d\. R\.)/gu,
        what: 'tie-abbreviation',
        space: NARROW_NBSP,
      },
      {
        pattern: /(?<!\p{L})(?:Nr\.|S\.|Bd\.|Art\.|Abs\.|§) (?=\d)/gu,
        what: 'tie-abbreviation-number',
        space: NBSP,
      },
      { pattern: /(?<!\p{L})(?:Dr\.|Prof\.|St\.|Hl\.) (?=\p{Lu})/gu, what: 'tie-title-name', space: NBSP },
      {
        pattern: /(?<![\d.,])\d[\d.,]* (?:%|€|Uhr|Mio|Mrd)(?!\p{L})/gu,
        what: 'tie-unit',
        space: NBSP,
      },
      {
        pattern:
          /(?<!\d)\d{1,2}\. (?=(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L}))/gu,
        what: 'tie-day-month',
        space: NBSP,
      },
    ],
  }),
  headings: {
    roles: {
      other:
        'nr|lfd|nummer|ort|veranstaltungsort|raum|saal|adresse|anschrift|kosten*|preis*|eintritt*|gebühr*|budget|finanzierung*|webseite|website|internet*|link*|teilnehmer*|teilnehmende*|anzahl|zielgruppe*|sprache*|dauer|uhrzeit*|=zeit|einlass|referent*|plz|postleitzahl',
      internal:
        'nicht veröffentlichen|nicht zur veröffentlichung|nicht zu veröffentlichen|nicht drucken|kontakt*|ansprechpartner*|e mail|email|mail|telefon*|tel|handy|bemerkung*|anmerkung*|kommentar*|notiz*|wiedervorlage|rückfrage*|aktualisiert*|=stand|intern|verantwortlich*|zuständig*|bem|anm|notiz|vermerk*|=info intern|interne*|memo|privat*|wohnadresse|heimadresse|bank*|kontonummer|kontoverbindung|konto|iban|bic|reisepass*|passnummer|ausweis*|personalausweis*|sozialversicherung*|steuernummer|geburtsdatum|geburtstag|geboren*|bezahlt|rechnung*|zahlung*|honorar*|gage*|gehalt|vergütung*|vertraulich*|nicht öffentlich|notfall*|allergie*|passwort*|unterschrift*',
      deadline:
        'anmeldung*|anmeldefrist|anmeldeschluss|anmelden bis|bewerbung*|einsendeschluss|meldeschluss|einreich*|abgabe*|frist*|stichtag|redaktionsschluss|deadline|rückmeldung*|vorverkauf*|vvk|kartenverkauf|ticketverkauf|veröffentlicht*|veröffentlichungs*|=veröffentlichung|publiziert|erstellt*|eingestellt am|zeitstempel',
      when: 'edtf',
      start: 'beginn*|anfang*|start*|=von|=ab|datum von|=eröffnung|=öffnung',
      end: 'ende|enddatum|schluss|=bis|datum bis|=schließung|=schliessung|=abschluss|=rückkehr|=rückreise',
      date: 'datum|termin*|zeitraum*|zeitpunkt|wann|zeitplan|kalender|monat*|jahr',
      status: 'status|planungsstand',
      category: 'kategorie*|=art|art der|typ|format|veranstaltungsart|genre*|gattung|veranstaltungstyp',
      description: 'beschreib*|kurzbeschreib*|inhalt*|zusammenfassung|ziel|ziele|zielsetzung|erläuterung*',
      region: 'region*|bundesland*|land|landkreis*|kreis|gebiet*|bezirk*',
      body: 'organis*|einrichtung*|institution*|partner*|stadt|städte|gemeinde*|kommune*|kommunal*|gebietskörperschaft*|seite|verwaltung*|behörde*|hochschul*|universität*|träger*|veranstalter*|gastgeber*|gäste|beteiligte*|akteur*',
      theme:
        'thema|themen*|bereich*|handlungsfeld*|rubrik*|schwerpunkt*|sektor*|sparte*|reihe|programmreihe*',
      title: 'titel*|bezeichnung*|name|veranstaltung*|projekt*|aktivität*|maßnahme*|vorhaben|aktion*',
      id: 'id|kennung|kürzel|referenz',
    },
    doubtful:
      'budget*|zeitstempel|finanzierung*|förderung*|zuschuss*|ausgaben|hinweis*|gebühr*|standgeld*|=bemerkung|=bemerkungen|=anmerkung|=anmerkungen|=kommentar|=kommentare',
    prices: 'preis*|eintritt*|=kosten|teilnahmegebühr*|ticket*|karte*|tarif*|unkostenbeitrag|kostenbeitrag',
    plainTitle: 'titel*|bezeichnung*|name',
    kindsOfEvents:
      'was|film|konzert|stück|vorstellung|aufführung|vortrag|kurs|führung|ausstellung|programmpunkt',
    times: 'uhrzeit*|zeit|zeiten',
    durations: 'dauer|länge|spieldauer|laufzeit',
    towns: 'stadt|städte|gemeinde*|kommune*|ortschaft*',
    people:
      'referent*|vortragende*|sprecher*|redner*|kunstler*|autor*|dozent*|leitung|leiter*|mitwirkende*|moderation|wer|personen|musiker*|dirigent*',
    venues: 'ort*|veranstaltungsort*|raum*|saal*|buhne*|wo|adresse*|treffpunkt*|spielort*',
    places: 'saal|raum|bühne|halle|zelt|foyer|zimmer|aula|keller|scheune|garten|kirche|studio|pool|theater',
    languages: {
      de: 'deutsch*|german|allemand*|немецк*',
      en: 'englisch*',
      fr: 'französisch*',
      ru: 'russisch*',
    },
    codes: 'de|deu|ger|dt|нем',
    themePrefix: 'thema|themenbereich|bereich|rubrik|schwerpunkt',
  },
  cells: {
    statuses: {
      cancelled: 'abgesagt|absage|entfällt|fällt (?:\\p{L}+ )?aus|gestrichen',
      postponed: 'verschoben|vertagt|verlegt',
      'sold-out': 'sold-out|ausverkauft|ausgebucht',
      planned: 'bestätigt|geplant|findet statt|zugesagt',
    },
    yes: 'ja',
    no: 'nein',
    undecided:
      'n\\. ?n\\.(?!\\p{L})|noch (?:unbekannt|ungeklärt|nicht (?:bekannt|geklärt|entschieden|festgelegt|bestimmt|benannt))|(?:wird|werden) noch (?:geklärt|bestimmt|benannt|ergänzt|nachgetragen)|(?:steht|stehen) noch aus|folgt noch|in klärung',
    everywhere: '(?:in )?(?:alle|allen|sämtliche|sämtlichen) (?:regionen|bundesländern?|kantonen?)',
    currencies: { before: 'euro|fr\\.', after: 'euro' },
    free: 'frei|eintritt frei|freier eintritt|kostenlos|kostenfrei',
    ditto: 'dito|ditto|dto|desgl|wie oben',
    totals: '(?:ins)?gesamt|summe|anzahl',
    numberedDay: '(?:\\p{L}+)?tag',
    forColleagues: {
      phrases:
        'nicht (?:zur|für die) (?:veröffentlichung|weitergabe)(?: bestimmt)?|nicht (?:veröffentlichen|weitergeben|abdrucken|drucken)|nur für den internen gebrauch|nur (?:zum |für )?intern(?:en gebrauch)?|nicht öffentlich',
      labels: 'intern|interne notiz|info intern',
    },
    stamps:
      '(?:anlage|anhang) (?:nr\\. ?)?(?:\\d{1,3}|[A-Z])(?!\\p{L})|(?:genehmigt|freigegeben|unterschrift|gezeichnet)(?!\\p{L})|(?:version|stand|fassung)(?: vom)? \\d|(?:entwurf|vertraulich|intern)\\P{L}*$',
  },
  columnWords: {
    places:
      'ort|orte|veranstaltungsort*|spielort*|spielstatte*|raum|raume|saal|buhne*|treffpunkt*|wo|location*',
    names:
      'veranstalter*|organisat*|referent*|kunstler*|autor*|partner*|trager*|einrichtung*|institution*|mitwirkende|gastgeber*',
    seats: 'platze|sitzplatze|teilnehmer*|kapazitat*|tn|maximal*',
    addresses: 'adresse*|anschrift*',
    postcodes: 'plz|postleitzahl',
    towns: 'stadt|gemeinde|ortschaft',
    latitudes: 'breitengrad|geogr breite',
    longitudes: 'langengrad|geogr lange',
    coordinates: 'koordinaten|geokoordinaten',
    pictures: 'bild*|*bild|*bilder|foto*|*foto|*fotos|abbildung*|grafik*|plakat*|dateiname',
    alternatives:
      'alternativtext*|alt text|alttext|bildbeschreibung*|beschreibung des bildes|beschreibung des fotos',
    captions: 'bildunterschrift*|bildlegende*|bildtext*|legende',
    credits:
      'bildnachweis*|fotonachweis*|bildquelle*|bildrechte|bildautor*|fotograf*|credit*|copyright|urheber*',
  },
  rules: () => ({
    open: /(?<!\p{L})(?:noch (?:offen|unbestätigt|zu (?:bestimmen|klären|bestätigen|benennen))|(?:wird|werden) noch (?:bekannt ?gegeben|festgelegt|bestätigt|mitgeteilt)|(?:steht|stehen) noch nicht fest|tb[acd])(?!\p{L})/giu,
    fillers:
      /(?<!\p{L})(?:(?:Text|Titel|Beschreibung|Name|Bild) folgt|Blindtext hier|hier (?:Text|Titel|Name) einf[üu]gen|Platzhaltertext|(?<![^\n])(?:bitte )?(?:ergänzen|ausfüllen)(?![^\n.]))(?!\p{L})/giu,
    streets:
      /(?<!\p{L})(?:\p{Lu}[\p{L}-]*[- ]){0,3}\p{L}*(?:[Ss]traße|[Ss]tr\.|[Pp]latz|[Ww]eg|[Aa]llee|[Gg]asse|[Rr]ing|[Uu]fer|[Dd]amm) \d{1,4} ?[a-z]?(?!\p{L})/gu,
    openPlaces:
      /(?<!\p{L})(?:online|digital|virtuell|webinar|zoom|verschiedene?r?|diverse|mehrere|überall|stadtgebiet|innenstadt|gelände|open air|draußen|freigelände|alle (?:räume|orte)|tbc|tba|tbd|n\. ?n\.)(?!\p{L})/iu,
    prices: {
      currencies: { EUR: 'euro', CHF: 's?fr\\.|franken', RUB: 'rubel' },
      free: 'frei|eintritt frei|freier eintritt|kostenlos|kostenfrei|gratis|gebührenfrei|unentgeltlich',
      freeEntry:
        /(?<!\p{L})(?:(?:der )?eintritt (?:ist )?(?:frei|kostenlos|kostenfrei|gratis)|freier eintritt|kostenloser eintritt|(?:die )?teilnahme (?:ist )?(?:kostenlos|kostenfrei|gratis))(?!\p{L})/giu,
      charges:
        'eintritt|eintrittspreis|karten?|tickets?|kartenpreis|teilnahmegebühr|teilnahmebeitrag|kosten|gebühr',
      conditions:
        'für|unter|bis|ab|mitglied\\p{L}*|kinder|jugendliche|schüler\\p{L}*|studierende\\p{L}*|erwachsene|mit|wenn|am(?! eingang)|an(?! der \\p{L}{0,20}kasse)|vor|nach|ermäßigt|inhaber\\p{L}*|begleit\\p{L}*|museum|ausstellung|spenden?|sonst|ansonsten|außer|nur',
    },
    seats:
      /(?<!\p{L})(?:(?:begrenzt auf|beschränkt auf|maximal|max\.?|höchstens|bis zu|nur) (?<seats>\d{1,5}) (?:Personen|Teilnehm\p{L}*|Plätzen?|Kinder|TN)|(?:Teilnehm\p{L}*zahl|Plätze|Platzzahl)(?: ist| sind)?(?: (?:begrenzt|beschränkt) auf|:) (?<limit>\d{1,5})(?![ \u00a0]?%|[.,]\d|[ \u00a0\u202f]\d{3}(?!\d))|(?<![\d.,–-])(?<places>\d{1,5}) (?:freie |verfügbare )?(?:Sitzplätze|Plätze)n?)(?![\p{L}\d])/giu,
    // The list does not contain mit, aus, ein, an, auf, ab, zu and bei. These words can end a sentence, because they
    // are also separable prefixes of verbs.
    leading:
      'und|oder|der|die|das|den|dem|des|eine|einer|eines|einem|einen|von|vom|zum|zur|für|im|ins|zwischen|sowie|als|ohne|gegen|deren|dessen',
    titles: {
      prepositions: 'in|im|am|an|vom|von|ab|bis|bei|beim|während|für|zum|zur|zwischen|nach|vor|um|gegen',
      openings:
        '(?:im rahmen|anlässlich|aus anlass|mit (?:unterstützung|beteiligung|der teilnahme)|unter (?:der schirmherrschaft|mitwirkung|beteiligung)|in (?:zusammenarbeit|kooperation) mit|dank(?! (?:an|für|und) ))',
      bare: 'organisation|durchführung|ausrichtung|abhaltung|umsetzung',
      joints: 'und|oder|sowie|deren|dessen',
      sentence:
        /(?<!\p{L})(?:(?:findet|finden) [^.!?]{0,120}(?<!\p{L})statt|(?:wird|werden) [^.!?]{0,120}(?:t|en)$|(?:ist|sind) [^.!?]{0,80}(?:geplant|eingeladen|vorgesehen)|wir (?:laden|freuen))(?!\p{L})/u,
    },
    doubled:
      'die|das|,der|,den|,dem|sie|baden|yada|walla|pago|bora|duran|talk|tamtam|cha|bla|ha|la|na|tok|knock',
    grammarPatterns: [
      {
        pattern:
          /(?<![\p{L}-])(?:im|am|vom|zum|beim) (?:der|die|das|dem|den|des|einem|einer|eine)(?= \p{L})|(?<![\p{L}-])zur (?:der|die|das|dem|den|des|einer|einem|eine)(?= \p{L})/gu,
        says: 'fault-article-twice',
      },
      {
        // Two prepositions are correct before an attribute, as in "von im Winter blühenden Blumen".
        pattern:
          /(?<![\p{L}-])(?:in (?:im|ins)|an (?:am|ans)|von vom|zu (?:zum|zur)|bei beim|auf (?:im|am|in)|für (?:von|mit|zu|im|am|bei)|mit für|von (?:mit|für|im|zum|zur)|bei (?:von|für|mit))(?= \p{L})(?! (?:zu(?!\p{L})|allem|bis)|[^.,;:!?]{0,60} \p{Lu}\p{Ll}+ (?:\p{Ll}{4,} )?\p{Ll}{4,}e[nrsm]? \p{Lu})/gu,
        says: 'fault-sequence',
      },
      {
        pattern:
          /(?<!\p{L})(?:für|von|mit|durch|über) (?!(?:einig|wenig|ewig|völlig|viel|ganz|mehr|etlich|alle|ander)\p{L}*)(?:\p{Ll}{3,}(?:ige|iche|ische|bare|same|elle|ale)[nrsm]?) (?:wird|werden|wurde|wurden|ist|sind|findet|finden)(?!\p{L})/gu,
        says: 'fault-noun-missing',
      },
      {
        pattern:
          /(?<!\p{L})(?:wird|werden) (?:stattgefunden|findet|finden statt|ist|sind|hat|haben)(?!\p{L})/gu,
        says: 'fault-verbs',
      },
    ],
    goesOn:
      /(?<!\p{L})(?:und (?:viele[sr]? |noch )*(?:mehr|andere[sr]?|weitere[sr]?)|und so weiter|u\.? ?v\.? ?m\.?|usw\.?|etc\.?|Fortsetzung folgt)[\s,!]*$/iu,
    functionWords:
      'der|die|das|und|unsere|unserem|unseren|unserer|ist|sind|wird|werden|wurde|wurden|den|dem|ein|eine|einer|eines|einem|einen|mit|von|vom|zum|zur|auf|bei|beim|unter|aus|nach|nicht|sich|auch|oder|im|zu|für|über|zwischen|durch|sowie|dass|es|wie|hat|haben|seine|ihre',
    ordinals: {
      // Ordinal numbers with an incorrect ending, such as "9 . Dezember" and "das 45te Jubiläum".
      pattern:
        /(?<![\p{L}\d.,])(?<number>\d+)[ \u00a0]?-?(?<ending>s?te[mnrs]?(?!\p{L})|(?<=[ \u00a0])\.(?=[ \u00a0]\p{L}))/gu,
      right: () => '.',
    },
    capitalNouns: true,
    // Accepts Swiss ss for ß, and the optional spellings of the 1996 reform. Maße and Masse are different words, and so
    // are Buße and Busse.
    variantKey: (word) =>
      (/^(?:ma|bu|flo)(?:ß|ss)en?$/u.test(word) ? word : word.replaceAll('ß', 'ss'))
        .replaceAll('ph', 'f')
        .replace(/(\p{L})\1\1/gu, '$1$1')
        .replace(/ti(?=al|ell)/u, 'zi'),
    // Gender forms within a word, and shortened compounds with a hyphen (KünstlerInnen, Bewegungs- und Spielangebot).
    respelt: (word) => [
      word.replace(/(?<=\p{Ll})In(?=nen$|$)/u, 'in'),
      word.replace(/(?<=^\p{Lu}\p{Ll}{3,}[^aeiouyäöüsxzß])es$/u, 's'),
      word.replace(/(?<=ung|ion|heit|keit|schaft|tät|ling|tum)s$/u, ''),
    ],
    parted: (word) => [...compounds(word), ...verbs(word), ...genitive(word)],
    formed,
    unlinked,
    marks: 'aä|oö|uü|sß',
    prefixes:
      'agrar|anti|astro|auto|bio|cyber|euro|fahrrad|film|foto|geo|hyper|infra|inter|jugend|kinder|kino|klima|kultur|landes|lese|medien|mega|meta|mikro|multi|musik|nano|netz|neo|online|öko|polit|post|pseudo|psycho|retro|sport|stadt|super|tele|tanz|theater|trans|ultra|umwelt|video',
    newWords: {
      Hotel:
        'Podcast|Keynote|Livestream|Start-up|Startup|Meetup|Hashtag|Selfie|Emoji|Slam|Flashmob|Barcamp|Makerspace|Repaircafé|Foodtruck|Workshop|Brunch|Chatbot|Influencer|Playlist|Webinar|Hackathon|Vlog|Smartphone|Hostel|Input|Workflow|Framework|Fablab|Backend|Frontend|Popsong|Tango|Gamelan|Oud|Handpan|Didgeridoo|Cajon|Lettering|Handlettering|Linoldruck|Smoothie|Pedelec|Exoplanet|Deepfake|Manga|Repository|Commit|Lightning-Talk|Talk|Beamer|Flyer|Sticker|Event|Community|Team|Slot|Stream|Song|Track|Gig|Set|Act|Sound|Beat|Remix|Club|Floor|Rave|Jam|Groove|Riff|Loop|Sample|Game|Controller|Level|Avatar|Server|Router|Laptop|Pin|Chat|Account|Post|Blog|Link|Tool|Button|Code|Plugin|Feature|Release|Update|Download|Upload|Backup|Browser|Desktop|Habitat|Bitcoin|Hype|Mittelständler|Spätaufsteher|Reparateur|Sinfonieorchester|Kreuzungsbereich',
      kritisch:
        'partizipativ|läppisch|inklusiv|performativ|immersiv|resilient|ikonisch|galaktisch|urkomisch|orchestral|surreal|morbid|queer|atonal|jazzig|visionär|hochkarätig|niederschwellig|niedrigschwellig|barrierearm|barrierefrei|familienfreundlich|zivilgesellschaftlich|partizipatorisch|bürgerschaftlich|interaktiv|multimedial|intergenerationell|divers|vegan|regional|digital|analog|urban|interreligiös|intersektional|transdisziplinär|subkulturell|multiperspektivisch|spartenübergreifend|generationenübergreifend|generationsübergreifend|grenzüberschreitend|gemeinwohlorientiert|klimaneutral|klimafreundlich|klimaresilient|kuratorisch|dekolonial|museologisch|ayurvedisch|folkig|soulig|groovig|rockig|poppig|funkig|trancig|technoid|flummiartig|astrophysikalisch|extrasolar|eingewachsen|gefeatured|gestreamt|gepostet|gedownloadet|gehostet|handgemacht|selbstgemacht|hausgemacht|tiefempfunden|polyglott|bittersüß|ortsansässig|postkolonial|queerfeministisch|feministisch|haptisch|pfundig',
      '': 'ca|nachgerade|hintendrein|Postdoc|Postdocs|Sternsinger|Sternsingern|Breakout|bzw|usw|ggf|inkl|exkl|einschl|zzgl|evtl|Std|Min|Hl|jr|op|zuhause|mitgedacht|begrünt|begrünte|begrünten|begrünen|brilliert|Gender|Masterclass|Roadtrip|Chatroom|Tablet|Beats|Snacks|Session|Sessions|Label|Studis|Crowdfunding|Coworking|Escape|Urban|Gardening|Poetry|Upcycling|Carsharing|Blockchain|Streaming|Vernissage|Finissage|Street-Art|kuratiert|kuratierte|kuratierten|gehostet|Open-Air|E-Bike|E-Bikes|Singer-Songwriter|Singer-Songwriterin|DJane|Ambient|Elektro|Indie|Folk|groovy|Djembé|Sitar|Tabla|Pilates|Zumba|Qigong|Tai-Chi|Reiki|Ayurveda|Salsa|Bachata|Kizomba|Breakdance|Hip-Hop|Capoeira|Stand-up-Paddling|Bouldern|Parkour|Calisthenics|Geocaching|Nordic-Walking|Makramee|Origami|Kombucha|Kimchi|Kefir|Ramen|Falafel|Hummus|Tapas|Focaccia|Risotto|Streetfood|Craftbeer|Barista|Matcha|Escape-Room|Escape-Rooms|Cosplay|Anime|Larp|Gaming|Escape-Game|Metaverse|Mechatronik|Konfirmierte|Konfirmierten|erstmal|grade|kannste|indietronic|unplugged|Techno|Trance|House|Reggae|Swing|Blues|Funk|Soul|Dub|Punk|Metal|Synthie|Dr|Indoor|Outdoor|Booking|gendern|Chorälen|Choräle|Orestie|feilgeboten|feilbieten|gemafrei|gemafreie|unkaputtbar|weitestmöglichst|gepatcht|patchen|flashen|taggen|sprayen|Körperschaftsteuer|Gewerbesteuer|Chorchester|Uniorchester|erstmals',
      Theorie:
        'Geothermie|Samtgemeinde|Verbandsgemeinde|Ortsgemeinde|Szenografie|Museologie|Risografie|Cyanotypie|Mobilitätswende|Provenienz|Loopstation|Jamsession|Slackline|Kalligrafie|Motette|Performance|Choreografie|Gebärdensprache|Schriftdolmetschung|Dramaturgie|Dystopie|Brache',
      Abteilung:
        'Dekarbonisierung|Verdolmetschung|Renaturierung|Begrünung|Entsiegelung|Gentrifizierung|Verstetigung|Kuratierung|Dekolonisierung|Provenienzforschung|Digitalisierung|Vernetzung|Restitution|Verortung|Vorführung|Kundgabe',
      Student:
        'Kurator|Diskutant|Postdoktorand|Flagellant|Panellist|Performer|Szenograf|Slammer|Gamer|Dozent|Musikant|Konfirmand|Choreograf|Klangkünstler|Medienkünstler|Tontechniker|Moderator',
      filmen:
        'streamen|hosten|posten|liken|jammen|upcyceln|kuratieren|dekarbonisieren|bekochen|höhlen|stählen|verweben|bouldern|begrünen|entsiegeln',
    },
    missions:
      /(?<!\p{L})(?:(?:general|honorar)?konsulat(?:s|e)?|botschaft(?:en)?|(?:außen|industrie- und )?handelskammer(?:n)?|AHK|IHK)(?!\p{L})/iu,
    embassies: /(?<!\p{L})(?:(?:general|honorar)?konsulat(?:s|e|en)?|botschaft(?:en)?)(?!\p{L})/iu,
    regionKinds: {
      kinds: [
        ['oblast', 'oblast'],
        ['krai', 'krai'],
        ['republik', 'republic'],
      ],
      phrases: [/(?<!\p{L})(?<kind>Oblast|Krai|Republik) (?<name>\p{Lu}[\p{L}\p{M}-]*)/gu],
      others:
        'region|provinz|staat|bundesstaat|bundesland|bezirk|distrikt|gouvernement|gouvernorat|präfektur|departement|kanton|kreis|landkreis|gemeinde|woiwodschaft|komitat|gespanschaft|rajon|okrug|emirat|gemeinschaft',
      fillers: 'autonome|autonomer|von|der',
    },
  }),
  meaning: () => ({
    negations:
      /(?<![\p{L}\p{N}])(?:(?<!(?:vergessen|verpassen|versäumen|verpasst|vergesst) (?:sie )?)nicht(?! (?:nur|vergessen|verpassen|versäumen))|kein(?:e[nmrs]?)?|nie|niemals|ohne|weder|nirgends|nichts|niemand(?:e[mn])?|keinesfalls|geschlossen|außer|Ausnahme|ausgenommen|ausgeschlossen)(?![\p{L}\p{N}])/giu,
    freeSlots: 'slot|freier slot|noch frei|frei|offener slot|nn|n n',
    all: 'alle|allen|aller|sämtliche*',
    only: 'nur|ausschließlich|lediglich',
    practical:
      'eintritt*|einlass*|karte*|*karte|*karten|ticket*|preis*|*preis|kost*|gebühr*|zahl*|spende*|kaution*|anzahlung|ermäßig*|*rabatt*|anmeld*|*anmeldung|reserv*|plätze|platz|sitzplätze|geöffnet|öffnet|geschlossen|schließt|kasse|beginn|ende|treffpunkt*|treff|treffen|abfahrt*|ankunft|heimfahrt|rückkehr|start|parkplätze|parken|parkmöglichkeit*|bus|shuttle*|bahn|haltestelle|raum|saal|stock|etage|eingang|zugang*|zutritt*|geeignet|alter|barrierefrei*|hund*|*hunde|haustiere|tiere|kinderwagen|rollst*|foto*|dauert|dauer|mitbring*|mitzubringen|vorhanden|gestellt|teilnahme|teilnehmer*|sprache|untertitel*|getränke|verpflegung|statt',
    idle: 'dauer|dauert|dauern|dauerte|beide|beiden|möglichkeit*|besteht|bestehen|können|kann|verfügung|steht|stehen|kaufen|gekauft|verkauft|erhältlich|vorab|vorher|vorherig*|pro|je|geheimnis*|rätsel*|schätze|schatz|wunder|reise|reisen|*reise|streifzug|streifzüge|abenteuer*|geschichte|geschichten|erzählung*|sage|sagen|legende*|welt|welten|einblick*|ausblick*|bilder|porträt*|musikalische*|anfang|auftakt|abschluss|schluss|ausklang|ende|gestalt*|bauen|baut|lehrreich*|amüsant*|abwechslungsreich*|handelt|erzählt|nicht|ein|eine|einen|einem|einer|eines|alle|allen|aller|wir|uns|unser*|sie|ihr|ihre|ihren|ihrem|euch|du|dich|dein*|er|es|ich|mich|sein|seine|seinen|seinem|seiner|seines|man|sich|so|auch|noch|dann|zuerst|erst|zum|zur|rund|um|herum|über|durch|mit|per|voll|voller|sehr|ganz|ganze|ganzen|ganzer|ganzes|herzlich*|gern|gerne|bitte|könnt|soll|sollen|sollte|sollten|sollt|muss|müssen|will|wird|werden|wurde|haben|hat|sind|ist|gibt|geben|findet|statt|stattfinden|lassen|lädt|laden|einladen|einladung|kommen|kommt|komm|schauen|schaut|besuchen|besucht|entdeck*|erleb*|genieß*|erfahren|lernen|lernt|sehen|freuen|freut|erwarte*|begrüß*|zeig*|präsentier*|stellt|stellen|spielt|spielen|singt|singen|bringt|bringen|biete*|angebot*|sorgt|sorgen|gesorgt|wohl|leibliche*|bestens|essen|speisen|speis|trank|trinken|getränke|schließen|enden|endet|beginnen|beginnt|starten|startet|feiert|feiern|gefeiert|bastelt|basteln|bunt|bunte|bunten|bunter|buntes|farbenfroh*|schön|schöne|schönen|schöner|schönes|schönste|schönsten|toll|tolle|tollen|toller|tolles|lecker*|wunderbar*|außergewöhnlich*|ungewöhnlich*|einzigartig*|einmalig*|beeindruckend*|bezaubernd*|zauberhaft*|mitreißend*|hervorragend*|ausgezeichnet*|faszinierend*|kurzweilig*|vergnüglich*|entspannt*|beliebt*|berühmt*|bekannt|bekannte|bekannten|bekannter|bekanntes|namhaft*|perfekt*|ideal*|lebendig*|stimmgewaltig*|imposant*|herrlich*|fantastisch*|großartig*|spannend*|interessant*|unterhaltsam*|stimmungsvoll*|gemütlich*|gesellig*|unvergesslich*|besonder*|fröhlich*|lustig*|neu|neue|neuen|neuer|neues|gut|gute|guten|guter|gutes|tag|abend|nachmittag|veranstaltung*|programm|gäste|besucher*|menschen|leute|interessierte*|spaziergang*|rundgang*|führung|führungen|bummel|schau|ausstellung|raten|rät|empfehlen|empfiehlt|bitten|vergessen|denken|achten|warm|zieht|ziehen|an|zahlreich*|lieder|stücke|melodien|vorbei|eröffn*|etwa|ungefähr|gezeigt|waren|nimmt|nehmen|geht|gehen|hause|jeder|jede|jedes|werfen|blick|circa|ca|mitbringen|mitzubringen|mail|e|reich|reiche|reichen|reicher|reiches|reichhaltig*|reichlich*|viel|viele|vielen|vieler|vieles|packend*|fesselnd*|mitreissend*|heiter*|vielfältig*|eindrucksvoll*|stimmung|laune|freude|spaß|vergnügen|atmosphäre|auswahl|vielfalt|leben|seiten|soiree|ideen|anregungen|weise|frage|fragen|dies|diese|diesen|diesem|dieser|dieses|jene*|welche*|derselb*|dieselb*|solch*|anschließend*|anschliessend*|danach|darauf|schließlich|außerdem|ebenfalls|zudem|dabei|dazu|davon|daran|damit|daraus|darüber|hier|dort|da|wobei|wo|wann|warum|was|wer|wenn|weil|denn|doch|nun|jetzt|heute|immer|oft|schon|bereits|wieder|einige*|manche*|mehrere*|andere*|anderen|selbst|beide*|würde|würden|wäre*|hatte|hatten|war|sei|seien|bin|worden|geworden|leitung|leitet|leiten|geleitet|geführt|führt|führen|dirigier*|laufe|verlauf|gemeinsam*|vermittel*|umfass*|beinhalt*|behandel*|beschäftig*|widm*|schildert|schildern|schilderte|beschreib*|beschrieb*|erklär*|erläuter*|berichte*|spricht|sprechen|redet|erzählen|geschrieben|entstand*|entsteh*|befind*|liegt|liegen|bleib*|beachte*|wahren|einhalten|halten|hält|wenden|informier*|erteil*|erhalten|erhält|bekomm*|darf|dürfen|mag|möchte*|lässt|während|fall|falls|aber|allein|alles|als|also|am|anders|bald|bevor|bisher|dadurch|dafür|dagegen|daher|dahin|damals|daneben|darin|darum|deren|deshalb|dessen|eben|ebenso|eher|eigen|eigene|eigenen|eigener|eigenes|einander|einfach|einmal|endlich|entweder|etwas|fast|ferner|gar|genau|ging|hätte*|her|hin|ihm|ihn|ihnen|ihrer|in|innerhalb|inzwischen|ja|jedem|jeden|jedoch|jemand|kaum|könnte*|leider|lieber|macht|machen|mehr|mein|meist|meiste|meisten|meistens|mittels|möglichst|nachdem|namens|nämlich|natürlich|ob|obwohl|selber|sobald|sogar|somit|sondern|sonst|sowohl|stets|teils|trotz|trotzdem|überall|usw|vielleicht|wegen|weiter|weitere|weiteren|weiterer|weiteres|weiterhin|wem|wen|wenig*|weshalb|wessen|wodurch|woher|wohin|wollen|zufolge|zugleich|zusammen|zwar|zuletzt|dank|jung|junge|jungen|junger|junges|antwort*|beantwort*|stammt|stammen|stammte|stammten|kam|gehört|gehören|gehörte|gehörten|trifft|treffen|ausgestellt|vorgestellt|folgende*|jeweils|gemacht|getan|tun|tut|gebracht|genommen|genutzt|nutzt|nutzen|nutzte|nutzten|arbeitet|arbeiten|wirken|wirkt|gilt|gelten|richtet|gedacht|vorgesehen|geplant|benötigt|braucht|brauchen|gebraucht|wissen|kennen*|kennt|gelangt|eigens|direkt|verfügbar|läuft|laufen|lief|tragen|trägt|erkling*|klingen|klingt|teil|teilnehm*|pünktlich*|rechtzeitig',
    notIdle: 'gestalter*|beschäftigte*|entdecker*|vermittler*|berichterstatt*',
    noNoun: /^(?:\p{Ll}|\p{Lu}\p{Ll}+es? \p{Lu})/u,
    usualPrice:
      'eintritt*|eintrittspreis*|karte*|ticket*|preis*|normalpreis*|voll*|vollzahler|regulär*|normal*|teilnahme*|kosten|kostet|gebühr|kostenbeitrag|beitrag|übrige*|sonst*|alle|anderen|es|ist|sind|euro',
    denyingPrefixes: 'un|in|nicht',
    groupMark: '.',
    alternatives: {
      status: [
        '!abgesagt*|!absage|!entfällt|!entfallen|!fällt aus|!ausgefallen|!ausgesetzt*|!abgebrochen|!gestrichen',
        '!verschoben*|!verschiebung|!verlegt*',
        '!ausgebucht*|!ausverkauft*',
      ],
      price: [
        '!kostenlos*|!kostenfrei*|!gratis|!unentgeltlich*|!eintritt frei|!eintritt ist frei|!freier eintritt|!freien eintritt|!frei',
        '!kostenpflichtig*|!gebühr|!gebühren|!gebührenpflichtig*|kostet|kosten|zahlen|!eintrittsgeld|!bezahlt*|!auf eigene kosten',
        'inbegriffen|enthalten|inklusive|inkl|einschließlich|samt',
        'vor ort zu zahlen|!vor ort bezahlt|!gesondert|!separat|!gegen aufpreis|!kostet extra|!kosten extra|aufpreis|zuschlag|extra|zuzüglich|zzgl|exklusive|exkl',
        'abzüglich|abzgl|minus',
        'halber preis|halben preis|ermäßigt',
        'voller preis|vollen preis',
        'spende|spenden|spendenbasis|hutsammlung',
        'eintrittskarte|eintrittskarten|ticket|tickets',
      ],
      admission: [
        'besucher*|gast|gäste|gästen|nichtmitglied*|öffentlich*|offen für alle|für alle|alle interessierten|jedermann|für jeden|allen|alle dürfen|alle können|jeder darf|jeder kann',
        '!nur für mitglieder|!für mitglieder|!mitgliederversammlung|*mitglied|*mitglieder|*mitgliedern',
        'einwohner*|anwohner*|bürger|bürgern|bürgerinnen',
        '!nichtöffentlich*|!nicht öffentlich*|!geschlossene*|!nur für geladene gäste|!geladene gäste|!geladene|!auf einladung|!privat*',
        'abonnent*',
        'ehrenamtlich*|freiwillige',
        'beschäftigte|mitarbeiter*|angestellte',
      ],
      permission: [
        'erlaubt*|gestattet*|zugelassen|eingelassen|willkommen|möglich|dürfen|darf|mitkommen|mitgebracht',
        '!verboten*|!*verbot|!abgewiesen|!untersagt*|!nicht erlaubt|!nicht gestattet|!unmöglich|!unerwünscht|!draußen bleiben|!dürfen nicht',
      ],
      duty: [
        'bitte|müssen|muss|!mit anmeldung|!nur mit anmeldung|!nur nach anmeldung|!nur mit voranmeldung|!nur nach voranmeldung|!nach anmeldung|!mit voranmeldung|!nach voranmeldung|!pflicht|!verpflichtend*|!erforderlich*|!notwendig*|!obligatorisch*|!nötig|!zwingend|!anmeldepflichtig*',
        'freiwillig*|fakultativ*|!nicht erforderlich|!nicht nötig|!nicht notwendig|wahlweise',
        'empfohlen*|erwünscht|erbeten',
      ],
      opening: ['öffnet|öffnen|öffnung|geöffnet|beginnt', 'schließt|schließen|schließung|geschlossen|endet'],
      payment: ['bar|barzahlung|bargeld', 'karte|kartenzahlung|ec karte'],
      sun: ['sonnenaufgang*|morgendämmerung', 'sonnenuntergang*|abenddämmerung'],
      phase: ['anfang', 'mitte', 'ende'],
      order: [
        'vor|!vorabend*|!vortag*|davor|voraus|früher',
        'nach|im anschluss|anschließend*|danach|folgt|folgen|gefolgt|später',
        'während',
        'hinter|hinterm',
        'gegenüber*',
        'neben',
      ],
      span: [
        'von # bis #|# bis #|zwischen # und #|#–#|#-#',
        'ab|von # an|seit',
        'bis|bis zu|bis zum|spätestens|höchstens|maximal',
        'mindestens|mehr als|über|und älter|oder älter',
        'unter|weniger als|und jünger|oder jünger',
      ],
      currency: ['€|eur|euro|euros', '£|gbp|pfund', '$|us $|usd|dollar', 'chf|franken|sfr', '₽|rubel'],
      length: ['km|kilometer|kilometern', 'meile|meilen', 'm|meter|metern'],
      duration: [
        'min|minute|minuten|minütig*',
        'h|std|stunde|stunden|stündig*',
        'tag|tage|tagen|tages|tägig*',
        'woche|wochen|wöchig*',
        'monat|monate|monaten|monats',
        'jahr|jahre|jahren|jahres',
      ],
      frequency: [
        'täglich*|jeden tag',
        'pro woche|wöchentlich*|jede woche|jeden #',
        'alle # wochen|alle vierzehn tage|vierzehntäglich*|zweiwöchentlich*',
        'pro monat|monatlich*|jeden monat|im monat',
        'jährlich*|alljährlich*|jedes jahr|pro jahr',
        '!gerade wochen|!geraden wochen|!gerade kalenderwochen|!geraden kalenderwochen',
        '!ungerade*',
        'beliebig oft|so oft|mehrmals|unbegrenzt*',
        'nur einmal|einmalig*',
      ],
      dayTime: [
        'morgen|morgens|früh|frühmorgens|vormittag*|frühstück*|frühschoppen|frühkonzert*|frühsport|frühwanderung*|frühgottesdienst*|morgen*',
        'mittag|mittags|mittagessen',
        'nachmittag*',
        'abend*|dämmer*|spätvorstellung*|feierabend*',
        'nacht|nachts',
        'mitternacht*',
        'heute',
      ],
      direction: [
        'nord*|nörd*',
        'süd*',
        'ost|osten|östlich*|osttor|ostflügel|osteingang|ostseite',
        'west|westen|westlich*|westtor|westflügel|westeingang|westseite',
        '*aufwärts|bergauf|hinauf|hoch zum|hoch zur',
        '*abwärts|bergab|hinab|hinunter|runter zum|runter zur',
        'stadteinwärts|landeinwärts|hinfahrt|hinweg|hinreise',
        'stadtauswärts|rückfahrt|rückweg|rückreise|heimfahrt',
        'im uhrzeigersinn',
        'gegen den uhrzeigersinn',
        'abfahrt|abreise|fährt ab|reist ab|reisen ab',
        'ankunft|anreise|kommt an|kommen an|reist an|reisen an',
      ],
      side: ['links|linke|linken|linker', 'rechts|rechte|rechten|rechter'],
      level: [
        '# stock|# etage|erste* stock|erste* etage|obergeschoss*|oben|obere*|dachgeschoss*|og',
        'untergeschoss*|keller*|unten|untere*|ug',
        'erdgeschoss*|eg',
      ],
      way: [
        'vorne|vordere*|vordereingang',
        'hinten|hintere*|hintereingang',
        'nächstgelegen*',
        'entferntest*',
      ],
      age: [
        'alt|alte|alten|alter|altes|altem|historische|historischen|antik*',
        'neu|neue|neuen|neuer|neues|neuem',
      ],
      size: ['groß*|gross|grosse|grosser|großer|haupt*', 'klein|kleine|kleiner|kleines|kleinen|kleinem'],
      catering: ['speisen|essen|verpflegung', 'getränke'],
      colour: [
        'rot|rote|roten|roter|rotes|rotem',
        'blau*',
        'grün|grüne|grünen|grüner|grünes|grünem',
        'gelb*',
        'weiß|weiße|weißen|weißer|weißes|weißem',
        'schwarz*',
      ],
      faith: ['katholisch*', 'evangelisch*|lutherisch*|reformiert*', 'orthodox*', 'jüdisch*', 'muslimisch*'],
      setting: [
        'im freien|draußen|open air|open-air|unter freiem himmel',
        'drinnen|im saal|in der halle|innen',
        'online|virtuell*|digital',
        'vor ort|in präsenz|präsenz',
        'live',
        'aufzeichnung*|aufgezeichnet*|videoaufnahme*',
      ],
      place: [
        '*bahnhof|*bahnhofs|*bahnhofes|hbf',
        'haltestelle|bushaltestelle',
        'markt|*marktplatz|*marktplatzes',
        'platz',
        '*rathausplatz',
        '*kirchplatz',
        '*schlossplatz',
        '*domplatz',
        'rathaus|rathauses|*rathaussaal',
        '*saal|*saals|*saales|im saal',
        'halle|in der halle|*turnhalle|*sporthalle',
        '*stadthalle',
        '*mehrzweckhalle',
        'raum|zimmer',
        '*bibliothek|*bücherei',
        '*museum|*museums',
        '*galerie',
        '*theater|schauspielhaus',
        'kino',
        '*kirche|pfarrkirche',
        'dom|münster',
        '*kapelle',
        'synagoge',
        'moschee',
        '*schule',
        '*volkshochschule|vhs',
        '*universität|*hochschule',
        '*park',
        '*garten|*gärten',
        '*schloss',
        'burg',
        '*brücke',
        '*hafen',
        'strand',
        'see',
        '*brunnen',
        '*stadion',
        '*freibad',
        '*hallenbad',
        'schwimmbad',
        'hotel',
        'gasthaus|gasthof|restaurant|wirtshaus',
        'café|cafe',
        'mensa|kantine',
        'parkplatz',
        'parkhaus',
        'flughafen',
        'krankenhaus|klinik|klinikum',
        '*buchhandlung',
        'bauernhof|hof',
        '*zelt',
        'foyer|eingangshalle|lobby',
        'eingang|haupteingang',
        'tor',
        'ausgang',
        'bürgerhaus',
        'gemeindehaus|gemeindezentrum',
        'kulturzentrum',
        'stadtteilzentrum',
        'terrasse|dachterrasse',
        'studio',
        'aula',
        'hörsaal',
        '*turm',
        '*denkmal',
        '*spielplatz',
        '*sportplatz|*sportplatzes|*fussballplatz',
        '*festplatz|*festplatzes|*festwiese',
        '*pavillon|laube|gartenhaus',
        '*bühne',
        '*küche',
        '*gewölbe',
        'krypta',
        'dachboden|speicher',
        'balkon',
        '*scheune|*stadel',
        '*mühle',
        '*fabrik',
        '*lagerhaus',
        '*werft',
        '*straße|*str',
        '*gasse',
        '*allee',
        '*enweg|*lweg|*hweg',
        '*straßenseite',
        '*hofseite',
        '*wald',
        '*wiese',
        '*feld',
        '*hügel',
        '*friedhof',
        '*insel',
        '*ufer',
        'flur|korridor',
        '*laden|geschäft',
        'feuerwache|feuerwehrhaus',
        'postamt',
        'sakristei',
        'fluss',
        'bäckerei',
        'kreuzgang',
        '*touristinfo|*touristinformation|tourist info',
        '*kasse',
        '*büro',
        'gewächshaus',
        'orangerie',
        '*stube',
      ],
      audience: [
        'erwachsene|erwachsenen|erwachsener',
        'kind|kinder*|kleinkinder',
        'jugend*|teenager',
        'familie|familien*',
        'senioren*|seniorinnen|ältere|rentner',
        'studierende|studierenden|studenten|studentinnen',
        'schüler|schülern|schülerinnen',
        'lehrer|lehrkräfte|lehrkräften|lehrerinnen',
        'eltern',
        'frauen*|mädchen*|damen*',
        'männer*|jungen|herren*',
        'anfänger|anfängern|anfängerinnen|einsteiger',
        'fortgeschrittene|fortgeschrittenen|erfahrene',
        'fachleute|fachpublikum|profis|experten|fachbesucher',
        'journalisten|presse',
        'paare|paaren',
        'großeltern',
        'auszubildende*|azubi*',
        'mieter|mietern|mieterinnen',
        'unternehmer*|gewerbetreibende*',
        'touristen',
      ],
      rank: ['erste|ersten|erster|erstes|erstem', 'letzte|letzten|letzter|letztes|letztem|vergangen*|vorig*'],
      weather: [
        'jedem wetter|jeder witterung|wind und wetter',
        'gutem wetter|schönem wetter|trockenem wetter',
        'schlechtem wetter|schlechtwetter|regenwetter|regen|regnet|regnen',
      ],
      address: ['herr|herrn', 'frau'],
      body: [
        '*ausschuss*',
        '*amt|*amtes',
        '*institut|*instituts',
        '*ministerium|*ministeriums',
        '*stiftung',
        '*verein|*vereins|*verband|*klub|*club',
        '*chor|*chors|*chores',
        '*orchester|*philharmonie',
        '*gruppe|*band',
        '*quartett',
        '*quintett',
        '*sextett',
        '*oktett',
        '*trio',
        '*duo',
        '*ensemble|*truppe',
        '*feuerwehr',
        'pfadfinder*',
      ],
      role: [
        '*gärtner|*gärtnerin|*gärtners',
        '*koch|*köchin|*kochs',
        '*bäcker|*bäckerin|*bäckers',
        '*historiker*',
        '*archäologe*|*archäologin',
        '*architekt*',
        '*förster*',
        'imker*',
        'schauspieler*',
        'autor*|schriftsteller*',
        'dichter*|lyriker*',
        'maler*',
        'bildhauer*',
        'fotograf*',
        'kurator*',
        'bibliothekar*',
        'direktor*|intendant*',
        'dirigent*',
        'pianist*',
        'organist*',
        'geiger*',
        'cellist*',
        'gitarrist*',
        'sänger*',
        'bürgermeister*|oberbürgermeister*',
        'minister*',
        'pfarrer*|pastor*',
        'arzt|ärztin|arztes',
        'krankenschwester|pfleger*',
        'journalist*',
        'anwalt*|anwältin',
        'ingenieur*',
        'biologe*|biologin|botaniker*',
        'astronom*',
        'landwirt*|bauer|bäuerin',
        'brauer*|braumeister*',
        'winzer*',
        'produzent*',
        'regisseur*',
        'sohn|sohnes',
        'tochter',
        'schwester',
        'bruder',
        'mutter',
        'vater',
        'großmutter|oma',
        'großvater|opa',
        'witwe|ehefrau',
        'ehemann',
      ],
      weekday: [
        'montag*',
        'dienstag*',
        'mittwoch*',
        'donnerstag*',
        'freitag*',
        'samstag*|sonnabend*',
        'sonntag*',
      ],
      supply: [
        'gestellt|vorhanden|bekommt|bekommen|erhält|erhalten|verteilt',
        'bringt|bringen|mitbringen|mitzubringen',
      ],
      season: ['frühling*|frühjahr*', 'sommer*', 'herbst*', 'winter*', '*ferien', 'schulzeit'],
      language: [
        'japanisch*',
        'schwedisch*',
        'finnisch*',
        'griechisch*',
        'ungarisch*',
        'rumänisch*',
        'norwegisch*',
        'koreanisch*',
        'hebräisch*',
        'persisch*',
        'georgisch*',
        'serbisch*',
        'kroatisch*',
        'originalfassung|originalversion|omu',
        'deutsche fassung|deutscher fassung|synchronisiert*|synchronfassung',
        'deutsch|deutsche|deutscher|deutschsprachig*',
        'englisch*',
        'französisch*',
        'russisch*',
        'spanisch*',
        'italienisch*',
        'polnisch*',
        'ukrainisch*',
        'arabisch*',
        'chinesisch*',
        'türkisch*',
        'plattdeutsch',
        'sorbisch*',
        'friesisch*',
        'dänisch*',
        'lettisch*',
        'litauisch*',
        'estnisch*',
        'isländisch*',
        'bulgarisch*',
        'slowakisch*',
        'slowenisch*',
        'albanisch*',
        'armenisch*',
        'kurdisch*',
        'vietnamesisch*',
        'niederländisch*',
        'portugiesisch*',
        'tschechisch*',
        'kasachisch*',
        'lateinisch*',
      ],
    },
    commonWords:
      'zahlreich*|viele|vielen|vieler|festival*|forum*|tag|tage|tagung*|kultur*|sport*|musik*|konzert*|*konzert|*konzerte|messe*|markt*|*markt|kurs*|*kurs|vortrag*|*vortrag|vorträge|lesung*|film*|*film|theater*|*theater|tanz|tänze|tanzabend*|tanzkurs*|lied|lieder|liederabend*|geschicht*|märchen|führung*|rundgang*|*rundgang|spaziergang*|*spaziergang|wanderung*|ausflug*|fahrt*|*fahrt|abend*|*abend|*nachmittag|*morgen|nacht*|*nacht|sommer|sommerfest*|sommernacht*|sommerkonzert*|winter|winterfest*|wintermarkt*|frühling*|frühjahr*|herbst*|weihnacht*|ostern|stadt|stadtfest*|stadtteil*|stadtrundgang*|stadtführung*|städte*|gemeinde*|region*|land|länder*|dorf*|straße*|garten*|park*|museum*|*museum|schule|schulen|schulfest*|*schule|kirche*|*kirche|saal|haus|zentrum*|verein*|gruppe*|chor|chöre|orchester*|*orchester|kapelle|ensemble*|quartett*|trio*|duo*|gast|gäste*|besucher*|teilnehm*|publikum|familie*|kind*|erwachsene*|schüler*|lehrer*|jugend*|senior*|frauen|männer|freunde*|nachbar*|künstler*|autor*|dichter*|musiker*|maler*|mitglied*|partner*|eröffnung*|willkommen|neu|neue|neuer|neues|neuen|groß|große|großer|großes|großen|gross|grosse|grosser|grosses|grossen|klein|kleine|kleiner|kleines|kleinen|erst*|letzt*|gut|gute|guter|gutes|guten|kunst*|handwerk*|buch|bücher*|brot|kuchen|kaffee|tee|wein|weine|weinfest*|weinprobe*|bier*|essen|frühstück*|picknick*|fest|*fest|feste|feier*|*feier|ball|umzug|preis*|wettbewerb*|turnier*|*turnier|spiel*|*spiel|lauf|*lauf|treffen|*treffen|sitzung*|kongress*|seminar*|gespräch*|projekt*|programm*|veranstaltung*|aktion*|woche*|*woche|monat*|jahr*|saison*|jubiläum*|natur*|umwelt*|klima*|energie*|wasser*|fluss|meer|wald|wälder|berg|berge|vogel|vögel|tier*|blume*|baum|bäume|pflanze*|wissenschaft*|forschung*|foto*|bild|bilder|bildung|*bilder|gemälde|gedicht*|ausstellung*|*ausstellung|schau|schaum|karten*|eintritt*|einlass|anmeldung*|beginn|ende|treffpunkt*|leitung|moderation|referent*|jährlich*|alljährlich*|gemeinsam*|sie|ihr*|ihnen|wir|uns|ich|du|rahmen|anschluss|zuge|laufe|mitte|jahren|alter|auftrag|angebot|verkauf|käse|honig|erzeuger*|offene*|öffentliche*|feierlich*|*liche|*licher|*liches|*lichen|*ige|*igen|*iges|*same|*samen|*sames|*bare|*baren|*bares|*hafte|*haften|*volle|*vollen|*ere|*eren|*ische|*ischer|*isches|*ischen|*ung|*ungen|*heit|*heiten|*keit|*keiten|*schaft|*schaften|*tion|*tionen|*tät|*ismus|*nis|*nisse|*platz|*plätze|*haus|*häuser|*zeit|*zeiten|*weg|*wege|*stadt|*dorf|*raum|*räume|*verein|*gruppe|*abende|*stunde|*stunden|*kreis|*werk|*werkstatt|*börse|*bühne|*garten|*park|*laden|*feld|ihr|ihre|ihren|ihrem|ihrer|euch|euer|eure|euren|eurem|eurer|dich|dir|dein|deine|deinen|deinem|deiner|zieht|ziehen|genießt|genießen|kommt|kommen|bringt|bringen|denkt|denken|macht|machen|erlebt|erleben|entdeckt|entdecken|nehmt|nehmen|seid|lasst|lassen|meldet|melden|besucht|besuchen|freut|freuen|probiert|probieren|lernt|lernen|hört|hören|seht|sehen|schaut|schauen|teil|teile|folge|kapitel|akt',
    numbers: {
      0.5: 'halb|halbe|halben|halber|halbes|hälfte',
      1: number('ein|eins|eine|einen|einem|einer|eines', 'erst'),
      1.5: 'anderthalb|eineinhalb',
      2: `${number('zwei', 'zweit')}|beide|beiden|beider`,
      3: number('drei', 'dritt'),
      4: number('vier', 'viert'),
      5: number('fünf', 'fünft'),
      6: number('sechs', 'sechst'),
      7: number('sieben', 'siebt'),
      8: number('acht', 'acht'),
      9: number('neun', 'neunt'),
      10: number('zehn', 'zehnt'),
      11: number('elf', 'elft'),
      12: `${number('zwölf', 'zwölft')}|dutzend`,
      13: number('dreizehn', 'dreizehnt'),
      14: number('vierzehn', 'vierzehnt'),
      15: number('fünfzehn', 'fünfzehnt'),
      16: number('sechzehn', 'sechzehnt'),
      17: number('siebzehn', 'siebzehnt'),
      18: number('achtzehn', 'achtzehnt'),
      19: number('neunzehn', 'neunzehnt'),
      20: number('zwanzig', 'zwanzigst'),
      30: `${number('dreißig', 'dreißigst')}|${number('dreissig', 'dreissigst')}`,
      40: number('vierzig', 'vierzigst'),
      50: number('fünfzig', 'fünfzigst'),
      60: number('sechzig', 'sechzigst'),
      70: number('siebzig', 'siebzigst'),
      80: number('achtzig', 'achtzigst'),
      90: number('neunzig', 'neunzigst'),
      100: `${number('hundert', 'hundertst')}|hunderte|hunderten`,
      1000: `${number('tausend', 'tausendst')}|tausende|tausenden|tsd`,
      1000000: 'million|millionen|mio',
      1000000000: 'milliarde|milliarden|mrd',
    },
    numberJoint: 'und',
    closedNumbers: true,
    numberCompounds:
      'stündig|tägig|wöchig|monatig|jährig|minütig|teilig|köpfig|stimmig|sprachig|stöckig|gängig|bändig|mal(?!\\p{L})',
    ordinalStop: true,
    capitals: 'nouns',
    plainMarks: (word) => word,
    wordings: {
      'e\\. ?V\\.|g?GmbH': '',
      '(?<=(?:regen|wetter)[^.]{0,80} )in d(en|ie|as) (\\p{L}+) verlegt': 'in d$1 $2',
      'jede[nrs]? (montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)': '$1s',
      seid: 'seit',
      'nicht vor (?=\\d)': 'frühestens um ',
      '19(\\d0)er': '$1er',
      'info-?(?!rm)(\\p{L}{4,})': 'informations$1',
      'werden keine (?:Kosten|Gebühren) erhoben': 'ist kostenlos',
      'Mindestalter:? (\\d+)(?: Jahre)?|ab (\\d+) J(?:ahren?|\\.)': '$1$2+',
      halbstündlich: 'alle 30 Minuten',
      'aufgrund|auf Grund': 'wegen',
      'im (?:Laufe|Verlauf)e?': 'während',
      'notwendig|nötig': 'erforderlich',
      '(?:weitere|nähere) (?:Informationen|Infos|Auskünfte)': 'Infos',
      inklusive: 'inbegriffen',
      '(?:etwa|circa|ungefähr) (?=\\d)': 'ca. ',
      '50 ?% (?:Rabatt|Ermäßigung)': 'halber Preis',
      'zahl(?:en|t) nichts': 'gratis',
      '(?:eine[rn]? )?halben? Stunde': '30 Minuten',
      'nicht mehr als': 'höchstens',
      'auf (\\d+) (?:(?:Personen|Teilnehme(?:r|nde)|Plätze) )?(?:begrenzt|beschränkt)': 'höchstens $1',
      '(?:eine[rn]? )?Dreiviertelstunde': '45 Minuten',
      '(?:eine[rn]? )?Viertelstunde': '15 Minuten',
      '(?:vierzehn|14) Tage[n]?': 'zwei Wochen',
      'einer? Stunde': '60 Minuten',
      'f[aä]ll(?:t|en) ([^.;]{1,60}) aus': 'entfällt $1',
    },
    abbreviations: {
      ggü: 'gegenüber',
      vvk: 'vorverkauf',
      vk: 'vorverkauf',
      ak: 'abendkasse',
      gde: 'gemeinde',
      wg: 'wegen',
      dt: 'deutsch',
      '*str': 'strasse',
      '*pl': 'platz',
      st: 'sankt',
      gen: 'general',
      dr: 'doktor',
      erm: 'ermäßigt',
      ca: 'circa',
      std: 'stunden',
      hbf: 'hauptbahnhof',
      bhf: 'bahnhof',
      vhs: 'volkshochschule',
      og: 'obergeschoss',
      eg: 'erdgeschoss',
      ug: 'untergeschoss',
      pl: 'platz',
      erw: 'erwachsene',
      bzw: 'beziehungsweise',
      hr: 'herrn',
      hrn: 'herrn',
      fr: 'frau',
      inkl: 'inklusive',
      tel: 'telefon',
      max: 'maximal',
      mind: 'mindestens',
      evtl: 'eventuell',
      ggf: 'gegebenenfalls',
      tägl: 'täglich',
      f: 'für',
      jh: 'jahrhundert',
      jhdt: 'jahrhundert',
      pers: 'person',
      ev: 'evangelisch',
      kath: 'katholisch',
      kgl: 'königlich',
      nr: 'nummer',
      zi: 'zimmer',
      geb: 'gebäude',
      eingg: 'eingang',
      min: 'minuten',
      etwa: 'circa',
      je: 'pro',
    },
    formEnding: /^(?:e|n|en|er|ern|m|r|s|es)$/u,
    adjectiveEnding: /e[mnrs]?$/u,
    beforePlaces:
      'im|am|in der|an der|an dem|beim|bei der|vor dem|vor der|hinter dem|hinter der|neben dem|neben der|auf dem|auf der|zum|zur|für|mit|durch|gegenüber dem|gegenüber der|es singen die|es spielen die|es spielt die|es spielt der|es singt der|es singt die|es liest der|es liest die|es tanzen die|mit den|mit der|mit dem|von den|von der|verein der|verein für|freunde der|freundeskreis|gruppe der|chor der|verband der',
    beforeNames:
      'in|aus|nach|bei|ab|bis|über|zwischen|von|stadt|gemeinde|landkreis|kreis|land|region|herr|herrn|frau|familie|dr|prof|professor|professorin|pfarrer|pfarrerin|präsident|präsidentin|minister|ministerin|bürgermeister|bürgermeisterin',
    nameEnding: /s$/u,
  }),
  hyphenation: () => import('hyphen/de/index.js'),
  dictionaries: ['dictionary-de'],
});

/** Compounds of a weekday and a part of the day, such as Samstagabend. */
function partsOf(day: string): string {
  return ['früh', 'morgen', 'vormittag', 'mittag', 'nachmittag', 'abend', 'nacht']
    .map((part) => day + part)
    .join('|');
}
