import type { Catalogue } from '../../messages.ts';

/** Errors in design files. */
export const design = {
  'paper-too-large': {
    message: 'the paper is too large',
    hint: 'the maximum is 558 mm (22 in), the largest paper in Word',
  },
  'margins-too-wide': {
    message: 'the margins leave too little space on the paper',
    hint: 'leave at least 70 mm between opposite margins',
  },
  'column-too-wide': {
    message: 'the column is wider than the page',
    hint: 'use a width that fits between the margins, or a relative width such as 1.5 (relative to the other columns)',
  },
  'cover-picture-missing': {
    message: 'this cover layout needs a picture, but none is set',
    hint: 'add `cover: { picture: { path: pictures/NAME, alt: WORDS } }`, or choose another layout',
  },
  'cover-without-picture': {
    message: 'the cover layout {layout} has no space for a picture',
    hint: 'remove `layout` or the picture',
  },
  'brand-logo-without-text': {
    message: 'the logo is not imported, because it has no alternative text',
    hint: 'add `logo: { path: PATH, alt: WORDS }` to the design file',
  },
  'brand-fonts-not-used': 'fonts not imported: {fonts}',
  'family-without-regular': {
    message: 'the family "{family}" has no file for the regular style',
    hint: 'add the font file of the regular style',
  },
  'family-letters-twice': {
    message: 'the family "{family}" has several files for the same weight and style',
    hint: 'remove {files}, or set the weight and style of each file',
  },
  'family-unknown': {
    message: 'the family "{family}" is not included in the program, and fonts are not downloaded',
    hint: 'set `{part}: {sans}` or `{part}: {serif}` under typography in the design file, or list the files of the family under typography.fonts',
  },
  'letters-too-small': {
    message: 'the font size is too small for large print',
    hint: 'use at least {least} pt, or remove `size: large`',
  },
  'letters-out-of-range': {
    message: 'the font size is out of range',
    hint: 'use a size from {least} pt to {most} pt',
  },
  'page-too-small-for-letters': {
    message: 'a page has room for fewer than {least} lines of running text',
    hint: 'use a smaller font size or a smaller `line-height`',
  },
  'colour-unknown': {
    message: '"{name}" is neither a colour nor a name in the palette',
    hint: 'write a colour as "#16325c", including the quotes',
  },
  'colour-shaded':
    'text in {colour} would be hard to read on {grounds}, so text is printed in {shade} instead; filled areas are still printed in {colour}',
  'margin-without-running-header': {
    message: 'the margin is too small for the running head',
    hint: 'use at least {least} pt',
  },
  'margin-without-page-number': {
    message: 'the margin is too small for the page number',
    hint: 'use at least {least} pt',
  },
  'colour-unreadable': {
    message: 'text in {colour} is hard to read on {grounds} (WCAG 2.1 requires a contrast of 4.5 : 1)',
    hint: '{shade} has enough contrast',
  },
  'another-shade': 'a darker or lighter shade',
  'family-on-network': {
    message: 'the family "{family}" is from {source} Fonts, and fonts are not downloaded',
    hint: 'download its files (.ttf or .otf), put them into the folder fonts/ of the dataset, and add `fonts: [{ family: {family}, files: [fonts/NAME.ttf] }]` under typography in the design file',
  },
  'family-files-elsewhere': {
    message: 'the files of the family "{family}" are not in the folder of the dataset',
    hint: 'copy the files (.ttf or .otf) into the folder fonts/ of the dataset, and add `fonts: [{ family: {family}, files: [fonts/NAME.ttf] }]` under typography in the design file',
  },
  'family-file-outside': {
    message: 'the file "{file}" of the family "{family}" is not in the folder fonts/ of the dataset',
    hint: 'copy the files (.ttf or .otf) into the folder fonts/ of the dataset, and add `fonts: [{ family: {family}, files: [fonts/NAME.ttf] }]` under typography in the design file',
  },
  'family-without-files': {
    message: 'the family "{family}" has no files',
    hint: 'copy the files (.ttf or .otf) into the folder fonts/ of the dataset, and add `fonts: [{ family: {family}, files: [fonts/NAME.ttf] }]` under typography in the design file',
  },
} as const satisfies Catalogue;
