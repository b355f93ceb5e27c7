/** The reference implementation ships no types; this is what the tests ask of it. */
declare module 'edtf' {
  export default function edtf(text: string): { min: number; max: number };
}
