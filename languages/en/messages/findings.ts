import type { Catalogue } from '../../messages.ts';

/** Messages of the proofing rules. */
export const findings = {
  'rule-unknown': {
    message: 'there is no rule {rule}',
    hint: '`check --rules` lists all rules',
  },
  'name-differs-from-list': '“{name}” is spelled “{right}” in the list of regions and places',
  'apostrophe-straight': 'straight apostrophe in “{word}”',
  'emphasis-not-read': {
    message: 'the asterisks in “{signs}” would be printed as they are',
    hint: 'remove the asterisks, or allow emphasis in the settings of the field (bold: two asterisks directly before and after the words)',
  },
  'link-not-read': {
    message: '“{link}” would be printed with its brackets and address',
    hint: 'write only the words, or allow emphasis in the settings of the field (addresses start with https: or mailto:)',
  },
  'body-missing': 'no institution is named in the column “{column}”',
  'body-differs': '“{words}” is written “{right}” in other events',
  'bracket-doubled': 'doubled bracket',
  'bracket-empty': 'empty brackets',
  'bracket-unopened': 'closing bracket without an opening bracket',
  'word-wider-than-cell': '“{word}” is wider than its cell',
  'text-stops': 'the text ends with “{last}” and seems to be incomplete',
  'bracket-unclosed': 'opening bracket without a closing bracket',
  'range-without-dash': '“{printed}”: write a range with an en dash, “{first}–{last}”',
  'dash-between-words': '“{printed}” between words: use the dash “{sign}”',
  'date-in-text-disagrees': {
    message: 'the text contains the date “{words}”, but the date column contains “{date}”',
    hint: 'correct whichever date is wrong',
  },
  'dates-disagree-in-most': {
    message: 'in {count} of {all} events, the dates in the text differ from those in the date column',
    hint: 'check that the column contains the dates of the events and not, for example, their publication dates; dates of another kind cannot be compared',
  },
  'date-missing': 'the event has no planned date',
  'date-comes-again': {
    message: 'recurring date: it is printed as written, but not added to calendars',
    hint: 'write the individual dates; if the words must be printed, accept the finding with a reason',
  },
  'date-not-understood': 'the date is not understood: {why}',
  'date-only-in-text': {
    message: '“{words}” is only in the text, not in the date column',
    hint: 'write “{dates}” in the date column',
  },
  'date-ends-before-start': 'the date ends before it starts',
  'when-missing': {
    message:
      'the event has a printed date but no date for calendars, so it is missing from indexes and calendars',
    hint: 'add the date for calendars: {edtf}',
  },
  'date-words-disagree': {
    message: 'the printed date is “{words}”, but the date for indexes and calendars is {when}',
    hint: 'if the printed date is correct, change the date for calendars to {edtf}; if not, print “{printed}”',
  },
  'description-missing': 'the event has no description',
  'description-repeats-title': 'the description only repeats the title',
  'picture-without-words': {
    message: 'the picture has no alternative text',
    hint: 'write a description before the file name: Two orchestras (pictures/harbour.jpg)',
  },
  'event-duplicate': {
    message: 'this event is very similar to “{event}” in “{theme}” ({percent} %)',
    hint: 'remove one of the events, or make their titles different',
  },
  'final-stop': 'full stop after a text that is not a sentence',
  'space-before-missing': '{mark} without a no-break space before it',
  'space-after-guillemet-missing': '« without a no-break space after it',
  'markup-of-web-page': {
    message: '{tag} is HTML markup and would be printed as it is',
    hint: 'remove it',
  },
  'space-ordinary': '{what} separated by an ordinary space; use a no-break space',
  'ordinal-form': '“{printed}”: write the ordinal number as “{expected}”',
  'other-language': '{found} words in {text}',
  'other-language-in-many': {
    message: '{count} texts contain sentences in another language, such as {found}',
    hint: 'if the programme is in several languages, write a text for each of them',
  },
  'programme-language': {
    message: 'the texts are in {found}, but the language of the programme is {language}',
    hint: 'correct the language of the programme, or the texts',
  },
  'cyrillic-words': 'Cyrillic letters in {text}',
  'place-taken': {
    message: '“{title}” starts at the same time in the same place: {day}, {time}',
    hint: 'correct the place, day or time of one event, or accept the finding if the place has room for both',
  },
  placeholder: {
    message: 'the {field} is still a placeholder',
    hint: 'fill in {field} in the desk, or in the sheet “{sheet}” of the workbook with settings',
  },
  'price-beside-free': 'a price next to “free”',
  'price-column-disagrees': 'this contradicts the price column, which contains “{words}”',
  'marks-do-not-go-together': 'punctuation marks “{marks}” in a row',
  'quotation-marks': 'quotation marks {open} {close}: use {rightOpen} {rightClose}',
  'quotation-mark-alone': 'unmatched quotation mark {mark}',
  'region-kind': '“{words}”: the name of this region is {right}',
  'word-doubled': 'doubled word “{word}”',
  'item-doubled': '“{item}” appears twice in the list',
  'seats-disagree': 'this contradicts the seats column, which contains {seats}',
  'small-word': '“{printed}”: {says}',
  'time-not-understood': {
    message:
      'the time is not understood: {why}; calendars, the web page and the open data show an all-day event',
    hint: 'write times such as 19:30 or 10:00–12:00; to keep the printed words, give the event exact times (`occurrences`)',
  },
  'time-without-start': {
    message: 'no start time is stated; calendars, the web page and the open data show an all-day event',
    hint: 'write times such as 19:30 or 10:00–12:00; to keep the printed words, give the event exact times (`occurrences`)',
  },
  'hours-not-understood': {
    message:
      'the time next to the date is not understood: {why}; calendars, the web page and the open data show an all-day event',
    hint: 'write times such as 19:30 or 10:00–12:00; to keep the printed words, give the event exact times (`occurrences`)',
  },
  'title-small-letter':
    'this title starts with a small letter, but the other titles start with a capital letter',
  'still-open': 'still to be announced: “{printed}”',
  'text-untranslated': '“{words}” has no {language} translation',
  'more-like-it': '{finding} ({count} more in this text)',
  'acceptance-stale': {
    message: 'the rule {rule} finds nothing here, so this acceptance is not needed',
    hint: 'remove it',
  },
  'date-past': 'the event is over before the edition is published on {date}',
  'date-outside-period': {
    message: 'the date is outside the period of the programme, {period}',
    hint: 'check the year',
  },
  'range-with-other-dash': '“{printed}”: write a range as “{range}”',
  'words-left-out': {
    message: 'words are missing here: {marks}',
    hint: 'copy the complete text from its source',
  },
  'text-cut': {
    message: 'the text is cut off here',
    hint: 'copy the complete text from its source',
  },
  'filler-text': '“{words}” is filler text',
  'words-unwritten': '“{printed}” is a placeholder for missing text',
  'glyph-missing': 'no font contains the character {glyph} ({code})',
  'theme-title-capital': {
    one: 'this theme title starts with a capital letter, but the others do not',
    other: 'this theme title and {more} more start with a capital letter, but the others do not',
  },
  'theme-title-small-letter': {
    one: 'this theme title starts with a small letter, but the others do not',
    other: 'this theme title and {more} more start with a small letter, but the others do not',
  },
  'hours-wrong': '{why}',
  'occurrence-ends-before-start': 'the end time on {date} is before the start time',
  'lookalike-latin': '“{word}” contains Latin letters that look like Cyrillic letters ({letters})',
  'lookalike-cyrillic': '“{word}” contains Cyrillic letters that look like Latin letters ({letters})',
  'character-code': '{code} is the HTML code of {character} and would be printed as it is',
  'character-code-like': '{code} looks like an HTML code and would be printed as it is',
  'a-space': 'a space',
  'mission-in-host-column': {
    message: 'a consulate or embassy represents a country other than the one where it is located: “{words}”',
    hint: '{hint}',
  },
  'mission-in-other-column': {
    message: '“{words}” represents a country other than that of the column',
    hint: '{hint}',
  },
  'move-to-country':
    'move it to the column of its country, or add the name of the country that it represents',
  'move-to-column': 'move it to the column “{column}”, or add the name of the country that it represents',
  'title-like-description': {
    message: 'the title starts like a sentence in a description',
    hint: 'say what kind of event it is, for example a concert or an exhibition',
  },
  'title-without-subject': {
    message: 'the title states a time or place, but no event',
    hint: 'say what kind of event it is, for example a concert or an exhibition',
  },
  'title-begins-with-date': {
    message: 'the title starts with the date instead of the event',
    hint: 'say what kind of event it is, for example a concert or an exhibition',
  },
  'title-mid-sentence': {
    message: 'the title starts in the middle of a sentence',
    hint: 'say what kind of event it is, for example a concert or an exhibition',
  },
  'title-of-sentences': {
    message: 'the title consists of several sentences',
    hint: 'write a short title, and move these sentences to the description',
  },
  'title-is-sentence': {
    message: 'the title is a whole sentence',
    hint: 'write a short title, and move this sentence to the description',
  },
  'title-too-long': {
    message: 'the title is long: it has {words} words',
    hint: 'write a short title, and move the details to the description',
  },
  'title-is-other-description': {
    message: 'the title is almost identical to the description of another event',
    hint: 'write a short title, and move this text to the description',
  },
  'price-with-other-sign': 'unusual price format: other prices use {most}',
  'price-currency-before': 'unusual price format: other prices have the currency before the amount',
  'price-currency-behind': 'unusual price format: other prices have the currency after the amount',
  'price-with-space': 'unusual price format: other prices have a space between amount and currency',
  'price-without-space': 'unusual price format: other prices have no space between amount and currency',
  'price-mark-before-cents': 'unusual price format: other prices have “{most}” before the cents',
  'price-without-cents': 'unusual price format: other round prices have no cents',
  'price-with-cents': 'unusual price format: other round prices end in {most}',
  'region-is-another': {
    message: '“{words}” is a region, but the event is listed under {regions}',
    hint: 'correct the place or the regions of the event',
  },
  'place-in-other-region': {
    message: '“{words}” is in {lies}, but the event is listed under {regions}',
    hint: 'correct the place or the regions of the event',
  },
  'place-unknown': {
    message: 'no known region or place in “{words}”',
    hint: '{hint}',
  },
  'region-not-in-iso': { message: 'no region has the name “{words}”', hint: '{hint}' },
  'place-not-listed': { message: '“{words}” is not in the list of places', hint: '{hint}' },
  'place-ambiguous': {
    message: 'several places have the name “{words}”',
    hint: 'state which one is meant: {places}',
  },
  'add-place-or-write': 'write {places}, or add the place to the list of places',
  'add-place': 'correct it, or add the place to the list of places',
  'add-place-or-take': 'correct it, or add the place to the list of places; names in ISO 3166-2: {known}',
  'accept-with-reason': 'correct it, or accept the finding with a reason',
  'accept-with-reason-or-take':
    'correct it, or accept the finding with a reason; names in ISO 3166-2: {known}',
  'mission-in-column-of-place': {
    message: '“{words}” is in {country}, but is listed in the column “{column}”',
    hint: 'add the country that the consulate or embassy represents, or accept the finding with a reason',
  },
  'body-in-other-column': {
    message: '“{words}” is in {country}, but is listed in the column “{column}”',
    hint: 'swap the bodies, or move this one to the other column',
  },
  'space-doubled': 'more than one space',
  'space-at-edge': 'space at the start or end of the text',
  'space-before-mark': 'space before a punctuation mark',
  'space-after-bracket': 'space after a bracket',
  'space-missing-after-mark': 'no space after a punctuation mark',
  'space-missing-between-sentences': 'no space between two sentences',
  'space-missing-before-number': 'no space between a word and a number',
  'dictionary-repeats-words': {
    message: 'a dictionary contains the same word too many times',
    hint: 'use another dictionary',
  },
  'word-unknown': {
    message: 'unknown word “{word}”',
    hint: 'correct it, or add it to the word list',
  },
  'word-misspelt': {
    message: 'unknown word “{word}”',
    hint: 'did you mean {better}? If the word is right, add it to the word list',
  },
  'word-unwanted': {
    message: '“{word}”: write “{better}”',
    hint: 'the word list of the project requires it',
  },
  'place-in-date': { message: '“{words}” is a place, not a date', hint: 'move it to another column' },
  'text-in-date': {
    message: '“{words}” is not part of a date',
    hint: 'move it to another column',
  },
  'time-without-day':
    'no time for {weekday}, {date}; calendars, the web page and the open data show an all-day event',
  'of-which-days': 'it is unclear to which days the time applies',
  'translation-outdated':
    'the {main} text has changed since the last edition, but the {language} text has not',
  'title-unknown': {
    message: 'all words of the title are unknown: it may be in another language or consist of names',
    hint: 'check each word by hand',
  },
  'name-unknown': {
    message: { one: 'unknown name “{word}”', other: 'unknown name “{word}” (in {count} texts)' },
    hint: 'correct it, or add it to the word list if it is right',
  },
  'abbreviation-unknown': {
    message: {
      one: 'unknown abbreviation “{word}”',
      other: 'unknown abbreviation “{word}” (in {count} texts)',
    },
    hint: 'correct it, or add it to the word list if it is right',
  },
  'event-untranslated': 'this event has no {language} text yet',
  'texts-untranslated': '{text} is missing: {columns}',
  'part-untranslated': {
    message: 'the part "{part}" has no text in {lang}; readers in {lang} see the text in {shown}',
    hint: 'write the text in {file}',
  },
  'weekday-wrong': '{date} is a {right}, not a {wrong}',
  'word-variant': {
    one: '“{words}”: the programme also has “{printed}” (once)',
    other: '“{words}”: the programme also has “{printed}” ({count} times)',
  },
  'tie-abbreviation': 'parts of an abbreviation',
  'tie-abbreviation-number': 'abbreviation and number',
  'tie-dash': 'word and dash',
  'tie-day-month': 'day and month',
  'tie-digits': 'groups of digits',
  'tie-initials': 'initials and name',
  'tie-number': '№ and number',
  'tie-particle': 'word and particle',
  'tie-sign': 'number and its sign',
  'tie-title': 'title or “no.” and the next word',
  'tie-title-name': 'title and name',
  'tie-unit': 'number and its unit',
  'fault-a': 'before this word, the article is “a”',
  'fault-an': 'before this word, the article is “an”',
  'fault-apostrophe': 'wrong apostrophe or accent',
  'fault-article-twice': 'the first word already contains the article',
  'fault-contraction': 'preposition and article are written as one word',
  'fault-contraction-french': 'preposition and article are written as one word: au, aux, du, des',
  'fault-day-article': 'a day before its month takes no article',
  'fault-elision': 'the short word is elided before a vowel',
  'fault-noun-missing': 'a noun is missing after the adjective',
  'fault-o': '“o” becomes “u” before a word that begins with the sound o',
  'fault-sequence': 'two short words that cannot follow each other',
  'fault-verbs': 'two verbs that cannot follow each other',
  'fault-will': '“will” must be followed by the base form of a verb: will be held, will take',
  'fault-word-missing': 'a word is missing between these two words',
  'fault-y': '“y” becomes “e” before a word that begins with the sound i',
} as const satisfies Catalogue;
