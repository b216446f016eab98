import * as z from 'zod';
import { draftBranch } from '../editor/draft-branch.ts';
import type { EntryIndex } from '../editor/entry-index.ts';
import { once } from '../model/once.ts';
import { fileOf } from '../schemas/collections.ts';
import type { Board, Draft, Note } from '../submissions/bring-to-board.ts';
import { inertBlock, inertLine } from '../submissions/inert-text.ts';
import { NOTE_LABEL } from '../submissions/note-label.ts';
import { HostProblem, readAnswer, readWhole } from './ask-api.ts';
import { GitHubRepository, type Commit } from './github-repository.ts';
import type { GitHubSettings } from './host-settings.ts';

/** What Decap looks for: a pull request with this label is a draft on its board. */
const DRAFT_LABEL = 'decap-cms/draft';

/** Netlify builds nothing for it: a build costs more than a receipt, and one a day shows them all. */
const RECEIPT_MESSAGE = 'Add a receipt [skip netlify]';

const DRAFT_INTRODUCTION =
	'Sent through the site’s form, and checked by nobody yet. It waits on the board of the editing page.';

const NOTE_INTRODUCTION =
	'Sent through the site’s form; it could not become a draft by itself. Please put it in by hand and close this issue. Below stands what is known, as plain text and without e-mail addresses. Nobody has checked it. The whole of it is in the host’s list of the form.';

/** As long as a function may run and longer: a note that was begun before then and is not there was interrupted. */
const NOTE_TAKES_AT_MOST_MS = 60_000;

// Out of sight of editors and of most copies of the repository; GitHub lets one of several create it.
const claimOf = (id: string): string => `submissions/${id}`;

const trailer = (name: string, value: string): string => `${name}: ${value}`;

const trailerIn = (text: string, name: string): string | undefined =>
	new RegExp(`^${name}: (\\S+)$`, 'm').exec(text)?.[1];

const isAbout = (id: string, { body }: { body: string }): boolean => trailerIn(body, 'Submission') === id;

/** A draft whose text is a commit already. */
interface ClaimedDraft {
	id: string;
	slug: string;
	commit: Commit;
}

const subjectOf = ({ message }: Commit): string => message.split('\n', 1)[0] ?? '';

const INDEX = 'The index of this site (/admin/entries.json)';

const indexAnswer: z.ZodType<EntryIndex> = z.record(
	z.string(),
	z.array(z.tuple([z.string(), z.string(), z.array(z.string())])),
);

/** The slugs that profiles have, or had before, as of the last build of the site. Throws, with a sentence, if it cannot tell. */
async function loadSlugs({ site, waitInMs }: GitHubSettings, ask: typeof fetch): Promise<ReadonlySet<string>> {
	const { status, text } = await readWhole(INDEX, () =>
		ask(`${site}/admin/entries.json`, { signal: AbortSignal.timeout(waitInMs) }),
	);
	if (status !== 200) throw new HostProblem(`${INDEX} is not there (${status}). Deploy the site with its editor.`);
	const { clusters = [] } = readAnswer(INDEX, indexAnswer, text);
	return new Set(clusters.flatMap(([slug, , aliases]) => [slug, ...aliases]));
}

/**
 * The board of Decap at GitHub. A submission is claimed first, by a reference `refs/submissions/{id}` at a commit that
 * says what is to be done: so it is brought once, however often it is told of and wherever that stops. When it is
 * done the reference moves to the published branch and stays, as the memory of the board.
 */
export function gitHubBoard(settings: GitHubSettings, ask: typeof fetch, until?: AbortSignal): Board {
	const repository = new GitHubRepository(settings, ask, until);
	const slugs = once(() => loadSlugs(settings, ask));

	const hasDraft = async (slug: string) =>
		(await repository.findRef(`heads/${draftBranch('clusters', slug)}`)) !== undefined;

	const settle = (id: string, { parent }: Commit) => repository.moveRef(claimOf(id), parent);

	/** Makes a claimed draft what Decap makes: a branch, a pull request, a label. False if its slug was taken meanwhile. */
	const raise = async ({ id, slug, commit }: ClaimedDraft): Promise<boolean> => {
		const branch = draftBranch('clusters', slug);
		let pull = (await repository.pullsFrom(branch)).find((thread) => isAbout(id, thread));
		if (!pull) {
			const isOurs =
				(await repository.createRef(`heads/${branch}`, commit.sha)) ||
				(await repository.findRef(`heads/${branch}`)) === commit.sha;
			if (!isOurs) return false;
			const number = await repository.openPull({
				branch,
				title: subjectOf(commit),
				body: `${DRAFT_INTRODUCTION}\n\n${trailer('Submission', id)}`,
			});
			pull =
				number === undefined
					? (await repository.pullsFrom(branch)).find((thread) => isAbout(id, thread))
					: { number, body: '', labels: [] };
		}
		if (!pull) throw new HostProblem(`GitHub did not open a pull request from ${branch}.`);
		if (!pull.labels.some((label) => label.startsWith('decap-cms/'))) {
			await repository.addLabel(pull.number, DRAFT_LABEL);
		}
		await settle(id, commit);
		return true;
	};

	const release = async (id: string): Promise<false> => {
		await repository.deleteRef(claimOf(id));
		return false;
	};

	const hasNote = async (id: string): Promise<boolean> => {
		for await (const issue of repository.issuesWith(NOTE_LABEL)) if (isAbout(id, issue)) return true;
		return false;
	};

	return {
		async knows(id) {
			const claim = await repository.findRef(claimOf(id));
			if (claim === undefined) return false;
			const commit = await repository.readCommit(claim);
			if (trailerIn(commit.message, 'Submission') !== id) return true;
			const slug = trailerIn(commit.message, 'Profile');
			if (slug !== undefined) return (await raise({ id, slug, commit })) || release(id);
			// Two notes cannot be told apart from one by GitHub, so whoever makes it now is left to it.
			if (Date.now() - commit.madeAt < NOTE_TAKES_AT_MOST_MS) return true;
			if (!(await hasNote(id))) return release(id);
			await settle(id, commit);
			return true;
		},
		read: (slug) => repository.readFile(fileOf('clusters', slug)),
		async isTaken(slug) {
			if ((await slugs()).has(slug)) return true;
			const [file, draft] = await Promise.all([repository.readFile(fileOf('clusters', slug)), hasDraft(slug)]);
			return file !== undefined || draft;
		},
		hasDraft,
		async openDraft({ id, slug, path, text, title }: Draft) {
			const message = `${inertLine(title)}\n\n${trailer('Submission', id)}\n${trailer('Profile', slug)}\n`;
			const commit = await repository.commit(message, { path, text });
			if (!(await repository.createRef(claimOf(id), commit.sha))) return;
			if (await raise({ id, slug, commit })) return;
			await release(id);
			throw new HostProblem(`A draft of ${slug} was opened at the same moment. Bring the submission in once more.`);
		},
		async openNote({ id, title, sentences }: Note) {
			const commit = await repository.commit(`Note a submission\n\n${trailer('Submission', id)}\n`);
			if (!(await repository.createRef(claimOf(id), commit.sha))) return;
			await repository.openIssue({
				title: inertLine(title),
				body: `${NOTE_INTRODUCTION}\n\n${inertBlock(sentences)}\n\n${trailer('Submission', id)}`,
				labels: [NOTE_LABEL],
			});
			await settle(id, commit);
		},
		keepReceipt: ({ path, text }) => repository.addFile({ path, text, message: RECEIPT_MESSAGE }),
	};
}
