import type { z } from 'zod';
import type { Fields } from '../files/values.ts';
import { correctionForm, kindSentBy, proposalForm, type HostedForm } from '../forms/hosted-forms.ts';
import { newSlug } from '../model/new-slug.ts';
import { fileOf } from '../schemas/collections.ts';
import { senderFields } from '../schemas/sender.ts';
import type { Correction, Proposal } from '../schemas/submission.ts';
import { holdsAddress } from './inert-text.ts';
import { isEmpty, readSubmission, type PostedData, type Submission } from './read-submission.ts';
import { receiptFor, type ReceiptFile } from './receipt-file.ts';
import { correctedProfile, labelOfFact, proposedProfile } from './to-draft.ts';

/** A file that waits on the board until an editor publishes it. */
export interface Draft {
	/** The submission that it came from. */
	id: string;
	slug: string;
	/** `content/clusters/{slug}.md` */
	path: string;
	text: string;
	/** What the board calls it. */
	title: string;
}

/** What an editor has to look at by hand. Nothing personal is in it. */
export interface Note {
	/** The submission that it came from. */
	id: string;
	title: string;
	sentences: readonly string[];
}

/** Where drafts and notes wait for an editor. Its functions throw if it cannot be reached. */
export interface Board {
	/** Whether a submission was brought here before, whatever became of it. */
	knows: (id: string) => Promise<boolean>;
	/** The published file of a profile; undefined if there is none. */
	read: (slug: string) => Promise<string | undefined>;
	/** Whether a profile or a draft has this slug, or had it. */
	isTaken: (slug: string) => Promise<boolean>;
	/** Whether a draft for this profile waits already. */
	hasDraft: (slug: string) => Promise<boolean>;
	openDraft: (draft: Draft) => Promise<void>;
	openNote: (note: Note) => Promise<void>;
	/** Publishes a receipt, unless one of this slug is there already. */
	keepReceipt: (file: ReceiptFile) => Promise<void>;
}

/** What became of a submission: of views and messages a receipt alone, for they are read in the host’s own list. */
export type Outcome = 'draft' | 'note' | 'known' | 'receipt' | 'empty' | 'not-of-this-site';

/** A slug for a name that no profile and no draft has, or had. */
export async function freeSlug(name: string, board: Board): Promise<string> {
	const taken = new Set<string>();
	for (;;) {
		const slug = await newSlug('clusters', name, taken);
		if (!(await board.isTaken(slug))) return slug;
		taken.add(slug);
	}
}

type Prepared = Omit<Draft, 'id'> | Omit<Note, 'id'>;

async function prepareProposal(proposal: Proposal, board: Board): Promise<Prepared> {
	const slug = await freeSlug(proposal.name, board);
	return { slug, path: fileOf('clusters', slug), text: proposedProfile(proposal), title: `Proposed: ${proposal.name}` };
}

async function prepareCorrection(correction: Correction, board: Board, today: string): Promise<Prepared> {
	const { cluster, field, proposed, source = 'no page', note } = correction;
	const original = await board.read(cluster);
	const label = labelOfFact(field);
	const sent = [
		`Sent for “${label}”: ${proposed}`,
		`To check it: ${source}`,
		...(note ? [`How they know: ${note}`] : []),
	];
	if (original === undefined) {
		return { title: 'A correction to a profile that is not there', sentences: [`It names “${cluster}”.`, ...sent] };
	}
	const title = `Correction to ${cluster}: ${label}`;
	if (await board.hasDraft(cluster)) {
		return {
			title,
			sentences: ['A draft of this profile waits on the board already; put the correction there.', ...sent],
		};
	}
	const { text, problem } = correctedProfile(correction, original, today);
	return problem === undefined
		? { slug: cluster, path: fileOf('clusters', cluster), text, title }
		: { title, sentences: [problem, ...sent] };
}

/** What stands there now is not published. */
const NOT_PUBLISHED = 'present';

/** Whether somebody’s e-mail address would be published. Of a cluster’s mailbox it is what was asked for. */
const wouldPublishAddress = (values: Fields): boolean =>
	Object.entries(values).some(
		([name, value]) =>
			name !== NOT_PUBLISHED &&
			!(name === 'proposed' && values['field'] === 'mailbox') &&
			typeof value === 'string' &&
			holdsAddress(value),
	);

/** What was sent without the sender’s own address and word, which are no business of the board. */
const withoutSender = (data: PostedData): PostedData =>
	Object.fromEntries(Object.entries(data).filter(([name]) => name === 'consent' || !Object.hasOwn(senderFields, name)));

/** What a submission becomes: what its form makes of it if it is valid, else a note that says why not. */
async function prepare<S extends z.ZodObject>(
	hosted: HostedForm & { schema: S },
	data: PostedData,
	toDraft: (values: z.infer<S>) => Promise<Prepared>,
): Promise<Prepared> {
	const { values, problems } = readSubmission(hosted, withoutSender(data));
	if (problems) {
		return {
			title: `A ${hosted.name} that cannot be used as it is`,
			sentences: problems.map(({ sentence }) => sentence),
		};
	}
	if (wouldPublishAddress(values)) {
		return {
			title: `A ${hosted.name} with an e-mail address in it`,
			sentences: ['We publish no address of a person. Look it up in the list of the form, and leave the address out.'],
		};
	}
	return toDraft(values);
}

/** What becomes of the forms whose messages come to the board, by the form's name. */
const broughtBy = new Map<string, (data: PostedData, board: Board, today: string) => Promise<Prepared>>([
	[proposalForm.name, (data, board) => prepare(proposalForm, data, (proposal) => prepareProposal(proposal, board))],
	[
		correctionForm.name,
		(data, board, today) => prepare(correctionForm, data, (correction) => prepareCorrection(correction, board, today)),
	],
]);

/**
 * Publishes a receipt for what was sent, and brings a proposal or correction to the editors: as a draft if it is valid,
 * as a plain note if not, once however often it is told of. `today` is a whole day, `YYYY-MM-DD`. Throws if the board
 * cannot be reached; nothing is lost then, because the form’s host keeps every submission.
 */
export async function bringToBoard(submission: Submission, board: Board, today: string): Promise<Outcome> {
	const { id, form, data } = submission;
	const kind = kindSentBy(form);
	if (!kind) return 'not-of-this-site';
	if (isEmpty(data)) return 'empty';
	await board.keepReceipt(receiptFor(kind, submission));
	const bring = broughtBy.get(form);
	if (!bring) return 'receipt';
	if (await board.knows(id)) return 'known';
	const prepared = await bring(data, board, today);
	if ('text' in prepared) {
		await board.openDraft({ id, ...prepared });
		return 'draft';
	}
	await board.openNote({ id, ...prepared });
	return 'note';
}
