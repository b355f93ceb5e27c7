/** The English texts about the proofing rules, for docs/rules.md, `check --rules` and proof sheets. */

/** The texts about a rule, each of which consists of one or a few sentences. */
interface RuleTexts {
  /** A short description of the reported fault. */
  title: string;
  /** Why the fault matters to readers. */
  why: string;
  good: string;
  bad: string;
  /** Known false negatives and false positives. */
  limits: string;
}

/** The texts about each rule, by the id of the rule, in the order in which the documentation lists them. */
export const ruleTexts = {
  'date-outside-period': {
    title: 'date outside the period of the programme',
    why: 'In most cases the year is wrong, so visitors would come too early or too late.',
    good: 'period: 2021 · date: Throughout the year 2021',
    bad: 'period: 2021 · date: Throughout the year 2020',
    limits:
      'Events that really take place outside the period are also reported; accept these findings with a reason. A date of less than a year may begin before the period or end after it. If a date has an open start or end, only the known day is compared.',
  },
  'date-not-understood': {
    title: 'date that the program does not understand',
    why: 'Such a date cannot be compared or sorted, and readers may not understand it either.',
    good: 'Semester 1: February 2021',
    bad: 'Semester 1: December 2021 · some time soon',
    limits:
      'The rule supports the languages in which programmes can be published; it does not guess. The order of day and month in 03/04/2031 is known if `when` is one of the two possible days.',
  },
  'text-in-date': {
    title: 'place or other text in the date column',
    why: 'If the date column contains a city, readers cannot find the date; remarks belong in the description.',
    good: 'date: Semester 2 · date: February 2021 (webinar only)',
    bad: 'date: Angers · date: See semester 2',
    limits:
      'Remarks in brackets are not reported. The rule recognises the date words of each language. A place that is not in the reference data is reported as a date that is not understood, as is a recurring date (every Tuesday).',
  },
  'date-only-in-text': {
    title: 'date in the title or description, but not in the date column',
    why: 'Readers who look only at the date column or the index by month miss the event.',
    good: 'title: Forum of Ancient Cities · date: 21–25 September 2021',
    bad: 'title: Forum of Ancient Cities (21-25 September 2021) · no date',
    limits:
      'The rule cannot know whether the date in the text is the date of the event. The rule is disabled in a programme of at least five events if none of them has a date.',
  },
  'date-in-text-disagrees': {
    title: 'date in the title or description that differs from the planned date',
    why: 'One of the two dates is wrong, and readers cannot know which.',
    good: 'description: … which will take place in May 2021 · date: May 2021',
    bad: 'description: … which will take place in May 2021 · date: Semester 2 · description: … from 9 to 19 December · date: 8–18 December',
    limits:
      'The rule checks only dates within the period of the programme. The rule reports dates that do not overlap with the planned date, and ranges whose start or end differs by a day or two. Dates that probably belong to other occasions are not reported: several dates in one text, a date that differs from the planned date by more than a month (unless only the month is different), and a month without a year in a description. If the texts of most events, and of more than four, differ from the date column, the column has a different purpose, such as the date of publication; in this case, there is only a single note.',
  },
  'date-words-disagree': {
    title: 'printed date that differs from the EDTF date',
    why: 'The tables contain the printed date, but the index by month uses the EDTF date, so readers find two different dates.',
    good: 'date: 9–19 December 2021 · when: 2021-12-09/2021-12-19',
    bad: 'date: 9–19 December 2021 · when: 2021-11-09/2021-11-19',
    limits:
      'The rule compares the first and last day. If both dates are approximate, the EDTF date may be longer, for example 2030-08~ for late August.',
  },
  'weekday-wrong': {
    title: 'day of the week that does not match the date',
    why: 'Some readers rely on the weekday, others on the date.',
    good: 'Sunday 19 December 2021',
    bad: 'Saturday 19 December 2021',
    limits:
      'The rule cannot know whether the weekday or the date is right. A date without a year in a text may be in the year before or after that of the event. If the event has no date, the weekday of such a date is reported only if it is wrong in the year of the programme, in the year before and in the year after. Deadlines in texts are not checked.',
  },
  'date-order': {
    title: 'period that ends before it starts',
    why: 'One of the two dates is wrong.',
    good: '9–19 December 2021',
    bad: '19–9 December 2021',
    limits: 'The rule checks only the date column; `when` cannot contain such a period.',
  },
  'date-past': {
    title: 'event that is over before the edition is published',
    why: 'A programme should not announce events that are already over, especially in the future tense.',
    good: 'edition of 19 March 2021 · date: April 2021',
    bad: 'edition of 19 March 2021 · date: February 2021',
    limits: 'The rule checks the planned date, not the tense of the text; cancelled events are not reported.',
  },
  'date-missing': {
    title: 'event without a planned date',
    why: 'Nobody can attend an event without a date.',
    good: 'date: Semester 2',
    bad: 'no date at all',
    limits: 'If the date is only in the title or description, the rule date-only-in-text reports it.',
  },
  'time-not-understood': {
    title: 'time that the program does not understand',
    why: 'In calendars, on the web page and in the open data, the event lasts the whole day, so visitors may come at the wrong time.',
    good: '18:30–20:00',
    bad: 'after the concert',
    limits: 'The rule supports the languages in which programmes can be published; it does not guess.',
  },
  'hours-order': {
    title: 'impossible time, or end time before the start time',
    why: 'The time is wrong, and visitors cannot know the right one. Calendars, the web page and the open data show an all-day event.',
    good: 'from 6 to 8 pm · from 10 pm to 2 am',
    bad: 'from 8 pm to 6 pm',
    limits:
      'In texts, the rule checks only the order of two times, and a number after a dash must have a time marker, because it can begin a price. An end time in the early morning is on the next day.',
  },
  'duplicate-event': {
    title: 'duplicate event',
    why: 'Readers take the duplicate for a second event, and a later change may be made to only one of the two entries.',
    good: 'each event once, under the most suitable theme',
    bad: 'Evreux–Kashira under partnerships and again under environment',
    limits:
      'Two events are equal if title, bodies, date and details are equal, even if the descriptions differ. Other events are compared by their words if they have the same start time and place, as far as these are known. Events without days and bodies are not reported if each title has a word that the other event lacks. The same event described in different words is not reported, but a series of similar events with the same bodies is. Words that occur in more than fifty events are ignored.',
  },
  'place-taken': {
    title: 'two events at the same place and time',
    why: 'The place, day or time of one event is probably wrong, and its visitors would come in vain.',
    good: 'Hall 1, 5 June, 19:30: concert · Hall 2, 5 June, 19:30: lecture',
    bad: 'Hall 1, 5 June, 19:30: concert · Hall 1, 5 June, 19:30: lecture',
    limits:
      'The rule finds the place column by its heading and compares start times. If such pairs of events are frequent at a place, for example in a park with several stages, or in the whole programme, for example concerts by two bands, they are not reported.',
  },
  'sides-swapped': {
    title: 'body in the column of the wrong country',
    why: 'The bodies were swapped, or one is in the wrong column; indexes and extracts depend on the columns.',
    good: 'French side: Dijon · Russian side: Volgograd',
    bad: 'French side: Volgograd · Russian side: Dijon',
    limits:
      'Bodies that are located abroad, such as consulates, are also reported; accept these findings with a reason.',
  },
  'mission-side': {
    title: 'consulate or embassy on the side of its host country',
    why: 'A consulate or embassy represents its home country; under the heading of the host country, readers would take it for a local office.',
    good: 'French side: Consulate General of France in Saint Petersburg',
    bad: 'Russian side: Consulate General of France in Saint Petersburg · French side: Russian embassy in Paris',
    limits:
      'The rule determines the country that a consulate or embassy represents from the names of the sides, or else excludes the country where it is located. Consulates and embassies without a country or place are not checked.',
  },
  'region-place-disagree': {
    title: 'place that is not in a region of the event',
    why: 'The event is listed under the wrong region in the index and in the extract of the region.',
    good: 'Novgorod Oblast · exchanges with Veliky Novgorod',
    bad: 'Nizhny Novgorod Oblast · exchanges with Veliky Novgorod',
    limits:
      'Titles and descriptions can name many places, so a text is reported only if none of its places in the country of a side is in a region of the event. Places that are not in the reference data are not checked.',
  },
  'region-kind': {
    title: 'region with the wrong kind in its name',
    why: 'Oblasts, krais and republics are different kinds of regions, so the kind is a part of the official name.',
    good: 'Republic of Tatarstan, Stavropol Krai',
    bad: 'Tatarstan Oblast, Stavropol Oblast',
    limits:
      'The word “region” is accepted for every kind. A region is not checked if it is not in the reference data, or if its kind is not stated there or in its name.',
  },
  placeholder: {
    title: 'value invented by `init`',
    why: 'Invented values, such as titles derived from file names or “Name of the publisher”, must not be printed.',
    good: 'author: City of Graz',
    bad: 'author: Name of the publisher',
    limits:
      'The rule reports every key listed under `placeholders` in programme.yaml, even if its value has been replaced.',
  },
  filler: {
    title: 'filler text',
    why: 'Filler text must be replaced before publication.',
    good: 'Speaker: Anna Weber · 8 €',
    bad: 'Speaker: ??? · xx € · Lorem ipsum dolor sit amet',
    limits:
      'XXX next to other words may be a number or a name, and several question marks after a word may be intentional; neither is reported. A phrase such as “title to come” is not reported if a text of the event contains it in quotation marks, as the name of a work. Less common filler text is not recognised.',
  },
  'place-unknown': {
    title: 'region or place that is not in the reference data',
    why: 'The region or place is missing from the indexes, and no rule can check it.',
    good: 'region: Grand Est',
    bad: 'region: Grand West',
    limits:
      'Programmes without sides have no reference data; their regions are looked up in ISO 3166-2, in the language of the country and in English, French, German and Russian. A body is reported only if no part of its name is known and no other text of the event names a place in its regions.',
  },
  'place-not-listed': {
    title: 'place of an event that is not in the list of places',
    why: 'The index of places, calendars and search engines do not get the address and coordinates of the event.',
    good: 'venue: Town hall · name: Town hall in reference/places.yaml',
    bad: 'venue: Twon hall · name: Town hall in reference/places.yaml',
    limits:
      'Only fields of kind place are checked. Each line must be the id, the name or an alias of one place; case, accents and punctuation are ignored.',
  },
  'name-variant': {
    title: 'spelling of a place that differs from the reference data',
    why: 'Two spellings of one place look like two places, in the text and in the index.',
    good: 'Saint Petersburg, everywhere',
    bad: 'Saint Petersburg here and St Petersburg there',
    limits:
      'The rule checks only places in the reference data. An alternative name of a place is reported only if the programme also contains the name in the reference data. Names in quotation marks may be in any language.',
  },
  'body-variant': {
    title: 'body or person with two names',
    why: 'Indexes and extracts list the body or person twice, and readers cannot know that both are the same.',
    good: 'Anna Weber, everywhere · Maison des jeunes et de la culture, everywhere',
    bad: 'Anna Weber here, Weber Anna or A. Weber there · Maison des jeunes et de la culture here, MJC there',
    limits:
      'The rule reports the rarer name, or the later one if both are equally frequent. The rule recognises names with the same words in a different order, with abbreviated words, or with initials. The rule does not report short names that could stand for two names, or initials that the text explains in brackets.',
  },
  'body-missing': {
    title: 'event without a body on one side',
    why: 'A cooperation has two sides; if a cell is empty, readers do not know who the partner is.',
    good: 'bodies: { french: Nancy, russian: Krasnodar }',
    bad: 'bodies: { russian: Krasnodar }',
    limits:
      'Events that intentionally have a body on only one side are also reported; accept these findings, and state the reason.',
  },
  'no-title': {
    title: 'title without an event',
    why: 'The table of contents and the indexes show only the title, so it must name the event.',
    good: 'Days of French cinema in Tomsk',
    bad: 'Organisation in July 2021 in Tomsk · In May, with concerts · and the towns of the region · As part of the year of music',
    limits:
      'The rule reports titles that start with a preposition and a date, in the middle of a sentence, with a phrase such as “as part of”, or with a word such as “organisation” without an object. Titles such as “Behind the scenes” are accepted, as is “Event”, although it names nothing.',
  },
  'title-is-description': {
    title: 'description in the title column',
    why: 'The table of contents and the indexes list titles; sentences belong in the description.',
    good: 'title: Academic cooperation · description: Seminars will be held in both towns',
    bad: 'title: Academic seminars and exchanges of students will be held in both towns in spring',
    limits:
      'The rule reports titles that contain several sentences, the verb of a sentence, or more than forty words (twenty-five if there is no description), and titles that are equal to the description of another event. A sentence without a full stop counts as a headline and is reported only if the event has no description.',
  },
  'description-missing': {
    title: 'event without a description',
    why: 'The printed cell is empty, and readers know nothing about the event except its title.',
    good: 'title: Wrestling · description: Friendly match of the two cities',
    bad: 'title: Wrestling',
    limits:
      'The rule does not check whether the title is sufficient. Events with the same title, such as breaks, are reported only once. The rule reports nothing in a programme of at least five events if more than half of them have no description.',
  },
  'description-repeats-title': {
    title: 'description that only repeats the title',
    why: 'The description gives readers no additional information.',
    good: 'title: Academic cooperation · description: Seminars on oriental languages',
    bad: 'title: Scientific and academic cooperation · description: Academic cooperation',
    limits: 'The rule compares words, so a repetition in different words is not reported.',
  },
  'picture-without-words': {
    title: 'picture of an event without an alternative text',
    why: 'Readers who do not see the picture learn nothing about it; public bodies must provide an alternative text by law.',
    good: 'picture: Two orchestras on a quay (pictures/harbour.jpg)',
    bad: 'picture: (pictures/harbour.jpg)',
    limits:
      'Decorative pictures of events are also reported. The rule does not check whether the alternative text describes the picture.',
  },
  'cut-off': {
    title: 'incomplete text',
    why: 'Words were lost when the text was copied or at a page break, and readers notice this immediately.',
    good: 'Anniversary of the twinning of the cities of Pskov and Arles',
    bad: 'Anniversary of the twinning of the cities Pskov and',
    limits:
      'The rule checks only the last word or punctuation mark. A text that was cut off after a noun is not reported, nor is a text whose last word follows `&` or a function word of another language (Father and son), or an English question that ends with a preposition.',
  },
  ellipsis: {
    title: 'text shortened with an ellipsis',
    why: 'Texts that were copied from web pages and exports may be shortened in this way; readers need the whole text.',
    good: 'It brings together the choirs and the mayors of both towns.',
    bad: 'It brings together the choirs and the mayors (...) · It brings together the choirs and…',
    limits:
      'Intentional ellipses at the end of a summary are also reported; in titles, only ellipses in brackets are reported. Ellipses in brackets within quotation marks show an omission in the quotation and are accepted. Phrases such as “and more…” and “to be continued…” are not reported.',
  },
  'to-be-determined': {
    title: 'information that is still open',
    why: 'The information cannot be completed after printing.',
    good: 'Six concerts at the Tsaritsyno Palace',
    bad: 'Concerts at the Tsaritsyno Palace (number to be determined)',
    limits: 'The rule recognises only the usual phrases of each language.',
  },
  'price-contradiction': {
    title: 'price in an event that is “free”',
    why: 'Visitors do not know whether they have to pay.',
    good: '8 €, free for children · free',
    bad: 'price: free · description: Admission: 8 €',
    limits:
      'The rule compares the price column with the texts, and the statements within one price or description. Sentences with a condition (for children, after 6 pm) are not checked.',
  },
  'price-form': {
    title: 'price whose format differs from that of other prices',
    why: 'Readers compare the prices in a column, where different formats look careless.',
    good: '8 € · 12,50 €',
    bad: '8 € · EUR 12,50 · 9€',
    limits:
      'The rule checks price columns, and text columns in which most cells contain an amount. The rule compares the currency, its position, the space between amount and currency, the decimal mark, and whether round prices have cents. If two formats are equally frequent, it reports the later one.',
  },
  'seats-disagree': {
    title: 'number of seats that differs from the seat column',
    why: 'One of the two numbers is wrong, and visitors may be turned away.',
    good: 'seats: 30 · description: limited to 30 people',
    bad: 'seats: 25 · description: limited to 30 people',
    limits:
      'The rule finds the seat column by its heading, and phrases such as “limited to 30 people” or “30 seats” in texts. Texts with several such numbers are not checked.',
  },
  markup: {
    title: 'HTML code in a text',
    why: 'The code was copied from another system and would be printed literally.',
    good: 'L’atelier des enfants',
    bad: 'L&#8217;atelier <b>des enfants</b>',
    limits:
      '--fix replaces character references. Tags are reported but not removed, because they may separate two words.',
  },
  asterisks: {
    title: 'markup of bold words, italic words or links that would be printed literally',
    why: 'The markup of bold words, italic words and links works only in fields with emphasis: true, and only if it is closed; otherwise readers see the asterisks and brackets.',
    good: 'A concert in the park* [free]',
    bad: 'A **free** concert · Bring **boots · [Tickets](https://example.org/)',
    limits: 'A single asterisk is treated as a footnote mark, and three or more asterisks as decoration.',
  },
  spelling: {
    title: 'word that no dictionary contains, or that the word list marks as wrong',
    why: 'Every reader notices a misspelled word.',
    good: 'Participation in French Tech',
    bad: 'Participatoin in French Tech',
    limits:
      'If a misspelled word is a correct word in a different meaning (troops for troupes), it is reported only if the word list contains it. Words of other languages of the programme are accepted. Words that are neither in Latin nor in Cyrillic letters are not checked.',
  },
  'unknown-name': {
    title: 'name or abbreviation that nobody has confirmed',
    why: 'Misspelled names are embarrassing, and dictionaries do not contain them.',
    good: 'a play after Goncharov, if words.txt contains Goncharov',
    bad: 'a play after Gontcharov',
    limits:
      'Adjacent names are reported as one finding, and a name that occurs in several texts is reported only in the first of them. The rule does not know which names are correct: check each name once, and add it to words.txt or to the reference data.',
  },
  'word-variant': {
    title: 'word with two spellings',
    why: 'Both spellings may be correct, but a programme should use only one of them.',
    good: 'start-ups, everywhere',
    bad: 'start-ups here and startups there',
    limits:
      'The rule reports the rarer spelling, or the later one if both are equally frequent. The rule recognises variants such as spellings with and without a hyphen, -ise and -ize, colour and color, connaître and connaitre, or ё and е; in names in Latin letters, it also ignores accents and the difference between ph and f. The names of different persons are not compared.',
  },
  'repeated-words': {
    title: 'doubled word, or doubled item in a list',
    why: 'Such repetitions are copying errors, and a different word may have been intended in place of the second word.',
    good: 'seminars, equestrian sport, equestrian arts',
    bad: 'seminars, equestrian sport, seminars, and the the arts',
    limits:
      'A doubled item in a list is reported in a note, because routes, casts and poems repeat items. A repeated capitalised word, such as Yada Yada, is accepted as a name, except in German, where all nouns are capitalised; in German, Baden Baden and words before another noun (Yada Yada Abend) are also accepted. A word or item that is repeated more than once is accepted, as are words that are repeated for emphasis (far far away) or at the start of a quotation. Items that start with a function word, and clauses of several words, are accepted, because songs and speeches repeat them.',
  },
  'small-words': {
    title: 'missing, superfluous or wrong short word',
    why: 'Such errors remain when a sentence has been edited, and readers stumble over them.',
    good: 'from 13 November · the Agenda for sustainable development will be discussed',
    bad: 'from the 13 November · the Agenda for sustainable will be discussed',
    limits:
      'The rule looks for patterns that are errors in more than nine of ten cases; it does not check grammar in general. Wordplay in quoted titles is also reported.',
  },
  'quotation-marks': {
    title: 'quotation marks in the style of another language',
    why: 'Mixed quotation marks look careless, and straight quotation marks are not correct in print.',
    good: 'the event “Read in Limoges”',
    bad: 'the event "Read in Limoges"',
    limits: 'Single quotation marks are not checked, because they look like apostrophes.',
  },
  'quotes-unbalanced': {
    title: 'unmatched quotation mark',
    why: 'Readers cannot see where the quotation starts or ends.',
    good: 'the “Global Educational Project” of the town',
    bad: 'the Global Educational Project” of the town',
    limits:
      'A quotation can extend over several paragraphs if each of them starts with a quotation mark, or if no other quotation mark is within it. A closing mark after a number is accepted as an inch mark.',
  },
  apostrophes: {
    title: 'straight apostrophe',
    why: 'In printed text, apostrophes are curved; a mixture of straight and curved apostrophes looks careless.',
    good: 'children’s drawings',
    bad: "children's drawings",
    limits: 'A straight apostrophe before a word is not reported, because it can open a quotation.',
  },
  spaces: {
    title: 'superfluous or missing space',
    why: 'Such errors are visible in print, and a search does not find words that are joined together.',
    good: 'the programme 2021, which develops exchanges',
    bad: 'the programme2021 , which develops  exchanges',
    limits:
      'A missing space between a word and a number is reported only for years and date words, because other combinations may be names. Web addresses and e-mail addresses are not checked.',
  },
  'french-spacing': {
    title: 'missing no-break space before : ; ! ? » or after « in French',
    why: 'Without a no-break space, the punctuation mark touches the word or is moved to the start of the next line.',
    good: 'Jumelage\u00a0: quel avenir\u202f?',
    bad: 'Jumelage: quel avenir ?',
    limits:
      'Both normal and narrow no-break spaces are accepted; times such as 10:30 and web addresses are not checked.',
  },
  'nonbreaking-spaces': {
    title: 'ordinary space instead of a no-break space',
    why: 'A line break must not separate a dash, a number or an initial from its word.',
    good: 'Год\u00a0— дружба, №\u00a01',
    bad: 'Год — дружба, № 1',
    limits: 'The rule covers only the most common cases, and none in English.',
  },
  dashes: {
    title: 'hyphen instead of a dash',
    why: 'A hyphen joins words; ranges and breaks in a sentence need a dash.',
    good: '9–19 December – a week of events',
    bad: '9-19 December - a week of events',
    limits:
      'Two numbers count as a range if the first is smaller, and two times always count as a range; scores such as 1-2 are therefore also reported.',
  },
  punctuation: {
    title: 'invalid sequence of punctuation marks',
    why: 'Such sequences remain when a word has been deleted or a text has been edited in haste.',
    good: 'Start-ups in Yekaterinburg – first edition',
    bad: 'Start-ups in Yekaterinburg, - first edition',
    limits: 'The rule checks only adjacent punctuation marks, not whether a comma is correct.',
  },
  brackets: {
    title: 'doubled, empty or unopened bracket',
    why: 'Such brackets remain when words have been deleted or moved, and readers look for the missing words.',
    good: 'A concert (in the town hall)',
    bad: 'A concert ((in the town hall)) · A concert in the town hall)',
    limits:
      'Brackets that are never closed are reported by the rule cut-off. List items such as a) and smileys such as :-) and )) are not reported.',
  },
  ordinals: {
    title: 'ordinal number with a space or a wrong ending',
    why: 'Such a space may result from copying text from a PDF; a wrong ending is a grammatical error.',
    good: 'the 45th anniversary',
    bad: 'the 45 th anniversary',
    limits:
      'A space before a Russian ending is reported, but the ending itself is not checked. Common French endings such as 2ème are reported in a note.',
  },
  'final-stop': {
    title: 'full stop at the end of a title, body or date',
    why: 'Titles and names do not end with a full stop; an inconsistent use looks careless.',
    good: 'Anniversary of the twinning of Tulle and Smolensk',
    bad: 'Anniversary of the twinning of Tulle and Smolensk.',
    limits:
      'A full stop is not reported in a title with several sentences, or after a word of up to three letters, which may be an abbreviation.',
  },
  'heading-capitals': {
    title: 'theme titles that inconsistently start with capital and small letters',
    why: 'Theme titles are listed together in the table of contents, where the difference is visible.',
    good: 'Theme: economy · Theme: sport',
    bad: 'Theme: Economy · Theme: sport',
    limits:
      'The rule compares only the first letters of the titles, after any words that all titles have in common.',
  },
  'title-capitals': {
    title: 'title that starts with a small letter',
    why: 'Titles are listed together in the table of contents and in indexes, where the difference is visible.',
    good: 'Concert at the castle · Reading in the library',
    bad: 'Concert at the castle · reading in the library',
    limits:
      'The rule is active only if at most one in five titles of a language starts with a small letter. Names with a capital letter inside, such as iPhone, are not reported; artists’ names that are written in small letters are reported.',
  },
  untranslated: {
    title: 'missing translation',
    why: 'Readers of this language see text in another language.',
    good: 'languages: [en, fr] · title: { en: Language marathon, fr: Marathon des langues }',
    bad: 'languages: [en, fr] · title: Language marathon',
    limits:
      'A name that is the same in both languages is reported until it is entered for both languages. An event without any translation is reported only once.',
  },
  'translation-outdated': {
    title: 'translation that was not updated after its source text was changed',
    why: 'The content of the edition would differ between languages.',
    good: 'en: 5 June → 6 June · fr: 5 juin → 6 juin',
    bad: 'en: 5 June → 6 June · fr: 5 juin (unchanged)',
    limits:
      'The rule compares the draft with the last edition, so a correction that affects only the source text, such as an added comma, is also reported.',
  },
  'programme-language': {
    title: 'programme whose texts are not in the declared language',
    why: 'Screen readers pronounce every word incorrectly, dates are not understood, and proofing reports nearly every word.',
    good: 'language: de, and texts in German',
    bad: 'language: fr, and texts in German',
    limits:
      'The rule reports a finding only if common words identify the language of at least ten texts, and hardly any of these texts is in the language of the programme. As long as it reports a finding, rules that depend on the language do not run.',
  },
  'other-language': {
    title: 'sentence in a different language from its text',
    why: 'Readers may not understand it, and screen readers pronounce it incorrectly.',
    good: 'France helps start-ups',
    bad: 'in an English text: La France aide les startups',
    limits:
      'The rule recognises languages in Latin script by their common words, and reports only whole clauses, one per paragraph, so names, quoted titles, and titles followed by their translation in brackets can be in their original language; in a text in Cyrillic script, a clause has at least six words. In titles, it also reports a part that starts with an article of another language, if the dictionary of the text language is installed. Texts and paragraphs that are entirely in another language may be intended, unless the field has a text for each language: a single note reports all of them. If at least four texts contain only a clause in another language, the note also reports these clauses. Rules that depend on the language do not check the words in another language.',
  },
  'other-script': {
    title: 'text in a script that its language does not use',
    why: 'Fonts, line breaks and speech output depend on the language that is stated for the text.',
    good: '{ en: Language marathon, ru: Языковой марафон }',
    bad: '{ en: Языковой марафон }',
    limits:
      'The rule reports Cyrillic words in a text in Latin script, except in quotation marks or brackets, where they are original titles and names. Clauses in Latin script in a Cyrillic text are reported by other-language.',
  },
  'lookalike-letters': {
    title: 'letter of a different alphabet that looks the same',
    why: 'The difference is not visible in print, but searches do not find the word, and screen readers spell it out.',
    good: 'Moscow, all letters Latin',
    bad: 'Mоscow, with a Cyrillic о',
    limits:
      'The rule checks only Cyrillic and Latin letters that look alike; names such as АвтоShop are not reported. Cyrillic texts may contain Latin words; in these texts, the rule checks only single Latin letters that do not follow a Latin word.',
  },
  'glyph-missing': {
    title: 'character that no font contains',
    why: 'The character would be printed as an empty box.',
    good: 'Évreux',
    bad: 'a character of a script that the fonts lack, such as 東',
    limits:
      'The rule checks the fonts of the programme, not the fonts on other computers that open the Word file.',
  },
  'cell-overflow': {
    title: 'word that is wider than its cell',
    why: 'The word would be broken without a hyphen.',
    good: 'a long name with hyphens or spaces · a long word that can be hyphenated',
    bad: 'a web address in a narrow column',
    limits: 'The rule checks only the layout of the PDF; Word breaks lines independently.',
  },
  'stale-acceptance': {
    title: 'acceptance without a finding',
    why: 'The accepted error no longer exists, and the acceptance would hide a new error.',
    good: 'accept: a rule that still reports a finding in this field',
    bad: 'accept: a rule that no longer reports a finding, because the text was corrected',
    limits: 'Acceptances of rules that did not run are not checked.',
  },
} satisfies Record<string, RuleTexts>;

/** The beginning of the page about the rules, in Markdown. */
export const rulesIntroduction = `The rules of \`check\`. This page is generated from the source of the rules.

- **error**: an error that readers notice; a draft with such a finding cannot be frozen.
- **warning**: probably an error; check the text.
- **note**: possibly an error; check the text before printing.

To change the severity of a rule or disable it, add it under \`rules:\` in programme.yaml, with a reason:

\`\`\`yaml
rules:
  date-missing: { severity: error, reason: this edition is the last before the year begins }
\`\`\`

To accept a finding, add the rule under \`accept:\` in the event, with a reason and, optionally, the field. An acceptance without a
finding is reported.

\`\`\`yaml
accept:
  - { rule: sides-swapped, field: bodies.french, reason: the consulate is French and is in Saint Petersburg }
\`\`\`

Add correct words and names that no dictionary contains to words.txt next to programme.yaml, one word or name per line. A line \`wrong > right\`
makes \`check\` report a word that exists but is wrong in this programme.`;

/** The end of the page about the rules, which lists faults that no rule finds. */
export const rulesNotCovered = `## What no rule finds

- Wrong facts, such as the name of a different person, a wrong house number, telephone number or price.
- A correctly spelled but wrong word (\`form\` for \`from\`), unless words.txt lists it, and grammatical errors in general: agreement, cases, tenses.
- A time in a text that differs from the time column, and a person at two events at the same time.
- Contradictory ages, languages and conditions of admission.
- A missing event, an event under the wrong theme or category, or a wrong order.
- A wrong link, e-mail address or telephone number, and a picture that does not match its alternative text.
- A wrong translation, unless the text has changed in only one of the languages since the last edition.`;
