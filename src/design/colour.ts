/** Colours as `#rrggbb`, and contrast as defined by WCAG 2.1 (relative luminance and contrast ratio). */

/** Contrast that text needs to be readable (WCAG 2.1, 1.4.3). */
const TEXT_CONTRAST = 4.5;

type Channels = readonly [red: number, green: number, blue: number];

function channelsOf(colour: string): Channels {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function colourOf(channels: Channels): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Mixes a colour with a share (0 to 1) of another colour. */
export function mixed(colour: string, other: string, share: number): string {
  const [from, to] = [channelsOf(colour), channelsOf(other)];
  return colourOf(
    from.map((channel, index) => channel + share * ((to[index] ?? 0) - channel)) as unknown as Channels,
  );
}

/** Whether text in a colour is readable on all given backgrounds. */
export function isReadable(colour: string, grounds: readonly string[]): boolean {
  return grounds.every((ground) => contrast(colour, ground) >= TEXT_CONTRAST);
}

/**
 * The nearest shade of a colour that is readable as text on all given backgrounds: the colour itself, or the colour
 * mixed with as little black or white as necessary. The result is undefined if the backgrounds differ so much that
 * neither black nor white is readable on all of them.
 */
export function readableShade(colour: string, grounds: readonly string[]): string | undefined {
  for (let step = 0; step <= 100; step++)
    for (const end of ['#000000', '#ffffff']) {
      const shade = mixed(colour, end, step / 100);
      if (isReadable(shade, grounds)) return shade;
    }
  return undefined;
}

/**
 * Rotations of the hue, in degrees, for accents derived from a colour; consecutive values produce clearly different hues.
 */
const TURNS = [0, 150, 300, 90, 240, 30];
/** Maximum difference between the channels (0 to 1) of an accent that is derived from a colour. */
const MOST_CHROMA = 0.62;

/**
 * Accents derived from a colour: the colour itself, and colours with other hues and the same lightness. Each accent is
 * the nearest shade that is readable on all given backgrounds.
 */
export function accentsFrom(colour: string, grounds: readonly string[]): string[] {
  return TURNS.map((degrees) => {
    const turned = degrees === 0 ? colour : turnedBy(colour, degrees);
    return readableShade(turned, grounds) ?? turned;
  });
}

/** The colour with the same lightness (HSL) and its hue rotated by an angle. */
function turnedBy(colour: string, degrees: number): string {
  const channels = channelsOf(colour).map((channel) => channel / 255) as unknown as Channels;
  const [least, most] = [Math.min(...channels), Math.max(...channels)];
  const [red, green, blue] = channels;
  const difference = most - least;
  if (difference === 0) return colour;
  const sixth =
    most === red
      ? (green - blue) / difference
      : most === green
        ? 2 + (blue - red) / difference
        : 4 + (red - green) / difference;
  const hue = sixth * 60 + degrees;
  const chroma = Math.min(difference, MOST_CHROMA);
  const lightness = (most + least) / 2;
  const channel = (offset: number): number => {
    const k = (((offset + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - (chroma / 2) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return colourOf([channel(0), channel(8), channel(4)]);
}
