import type { Catalogue } from '../../messages.ts';

/** Errors in picture files. */
export const pictures = {
  'picture-damaged': {
    message: 'the picture is incomplete or damaged',
    hint: 'save it again, or copy it again from its source',
  },
  'picture-file-empty': {
    message: 'the file is empty',
    hint: 'pictures must be SVG, PNG or JPEG files',
  },
  'picture-not': {
    message: 'the file is not a picture',
    hint: 'pictures must be SVG, PNG or JPEG files',
  },
  'picture-of-other-format': {
    message: 'the file is a picture in the format {format}',
    hint: 'pictures must be SVG, PNG or JPEG files',
  },
  'save-smaller-picture':
    'save a smaller version: 2,000 pixels along the longer side are enough for an A4 page',
  'pictures-too-large': {
    message: 'the pictures take up more than {megabytes} MB in total',
    hint: 'save photographs as JPEG, with 2,000 pixels along the longer side',
  },
  'picture-too-many-pixels': {
    message: 'the picture has {width} × {height} pixels; at most {most} are printed',
    hint: 'save a smaller version: 2,000 pixels along the longer side are enough for an A4 page',
  },
  'picture-too-large-unpacked': {
    message: 'the picture takes up {megabytes} MB when decompressed',
    hint: 'save a smaller version, or save it with 8 bits per sample',
  },
  'jpeg-of-rare-kind': {
    message: 'the picture is a JPEG of an uncommon type that PDF readers do not support',
    hint: 'save it as an RGB picture, in JPEG or PNG',
  },
  'jpeg-bits': {
    message: 'the picture is a JPEG with {bits} bits per sample',
    hint: 'save it with 8 bits',
  },
  'jpeg-for-press': {
    message: 'the picture uses CMYK colours, which are intended for printing presses',
    hint: 'save it as an RGB picture, in JPEG or PNG',
  },
  'jpeg-components': {
    message: 'the picture has {components} colour components',
    hint: 'save it as an RGB picture, in JPEG or PNG',
  },
  'picture-not-downloaded': {
    message: 'pictures are not downloaded',
    hint: 'copy the picture into {folder}, and write `pictures/NAME`',
  },
  'picture-path-outside': {
    message: 'the path of a picture must be relative to the dataset folder and lead to a file in it',
    hint: 'copy the picture into {folder}, and write `pictures/NAME`',
  },
  'picture-file-missing': {
    message: 'there is no file {file}',
    hint: 'copy the picture into {folder}, and write `pictures/NAME`',
  },
  'picture-behind-link': {
    message: '{file} is a link that points outside the dataset',
    hint: 'copy the picture into {folder}, and write `pictures/NAME`',
  },
  'flatten-effect': 'flatten the effect in the drawing program, or save it as PNG',
  'strokes-to-paths': 'convert strokes to paths',
  'strokes-and-ends-to-paths': 'convert strokes and their ends to paths',
  'attributes-instead-of-style': 'save it with attributes instead of a style sheet',
  'rectangle-instead': 'draw a rectangle instead',
  'drawing-has-text': {
    message: 'the drawing has text (`<{name}>`), which is not drawn: “{words}” in {font}',
    hint: 'convert text to outlines (paths) in the drawing program',
  },
  'drawing-has-picture': {
    message: 'the drawing has an embedded picture (`<{name}>`), which is not drawn',
    hint: 'save the whole drawing as PNG or JPEG, or trace the picture',
  },
  'drawing-has-foreign-content': {
    message: 'the drawing has foreign content (`<{name}>`), which is not drawn',
    hint: 'save it as plain SVG',
  },
  'drawing-has-script': {
    message: 'the drawing has a script (`<{name}>`), which is not drawn',
    hint: 'remove it, because scripts have no effect in print',
  },
  'drawing-has-handler': {
    message: 'the drawing has a script (`{name}`)',
    hint: 'remove it',
  },
  'drawing-has-link': {
    message: 'the drawing has a link (`<{name}>`), which is not drawn',
    hint: 'remove the link, but keep its content',
  },
  'drawing-has-animation': {
    message: 'the drawing has an animation (`<{name}>`), which is not drawn',
    hint: 'save a still version of it',
  },
  'drawing-has-mesh': {
    message: 'the drawing has a mesh gradient (`<{name}>`), which is not drawn',
    hint: 'flatten the effect in the drawing program, or save it as PNG',
  },
  'drawing-has-film': {
    message: 'the drawing has a video (`<{name}>`), which is not drawn',
    hint: 'save a still version of it',
  },
  'drawing-has-sound': {
    message: 'the drawing has sound (`<{name}>`), which is not drawn',
    hint: 'save a still version of it',
  },
  'drawing-too-deep': {
    message: 'the drawing is nested more than {most} levels deep',
    hint: 'ungroup it, or save it as PNG',
  },
  'drawing-of-languages': {
    message: 'the drawing has parts that are shown only in some languages',
    hint: 'save a separate drawing for each language',
  },
  'clip-of-clip': {
    message: 'a clip path whose parts are themselves clipped is not drawn',
    hint: 'flatten the effect in the drawing program, or save it as PNG',
  },
  'clip-of-group': {
    message: 'a clip path that is scaled to the bounding box of a group is not drawn',
    hint: 'flatten the effect in the drawing program, or save it as PNG',
  },
  'mask-not-drawn': {
    message: 'a mask that contains anything other than white areas is not drawn',
    hint: 'flatten the effect in the drawing program, or save it as PNG',
  },
  'aspect-ratio-unreadable': {
    message: '`preserveAspectRatio` cannot be read',
    hint: 'save it as plain SVG',
  },
  'attribute-unreadable': {
    message: '`{name}` cannot be read',
    hint: 'save it as plain SVG, or as PNG',
  },
  'drawing-uses-itself': {
    message: 'the drawing has an element that refers to itself',
    hint: 'save it as plain SVG, or as PNG',
  },
  'drawing-uses-outside': {
    message: 'the drawing refers to content outside its file, which is not fetched',
    hint: 'embed the content in the file with the drawing program',
  },
  'drawing-too-many-segments': {
    message: 'the paths of the drawing have more than {most} segments',
    hint: 'simplify them in the drawing program, or save it as PNG',
  },
  'drawing-too-many-groups': {
    message: 'the drawing has more than {most} groups that are clipped or partly transparent',
    hint: 'flatten them in the drawing program, or save it as PNG',
  },
  'drawing-too-many-elements': {
    message: 'the drawing has more than {most} elements, each counted as often as it is used',
    hint: 'save it as PNG, or with fewer details',
  },
  'drawing-too-large': {
    message: 'the drawing takes up {megabytes} MB; the maximum is {most}',
    hint: 'save it as PNG, or with fewer details',
  },
  'dashes-by-path-length': {
    message: 'dashes scaled by `pathLength` are not drawn',
    hint: 'convert strokes to paths',
  },
  'dashes-too-short': {
    message: 'the dashes of a line are too short to be seen',
    hint: 'draw it without dashes',
  },
  'paint-not-drawn': {
    message: 'the drawing is painted with a `<{name}>`, which is not drawn',
    hint: 'flatten the effect in the drawing program, or save it as PNG',
  },
  'transform-origin-not-drawn': {
    message: '`transform-origin` is not drawn',
    hint: 'save it as plain SVG',
  },
  'transform-of-file': {
    message: 'a transformation of the whole drawing is not drawn',
    hint: 'move the transformation to a group',
  },
  'drawing-numbers-too-large': {
    message: 'the drawing has numbers that are too large',
    hint: 'save it as plain SVG, or as PNG',
  },
  'drawing-without-size': {
    message: 'the drawing does not state its size',
    hint: 'save it with a `viewBox`',
  },
  'property-not-drawn': {
    message: '`{property}: {value}` is not drawn',
    hint: '{hint}',
  },
  'value-not-drawn': {
    message: '`{property}: {value}` is not drawn',
    hint: 'save it as plain SVG, or as PNG',
  },
  'style-too-many-rules': {
    message: 'the style sheet of the drawing has too many rules',
    hint: 'save it as plain SVG, or as PNG',
  },
  'style-at-rule': {
    message: 'the style sheet has `{name}`, which is not drawn',
    hint: 'save it with presentation attributes instead of a style sheet, or as plain SVG',
  },
  'style-selector': {
    message: 'the style sheet has the selector `{selector}`, which is not supported',
    hint: 'save it with presentation attributes instead of a style sheet, or as plain SVG',
  },
  'style-rules-limit': {
    message: 'the drawing has more than {most} style rules',
    hint: 'save it with presentation attributes instead of a style sheet, or as plain SVG',
  },
  'gradient-spread': {
    message: 'a gradient with the spread method `{method}` is not drawn',
    hint: 'use a plain gradient, or save the picture as PNG',
  },
  'gradient-transform': {
    message: 'the transformation of a gradient cannot be read',
    hint: 'use a plain gradient, or save the picture as PNG',
  },
  'gradient-origin': {
    message: 'the `transform-origin` of a gradient is not drawn',
    hint: 'use a plain gradient, or save the picture as PNG',
  },
  'gradient-attribute': {
    message: 'the `{name}` of a gradient cannot be read',
    hint: 'use a plain gradient, or save the picture as PNG',
  },
  'gradient-focus': {
    message: 'a gradient whose focal point is not inside its circle is not drawn',
    hint: 'use a plain gradient, or save the picture as PNG',
  },
  'gradient-stop': {
    message: 'the `offset` of a gradient stop cannot be read',
    hint: 'use a plain gradient, or save the picture as PNG',
  },
  'svg-is-xml': {
    message: 'the file is XML, but not SVG',
    hint: 'open it in a drawing program and save it again as plain SVG',
  },
  'svg-not': {
    message: 'the file is not SVG',
    hint: 'open it in a drawing program and save it again as plain SVG',
  },
  'svg-doctype': {
    message: 'the document type definition (DOCTYPE) declares something other than text entities',
    hint: 'open it in a drawing program and save it again as plain SVG',
  },
  'save-svg-anew': 'open it in a drawing program and save it again as plain SVG',
  'pixels-need-webassembly': {
    message: 'drawings in Word need WebAssembly, which cannot be started: {why}',
    hint: 'start Node without --jitless, install the program again, or save the drawing as PNG',
  },
  'drawing-without-pixels': {
    message: 'the drawing cannot be converted to pixels, which Word needs',
    hint: 'save it as PNG',
  },
  'drawing-beyond-edges': {
    message:
      'parts of the drawing are too far outside its edges, so that it cannot be converted to pixels, which Word needs',
    hint: 'remove what is outside the edges, or save it as PNG',
  },
} as const satisfies Catalogue;
