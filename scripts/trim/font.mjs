/** Stands in for @react-pdf/font in the bundle: no text is set by react-pdf, so no font is registered, opened or fetched. */
export default class FontStore {}
