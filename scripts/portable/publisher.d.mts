export interface Pinned {
  node: string;
  platforms: Readonly<Record<string, { published: string; sha256: string }>>;
}
export function compareWithPublisher(pinned: Pinned, site?: string): Promise<string[]>;
