/**
 * HarfBuzz, which shapes words in any script and subsets fonts. This module uses the WebAssembly files of the package
 * harfbuzzjs and calls their functions by name, because the package's own wrapper loads asynchronously, which is
 * impossible in a bundle that is a single script.
 */
import { valueAt } from '../model/index.ts';
import { fontTables } from './truetype.ts';

/** A font opened in HarfBuzz. */
interface OpenFont {
  readonly memory: WebAssembly.Memory;
  /** Memory address of the face of the font. */
  readonly face: number;
  /** Calls a function of the C interface by name; arguments and results are integers and addresses. */
  call(name: `hb_${string}` | 'malloc', ...numbers: readonly number[]): number;
}

const READ_ONLY = 1;
const PAGE = 0x10000;

/**
 * Opens a font in memory of its own, so that a damaged font does not affect others and all of the memory is freed at
 * once.
 */
function open(module: WebAssembly.Module, font: Uint8Array): OpenFont {
  const stop = (): never => {
    throw new WebAssembly.RuntimeError('HarfBuzz has stopped');
  };
  const nothing = (): number => 0;
  const { exports } = new WebAssembly.Instance(module, {
    env: {
      _abort_js: stop,
      _emscripten_runtime_keepalive_clear: nothing,
      _setitimer_js: nothing,
      emscripten_resize_heap: (bytes = 0) => {
        memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / PAGE));
        return 1;
      },
    },
    wasi_snapshot_preview1: { proc_exit: stop },
  });
  const memory = exports.memory as WebAssembly.Memory;
  const call = (name: string, ...numbers: readonly number[]): number =>
    (exports[name] as (...all: readonly number[]) => number)(...numbers);
  call('_initialize' in exports ? '_initialize' : '__wasm_call_ctors');
  const at = call('malloc', font.length);
  new Uint8Array(memory.buffer, at, font.length).set(font);
  const blob = call('hb_blob_create', at, font.length, READ_ONLY, 0, 0);
  return { memory, face: call('hb_face_create', blob, 0), call };
}

/** A glyph of a shaped text, with lengths in font units. */
export interface ShapedGlyph {
  id: number;
  /** Index in the text of the first character of the glyph. */
  cluster: number;
  advance: number;
  xOffset: number;
  yOffset: number;
}

export type Direction = 'ltr' | 'rtl';

/** Shapes a text of one script; returns its glyphs from left to right. */
export type ShapeText = (text: string, direction: Direction) => ShapedGlyph[];

const DIRECTIONS: Readonly<Record<Direction, number>> = { ltr: 4, rtl: 5 };
/** Each character is a cluster of its own, and clusters are in the order of the text. */
const MONOTONE_CHARACTERS = 1;
const REMOVE_IGNORABLES = 0x8;
/** Size in bytes of the record of a glyph, and of the record of its position. */
const RECORD = 20;
/** Maximum number of UTF-16 units that are shaped at once. */
const LONGEST_SHAPED = 4_000;

/**
 * Opens a font for shaping.
 *
 * @param module `harfbuzz.wasm`
 */
export function openShaping(module: WebAssembly.Module, bytes: Uint8Array): ShapeText {
  const { memory, face, call } = open(module, bytes);
  const font = call('hb_font_create', face);
  const buffer = call('hb_buffer_create');
  const units = call('malloc', 2 * LONGEST_SHAPED);
  call('hb_buffer_set_cluster_level', buffer, MONOTONE_CHARACTERS);
  call('hb_buffer_set_flags', buffer, REMOVE_IGNORABLES);
  return (text, direction) => {
    call('hb_buffer_clear_contents', buffer);
    new Uint8Array(memory.buffer).set(Buffer.from(text, 'utf16le'), units);
    call('hb_buffer_add_utf16', buffer, units, text.length, 0, text.length);
    call('hb_buffer_set_direction', buffer, DIRECTIONS[direction]);
    call('hb_buffer_guess_segment_properties', buffer);
    call('hb_shape', font, buffer, 0, 0);
    const infos = call('hb_buffer_get_glyph_infos', buffer, 0);
    const places = call('hb_buffer_get_glyph_positions', buffer, 0);
    const data = new DataView(memory.buffer);
    return Array.from({ length: call('hb_buffer_get_length', buffer) }, (_, index) => {
      const [info, place] = [infos + RECORD * index, places + RECORD * index];
      return {
        id: data.getUint32(info, true),
        cluster: data.getUint32(info + 8, true),
        advance: data.getInt32(place, true),
        xOffset: data.getInt32(place + 8, true),
        yOffset: data.getInt32(place + 12, true),
      };
    });
  };
}

/**
 * Subsets the PostScript outlines of a font: returns its CFF table with some or all glyphs; undefined if the outlines
 * are damaged.
 *
 * @param keepNumbers whether the glyphs retain their numbers in the font
 */
export type CutCff = (
  font: Uint8Array,
  glyphs: Iterable<number>,
  keepNumbers: boolean,
) => Uint8Array | undefined;

/**
 * Subsets a font for a web page: keeps some characters with their kerning and ligatures, but no hints. Of the entries
 * in the name table, it keeps only copyright and licence, because a subset must not use a reserved font name. The
 * result is undefined if the font is damaged.
 */
export type CutForWeb = (font: Uint8Array, characters: Iterable<number>) => Uint8Array | undefined;

/** Numbers by which HarfBuzz identifies the sets that define a subset, and the IDs of the names that are kept. */
const DROPPED_TABLES = 3;
const NAMES = 4;
const COPYRIGHT = 0;
const LICENCE_ADDRESS = 14;
/** HarfBuzz flags for subsetting. */
const NO_HINTS = 0x1;
const RETAIN_NUMBERS = 0x2;
const OUTLINE_OF_MISSING = 0x40;
/** The tag `CFF ` as a 32-bit number. */
const CFF = 0x43464620;

/** @param module `harfbuzz-subset.wasm` */
export function openCutting(module: WebAssembly.Module): CutCff {
  return (font, glyphs, keepNumbers) => {
    const cut = subset(
      () => open(module, font),
      OUTLINE_OF_MISSING | (keepNumbers ? RETAIN_NUMBERS : 0),
      (input, call) => {
        const chosen = call('hb_subset_input_glyph_set', input);
        for (const glyph of glyphs) call('hb_set_add', chosen, glyph);
        const dropped = call('hb_subset_input_set', input, DROPPED_TABLES);
        call('hb_set_clear', dropped);
        call('hb_set_add', dropped, CFF);
        call('hb_set_invert', dropped);
      },
    );
    return cut && tableCff(cut);
  };
}

/**
 * Each font is opened once for all pages, because opening takes longer than subsetting.
 *
 * @param module `harfbuzz-subset.wasm`
 */
export function openWebCutting(module: WebAssembly.Module): CutForWeb {
  const opened = new Map<Uint8Array, OpenFont>();
  return (font, characters) => {
    const openOnce = (): OpenFont => valueAt(opened, font, () => open(module, font));
    const cut = subset(openOnce, NO_HINTS, (input, call) => {
      const chosen = call('hb_subset_input_unicode_set', input);
      for (const character of characters) call('hb_set_add', chosen, character);
      const names = call('hb_subset_input_set', input, NAMES);
      call('hb_set_clear', names);
      for (const name of [COPYRIGHT, LICENCE_ADDRESS]) call('hb_set_add', names, name);
    });
    // After an error, the memory may be in an invalid state.
    if (cut === undefined) opened.delete(font);
    return cut;
  };
}

/**
 * A subset of a font; undefined if the font is damaged.
 *
 * @param choose selects the content of the subset
 */
function subset(
  openFont: () => OpenFont,
  flags: number,
  choose: (input: number, call: OpenFont['call']) => void,
): Uint8Array | undefined {
  try {
    const { memory, face, call } = openFont();
    const input = call('hb_subset_input_create_or_fail');
    choose(input, call);
    call('hb_subset_input_set_flags', input, flags);
    const cut = call('hb_subset_or_fail', face, input);
    if (cut === 0) return undefined;
    const blob = call('hb_face_reference_blob', cut);
    const [at, length] = [call('hb_blob_get_data', blob, 0), call('hb_blob_get_length', blob)];
    const bytes = new Uint8Array(memory.buffer, at, length).slice();
    call('hb_blob_destroy', blob);
    call('hb_face_destroy', cut);
    call('hb_subset_input_destroy', input);
    return bytes;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return undefined;
    throw error;
  }
}

/** The CFF table of a font that contains one. */
export function tableCff(font: Uint8Array): Uint8Array | undefined {
  const table = fontTables(font).get('CFF ');
  return table && font.subarray(table.offset, table.offset + table.length);
}
