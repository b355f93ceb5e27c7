/** Declarations for the reference implementation, which has no types; only the parts that the tests use. */
declare module 'edtf' {
  export default function edtf(text: string): { min: number; max: number };
}
