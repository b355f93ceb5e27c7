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

/** Contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Mixes a colour with a share (0 to 1) of another. */
export function mixed(colour: string, other: string, share: number): string {
  const [from, to] = [channelsOf(colour), channelsOf(other)];
  return colourOf(
    from.map((channel, index) => channel + share * ((to[index] ?? 0) - channel)) as unknown as Channels,
  );
}

/** Whether text in a colour is readable on all of these backgrounds. */
export function isReadable(colour: string, grounds: readonly string[]): boolean {
  return grounds.every((ground) => contrast(colour, ground) >= TEXT_CONTRAST);
}

/**
 * The nearest shade of a colour that is readable as text on all of these backgrounds: the colour itself, or mixed
 * with as little black or white as necessary. Undefined if the backgrounds differ so much that neither black nor
 * white is readable on all.
 */
export function readableShade(colour: string, grounds: readonly string[]): string | undefined {
  for (let step = 0; step <= 100; step++)
    for (const end of ['#000000', '#ffffff']) {
      const shade = mixed(colour, end, step / 100);
      if (isReadable(shade, grounds)) return shade;
    }
  return undefined;
}
