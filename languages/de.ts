import { GROUPED_DIGITS, language, NARROW_NBSP, NBSP, type Parting } from './language.ts';

/** A number and the forms of its ordinal. */
const number = (word: string, ordinalStem: string): string =>
  `${word}|${ordinalStem}e|${ordinalStem}en|${ordinalStem}er|${ordinalStem}es|${ordinalStem}em`;

/** A word with a capital. */
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A noun and an adjective, with what may join them: nutzerorientierte, bildgewaltig. What makes one noun of two the dictionary knows. */
const compounds = (word: string): Parting[] => {
  if (!/^\p{Ll}{10,}(?:e[mnrs]?|t|ig|isch|lich)$/u.test(word)) return [];
  return Array.from({ length: word.length - 8 }, (_, index) => index + 4).flatMap((at) => {
    const [head, tail] = [capitalised(word.slice(0, at)), word.slice(at)];
    const joined = /(?:ung|ion|heit|keit|schaft|tät|[^s])s$|(?:er|en|es)$/u.test(head);
    return (joined ? [head, head.replace(/(?:es|en|s|n)$/u, '')] : [head]).map((noun) => ({
      words: [noun, tail],
      noWord: noun.toLowerCase(),
    }));
  });
};

/** Two nouns of four letters or more, the first one with what joins it: Werfthalle, Marienbrücke. */
const nouns = (word: string): Parting[] =>
  Array.from({ length: Math.max(0, word.length - 7) }, (_, index) => index + 4).flatMap((at) => {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    return [head, head.replace(/(?:es|en|s|n)$/u, '')].map((noun) => ({
      words: [noun, capitalised(tail)],
      noWord: tail,
    }));
  });

/** A verb behind a part that is written together with it: zurückließ, weiterzutragen, einzuatmen. */
const verbs = (word: string): Parting[] => {
  const rest =
    /^(?:zurück|zusammen|weiter|hinaus|hinein|heraus|herein|herum|herunter|hinunter|runter|raus|rein|rauf|empor|vorbei|voran|dahin|umher|fort|weg)(?:zu)?(\p{Ll}{4,})$|^(?:ab|an|auf|aus|bei|ein|mit|nach|vor|um)zu(\p{Ll}{4,}n)$/u.exec(
      word,
    );
  const verb = rest?.[1] ?? rest?.[2];
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
    status: 'Status',
    changes: {
      title: 'Änderungen im Programm',
      colon: ': ',
      fromTo: 'Von: {before}; zu: {after}',
      same: 'Keine Änderung: {before} und {after} stimmen überein.',
      draftOf: 'Entwurf vom {date}',
      changes: { one: '{count} Änderung', other: '{count} Änderungen' },
      approved: 'freigegeben',
      approvedBy: 'Freigegeben von {name}, {date}',
      severity: 'Bedeutung',
      severities: { major: 'wesentlich', minor: 'gering', typographic: 'typografisch' },
      whole: {
        'event-added': 'Veranstaltung hinzugefügt',
        'event-removed': 'Veranstaltung entfernt',
        'event-split': 'Veranstaltung abgetrennt',
        'event-merged': 'Veranstaltung zusammengelegt',
        'ids-swapped': 'Kennungen vertauscht',
        'titles-swapped': 'Titel vertauscht',
        'event-moved': 'Veranstaltung umgestellt',
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
        price: 'Preis',
        link: 'Link',
        email: 'E-Mail',
        phone: 'Telefon',
        picture: 'Bild',
      },
      when: 'Geplanter Termin in Maschinenform',
      regionsOf: 'Regionen: {side}',
      columnHeading: 'Spaltenüberschrift: {column}',
      partText: 'Text des Teils: {part}',
      partSignature: 'Unterschrift: {part}',
      programme: {
        title: 'Titel des Programms',
        author: 'Herausgeber',
        subject: 'Gegenstand',
        period: 'Zeitraum',
        introduction: 'Einleitung',
        contents: 'Überschrift des Inhaltsverzeichnisses',
        labels: 'Beschriftungen',
        order: 'Reihenfolge der Teile',
      },
      theme: { title: 'Titel des Themas', columns: 'Spalten der Tabelle' },
      side: { name: 'Name der Seite', heading: 'Spaltenüberschrift', country: 'Land' },
      wholeProgramme: 'Das Programm als Ganzes',
      untracked: 'Unterschiede in den Daten, die keine gedruckten Wörter ändern',
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
      legend: '{deleted} sind gestrichene Wörter, {inserted} sind eingefügte Wörter.',
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
    },
    screen: {
      skip: 'Zu den Veranstaltungen springen',
      find: 'Veranstaltungen finden',
      words: 'Suchwörter',
      month: 'Monat',
      any: 'Alle',
      shown: 'Angezeigte Veranstaltungen: {shown} von {all}',
      clear: 'Zurücksetzen',
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
    parts: { programme: 'Programm', themes: 'Themen', fields: 'Felder', sides: 'Seiten' },
    partHeadings: {
      id: 'Id',
      text: 'Text',
      title: 'Titel',
      columns: 'Spalten der Tabelle',
      carry: 'Gleiche Zellen einmal drucken',
      kind: 'Art',
      heading: 'Überschrift',
      index: 'Register',
      emphasis: 'Hervorhebung',
      country: 'Land',
      name: 'Name',
      timezone: 'Zeitzone',
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
    },
    howTo: [
      'Eine Zeile ist eine Veranstaltung, ein Blatt ist ein Thema, in der Reihenfolge des Drucks.',
      'Ändern Sie Wörter, fügen Sie Zeilen hinzu oder verschieben Sie Zeilen. Die erste Zeile und die graue Spalte „id“ bleiben, wie sie sind; eine neue Veranstaltung hat noch keine id.',
      'Eine gelöschte Zeile entfernt von sich aus nichts: Geben Sie beim Import --remove-missing an.',
      'Zellen sind Text: Was Sie eingeben, bleibt, wie Sie es eingeben, auch Daten und Zeichen wie = oder +.',
      'Die Blätter des Programms, seiner Themen, Felder und Seiten enthalten Titel, Einleitungstexte und Spalten: Ändern Sie sie dort. Eine neue Zeile ist ein neues Thema, Feld oder eine neue Seite; die Reihenfolge der Themen ist die des Drucks.',
    ],
    table: { column: 'Spalte', heading: 'Gedruckt als', holds: 'Inhalt' },
    listHeadings: { theme: 'Themen', status: 'Status' },
    languages: { de: 'auf Deutsch', en: 'auf Englisch', fr: 'auf Französisch', ru: 'auf Russisch' },
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
    contents: 'Veranstaltungen nach Themen:',
    author: 'Name des Herausgebers',
    introduction: 'Schreiben Sie hier die Einleitung.',
    columns: {
      region: 'Region',
      category: 'Kategorie',
      title: 'Veranstaltung',
      description: 'Beschreibung',
      date: 'Geplanter Termin',
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
      weekdaysAgain: [
        'montags',
        'dienstags',
        'mittwochs',
        'donnerstags',
        'freitags',
        'samstags|sonnabends',
        'sonntags',
      ],
      weekend: 'wochenende|am wochenende',
      weekendsAgain: 'wochenenden|an den wochenenden|an wochenenden|wochenends',
      every: 'jede[mnrs]?|(?:täg|wöchent|monat)lich|14-tägig|vierzehntägig|alle',
      recurring:
        '(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|sonnabends|(?:wochen|werk|feier)tag\\p{L}*|wochenenden?',
      ordinals: [
        'erste|ersten|erster|erstes|i.',
        'zweite|zweiten|zweiter|zweites|ii.',
        'dritte|dritten|dritter|drittes|iii.',
        'vierte|vierten|vierter|viertes|iv.',
      ],
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
        'anfang|beginn|mitte|ende|hälfte|drittel|dekade|tage|tagen|abend|abends|vormittag|nachmittag',
      rough: {
        early: 'anfang|beginn|anfangs|jahresanfang|jahresbeginn|erste tage|ersten tage|ersten tagen',
        middle: 'mitte|jahresmitte',
        late: 'ende|jahresende|letztes drittel|letzte tage|letzten tage|letzten tagen',
        about: 'ca.|circa|um den|ungefähr am|etwa am|so um den|circa|zirka|etwa|ungefähr|gegen|rund|um den',
      },
      season:
        'frühjahr|frühjahrs|frühling|frühlings|frühsommer|sommer|sommers|spätsommer|herbst|herbsts|herbstes|spätherbst|winter|winters',
      year: 'jahr|jahr über|jahre|jahres|jahren|ganzjährig',
      small: {
        daily: 'täglich|jeden tag',
        lead: 'im|in|am|an|um|zu|je|jeweils|jew.|im monat|während|siehe|s.|vgl.|geplant|geplant für|vorgesehen für|im laufe|ganzes|ganze|gesamte|gesamten|das ganze|über das ganze|während des gesamten',
        whole: 'im laufe|ganzes|ganze|gesamte|gesamten|das ganze|über das ganze|während des gesamten',
        article: 'der|die|das|den|dem|des',
        every: 'jeden|jede|jedes|immer|immer am',
        only: 'nur',
        except:
          'außer|außer am|ausgenommen|mit ausnahme von|mit ausnahme des|nicht|nicht am|ohne|geschlossen|geschlossen am',
        overnight: 'auf|auf den',
        of: 'monat|monats|im monat|im|von|vom',
        from: 'vom|von|ab|ab dem|beginnend am|beginnend im',
        since: 'ab|ab dem|seit|seit dem|beginnend am|beginnend im',
        between: 'zwischen',
        to: 'bis|bis zum|bis zur|bis einschließlich|zum',
        until: 'bis|bis zum|bis zur|bis einschließlich',
        inclusive: 'einschließlich|inklusive|inkl.',
        and: 'und|sowie|u.|dann',
        or: 'oder|bzw.|und oder|beziehungsweise',
      },
      uncertain:
        'tba|tbd|tbc|noch offen|offen|noch zu bestätigen|zu bestätigen|noch zu bestimmen|noch zu klären|noch unbestätigt|unbestätigt|unter vorbehalt|voraussichtlich|vsl.|vorläufig|vermutlich|nach vereinbarung|in planung|steht noch nicht fest|wird noch bekannt gegeben|wird noch bekanntgegeben|wird noch festgelegt',
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
        'easter-1': 'karsamstag',
        'easter+0': 'ostern|ostersonntag',
        'easter+1': 'ostermontag',
        'easter+39': 'himmelfahrt|christi himmelfahrt|himmelfahrtstag|vatertag',
        'easter+49': 'pfingsten|pfingstsonntag',
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
      partsOfDay:
        'morgens|am morgen|vormittag|vormittags|am vormittag|nachmittag|nachmittags|am nachmittag|abend|abends|am abend|nachts|ganztägig|ganztags|den ganzen tag',
      night: 'nacht|in der nacht|die nacht',
      hour: 'uhr|h|mittag|mitternacht',
      clock: { at: 'um', from: 'von|ab', to: 'bis', after: 'uhr|h' },
      hours: {
        hour: 'uhr|h|std.|stunden',
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
        after: [['c.t.|c. t.|ct|cum tempore', 15]],
        at: 'um|gegen|ca.|circa|zirka|etwa|ungefähr|rund|genau um',
        from: 'von|ab|ab ca.|beginnend um',
        to: 'bis|bis ca.|bis gegen|bis um|bis etwa',
        and: 'und|u.|sowie|dann|danach|und dann|und um|und ab|und von|und nochmals',
        doors:
          'einlass|einlaß|saalöffnung|türöffnung|türen|türen öffnen|doors|doors open|ankunft|treffpunkt|treffen|treff|empfang|eintreffen|ankommen|öffnung|öffnung der türen|sammeln|check-in|registrierung|anmeldung|akkreditierung|ankommen ab',
        start:
          'beginn|start|anfang|los geht’s|los geht es|show|konzert|konzertbeginn|vorstellung|vorstellungsbeginn|veranstaltungsbeginn|spielbeginn|anpfiff|anstoß|abfahrt|abmarsch|aufführung|film|filmstart|vortrag|lesung|programm|programmstart|programmbeginn|führung|führungen|gottesdienst|messe|termin|vorstellungen',
        end: 'ende|schluss|schluß|veranstaltungsende|ankunft zurück|rückkehr|ausklang',
        allDay:
          'ganztägig|ganztags|ganzer tag|den ganzen tag|den ganzen tag über|der ganze tag|rund um die uhr|24 stunden',
        open: 'nach vereinbarung|nach absprache|nach anmeldung|auf anfrage|uhrzeit folgt|zeit folgt|folgt|uhrzeit offen|uhrzeit noch offen|uhrzeit wird noch bekannt gegeben|uhrzeit wird noch bekanntgegeben|wird noch bekannt gegeben',
        openEnd:
          'open end|open-end|openend|ende offen|offenes ende|spät|spät in die nacht|in die nacht|tief in die nacht|in den morgen|in die morgenstunden|zum morgengrauen|zum abwinken|ende nie',
        filler:
          'jeweils|täglich|jeden tag|pünktlich|punkt|präzise|genau|s.t.|s. t.|sine tempore|durchgehend|durchgängig|nonstop|non-stop|stündlich|geöffnet|die|der|den|das|am|an|jeden|jede|immer',
        names: 'uhrzeit|zeit|zeiten|uhrzeiten|öffnungszeit|öffnungszeiten',
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
        publication:
          /(?:(?:zuletzt )?(?:veröffentlicht|aktualisiert|geändert|bekanntgegeben|eingestellt|erstellt)|veröffentlichung|stand|version|letzte änderung)(?: am| vom)?(?!\p{L})/iu,
        limit: /(?<!\p{L})(?:vor|spätestens|bis spätestens)(?: (?:dem|am|bis|zum|bis zum))?\s*$/iu,
        application:
          /(?<!\p{L})(?:\p{L}*(?:anmeld|bewerb|einsende|einreich|melde)\p{L}*|\p{L}*frist(?:en)?|stichtag|einsendungen|rückmeldung(?:en)?|zusagen?|antworten?|(?:vor|karten|ticket)verkauf)(?: (?:ist|sind|endet|enden|beginnt|läuft|möglich|geöffnet|erforderlich|erbeten))*(?!\p{L})/iu,
      }),
    },
  },
  // Duden, and DIN 5008 for spaces.
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
        what: 'parts of an abbreviation',
        space: NARROW_NBSP,
      },
      {
        pattern: /(?<!\p{L})(?:Nr\.|S\.|Bd\.|Art\.|Abs\.|§) (?=\d)/gu,
        what: 'abbreviation and number',
        space: NBSP,
      },
      { pattern: /(?<!\p{L})(?:Dr\.|Prof\.|St\.|Hl\.) (?=\p{Lu})/gu, what: 'title and name', space: NBSP },
      { pattern: /\d (?:%|€|Uhr|Mio|Mrd)(?!\p{L})/gu, what: 'number and its unit', space: NBSP },
      {
        pattern:
          /(?<!\d)\d{1,2}\. (?=(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L}))/gu,
        what: 'day and month',
        space: NBSP,
      },
    ],
  }),
  headings: {
    roles: {
      other:
        'nr|lfd|nummer|ort|veranstaltungsort|raum|saal|adresse|anschrift|kosten*|preis*|eintritt*|gebühr*|budget|finanzierung*|webseite|website|internet*|link*|teilnehmer*|teilnehmende*|anzahl|zielgruppe*|sprache*|dauer|uhrzeit*|=zeit|einlass|referent*|plz|postleitzahl',
      internal:
        'kontakt*|ansprechpartner*|e mail|email|mail|telefon*|tel|handy|bemerkung*|anmerkung*|kommentar*|notiz*|hinweis*|aktualisiert*|=stand|intern|verantwortlich*|zuständig*|bem|anm|notiz|vermerk*|=info intern|interne*|memo',
      deadline:
        'anmeldung*|anmeldefrist|anmeldeschluss|anmelden bis|bewerbung*|einsendeschluss|meldeschluss|einreich*|abgabe*|frist*|stichtag|redaktionsschluss|deadline|rückmeldung*|vorverkauf*|vvk|kartenverkauf|ticketverkauf|veröffentlich*|publiziert|erstellt*|eingestellt am|zeitstempel',
      when: 'edtf',
      start: 'beginn*|anfang*|start*|=von|=ab|datum von',
      end: 'ende|enddatum|schluss|=bis|datum bis',
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
    plainTitle: 'titel*|bezeichnung*|name',
    kindsOfEvents:
      'was|film|konzert|stück|vorstellung|aufführung|vortrag|kurs|führung|ausstellung|programmpunkt',
    times: 'uhrzeit*|zeit|zeiten',
    towns: 'stadt|städte|gemeinde*|kommune*|ortschaft*',
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
      cancelled: 'abgesagt|absage|entfällt|fällt aus|gestrichen',
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
    totals: '(?:ins)?gesamt|summe',
    numberedDay: '(?:\\p{L}+)?tag',
    stamps:
      '(?:anlage|anhang) (?:nr\\. ?)?(?:\\d{1,3}|[A-Z])(?!\\p{L})|(?:genehmigt|freigegeben)(?!\\p{L})|(?:version|stand|fassung)(?: vom)? \\d|(?:entwurf|vertraulich|intern)\\P{L}*$',
  },
  rules: () => ({
    open: /(?<!\p{L})(?:noch (?:offen|unbestätigt|zu (?:bestimmen|klären|bestätigen|benennen))|(?:wird|werden) noch (?:bekannt ?gegeben|festgelegt|bestätigt|mitgeteilt)|(?:steht|stehen) noch nicht fest|tb[acd])(?!\p{L})/giu,
    // Mit, aus, ein, an, auf, ab, zu and bei may end a sentence: they are parts of verbs too.
    leading:
      'und|oder|der|die|das|den|dem|des|eine|einer|eines|einem|einen|von|vom|zum|zur|für|im|ins|zwischen|sowie|als|ohne|gegen|deren|dessen',
    titles: {
      prepositions: 'in|im|am|an|vom|von|ab|bis|bei|beim|während|für|zum|zur|zwischen|nach|vor|um|gegen',
      openings:
        '(?:im rahmen|anlässlich|aus anlass|mit (?:unterstützung|beteiligung|der teilnahme)|unter (?:der schirmherrschaft|mitwirkung|beteiligung)|in (?:zusammenarbeit|kooperation) mit|dank)',
      bare: 'organisation|durchführung|ausrichtung|abhaltung|umsetzung',
      joints: 'und|oder|sowie|deren|dessen',
      sentence:
        /(?<!\p{L})(?:(?:findet|finden) [^.!?]{0,120}(?<!\p{L})statt|(?:wird|werden) [^.!?]{0,120}(?:t|en)$|(?:ist|sind) [^.!?]{0,80}(?:geplant|eingeladen|vorgesehen)|wir (?:laden|freuen))(?!\p{L})/u,
    },
    doubled: 'die|das|sie',
    slips: [
      {
        pattern:
          /(?<![\p{L}-])(?:im|am|vom|zum|beim) (?:der|die|das|dem|den|des|einem|einer|eine)(?= \p{L})|(?<![\p{L}-])zur (?:der|die|das|dem|den|des|einer|einem|eine)(?= \p{L})/gu,
        says: 'the article stands in the first word already',
      },
      {
        pattern:
          /(?<![\p{L}-])(?:in (?:im|ins)|an (?:am|ans)|von vom|zu (?:zum|zur)|bei beim|auf (?:im|am|in)|für (?:von|mit|zu|im|am|bei)|mit (?:von|für|im|am|zum|zur)|von (?:mit|für|im|zum|zur)|bei (?:von|für|mit))(?= \p{L})(?! (?:zu(?!\p{L})|allem|bis))/gu,
        says: 'two small words that cannot follow each other',
      },
      {
        pattern:
          /(?<!\p{L})(?:für|von|mit|durch|über) (?!(?:einig|wenig|ewig|völlig|viel|ganz|mehr|etlich|alle|ander)\p{L}*)(?:\p{Ll}{3,}(?:ige|iche|ische|bare|same|elle|ale)[nrsm]?) (?:wird|werden|wurde|wurden|ist|sind|findet|finden)(?!\p{L})/gu,
        says: 'a noun is missing behind the adjective',
      },
      {
        pattern:
          /(?<!\p{L})(?:wird|werden) (?:stattgefunden|findet|finden statt|ist|sind|hat|haben)(?!\p{L})/gu,
        says: 'two verbs that cannot follow each other',
      },
    ],
    goesOn:
      /(?<!\p{L})(?:und (?:viele[sr]? |noch )*(?:mehr|andere[sr]?|weitere[sr]?)|und so weiter|u\.? ?v\.? ?m\.?|usw\.?|etc\.?|Fortsetzung folgt)[\s,!]*$/iu,
    functionWords:
      'der|die|das|und|ist|sind|wird|werden|wurde|wurden|den|dem|ein|eine|einer|eines|einem|einen|mit|von|vom|zum|zur|auf|bei|aus|nach|nicht|sich|auch|oder|im|zu|für|über|zwischen|durch|sowie|dass|es|wie|hat|haben|seine|ihre',
    ordinals: {
      // 9 . Dezember, das 45te Jubiläum
      pattern:
        /(?<![\p{L}\d.,])(?<number>\d+)[ \u00a0]?-?(?<ending>s?te[mnrs]?(?!\p{L})|(?<=[ \u00a0])\.(?=[ \u00a0]\p{L}))/gu,
      right: () => '.',
    },
    capitalNouns: true,
    // Swiss ss for ß, and what the reform of 1996 left to choose; Maße and Masse, Buße and Busse are two words.
    variantKey: (word) =>
      (/^(?:ma|bu|flo)(?:ß|ss)en?$/u.test(word) ? word : word.replaceAll('ß', 'ss'))
        .replaceAll('ph', 'f')
        .replace(/ti(?=al|ell)/u, 'zi'),
    // Women named within the word, and a part that goes on behind a hyphen: KünstlerInnen, Bewegungs- und Spielangebot.
    respelt: (word) => [
      word.replace(/(?<=\p{Ll})In(?=nen$|$)/u, 'in'),
      word.replace(/(?<=ung|ion|heit|keit|schaft|tät|ling|tum)s$/u, ''),
    ],
    parted: (word) => [...compounds(word), ...verbs(word)],
    nounParts: nouns,
    prefixes:
      'agrar|anti|auto|bio|cyber|euro|fahrrad|film|foto|geo|hyper|infra|inter|jugend|kinder|kino|klima|kultur|landes|lese|medien|mega|meta|mikro|multi|musik|nano|netz|neo|online|öko|polit|post|pseudo|psycho|retro|sport|stadt|super|tele|tanz|theater|trans|ultra|umwelt|video',
    newWords: {
      Hotel:
        'Podcast|Livestream|Start-up|Startup|Meetup|Hashtag|Selfie|Emoji|Slam|Flashmob|Barcamp|Makerspace|Repaircafé|Foodtruck|Workshop|Brunch|Chatbot|Influencer|Playlist|Webinar|Hackathon|Vlog|Smartphone',
      kritisch:
        'partizipativ|inklusiv|performativ|immersiv|resilient|ikonisch|galaktisch|urkomisch|orchestral|surreal|morbid|queer|atonal|jazzig|visionär|hochkarätig|niederschwellig|niedrigschwellig|barrierearm|barrierefrei|familienfreundlich|zivilgesellschaftlich|partizipatorisch|bürgerschaftlich|interaktiv|multimedial|intergenerationell|divers|vegan|regional|digital|analog|urban',
      '': 'ca|bzw|usw|ggf|inkl|exkl|einschl|zzgl|evtl|Std|Min|Hl|jr|op|zuhause|mitgedacht|begrünt|begrünte|begrünten|begrünen|brilliert|Gender|Masterclass|Roadtrip|Chatroom|Tablet|Beats|Snacks|Session|Sessions|Label|Studis|Crowdfunding|Coworking|Escape|Urban|Gardening|Poetry|Upcycling|Carsharing|Blockchain|Streaming|Vernissage|Finissage|Street-Art|kuratiert|kuratierte|kuratierten|gehostet',
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
      /(?<![\p{L}\p{N}])(?:nicht(?! nur)|kein(?:e[nmrs]?)?|nie|niemals|ohne|weder|nirgends|nichts|niemand(?:e[mn])?|keinesfalls|geschlossen|außer|ausgenommen|ausgeschlossen)(?![\p{L}\p{N}])/giu,
    denyingPrefixes: 'un|in|nicht',
    groupMark: '.',
    calledOff:
      /(?<!\p{L})(?:abgesagt\p{L}{0,2}|absage|entfällt|entfallen|fällt aus|ausgefallen|verschoben\p{L}{0,2}|verschiebung|verlegt\p{L}{0,2}|ausgesetzt\p{L}{0,2}|abgebrochen)(?!\p{L})/giu,
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
    ordinalStop: true,
    capitals: 'nouns',
    plainMarks: (word) => word,
    beforeNames:
      'in|aus|nach|bei|ab|bis|über|zwischen|von|stadt|gemeinde|landkreis|kreis|land|region|herr|herrn|frau|dr|präsident|präsidentin|minister|ministerin|bürgermeister|bürgermeisterin',
    nameEnding: /s$/u,
  }),
  hyphenation: () => import('hyphen/de/index.js'),
  dictionaries: ['dictionary-de'],
});

/** The evening of a day and so on, in one word. */
function partsOf(day: string): string {
  return ['früh', 'morgen', 'vormittag', 'mittag', 'nachmittag', 'abend', 'nacht']
    .map((part) => day + part)
    .join('|');
}
