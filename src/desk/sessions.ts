import { createHash } from 'node:crypto';

/** Milliseconds in which a token can be exchanged. */
const TOKEN_LIFE = 10 * 60_000;
/** Milliseconds in which the address of a preview can be opened. */
const PREVIEW_LIFE = 30_000;
/** Most previews that wait to be opened. */
const MOST_PREVIEWS = 8;

/**
 * Who may talk to the desk. A token is in the address that the browser opens, and can be exchanged once for the secret
 * of a session. A preview is a page at an address that can be opened once. Only hashes of secrets are compared, so
 * that the time of a comparison tells nothing about a secret.
 */
export class Sessions {
  readonly #now: () => number;
  readonly #newSecret: () => string;
  /** When a token ends, by its hash. */
  readonly #tokens = new Map<string, number>();
  readonly #sessions = new Set<string>();
  readonly #previews = new Map<string, { page: Uint8Array; until: number }>();

  constructor(now: () => number, newSecret: () => string) {
    this.#now = now;
    this.#newSecret = newSecret;
  }

  /** A new token. */
  newToken(): string {
    const token = this.#newSecret();
    this.#tokens.set(hashOf(token), this.#now() + TOKEN_LIFE);
    return token;
  }

  /** The secret of a new session; undefined if the token is unknown, was exchanged before, or is too old. */
  exchange(token: string): string | undefined {
    const until = taken(this.#tokens, hashOf(token));
    if (until === undefined || until < this.#now()) return undefined;
    const secret = this.#newSecret();
    this.#sessions.add(hashOf(secret));
    return secret;
  }

  /** Whether this is the secret of a session. */
  has(secret: string): boolean {
    return this.#sessions.has(hashOf(secret));
  }

  /** Whether any token was exchanged. */
  get isUsed(): boolean {
    return this.#sessions.size > 0;
  }

  /** The name under which a page can be taken once. */
  offer(page: Uint8Array): string {
    const [oldest] = this.#previews.keys();
    if (oldest !== undefined && this.#previews.size >= MOST_PREVIEWS) this.#previews.delete(oldest);
    const name = this.#newSecret();
    this.#previews.set(hashOf(name), { page, until: this.#now() + PREVIEW_LIFE });
    return name;
  }

  /** The page of this name; undefined if there is none, or it was taken before, or is too old. */
  take(name: string): Uint8Array | undefined {
    const found = taken(this.#previews, hashOf(name));
    return found === undefined || found.until < this.#now() ? undefined : found.page;
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function taken<T>(map: Map<string, T>, key: string): T | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}
