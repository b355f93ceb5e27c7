import { createHash } from 'node:crypto';

/** Milliseconds for which a token is valid. */
const TOKEN_LIFE = 10 * 60_000;
/** Milliseconds for which the address of a preview is valid. */
const PREVIEW_LIFE = 30_000;
/** Maximum number of previews that can wait to be opened. */
const MAX_PREVIEWS = 8;

/**
 * The sessions of the desk. A token is part of the address that the browser opens, and can be exchanged once for the
 * secret of a session. A preview is a page whose address can be opened once. Only hashes of secrets are compared, so
 * that the duration of a comparison does not reveal anything about a secret.
 */
export class Sessions {
  readonly #now: () => number;
  readonly #newSecret: () => string;
  /** The expiry time of each token, keyed by its hash. */
  readonly #tokens = new Map<string, number>();
  readonly #sessions = new Set<string>();
  readonly #previews = new Map<string, { page: Uint8Array; until: number }>();

  constructor(now: () => number, newSecret: () => string) {
    this.#now = now;
    this.#newSecret = newSecret;
  }

  /** Creates a token. */
  newToken(): string {
    const token = this.#newSecret();
    this.#tokens.set(hashOf(token), this.#now() + TOKEN_LIFE);
    return token;
  }

  /** Exchanges a token for the secret of a new session; undefined if the token is unknown, already used or expired. */
  exchange(token: string): string | undefined {
    const until = taken(this.#tokens, hashOf(token));
    if (until === undefined || until < this.#now()) return undefined;
    const secret = this.#newSecret();
    this.#sessions.add(hashOf(secret));
    return secret;
  }

  /** Whether a text is the secret of a session. */
  has(secret: string): boolean {
    return this.#sessions.has(hashOf(secret));
  }

  /** Whether any token has been exchanged for a session. */
  get isUsed(): boolean {
    return this.#sessions.size > 0;
  }

  /** Stores a page, and returns a name under which the page can be fetched once. */
  offer(page: Uint8Array): string {
    const [oldest] = this.#previews.keys();
    if (oldest !== undefined && this.#previews.size >= MAX_PREVIEWS) this.#previews.delete(oldest);
    const name = this.#newSecret();
    this.#previews.set(hashOf(name), { page, until: this.#now() + PREVIEW_LIFE });
    return name;
  }

  /** Returns and removes the page with the given name; undefined if the name is unknown, already used or expired. */
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
