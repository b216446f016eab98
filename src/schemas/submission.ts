import * as z from 'zod';
import type { CallForViews, Question } from './call-for-views.ts';
import { clusterFields, clusterSchema, CORRECTION_MAX_CHARACTERS, supportableFields } from './cluster.ts';
import { descriptionAt } from './describe-fields.ts';
import { BODY_LABEL, choice, distinct, line, oneOf, paragraphs, referenceTo, someOf, webAddress } from './fields.ts';
import { keysOf, recordOf } from './keys-of.ts';
import { senderFields, viewsSenderFields } from './sender.ts';
import { clusterKinds, services, themes } from './vocabularies.ts';

function answerTo(question: Question): z.ZodType {
	const options = 'options' in question ? question.options : [];
	const words = Object.fromEntries(options.map((option) => [option, option]));
	const answer = {
		text: () => paragraphs(question.type === 'text' ? question.maxCharacters : 1),
		choice: () => choice(words),
		multiple: () => distinct(z.array(choice(words)).min(1)),
	}[question.type]();
	const meta = { title: question.label, ...(question.help ? { description: question.help } : {}) };
	return (question.required ? answer : answer.optional()).meta(meta);
}

/** What a member sends to a call: an answer to each question that they choose to answer. */
export const viewsSchema = ({ questions }: Pick<CallForViews, 'questions'>) =>
	z.strictObject({
		...Object.fromEntries(questions.map((question) => [question.id, answerTo(question)])),
		...viewsSenderFields,
	});

/** What a member sends to propose a cluster: eight questions, each a field of the profile to be. */
export const proposalSchema = z.strictObject({
	name: clusterFields.name.meta({
		description: 'Write it in English, or as the cluster calls itself in English texts.',
		ask: 'Enter the cluster’s name',
	}),
	country: clusterFields.country.meta({
		description: 'Choose the country of its main seat.',
		ask: 'Choose its country',
	}),
	place: clusterFields.place.meta({ description: 'Write the town or city.' }),
	summary: clusterFields.summary.meta({
		description: 'Say what it is, where it is, and what it does, in one or two sentences.',
		ask: 'Say in a sentence or two what it is and does',
	}),
	kind: oneOf(clusterKinds).meta({
		title: 'Kind',
		description: 'Choose the nearest. An editor may change it.',
		meanings: recordOf(keysOf(clusterKinds), (kind) => clusterKinds[kind].definition),
		ask: 'Choose the nearest kind',
	}),
	themes: someOf(themes)
		.max(5)
		.meta({ title: 'Themes', description: 'Choose one to five.', ask: 'Choose one to five themes' }),
	services: someOf(services)
		.optional()
		.meta({ title: 'What members share', description: 'Tick everything that you know of.' }),
	source: webAddress.max(500).meta({
		title: 'A page where we can check this',
		description: 'Give the full address, with https://. We publish only what a public source shows.',
		ask: 'Enter the address of a page where we can check this',
	}),
	proposedBy: clusterFields.proposedBy.meta({
		title: 'Your organisation',
		description: 'The profile says that it proposed the cluster. Leave it empty if you prefer.',
		autocomplete: 'organization',
	}),
	...senderFields,
});
export type Proposal = z.infer<typeof proposalSchema>;

/** The facts that can be corrected, by their path in a profile: `founded`, `members.total`; with their labels. */
export const correctableFacts: Readonly<Record<string, string>> = Object.fromEntries(
	supportableFields.flatMap((name) => {
		const fact = descriptionAt(clusterSchema, name);
		if (!fact) return [[name, BODY_LABEL]];
		if (fact.isList || fact.type !== 'group') return [[name, fact.title]];
		return fact.fields.map(({ path, title }) => [path, `${fact.title}: ${title}`]);
	}),
);

/** The path by which a field of a profile is corrected: of a group that of its first part. */
export const pathToCorrect = (field: string): string | undefined =>
	Object.keys(correctableFacts).find((path) => path === field || path.startsWith(`${field}.`));

/** What a member sends to correct a fact of a profile. */
export const correctionSchema = z.strictObject({
	cluster: referenceTo('clusters').meta({
		title: 'Profile',
		ask: 'Choose the profile',
	}),
	field: choice(correctableFacts).meta({ title: 'What to correct', ask: 'Choose what to correct' }),
	present: line(CORRECTION_MAX_CHARACTERS)
		.optional()
		.meta({ title: 'What the page says', description: 'As it stands there now.' }),
	proposed: line(CORRECTION_MAX_CHARACTERS).meta({
		title: 'What it should say',
		description: 'If it is a number, give its year too.',
		ask: 'Enter what it should say',
	}),
	source: webAddress.max(500).optional().meta({
		title: 'A page where we can check this',
		description: 'Give the full address, with https://. Without one we have to ask the cluster.',
	}),
	note: line(200).optional().meta({
		title: 'How you know',
		description: 'Say it in a few words, without names of people. It is shown with the correction.',
	}),
	...senderFields,
});
export type Correction = z.infer<typeof correctionSchema>;

/** What anybody sends to the network. */
export const messageSchema = z.strictObject({
	topic: choice({
		views: 'Views on clusters',
		example: 'An example of a cluster',
		geces: 'GECES, the expert group',
		site: 'This site',
		other: 'Something else',
	}).meta({ title: 'What is it about?', ask: 'Choose what it is about' }),
	message: paragraphs(5000).meta({
		title: 'Your message',
		description: 'Write in any language of Europe.',
		ask: 'Enter your message',
	}),
	name: line(120).optional().meta({ title: 'Your name', isPersonal: true, autocomplete: 'name' }),
	...senderFields,
});
