import type { Catalogue } from '../../messages.ts';

/** Errors in the files of a dataset. */
export const read = {
  'events-missing': {
    message: 'the programme has no events',
    hint: 'add events to events/<theme>.yaml',
  },
  'part-listed-twice': 'the part "{id}" is listed twice',
  'cover-not-first': 'the cover must be the first part',
  'back-cover-not-last': 'the back cover must be the last part',
  'part-of-data-with-text': {
    message: 'the part "{id}" is generated from the data and cannot have text or signatures',
    hint: 'put the text into a separate part',
  },
  'part-without-text': {
    message: 'the part "{id}" has no text',
    hint: 'write {file}, or remove the part from the list',
  },
  'part-without-title': {
    message: 'the part "{part}" has no title in {lang}',
    hint: 'start its text with a title: # Title',
  },
  'label-without-forms': 'the label {name} cannot have plural forms',
  'field-defined-twice': {
    message: 'the field "{id}" is defined twice',
    hint: 'remove one of the definitions',
  },
  'title-field-missing': {
    message: 'no field has the kind title',
    hint: 'add a field such as { id: title, kind: title, heading: … }',
  },
  'kind-used-twice': {
    message: 'only one field can have the kind {kind}',
    hint: 'use the kind "text" for this field',
  },
  'title-internal': 'the title cannot be internal, because all outputs use it to name events',
  'side-defined-twice': 'the side "{id}" is defined twice',
  'side-called-as-field': 'the side cannot be called "{id}", because a field has this name',
  'theme-defined-twice': 'the theme "{id}" is defined twice',
  'title-column-missing': 'every theme must have the column {id}',
  'column-unknown': {
    message: 'unknown column "{column}"',
    hint: 'columns: {known}',
  },
  'column-listed-twice': 'the column "{column}" is listed twice',
  'column-internal': {
    message: 'the field "{column}" is internal and cannot be printed',
    hint: 'remove it from the columns, or remove "internal" from the field',
  },
  'column-without-heading': {
    message: 'the column "{column}" has no heading',
    hint: 'add a heading to the field: heading: …',
  },
  'event-id-used-twice': {
    message: 'the id "{id}" is used twice',
    hint: '{file} contains the same id; give each event a unique id',
  },
  'region-of-another-side': '{code} is not a region of the side "{side}" ({country})',
  'region-unknown': {
    message: '{code} is not in reference/regions.yaml',
    hint: 'correct the code, or add the region there',
  },
  'event-side-missing': {
    message: 'the side "{side}" is missing',
    hint: 'add region codes, or the reason why there are none',
  },
  'occurrences-without-date': {
    message: 'the event has occurrences but no planned date',
    hint: 'add the days under `when`',
  },
  'occurrence-outside-date': {
    message: '{day} is not within the planned date {when}',
    hint: 'correct one of the dates',
  },
  'edition-name-invalid': {
    message: '"{edition}" is not a valid edition name',
    hint: 'use a name such as 1 or draft',
  },
  'data-folder-missing': {
    message: 'the data folder {dir} does not exist',
    hint: 'set it with --data DIR',
  },
  'edition-unknown': {
    message: 'there is no edition "{edition}" in {folder}',
    hint: 'available editions: {known}',
  },
  'events-file-ends-in-yml': {
    message: 'the name of the file ends in .yml',
    hint: 'rename it to {id}.yaml',
  },
  'copy-of-file': {
    message:
      'the file is a copy of {original}, perhaps made by a synchronisation program because two versions of the file were edited',
    hint: 'compare the two files, add what is missing to {original}, and delete this copy',
  },
  'events-file-of-unknown-theme': {
    message: 'unknown theme: no theme of programme.yaml has the id "{id}"',
    hint: 'themes: {themes}',
  },
  'picture-without-text': {
    message: 'the picture has no alternative text in {languages}',
    hint: 'add one for each language of the programme, or one text for all, such as a name',
  },
  'brand-keys-not-used': 'ignored keys: {keys}',
  'key-unknown': 'unknown key "{key}"',
  'list-too-long': {
    message: 'the list has more than {most} items; the others are not read',
    hint: 'split it into several programmes',
  },
  'changes-not-separable': {
    message: 'the changes cannot be written to the file without modifying other data',
    hint: 'make the changes by hand',
  },
  'file-would-be-too-large': {
    message: 'the file is not written, because it would be larger than {megabytes} MB',
    hint: 'split its events into more themes, or into several programmes',
  },
  'part-has-two-texts': {
    message: 'the part "{part}" has two texts in {lang}: this file and {file}',
    hint: 'remove one of them',
  },
  'text-empty': {
    message: 'the text has no paragraph',
    hint: 'add one, or delete the text',
  },
  'yaml-tab': {
    message: 'the line is indented with a tab',
    hint: 'indent with spaces',
  },
  'file-not-utf8': {
    message: 'the file is not UTF-8 text',
    hint: 'save it again with the encoding UTF-8',
  },
  'file-has-too-many-values': {
    message: 'this file and those read before it have more than {most} values in total',
    hint: 'remove data that is not text, or split the dataset into several programmes',
  },
  'file-empty': 'the file is empty',
  'cover-missing': {
    message: 'the parts do not include "cover", but every programme has a cover',
    hint: 'add "cover" to the list of parts',
  },
  'introduction-missing': {
    message:
      'the parts do not include "introduction", so the introduction in programme.yaml would not be printed',
    hint: 'add "introduction" to the list of parts',
  },
  'themes-missing': {
    message: 'the parts do not include "themes", so the events would not be printed',
    hint: 'add "themes" to the list of parts',
  },
  'text-without-title': {
    message: 'the part "{part}" has no title in {lang}',
    hint: 'start {file} with a title: # Title',
  },
  'label-unknown': {
    message: 'there is no label "{name}"',
    hint: 'similar labels: {nearest}; docs/labels.md lists all labels',
  },
  'label-without-places': {
    message: 'the label {name} cannot contain placeholders; found "{words}"',
    hint: 'remove the braces: the program replaces words in braces with values',
  },
  'label-lacks-places': {
    message: 'the label {name} must contain {places}; found "{words}"',
    hint: 'the program replaces words in braces with values',
  },
  'field-name-taken': {
    message: 'a field cannot have the reserved name "{id}"',
    hint: 'reserved names: {taken}; use another name, such as event-{id}',
  },
  'side-unknown': { message: 'unknown side "{side}"', hint: 'sides: {known}' },
  'editions-behind-link': {
    message: '{folder} is a link, not a folder',
    hint: 'replace the link with the folder that it points to',
  },
  'editions-in-file': {
    message: '{folder} is a file, not a folder',
    hint: 'move the file, and create a folder of that name',
  },
  'leave-out': 'remove it',
  'one-of': 'one of {known}',
  'timetable-without-places': {
    message: 'a timetable needs a place field: exactly one field must have a heading such as Room or Venue',
    hint: 'set the field in `presentation`, such as `{ as: timetable, places: room }`; printed fields: {known}',
  },
  'groups-field-not-printed': {
    message: 'the field "{field}" is not printed in any theme to which this setting applies',
    hint: '{hint}',
  },
  'programme-without-texts': {
    message: 'the programme has no text part "{name}"',
    hint: 'add the part under `parts` in programme.yaml',
  },
  'programme-text-unknown': { message: 'the programme has no text part "{name}"', hint: 'one of {known}' },
  'section-unknown': {
    message: 'the programme has neither a theme nor a text part "{name}"',
    hint: 'one of {known}',
  },
  'code-field-unknown': {
    message: 'the programme has no field "{field}" with web addresses',
    hint: '{hint}',
  },
  'column-kind-unknown': { message: 'unknown column kind "{kind}"', hint: 'one of {known}' },
  'theme-unknown': { message: 'the programme has no theme "{theme}"', hint: '{hint}' },
  'brand-on-network': {
    message: 'brand files are not downloaded',
    hint: 'save the file as _brand.yml next to {file}, and write `extends: _brand.yml`',
  },
  'brand-outside-dataset': {
    message: 'the file is outside the dataset folder',
    hint: 'copy it to the folder of {file}',
  },
  'file-missing': 'the file is missing',
  'file-is-folder': 'expected a file, found a folder',
  'file-is-device': {
    message: 'the path is a device, a pipe or a socket, not a file',
    hint: 'save its content to a file',
  },
  'file-too-large': { message: 'the file is larger than {megabytes} MB', hint: '{hint}' },
  'take-smaller-dictionary': 'use a Hunspell dictionary; most are only a few megabytes in size',
  'dictionary-invalid': {
    message: 'this Hunspell dictionary cannot be used: {why}',
    hint: 'use the .aff and .dic files from another source, such as a LibreOffice extension',
  },
  'dictionary-encoding-unknown': 'its encoding (SET) is unknown',
  'dictionary-without-count': 'the first line is not the number of words',
  'dictionary-too-many-words': 'it has too many words',
  'dictionary-too-many-rules': 'it has too many rules',
  'dictionary-feature-unknown': 'numbers as flags (AF, FLAG num) are not supported',
  'dictionary-number-invalid': 'the minimum length of a compound part must be from 1 to 9 letters',
  'dictionary-condition-invalid': 'the condition of a rule may contain only letters and letter classes',
  'dictionary-folder-without': {
    message: 'this folder has no dictionary for a language of the programme',
    hint: 'a dictionary consists of two files, such as {file} and the .aff file of the same name',
  },
  'take-smaller-font': 'use a font that covers fewer scripts',
  'dataset-holds-text': 'the files of a dataset can contain only text',
  'text-file-name': {
    message: 'this file is not the text of a part',
    hint: 'use a name like <part>.<language>.md, for example {example}',
  },
  'language-unknown': { message: 'unknown language "{language}"', hint: 'languages: {known}' },
  'part-of-data-with-text-file': {
    message: 'the part "{part}" is generated from the data and cannot have a text',
    hint: 'put the text into a separate part',
  },
  'part-unknown': {
    message: 'unknown part "{part}": it is not in programme.yaml',
    hint: 'add it: parts: [cover, {part}, introduction, contents, whats-new, themes, indexes]',
  },
  'part-unknown-with-nearest': {
    message: 'unknown part "{part}": it is not in programme.yaml',
    hint: 'did you mean {nearest}? If not, add the part under parts: in programme.yaml',
  },
  'yaml-second-document': {
    message: 'the file has a second YAML document',
    hint: 'remove the line --- above this line',
  },
  'yaml-alias': {
    message: 'YAML aliases (*name) are not allowed',
    hint: 'put a text that begins with * in quotes',
  },
  'yaml-tag': {
    message: 'YAML tags (!name) are not allowed',
    hint: 'put a text that begins with ! in quotes',
  },
  'yaml-key-not-word': {
    message: 'a key must be a word',
    hint: 'put a text that begins with a bracket in quotes',
  },
  'yaml-key-missing': { message: 'a key is missing', hint: 'write it as key: text' },
  'yaml-key-twice': {
    message: 'the key "{key}" appears twice',
    hint: 'it is already used on line {line}',
  },
  'yaml-indentation': 'the indentation differs from the lines above',
  'yaml-colon-in-text': {
    message: 'a text that contains a colon followed by a space must be in quotes',
    hint: 'put the text in quotes, or indent the next line less if it is a new key',
  },
  'yaml-first-sign': {
    message: 'a text cannot begin with this character',
    hint: 'put the text in quotes',
  },
  'yaml-after-end': {
    message: 'unexpected text after the value',
    hint: 'put the whole text in quotes',
  },
  'yaml-key-without-colon': { message: 'a key without a colon', hint: 'write it as key: text' },
  'yaml-quotes-open': 'a quotation mark before this position is not closed',
  'yaml-bracket-open': 'a bracket before this position is not closed',
  'yaml-escape': {
    message: 'unknown escape sequence in double quotes',
    hint: 'double the backslash, or use single quotes',
  },
  'yaml-invalid': 'the YAML is not valid: {why}',
  'yaml-too-deep': 'lists and groups are nested too deeply',
  'character-forbidden': 'the character {character} cannot be printed and is not allowed',
  'value-missing': 'missing value: expected {expected}',
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
  'number-without-quotes': 'the number {number} (add quotes to make it a text)',
} as const satisfies Catalogue;
