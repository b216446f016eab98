import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the browser keeps, out of reach of scripts, while the editor is at GitHub. */
export interface StartedLogIn {
	/** Comes back from GitHub; shows that the answer belongs to this browser. */
	state: string;
	/** Stays here; shows GitHub that whoever has the code also started the log-in (PKCE). */
	verifier: string;
}

const COOKIE = '__Host-log-in';
const MINUTES = 10;
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

const random = () => randomBytes(32).toString('base64url');
const digest = (text: string) => createHash('sha256').update(text).digest();

/** Two new random values. */
export const startLogIn = (): StartedLogIn => ({ state: random(), verifier: random() });

/** What GitHub is told of the verifier beforehand (S256). */
export const codeChallenge = (verifier: string): string => digest(verifier).toString('base64url');

/** Tells the browser to keep a started log-in for ten minutes, as long as GitHub's code lives. */
export const formatCookie = ({ state, verifier }: StartedLogIn): string =>
	`${COOKIE}=${state}.${verifier}; Max-Age=${MINUTES * 60}; ${ATTRIBUTES}`;

/** Tells the browser to forget a started log-in. */
export const emptyCookie = `${COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;

/** The started log-in that a browser sent along, if there is one. */
export function findStartedLogIn(cookies: string | null): StartedLogIn | undefined {
	const value = cookies
		?.split(';')
		.map((cookie) => cookie.trim())
		.find((cookie) => cookie.startsWith(`${COOKIE}=`))
		?.slice(COOKIE.length + 1);
	const [, state, verifier] = /^([\w-]{43})\.([\w-]{43})$/.exec(value ?? '') ?? [];
	return state && verifier ? { state, verifier } : undefined;
}

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
