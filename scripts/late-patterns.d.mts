export function latePatterns(text: string): string;
