/** pdf.js ships no types for its worker; imported for its effect alone: it puts itself at `globalThis.pdfjsWorker`. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
