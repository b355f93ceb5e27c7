declare module 'pdfkit' {
  /** The project's own view of a document is in src/render/pdf/engine/pdf-file.ts. */
  export default class PDFDocument {
    constructor(options: Record<string, unknown>);
  }
}
