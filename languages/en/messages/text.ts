import type { Catalogue } from '../../messages.ts';

/** Errors in Markdown texts, regions and places. */
export const text = {
  'line-begins-too-many-lists': {
    message: 'one line starts {found} lists and quotes',
    hint: 'simplify the line',
  },
  'text-title-without-words': {
    message: 'empty title',
    hint: 'write the title after the number sign: # Foreword',
  },
  'quote-with-other-than-paragraphs': {
    message: 'a quote can contain only paragraphs',
    hint: 'move other content out of the quote',
  },
  'picture-between-paragraphs': {
    message: 'a picture must be between paragraphs',
    hint: 'move it to a separate line, with an empty line above and below, outside lists, quotes, tables, headings and links',
  },
  'text-picture-without-words': {
    message: 'the picture has no alternative text',
    hint: 'describe it in the brackets: ![The harbour at night](pictures/harbour.jpg); for a decorative picture, write {word}',
  },
  'html-not-read': {
    message: 'HTML is not supported',
    hint: 'use Markdown; for a line break, end the line with a backslash',
  },
  'code-block-not-printed': {
    message: 'code blocks are not supported',
    hint: 'start its lines at the left margin, without ``` around them',
  },
  'rule-not-printed': {
    message: 'horizontal rules are not supported',
    hint: 'remove it, or write a heading: ## …',
  },
  'markdown-not-printed': '{type} is not supported',
  'second-title': {
    message: 'a text can have only one title, at the beginning',
    hint: 'make this a heading with two number signs: ## …',
  },
  'heading-without-words': 'empty heading',
  'list-too-deep': {
    message: 'a list is nested more than {most} levels deep',
    hint: 'make it a separate list',
  },
  'list-item-without-words': {
    message: 'a list item must start with words',
    hint: 'write them after the marker of the item',
  },
  'list-item-with-other': {
    message: 'a list item can contain only words and lists',
    hint: 'end the list before other content',
  },
  'table-row-too-long': 'a row has more cells than the table has columns ({columns})',
  'character-code-unknown': {
    message: '{code} is not supported',
    hint: 'write the character itself',
  },
  'underscores-emphasis': {
    message: 'underscores are not supported for bold and italic',
    hint: 'use asterisks: *italic*, **bold**; or write \\_',
  },
  'link-without-words': {
    message: 'a link must have words and an address',
    hint: 'write [words]({link})',
  },
  'code-not-printed': {
    message: 'inline code is not supported',
    hint: 'remove the backticks',
  },
  'address-not-allowed': {
    message: '"{url}" is not a valid address',
    hint: 'use https://…, http://…, mailto:… or tel:…',
  },
  'text-has-too-many-characters': {
    message: 'the text has {found} characters; the maximum is {most}',
    hint: 'split it into several parts',
  },
  'text-has-too-many-lines': {
    message: 'the text has {found} lines; the maximum is {most}',
    hint: 'split it into several parts',
  },
  'text-has-too-many-signs': {
    message: 'the text has {found} characters such as * and [; the maximum is {most}',
    hint: 'split it into several parts',
  },
  'text-has-too-many-lines-of-dashes': {
    message: 'the text has {found} lines of dashes; the maximum is {most}',
    hint: 'split it into several parts',
  },
  'region-listed-twice': 'the region {code} is listed twice',
  'region-without-name': {
    message: '{region} has no name in {languages}',
    hint: 'add a name in each language of the programme',
  },
  'place-of-unknown-region': {
    message: '{region} is not in {file}',
    hint: 'correct the code, or add the region there',
  },
  'place-id-twice': 'two places have the id {id}',
  'place-name-twice': {
    message: 'two places are printed as “{name}”',
    hint: 'give them different names, or different towns, which are then printed with the name',
  },
} as const satisfies Catalogue;
