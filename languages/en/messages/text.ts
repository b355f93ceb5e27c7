import type { Catalogue } from '../../messages.ts';

/** Errors in Markdown texts, regions and places. */
export const text = {
  'line-begins-too-many-lists': {
    message: 'a line begins {found} lists and quotes',
    hint: 'write it plainly',
  },
  'text-title-without-words': {
    message: 'a title without words',
    hint: 'write it behind the number sign: # Foreword',
  },
  'quote-with-other-than-paragraphs': {
    message: 'a quote holds paragraphs only',
    hint: 'write it outside the quote',
  },
  'picture-between-paragraphs': {
    message: 'a picture stands between paragraphs',
    hint: 'put it on a line of its own, with an empty line above and below it, outside of lists, quotes, tables, headings and links',
  },
  'text-picture-without-words': {
    message: 'the picture has no words for those who do not see it',
    hint: 'write what it shows between the brackets: ![The harbour at night](pictures/harbour.jpg); one that says nothing has the word {word} there',
  },
  'html-not-read': {
    message: 'HTML is not read',
    hint: 'write it in Markdown; a backslash at the end of a line breaks it',
  },
  'code-block-not-printed': {
    message: 'a block of code is not printed',
    hint: 'begin its lines at the left edge, without ``` around them',
  },
  'rule-not-printed': {
    message: 'a line across the page is not printed',
    hint: 'take it out, or write a heading: ## …',
  },
  'markdown-not-printed': '{type} is not printed',
  'second-title': {
    message: 'a text has one title, at its beginning',
    hint: 'give this heading two number signs: ## …',
  },
  'heading-without-words': 'a heading without words',
  'list-too-deep': {
    message: 'a list lies more than {most} lists deep',
    hint: 'write it as a list of its own',
  },
  'list-item-without-words': {
    message: 'an item of a list begins with words',
    hint: 'write them behind the sign of the item',
  },
  'list-item-with-other': {
    message: 'an item of a list holds words and lists only',
    hint: 'end the list before it',
  },
  'table-row-too-long': 'a row has more cells than the table has headings ({columns})',
  'character-code-unknown': {
    message: '{code} is no character here',
    hint: 'write the character itself',
  },
  'underscores-emphasis': {
    message: 'underscores make no words bold or italic',
    hint: 'use asterisks: *italic*, **bold**; or write \\_',
  },
  'link-without-words': {
    message: 'a link is written as words and address alone',
    hint: 'write [words]({link})',
  },
  'code-not-printed': {
    message: 'code is not printed',
    hint: 'take the grave accents out',
  },
  'address-not-allowed': {
    message: '"{url}" is no address that a reader can follow',
    hint: 'expected https://…, http://…, mailto:… or tel:…',
  },
  'text-has-too-many-characters': {
    message: 'the text has {found} characters; at most {most} are read',
    hint: 'make several parts of it',
  },
  'text-has-too-many-lines': {
    message: 'the text has {found} lines; at most {most} are read',
    hint: 'make several parts of it',
  },
  'text-has-too-many-signs': {
    message: 'the text has {found} signs such as * and [; at most {most} are read',
    hint: 'make several parts of it',
  },
  'text-has-too-many-lines-of-dashes': {
    message: 'the text has {found} lines of dashes; at most {most} are read',
    hint: 'make several parts of it',
  },
  'region-listed-twice': 'the region {code} is listed twice',
  'region-without-name': {
    message: '{region} has no name in {languages}',
    hint: 'a region needs a name in each language that the programme is published in',
  },
  'place-of-unknown-region': {
    message: '{region} is not in {file}',
    hint: 'correct the code, or add the region there',
  },
} as const satisfies Catalogue;
