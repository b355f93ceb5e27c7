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
    why: 'Usually the year is wrong, and visitors come too early or too late.',
    good: 'period: 2021 · date: Throughout the year 2021',
    bad: 'period: 2021 · date: Throughout the year 2020',
    limits:
      'Events that do take place outside the period are reported too; accept these findings with a reason. Dates of less than a year may begin before the period or end after it. Of a date with an open start or end, only the known day is compared.',
  },
  'date-not-understood': {
    title: 'date that the program does not understand',
    why: 'Such a date cannot be compared or sorted, and readers may not understand it either.',
    good: 'Semester 1: February 2021',
    bad: 'Semester 1: December 2021 · some time soon',
    limits:
      'The rule supports the languages of programmes; it does not guess. The order of day and month in 03/04/2031 is known if `when` is one of the two days.',
  },
  'text-in-date': {
    title: 'place or other words in the date column',
    why: 'With a city in the date column, readers have no date; remarks belong in the description.',
    good: 'date: Semester 2 · date: February 2021 (webinar only)',
    bad: 'date: Angers · date: See semester 2',
    limits:
      'Remarks in brackets are not reported. The rule knows the date words of each language. A place that is not in the reference is reported as a date that is not understood, and so is a recurring date (every Tuesday).',
  },
  'date-only-in-text': {
    title: 'date in the title or description, but not in the date column',
    why: 'Readers of the date column or the index by month miss the event.',
    good: 'title: Forum of Ancient Cities · date: 21–25 September 2021',
    bad: 'title: Forum of Ancient Cities (21-25 September 2021) · no date',
    limits:
      'The rule cannot know whether the date in the text is the date of the event. It is disabled if none of at least five events has a date.',
  },
  'date-in-text-disagrees': {
    title: 'date in the title or description that differs from the planned date',
    why: 'One of the two dates is wrong, and readers cannot know which.',
    good: 'description: … which will take place in May 2021 · date: May 2021',
    bad: 'description: … which will take place in May 2021 · date: Semester 2 · description: … from 9 to 19 December · date: 8–18 December',
    limits:
      'Only dates within the period of the programme are checked. The rule reports dates that do not overlap with the planned date, and ranges whose start or end differs by a day or two. Dates of other occasions are not reported: texts with several dates, days that differ in day and month by more than a month, and months without a year in descriptions. If most events, and more than four, give other dates than their column, the column has another purpose, such as publication; then a single note reports this.',
  },
  'date-words-disagree': {
    title: 'printed date and EDTF that differ',
    why: 'The tables print the words, but the index by month uses the EDTF, so readers find two dates.',
    good: 'date: 9–19 December 2021 · when: 2021-12-09/2021-12-19',
    bad: 'date: 9–19 December 2021 · when: 2021-11-09/2021-11-19',
    limits:
      'The rule compares the first and last day. If both are approximate, the EDTF may be wider, for example 2030-08~ for late August.',
  },
  'weekday-wrong': {
    title: 'day of the week that does not match the date',
    why: 'Some readers follow the weekday, others the date.',
    good: 'Sunday 19 December 2021',
    bad: 'Saturday 19 December 2021',
    limits:
      'The rule cannot know which of the two is right. A date without a year in a text may be in the year before or after its event; in an event without a date it is reported only if the weekday is wrong in all three years. Deadlines in texts are not checked.',
  },
  'date-order': {
    title: 'date with its end before its start',
    why: 'One of the two is wrong.',
    good: '9–19 December 2021',
    bad: '19–9 December 2021',
    limits: 'The rule checks the date column; `when` cannot contain such a date.',
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
    limits: 'A date that is only in the title or description is reported by date-only-in-text.',
  },
  'time-not-understood': {
    title: 'time that the program does not understand',
    why: 'Calendars, the web page and the open data show the whole day, so visitors may come at the wrong time.',
    good: '18:30–20:00',
    bad: 'after the concert',
    limits: 'The rule supports the languages of programmes; it does not guess.',
  },
  'hours-order': {
    title: 'time with its end before its start',
    why: 'One of the two times is wrong, and visitors follow either.',
    good: 'from 6 to 8 pm · from 10 pm to 2 am',
    bad: 'from 8 pm to 6 pm',
    limits:
      'The rule checks texts and occurrences; a time column cannot contain such times. An end time in the early morning belongs to the next day.',
  },
  'duplicate-event': {
    title: 'duplicate event',
    why: 'Readers count the event twice, and a later change may reach only one of the two.',
    good: 'each event once, under the theme that fits best',
    bad: 'Evreux–Kashira under partnerships and again under environment',
    limits:
      'Two events are equal if title, bodies, date and details are equal, even if the descriptions differ. Other events are compared by their words if they start at the same time and place, as far as both are known; without days and bodies, not if each title has a word that the other event lacks. The same event in other words is not reported; a series of similar events with the same bodies is. Words that occur in more than fifty events are not compared.',
  },
  'place-taken': {
    title: 'two events at the same place and time',
    why: 'A place, a day or a time is wrong, and half of the visitors find a closed door.',
    good: 'Hall 1, 5 June, 19:30: concert · Hall 2, 5 June, 19:30: lecture',
    bad: 'Hall 1, 5 June, 19:30: concert · Hall 1, 5 June, 19:30: lecture',
    limits:
      'The rule finds the place column by its heading and compares start times. If this happens more than once at the same place, for example in a park with several stages, it is not reported.',
  },
  'sides-swapped': {
    title: 'body in the column of another country',
    why: 'The bodies were swapped, or one is in the wrong column; indexes and extracts depend on the columns.',
    good: 'French side: Dijon · Russian side: Volgograd',
    bad: 'French side: Volgograd · Russian side: Dijon',
    limits: 'A body such as a consulate can be located abroad; accept these findings with a reason.',
  },
  'mission-side': {
    title: 'consulate or embassy on the side of its host country',
    why: 'It represents the other country; under the wrong heading, readers take it for a local office.',
    good: 'French side: Consulate General of France in Saint Petersburg',
    bad: 'Russian side: Consulate General of France in Saint Petersburg · French side: Russian embassy in Paris',
    limits:
      'The rule finds the country that a mission represents from the names of the sides, or else excludes the country where it is located. Missions without a country or place are not checked.',
  },
  'region-place-disagree': {
    title: 'place in another region than the event',
    why: 'The event is listed under the wrong region in the index and in the extract of the region.',
    good: 'Novgorod Oblast · exchanges with Veliky Novgorod',
    bad: 'Nizhny Novgorod Oblast · exchanges with Veliky Novgorod',
    limits:
      'Titles and descriptions can name many places: they are reported only if none of those on a side is in a region of the event. Places that are not in the reference are not checked.',
  },
  'region-kind': {
    title: 'region with the wrong kind in its name',
    why: 'An oblast, a krai and a republic are different kinds of regions, and each region uses the correct one.',
    good: 'Republic of Tatarstan, Stavropol Krai',
    bad: 'Tatarstan Oblast, Stavropol Oblast',
    limits:
      'The word “region” is accepted for every kind. Regions that are not in the reference, or have no kind there or in their name, are not checked.',
  },
  placeholder: {
    title: 'value invented by `init`',
    why: 'Titles from file names, or “Name of the publisher”, must not be printed.',
    good: 'author: City of Graz',
    bad: 'author: Name of the publisher',
    limits:
      'The rule uses the list under placeholders in programme.yaml, even if a value was replaced since.',
  },
  filler: {
    title: 'filler text',
    why: 'Filler text must be replaced before publication.',
    good: 'Speaker: Anna Weber · 8 €',
    bad: 'Speaker: ??? · xx € · Lorem ipsum dolor sit amet',
    limits:
      'XXX among other words may be a number or a name, and several question marks after a word may be intentional; both are not reported, nor is a phrase such as “title to come” that a text of the event has in quotation marks, as the name of a work. Other kinds of filler text are unknown to the rule.',
  },
  'place-unknown': {
    title: 'region or place that is not in the reference',
    why: 'It is missing from the indexes, and no rule can check it.',
    good: 'region: Grand Est',
    bad: 'region: Grand West',
    limits:
      'Programmes without sides have no reference; their regions are searched in ISO 3166-2, in the language of the country and in English, French, German and Russian. A body is reported only if no part of its name is known and the rest of the event names no place in its regions.',
  },
  'place-not-listed': {
    title: 'place of an event that is not in the list of places',
    why: 'The event has no address and no coordinates in the index of places, in calendars and for search engines.',
    good: 'venue: Town hall · name: Town hall in reference/places.yaml',
    bad: 'venue: Twon hall · name: Town hall in reference/places.yaml',
    limits:
      'Only fields of kind place are checked. Each line is one place: its id, its name or an alias, ignoring case, accents and punctuation.',
  },
  'name-variant': {
    title: 'spelling of a place that differs from the reference',
    why: 'Two spellings of one place look like two places, in the text and in the index.',
    good: 'Saint Petersburg, everywhere',
    bad: 'Saint Petersburg here and St Petersburg there',
    limits:
      'The rule knows the places of the reference. Another name of a place is reported only if the programme also prints the reference name. Names in quotation marks may be in any language.',
  },
  'body-variant': {
    title: 'body or person under two names',
    why: 'Indexes and extracts list the body or person twice, and readers cannot know that both are the same.',
    good: 'Anna Weber, everywhere · Maison des jeunes et de la culture, everywhere',
    bad: 'Anna Weber here, Weber Anna or A. Weber there · Maison des jeunes et de la culture here, MJC there',
    limits:
      'The rule reports the rarer name, or the later one if both are equally frequent. It compares names with the same words in another order, with abbreviated words, and with initials. It does not report short names that could stand for two names, and initials that the text explains in brackets.',
  },
  'body-missing': {
    title: 'event without a body on one side',
    why: 'A cooperation has two sides; with an empty cell, readers do not know the other one.',
    good: 'bodies: { french: Nancy, russian: Krasnodar }',
    bad: 'bodies: { russian: Krasnodar }',
    limits: 'Events of a single side are reported too; accept these findings with a reason.',
  },
  'no-title': {
    title: 'title without an event',
    why: 'Contents and indexes show only the title, so it must name the event.',
    good: 'Days of French cinema in Tomsk',
    bad: 'Organisation in July 2021 in Tomsk · In May, with concerts · and the towns of the region · As part of the year of music',
    limits:
      'The rule reports titles that start with a preposition and a date, in the middle of a sentence, with “as part of” and the like, or with “organisation” and the like without an object. Titles such as “Behind the scenes” are accepted, and also “Event”, which names nothing.',
  },
  'title-is-description': {
    title: 'description in the title column',
    why: 'Contents and indexes show titles; sentences belong in the description.',
    good: 'title: Academic cooperation · description: Seminars will be held in both towns',
    bad: 'title: Academic seminars and exchanges of students will be held in both towns in spring',
    limits:
      'The rule reports titles with several sentences, with the verb of a sentence, with more than forty words (twenty-five without a description), or equal to the description of another event. A sentence without a full stop is a headline and is reported only if the description of the event is missing.',
  },
  'description-missing': {
    title: 'event without a description',
    why: 'The printed cell is empty, and readers learn only the title.',
    good: 'title: Wrestling · description: Friendly match of the two cities',
    bad: 'title: Wrestling',
    limits:
      'The rule does not check whether the title is sufficient. Events with the same title, such as breaks, are reported once. Nothing is reported if more than half of at least five events have no description.',
  },
  'description-repeats-title': {
    title: 'description that only repeats the title',
    why: 'Readers read the same words twice without learning more.',
    good: 'title: Academic cooperation · description: Seminars on oriental languages',
    bad: 'title: Scientific and academic cooperation · description: Academic cooperation',
    limits: 'The rule compares words, so a repetition in other words is not reported.',
  },
  'picture-without-words': {
    title: 'picture of an event without an alternative text',
    why: 'Readers who do not see the picture learn nothing about it; public bodies must provide an alternative text by law.',
    good: 'picture: Two orchestras on a quay (pictures/harbour.jpg)',
    bad: 'picture: (pictures/harbour.jpg)',
    limits:
      'Decorative pictures of events are reported too. The rule does not check whether the words describe the picture.',
  },
  'cut-off': {
    title: 'incomplete text',
    why: 'Words were lost in copying or at a page break, and readers notice it at once.',
    good: 'Anniversary of the twinning of the cities of Pskov and Arles',
    bad: 'Anniversary of the twinning of the cities Pskov and',
    limits:
      'The rule checks only the last word or mark; a text that was cut after a noun is not reported, and neither is one whose last word follows `&` or a function word of another language (Father and son).',
  },
  ellipsis: {
    title: 'text shortened with an ellipsis',
    why: 'Web pages and exports shorten texts in this way; readers need the whole text.',
    good: 'It brings together the choirs and the mayors of both towns.',
    bad: 'It brings together the choirs and the mayors (...) · It brings together the choirs and…',
    limits:
      'Intentional ellipses at the end of a summary are reported too; in titles only ellipses in brackets are. Ellipses in brackets within quotation marks shorten the quotation and are accepted. Phrases such as “and more…” and “to be continued…” are not reported.',
  },
  'to-be-determined': {
    title: 'information that is still open',
    why: 'Once printed, the information cannot be completed.',
    good: 'Six concerts at the Tsaritsyno Palace',
    bad: 'Concerts at the Tsaritsyno Palace (number to be determined)',
    limits: 'The rule knows the usual phrases of each language.',
  },
  'price-contradiction': {
    title: 'price in an event that is “free”',
    why: 'Visitors do not know whether they have to pay.',
    good: '8 €, free for children · free',
    bad: 'price: free · description: Admission: 8 €',
    limits:
      'The rule compares the price column with the texts, and the words within one price or description. Sentences with a condition (for children, after 6 pm) are not checked.',
  },
  'price-form': {
    title: 'price with another format than the others',
    why: 'Prices are listed in a column, where readers compare them.',
    good: '8 € · 12,50 €',
    bad: '8 € · EUR 12,50 · 9€',
    limits:
      'The rule reads columns of prices, and text columns most of whose cells contain an amount. It compares the currency, its position, the space between amount and currency, the decimal mark, and whether round prices have cents. If two formats are equally frequent, it reports the later one.',
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
    why: 'It was copied from another system and would be printed as it is.',
    good: 'L’atelier des enfants',
    bad: 'L&#8217;atelier <b>des enfants</b>',
    limits:
      '--fix replaces the codes of characters. Tags are only reported, because they may separate two words.',
  },
  asterisks: {
    title: 'literal signs of bold words, italic words or links',
    why: 'Bold words, italic words and links work only in fields with emphasis: true, and only if they are closed; otherwise readers see the signs.',
    good: 'A concert in the park* [free]',
    bad: 'A **free** concert · Bring **boots · [Tickets](https://example.org/)',
    limits: 'A single asterisk is read as a footnote mark, and three or more as a row of stars.',
  },
  spelling: {
    title: 'word that is in no dictionary, or unwanted in the project',
    why: 'Every reader notices a misspelled word.',
    good: 'Participation in French Tech',
    bad: 'Participatoin in French Tech',
    limits:
      'A wrong word that exists (troops for troupes) is reported only if the word list names it. Words of another language of the programme are accepted. Words that are neither in Latin nor in Cyrillic letters are not checked.',
  },
  'unknown-name': {
    title: 'name or abbreviation that nobody has confirmed',
    why: 'Misspelled names are embarrassing, and dictionaries do not contain them.',
    good: 'a play after Goncharov, once words.txt lists Goncharov',
    bad: 'a play after Gontcharov',
    limits:
      'Names that follow each other are one finding. The rule does not know which names are right: check each once, and add it to words.txt or the reference.',
  },
  'word-variant': {
    title: 'word with two spellings',
    why: 'Each spelling may be right, but a programme should use one of them.',
    good: 'start-ups, everywhere',
    bad: 'start-ups here and startups there',
    limits:
      'The rule reports the rarer spelling, or the later one if both are equally frequent. It compares spellings with and without hyphens, with -ise and -ize, colour and color, connaître and connaitre, or ё and е; in names in Latin letters, it also ignores accents and the difference between ph and f. First names and family names of different persons are not compared.',
  },
  'repeated-words': {
    title: 'doubled word, or doubled item in a list',
    why: 'The repetition comes from copying, and may replace another word.',
    good: 'seminars, equestrian sport, equestrian arts',
    bad: 'seminars, equestrian sport, seminars, and the the arts',
    limits:
      'Two capitalised words, such as Yada Yada, are accepted as a name, except in German, where nouns are capitalised; Baden Baden is accepted there too. Three times the same word is accepted, as are words that repeat for emphasis (far far away). Items that start with a function word are accepted, because songs and speeches repeat them.',
  },
  'small-words': {
    title: 'missing, superfluous or wrong short word',
    why: 'It is left over from an edited sentence, and readers stumble over it.',
    good: 'from 13 November · the Agenda for sustainable development will be discussed',
    bad: 'from the 13 November · the Agenda for sustainable will be discussed',
    limits:
      'The rule has patterns that are wrong in more than nine of ten cases; it does not check other grammar. Wordplay in quoted titles is reported too.',
  },
  'quotation-marks': {
    title: 'quotation marks in the style of another language',
    why: 'A mixture of quotation marks looks careless, and straight quotation marks are for typewriters.',
    good: 'the event “Read in Limoges”',
    bad: 'the event "Read in Limoges"',
    limits: 'Single quotation marks are not checked, because they look like apostrophes.',
  },
  'quotes-unbalanced': {
    title: 'unmatched quotation mark',
    why: 'Readers cannot see where the quotation starts or ends.',
    good: 'the “Global Educational Project” of the town',
    bad: 'the Global Educational Project” of the town',
    limits: 'Inch signs and quotations across several paragraphs are reported too.',
  },
  apostrophes: {
    title: 'straight apostrophe',
    why: 'Printed text has curved apostrophes; a mixture of straight and curved ones looks careless.',
    good: 'children’s drawings',
    bad: "children's drawings",
    limits: 'A straight apostrophe before a word is not reported, because it can open a quotation.',
  },
  spaces: {
    title: 'superfluous or missing space',
    why: 'Such mistakes are visible in print, and searches do not find two joined words.',
    good: 'the programme 2021, which develops exchanges',
    bad: 'the programme2021 , which develops  exchanges',
    limits:
      'A missing space between a word and a number is reported only for years and date words, since other combinations may be names. Web and mail addresses are not checked.',
  },
  'french-spacing': {
    title: 'missing no-break space before : ; ! ? » or after « in French',
    why: 'Without it, the mark touches the word or moves to the start of a line.',
    good: 'Jumelage\u00a0: quel avenir\u202f?',
    bad: 'Jumelage: quel avenir ?',
    limits:
      'Normal and narrow no-break spaces are both accepted; times such as 10:30 and web addresses are not checked.',
  },
  'nonbreaking-spaces': {
    title: 'ordinary space in place of a no-break space',
    why: 'A line break must not separate a dash, a number or an initial from its word.',
    good: 'Год\u00a0— дружба, №\u00a01',
    bad: 'Год — дружба, № 1',
    limits: 'The rule has only the most common cases, and none for English.',
  },
  dashes: {
    title: 'hyphen in place of a dash',
    why: 'A hyphen joins words; ranges and breaks in a sentence need a dash.',
    good: '9–19 December – a week of events',
    bad: '9-19 December - a week of events',
    limits:
      'Two numbers are a range if the first is smaller, and two times are always a range; scores such as 1-2 are therefore reported.',
  },
  punctuation: {
    title: 'invalid sequence of punctuation marks',
    why: 'It is left over from a deleted word or a quick edit.',
    good: 'Start-ups in Yekaterinburg – first edition',
    bad: 'Start-ups in Yekaterinburg, - first edition',
    limits: 'The rule checks only marks next to each other, not whether a comma is correct.',
  },
  brackets: {
    title: 'bracket doubled, empty or never opened',
    why: 'Such brackets are left over from deleted or moved words, and readers look for what is missing.',
    good: 'A concert (in the town hall)',
    bad: 'A concert ((in the town hall)) · A concert in the town hall)',
    limits:
      'A bracket that is never closed is reported by cut-off. List items such as a) and smileys such as :-) are not reported.',
  },
  ordinals: {
    title: 'ordinal number with a space or a wrong ending',
    why: 'A space inside comes from copying a PDF; a wrong ending is a grammar mistake.',
    good: 'the 45th anniversary',
    bad: 'the 45 th anniversary',
    limits: 'Russian endings are joined to the number, but not checked.',
  },
  'final-stop': {
    title: 'full stop at the end of a title, body or date',
    why: 'Titles and names have no full stop; a mixture looks careless.',
    good: 'Anniversary of the twinning of Tulle and Smolensk',
    bad: 'Anniversary of the twinning of Tulle and Smolensk.',
    limits:
      'Titles with several sentences are not reported, nor words of up to three letters, which may be abbreviations.',
  },
  'heading-capitals': {
    title: 'theme titles with and without a capital letter',
    why: 'Theme titles are listed together in the contents, where the difference is visible.',
    good: 'Theme: economy · Theme: sport',
    bad: 'Theme: Economy · Theme: sport',
    limits: 'The rule compares only the first letters, after the words that all titles share.',
  },
  'title-capitals': {
    title: 'title with a small first letter',
    why: 'Titles are listed together in contents and indexes, where the difference is visible.',
    good: 'Concert at the castle · Reading in the library',
    bad: 'Concert at the castle · reading in the library',
    limits:
      'The rule is active only if at most one in five titles of a language starts with a small letter. Names such as iPhone, with a capital letter inside, are not reported; names of artists in small letters are.',
  },
  untranslated: {
    title: 'missing translation',
    why: 'Readers of this language see words in another language.',
    good: 'languages: [en, fr] · title: { en: Language marathon, fr: Marathon des langues }',
    bad: 'languages: [en, fr] · title: Language marathon',
    limits:
      'A name that is the same in both languages is reported until it is written in both. An event without any translation is reported once.',
  },
  'translation-outdated': {
    title: 'translation without the changes of the main text',
    why: 'The languages of the edition would differ in content.',
    good: 'en: 5 June → 6 June · fr: 5 juin → 6 juin',
    bad: 'en: 5 June → 6 June · fr: 5 juin, as before',
    limits:
      'The rule compares with the last edition, so a correction of only the main text, such as a comma, is reported too.',
  },
  'programme-language': {
    title: 'language of the programme that its texts are not in',
    why: 'Screen readers pronounce every word incorrectly, dates are not understood, and proofing reports nearly every word.',
    good: 'language: de, and texts in German',
    bad: 'language: fr, and texts in German',
    limits:
      'The rule needs ten texts that common words of a language identify, and hardly any in the language of the programme. The rules that read words do not run while it has a finding.',
  },
  'other-language': {
    title: 'sentence in another language than its text',
    why: 'Readers may not understand it, and screen readers pronounce it incorrectly.',
    good: 'France helps start-ups',
    bad: 'in an English text: La France aide les startups',
    limits:
      'The rule compares languages in Latin letters and reports only whole clauses, so names and quoted titles can stay in their language. In titles it also reports a part that starts with an article of the other language, if the dictionary of the text language is installed. If at least four texts contain such sentences, the programme is in several languages: a single note says so, and texts that are entirely in another language are not reported.',
  },
  'other-script': {
    title: 'text in another script than its language',
    why: 'Fonts, line breaks and speech output depend on the language that the data gives.',
    good: '{ en: Language marathon, ru: Языковой марафон }',
    bad: '{ en: Языковой марафон }',
    limits:
      'Cyrillic texts can contain names in Latin letters. The rule reports a text only if nearly all its words are Latin, or six words in a row, not all capitalised, with at least two common words of a language. Names, quotations and other short texts in Latin letters are not reported.',
  },
  'lookalike-letters': {
    title: 'letter of another alphabet that looks the same',
    why: 'It is invisible in print, but searches do not find the word, and screen readers spell it.',
    good: 'Moscow, all letters Latin',
    bad: 'Mоscow, with a Cyrillic о',
    limits:
      'Only Cyrillic and Latin letters that look alike are checked, not names such as АвтоShop. Cyrillic texts may contain Latin words; the rule checks only single Latin letters that do not follow a Latin word.',
  },
  'glyph-missing': {
    title: 'character that is in no font',
    why: 'It would be printed as an empty box.',
    good: 'Évreux',
    bad: 'a character of a script that the fonts lack, such as 東',
    limits:
      'The rule knows the fonts of the programme, not the fonts of other computers that open the Word file.',
  },
  'cell-overflow': {
    title: 'word that is wider than its cell',
    why: 'The word would be broken at a place without a hyphen.',
    good: 'a long name with hyphens or spaces · a long word that can be hyphenated',
    bad: 'a web address in a narrow column',
    limits: 'The rule measures the PDF only; Word breaks lines itself.',
  },
  'stale-acceptance': {
    title: 'acceptance without a finding',
    why: 'The accepted mistake no longer exists, and the acceptance would hide the next one.',
    good: 'accept: a rule and a field that still have a finding',
    bad: 'accept: a rule whose finding was corrected long ago',
    limits: 'Acceptances of rules that did not run are not checked.',
  },
} satisfies Record<string, RuleTexts>;

/** The beginning of the page about the rules, in Markdown. */
export const rulesIntroduction = `The rules of \`check\`. This page is generated from the source of the rules.

- **error**: a mistake that readers notice; an edition with an error cannot be frozen.
- **warning**: probably a mistake; check it.
- **note**: check it before printing.

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

Correct words and names that are in no dictionary go into words.txt next to programme.yaml, one word or name per line. A line \`wrong > right\`
reports a word that exists but is wrong in this programme.`;

/** The end of the page about the rules, which lists faults that no rule finds. */
export const rulesNotCovered = `## What no rule finds

- Wrong facts: the name of another person, a house number, a telephone number, a price.
- A correct word in the wrong place (\`form\` for \`from\`), unless words.txt lists it, and grammar in general: agreement, cases, tenses.
- A time in a text that differs from the time column, and a person at two events at the same time.
- Ages, languages and conditions of admission that contradict each other.
- A missing event, an event under the wrong theme or category, or a wrong order.
- A wrong link, e-mail address or telephone number, and a picture that does not match its alternative text.
- A wrong translation, if the texts of both languages changed or neither did.`;
