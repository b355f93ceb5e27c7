import type { Catalogue } from '../../messages.ts';

/** Errors in the files of a dataset. */
export const read = {
  'events-missing': {
    message: 'the programme has no events',
    hint: 'write them into events/<theme>.yaml',
  },
  'part-listed-twice': 'the part "{id}" stands twice in the list',
  'cover-not-first': 'the cover comes first',
  'back-cover-not-last': 'the back cover comes last',
  'part-of-data-with-text': {
    message: 'the part "{id}" is made of the data, and has neither text nor signatures',
    hint: 'give the text a part of its own',
  },
  'part-without-text': {
    message: 'the part "{id}" has no text',
    hint: 'write {file}, or take the part out of the list',
  },
  'part-without-title': {
    message: 'the part "{part}" has no title in {lang}',
    hint: 'begin its text with one: # Title',
  },
  'label-without-forms': 'the label {name} has one form for all numbers',
  'field-defined-twice': {
    message: 'the field "{id}" is defined twice',
    hint: 'take one of the two out',
  },
  'title-field-missing': {
    message: 'no field names the events',
    hint: 'give one the kind title: { id: title, kind: title, heading: … }',
  },
  'kind-used-twice': {
    message: 'only one field can have the kind {kind}',
    hint: 'give this one the kind text',
  },
  'title-internal': 'the title cannot be internal: every output names events by it',
  'side-defined-twice': 'the side "{id}" is defined twice',
  'side-called-as-field': 'a side cannot be called "{id}": a field has that name',
  'theme-defined-twice': 'the theme "{id}" is defined twice',
  'title-column-missing': 'every theme needs the column {id}',
  'column-unknown': {
    message: 'unknown column "{column}"',
    hint: 'columns: {known}',
  },
  'column-listed-twice': 'the column "{column}" is listed twice',
  'column-internal': {
    message: 'the field "{column}" is internal and cannot be printed',
    hint: 'take it out of the columns, or take internal out of the field',
  },
  'column-without-heading': {
    message: 'the column "{column}" has no heading',
    hint: 'give the field one: heading: …',
  },
  'event-id-used-twice': {
    message: 'the id "{id}" is used twice',
    hint: 'it stands in {file} too: every event needs an id of its own',
  },
  'region-of-another-side': '{code} is not a region of the side "{side}" ({country})',
  'region-unknown': {
    message: '{code} is not in reference/regions.yaml',
    hint: 'correct the code, or add the region there',
  },
  'event-side-missing': {
    message: 'the side "{side}" is missing',
    hint: 'write region codes, or why there are none',
  },
  'occurrences-without-date': {
    message: 'occurrences without a planned date',
    hint: 'write the days into when',
  },
  'occurrence-outside-date': {
    message: '{day} is not in the planned date {when}',
    hint: 'correct one of the two',
  },
  'edition-name-invalid': {
    message: '"{edition}" is not the name of an edition',
    hint: 'expected a name such as 1 or draft',
  },
  'data-folder-missing': {
    message: 'there is no data folder {dir}',
    hint: 'name it with --data DIR',
  },
  'edition-unknown': {
    message: 'there is no edition "{edition}" in {folder}',
    hint: 'editions: {known}',
  },
  'events-file-ends-in-yml': {
    message: 'the name of the file ends in .yml',
    hint: 'call it {id}.yaml',
  },
  'events-file-of-unknown-theme': {
    message: 'unknown theme: no theme of programme.yaml has the id "{id}"',
    hint: 'themes: {themes}',
  },
  'picture-without-text': {
    message: 'the picture has no text in {languages} for those who do not see it',
    hint: 'write one for each language of the programme, or one text, such as a name, for all',
  },
  'brand-keys-not-used': 'not taken over: {keys}',
  'key-unknown': 'unknown key "{key}"',
  'list-too-long': {
    message: 'the list has more than {most} items; no more are read',
    hint: 'make several programmes of it',
  },
  'changes-not-separable': {
    message: 'the changes cannot be put into the file without touching others',
    hint: 'write them there by hand',
  },
  'file-would-be-too-large': {
    message: 'the file would be larger than {megabytes} MB, and is not written',
    hint: 'part its events into more themes, or make several programmes of it',
  },
  'part-has-two-texts': {
    message: 'the part "{part}" has two texts in {lang}: this one, and {file}',
    hint: 'take one of the two out',
  },
  'text-empty': {
    message: 'a text without a paragraph',
    hint: 'write one, or delete the text',
  },
  'yaml-tab': {
    message: 'a tab indents the line',
    hint: 'indent with spaces, not with tabs',
  },
  'file-not-utf8': {
    message: 'the file is not UTF-8 text',
    hint: 'save it again with the encoding UTF-8',
  },
  'file-has-too-many-values': {
    message: 'the file has, with those read before it, more than {most} values',
    hint: 'a dataset holds texts, not data of other kinds; make several programmes of it',
  },
  'file-empty': 'the file is empty',
  'cover-missing': {
    message: 'the parts lack "cover": every programme has one',
    hint: 'write cover among them',
  },
  'introduction-missing': {
    message: 'the parts lack "introduction": the introduction of programme.yaml would not be printed',
    hint: 'write introduction among them',
  },
  'themes-missing': {
    message: 'the parts lack "themes": the events would not be printed',
    hint: 'write themes among them',
  },
  'text-without-title': {
    message: 'the part "{part}" has no title in {lang}',
    hint: 'begin {file} with one: # Title',
  },
  'label-unknown': {
    message: 'there is no label "{name}"',
    hint: 'the nearest are {nearest}; docs/labels.md has all',
  },
  'label-without-places': {
    message: 'nothing is filled in in the label {name}; found "{words}"',
    hint: 'what stands in braces is filled in by the program',
  },
  'label-lacks-places': {
    message: 'the label {name} keeps {places}; found "{words}"',
    hint: 'what stands in braces is filled in by the program',
  },
  'field-name-taken': {
    message: 'a field cannot be called "{id}": the name means something else',
    hint: 'taken: {taken}; choose another name, such as event-{id}',
  },
  'side-unknown': { message: 'unknown side "{side}"', hint: 'sides: {known}' },
  'editions-behind-link': {
    message: '{folder} is a link, not a folder',
    hint: 'frozen editions are kept in folders of their own, not behind links',
  },
  'editions-in-file': {
    message: '{folder} is a file, not a folder',
    hint: 'frozen editions are kept in folders of their own, not behind links',
  },
  'leave-out': 'leave it out',
  'one-of': 'one of {known}',
  'groups-field-not-printed': { message: 'no theme prints a field "{field}" here', hint: '{hint}' },
  'programme-without-texts': {
    message: 'the programme has no text "{name}"',
    hint: 'name the part under `parts` in programme.yaml',
  },
  'programme-text-unknown': { message: 'the programme has no text "{name}"', hint: 'one of {known}' },
  'column-kind-unknown': { message: 'there is no kind of columns "{kind}"', hint: 'one of {known}' },
  'theme-unknown': { message: 'the programme has no theme "{theme}"', hint: '{hint}' },
  'brand-on-network': {
    message: 'nothing is fetched from the network',
    hint: 'save the file as _brand.yml beside {file}, and write `extends: _brand.yml`',
  },
  'brand-outside-dataset': {
    message: 'the file is outside the folder of the dataset',
    hint: 'copy it beside {file}',
  },
  'file-missing': 'the file is missing',
  'file-is-folder': 'expected a file, found a folder',
  'file-is-device': {
    message: 'this is a device, a pipe or a socket, not a file',
    hint: 'save its content as a file',
  },
  'file-too-large': { message: 'the file is larger than {megabytes} MB', hint: '{hint}' },
  'take-smaller-font': 'take a font for fewer scripts',
  'dataset-holds-text': 'a dataset holds text only',
  'text-file-name': {
    message: 'this is no text of a part',
    hint: 'texts are called <part>.<language>.md, such as {example}',
  },
  'language-unknown': { message: 'unknown language "{language}"', hint: 'languages: {known}' },
  'part-of-data-with-text-file': {
    message: 'the part "{part}" is made of the data, and has no text of its own',
    hint: 'give the text a part of its own',
  },
  'part-unknown': {
    message: 'unknown part: programme.yaml lists no part "{part}"',
    hint: 'list it: parts: [cover, {part}, introduction, contents, whats-new, themes, indexes]',
  },
  'part-unknown-with-nearest': {
    message: 'unknown part: programme.yaml lists no part "{part}"',
    hint: 'the nearest is {nearest}; or list the part under parts: in programme.yaml',
  },
  'yaml-second-document': {
    message: 'a second document begins here',
    hint: 'remove the line --- above it',
  },
  'yaml-alias': {
    message: 'a word that begins with * is an alias, which is not allowed',
    hint: 'put the text in quotes',
  },
  'yaml-tag': {
    message: 'a word that begins with ! is a tag, which is not allowed',
    hint: 'put the text in quotes',
  },
  'yaml-key-not-word': {
    message: 'a key must be a word',
    hint: 'put a text that begins with a bracket in quotes',
  },
  'yaml-key-missing': { message: 'a key is missing', hint: 'write it as key: text' },
  'yaml-key-twice': {
    message: 'the key "{key}" is written twice',
    hint: 'it stands in line {line} too',
  },
  'yaml-indentation': 'the line does not begin in the column of the lines before it',
  'yaml-colon-in-text': {
    message: 'a text with a colon and a space stands without quotes',
    hint: 'put the text in quotes, or let the next line begin further left if it is no part of it',
  },
  'yaml-first-sign': {
    message: 'a text cannot begin with this sign',
    hint: 'put the text in quotes',
  },
  'yaml-after-end': {
    message: 'something follows the end of the value',
    hint: 'put the whole text in quotes',
  },
  'yaml-key-without-colon': { message: 'a key without a colon', hint: 'write it as key: text' },
  'yaml-quotes-open': 'quotation marks were opened and not closed before this place',
  'yaml-bracket-open': 'a bracket was opened and not closed before this place',
  'yaml-escape': {
    message: 'a backslash in double quotes begins no sign that YAML knows',
    hint: 'write the backslash twice, or use single quotes',
  },
  'yaml-invalid': 'the YAML is not valid: {why}',
  'yaml-too-deep': 'lists and groups stand too deep in one another',
  'character-forbidden': 'character {character} cannot be printed and is not allowed',
  'value-missing': 'is missing: expected {expected}',
  'value-unexpected': 'expected {expected}, found {found}',
  'value-refused': '{why}',
  'value-refused-found': '{why}, found {found}',
  'key-not-allowed': 'the key "{key}" is not allowed: {why}',
  'expected-either': '{first}, or {other}',
  'expected-one-of': 'one of {known}',
  'number-of-at-most': 'a number of at most {limit}',
  'number-of-at-least': 'a number of at least {limit}',
  'at-most-characters': { one: 'at most {count} character', other: 'at most {count} characters' },
  'at-least-characters': { one: 'at least {count} character', other: 'at least {count} characters' },
  'at-most-items': { one: 'at most {count} item', other: 'at most {count} items' },
  'at-least-items': { one: 'at least {count} item', other: 'at least {count} items' },
  'at-most-keys': { one: 'at most {count} key', other: 'at most {count} keys' },
  'at-least-keys': { one: 'at least {count} key', other: 'at least {count} keys' },
  'a-text': 'a text',
  'a-group-of-keys': 'a group of keys',
  'a-list': 'a list',
  'true-or-false': 'true or false',
  'a-number': 'a number',
  nothing: 'nothing',
  'an-empty-list': 'an empty list',
  'an-empty-text': 'an empty text',
  'text-in-quotes': '"{words}"',
  'number-without-quotes': 'the number {number} (put it in quotes to make it a text)',
} as const satisfies Catalogue;
